import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceReading } from '../../src/source/read-source.ts';
import { findingLines } from '../support/outline.ts';
import { readText } from '../support/read-text.ts';

const sources = join(import.meta.dirname, '../../src/source');
const examples = join(import.meta.dirname, 'examples');

/** The ids that the source can report, found in its text. */
function findingIds(): readonly string[] {
  const ids = new Set<string>();
  for (const name of readdirSync(sources)) {
    const text = readFileSync(join(sources, name), 'utf8');
    for (const [, id] of text.matchAll(/\breport\(\s*\w+,\s*'([a-z-]+)'/g)) ids.add(id!);
    for (const [, id] of text.matchAll(/'source\/([a-z-]+)'/g)) ids.add(id!);
  }
  return [...ids].sort();
}

function readExample(id: string, name: 'fails' | 'passes'): SourceReading {
  const beside = (ending: string) => {
    const file = join(examples, id, `${name}${ending}`);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const text = readFileSync(join(examples, id, `${name}.md`));
  return readText(text, beside('.easy.md'), beside('.easy.lock.yaml'));
}

test('each finding of the source has its examples, and no example is left over', () => {
  expect(findingIds().length).toBeGreaterThan(40);
  expect(readdirSync(examples).sort()).toEqual(findingIds());
});

describe.each(findingIds())('%s', (id) => {
  test('is found at its place', async () => {
    const { findings } = readExample(id, 'fails');
    expect(findings.map((finding) => finding.rule)).toContain(`source/${id}`);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/[.…"”]$/);
      expect(fix).toMatch(/\S/);
    }
    await expect(findingLines(findings)).toMatchFileSnapshot(`examples/${id}/findings.txt`);
  });

  test('is not found where all is well', () => {
    expect(findingLines(readExample(id, 'passes').findings)).toBe('');
  });
});
