import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureCodes } from '../src/kernel/failure.ts';

test('docs/failures.md lists every failure code and its remedy, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/failures.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \|$/gm)];
  const listed = Object.fromEntries(rows.map(([, code, , remedy]) => [code, remedy]));
  expect(rows).toHaveLength(Object.keys(listed).length);
  expect(listed).toEqual(failureCodes);
});
