/** How a language is written in braille, for reading and spelling without any table of an engine. */
export interface BrailleCode {
  /** Reads words that follow each other; signs that are no words become {@link readingMarks}. */
  readonly read: (words: readonly string[]) => string[];
  /** A word letter by letter; undefined where a sign has no cells. */
  readonly spell: (word: string) => string | undefined;
  readonly canSpell: (sign: string) => boolean;
  /** Before a word that must be read letter by letter: braille ASCII. */
  readonly literal: string;
  /** Sign before emphasised words: braille ASCII. */
  readonly italic: string;
  readonly isUnifiedEnglish: boolean;
}

/** Reads text over its blanks. */
export function readCells(code: BrailleCode, text: string): string {
  return code.read(text.split(/[\s\u2800]+/)).join(' ');
}
