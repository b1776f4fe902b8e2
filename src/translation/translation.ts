import type { Position } from '../kernel/finding.ts';
import type { Token } from './tokens.ts';

/** A file of translations as it was read. */
export interface Translation {
  /** Relative to the project's root. */
  readonly file: string;
  /** BCP 47. */
  readonly from: string;
  readonly to: string;
  /** The name of the report's file, where it is told. */
  readonly original?: string;
  readonly entries: readonly Entry[];
  /** Ids that stand there more than once, each with the place of the second. */
  readonly doubled: readonly { readonly id: string; readonly at: Position }[];
}

export interface Entry {
  readonly id: string;
  readonly source: readonly Token[];
  /** Absent where nothing is translated yet. */
  readonly target?: readonly Token[];
  readonly at: Position;
}

/** Larger files are refused: 20 MB are some ten times the largest report with its translation. */
export const maxTranslationBytes = 20_000_000;
