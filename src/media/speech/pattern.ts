import type { Lexicon } from './lexicon.ts';

/** A kind of words that are said otherwise than they are written. */
export interface Pattern {
  /** Sticky; never matches nothing. */
  readonly find: RegExp;
  /** What is said, or undefined where the words are not of this kind after all. */
  say(found: RegExpExecArray, around: Around): string | undefined;
}

export interface Around {
  readonly text: string;
  readonly lexicon: Lexicon;
}
