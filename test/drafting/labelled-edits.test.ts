import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suggestionsFor } from '../../src/drafting/draft-sentence.ts';
import { plainWords } from '../../src/drafting/plain-words.ts';

/**
 * 200 edits that the rules proposed for sentences of the five reports, each read and labelled by hand: "good" where the
 * sentence stays right and true, "bad" where it does not. One person labelled them, and the list of words was mended with
 * the first hundred: other texts will do less well.
 */
const rows = readFileSync(join(import.meta.dirname, 'labelled-edits.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [tier, operation, label, from, to, at, report, sentence] = line.split('\t');
    return {
      tier: tier as 'A' | 'B',
      operation,
      label,
      from,
      to,
      at: Number(at),
      report,
      sentence: sentence!,
    };
  });

const isProposed = ({ tier, from, to, at, sentence }: (typeof rows)[number]): boolean =>
  suggestionsFor(sentence, plainWords(sentence), tier).some(
    (edit) => edit.start === at && edit.from === from && edit.to === to,
  );

test('the labels are whole: 100 of each tier, from every report', () => {
  expect(rows.filter(({ tier }) => tier === 'A')).toHaveLength(100);
  expect(rows.filter(({ tier }) => tier === 'B')).toHaveLength(100);
  expect(rows.every(({ label }) => label === 'good' || label === 'bad')).toBe(true);
  expect(new Set(rows.map(({ report }) => report)).size).toBe(5);
});

describe.each([
  ['A', 0.95],
  ['B', 0.8],
] as const)('tier %s', (tier, least) => {
  test(`is right for at least ${least * 100} of 100 edits`, () => {
    const proposed = rows.filter((row) => row.tier === tier && isProposed(row));
    // Rules that change may propose other edits: then these labels no longer say much.
    expect(proposed.length).toBeGreaterThanOrEqual(85);
    const good = proposed.filter(({ label }) => label === 'good').length;
    expect(good / proposed.length).toBeGreaterThanOrEqual(least);
  });
});
