import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const text = readFileSync(join(import.meta.dirname, '../src/index.ts'), 'utf8');

test('the public names are these, and no others', () => {
  const names = [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, isType, list]) =>
    list!
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => (isType && !name.startsWith('type ') ? `type ${name}` : name)),
  );
  expect(text).not.toMatch(/export \*|export default/);
  expect(names.sort()).toMatchInlineSnapshot(`
    [
      "Failure",
      "convert",
      "judge",
      "openProject",
      "resolveNeed",
      "type ConvertEvent",
      "type ConvertOptions",
      "type ConvertResult",
      "type FailureCode",
      "type Finding",
      "type FindingCounts",
      "type JobReport",
      "type Manifest",
      "type ManifestOutput",
      "type NeedAnswer",
      "type Position",
      "type Profile",
      "type Project",
      "type Severity",
      "type Verdict",
      "version",
    ]
  `);
});
