import type { Word } from './word.ts';

/** Where the lines of a piece start: cells of indentation. */
export type Place =
  | { readonly type: 'centre' }
  | { readonly type: 'hang'; readonly first: number; readonly rest: number };

/** A part of the text that is laid out for itself, before it has lines. */
export type Piece = PieceContent & {
  /** Empty lines before and behind it. */
  readonly before: 0 | 1;
  readonly after: 0 | 1;
  /** It does not stand at the foot of a page without the next piece. */
  readonly keep: boolean;
};

type PieceContent =
  | {
      readonly kind: 'words';
      readonly place: Place;
      /** `mark` stands before the words, such as the number of an item. */
      readonly mark: string;
      readonly words: readonly Word[];
      /** Cells at the right end of the last line, such as a page number. */
      readonly tail?: string;
      /** Depth of a heading. */
      readonly heading?: number;
    }
  /** A line of one cell again and again. */
  | { readonly kind: 'rule'; readonly cell: string; readonly indent: number; readonly length?: number };
