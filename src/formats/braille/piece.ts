import type { Table } from '../../document/tree.ts';
import type { Line } from './line.ts';
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
  /** Lines that stand first on each page that it starts: the head of a table that goes on. */
  readonly head?: readonly Line[];
};

type PieceContent =
  | {
      readonly kind: 'words';
      readonly place: Place;
      /** `mark` stands before the words, such as the number of an item. */
      readonly mark: string;
      readonly words: readonly Word[];
      /** The words in parts that are transcribed for themselves; as one where it is missing. */
      readonly passages?: readonly (readonly Word[])[];
      /** Cells at the right end of the last line, such as a page number. */
      readonly tail?: string;
      /** Depth of a heading. */
      readonly heading?: number;
    }
  /** A line of one cell again and again. */
  | {
      readonly kind: 'rule';
      readonly cell: string;
      readonly indent: number;
      readonly length?: number;
      readonly tail?: string;
      readonly print?: string;
    }
  /** Lines that are laid out already, and that no page parts. */
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  /** Drawn in columns where it fits, else told row by row. */
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly grid: Grid;
      readonly records: readonly Piece[];
    };

/** A table whose cells hold one paragraph at the most. */
export interface Grid {
  readonly columns: readonly (readonly Word[])[];
  readonly rows: readonly (
    | { readonly kind: 'row'; readonly cells: readonly (readonly Word[])[] }
    | { readonly kind: 'group'; readonly piece: Piece }
  )[];
  /** Their names as a list, and what says that numbers stand for them in the head: where the names do not fit. */
  readonly key: readonly Piece[];
  /** The line before the table, and its name. */
  readonly opening: readonly Piece[];
  readonly closing: Piece;
  /** Says what a cell of dots means; only where a cell is empty. */
  readonly emptyNote?: Piece;
}
