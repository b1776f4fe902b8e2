import { expect, test } from 'vitest';
import { findingKinds } from '../../src/rules/finding-kinds.ts';
import { findingLines } from '../support/outline.ts';
import { exampleFindings } from '../support/translation-example.ts';

const ids = findingKinds.map(({ id }) => id).filter((id) => id.startsWith('translation/'));

test('a whole translation that keeps what it must keep has no finding', () => {
  expect(exampleFindings('passes')).toEqual([]);
});

test.each(ids)('%s is found where it is wrong, and nothing else', async (id) => {
  const findings = exampleFindings(id);
  expect(findings.map(({ rule }) => rule)).toEqual(findings.map(() => id));
  await expect(findingLines(findings)).toMatchFileSnapshot(`examples/${id.split('/')[1]}.txt`);
});
