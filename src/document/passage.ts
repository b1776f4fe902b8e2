import type { OutputPlace, Position } from '../kernel/finding.ts';
import type { AccessibilityFacts, MetadataProperty } from './accessibility-metadata.ts';
import type { LanguageRange } from './language-runs.ts';

export type PassageKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'term'
  | 'definition'
  | 'caption'
  | 'column'
  | 'group'
  | 'alt'
  | 'code';

/** A run of text in reading order: what a reader meets between two stops. */
export interface Passage {
  readonly kind: PassageKind;
  /** White space folded to single spaces. */
  readonly text: string;
  readonly at?: Position;
  /** It comes from the details at the top of the report, which each format lays out in its own way. */
  readonly isDetail?: true;
  /** Parts whose language is marked; the others have the document's. */
  readonly languages?: readonly LanguageRange[];
  /** Depth of a heading. */
  readonly level?: number;
  /** How many lists surround it. */
  readonly lists?: number;
  /** Table cell: row and column count from 1 in the body; row 0 is the header row. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

export interface LinkText {
  readonly text: string;
  readonly url: string;
  readonly at?: Position;
}

/** What another library than the writer's found in the finished bytes. Page furniture and contents lists are not part of it. */
export interface ReadBack {
  readonly passages: readonly Passage[];
  readonly links: readonly LinkText[];
  readonly title?: string;
  /** Where it is told, the languages of the passages are told too; a format that marks none leaves it out. */
  readonly language?: string;
  /** For each passage where it stands in the output. */
  readonly places?: readonly (OutputPlace | undefined)[];
  readonly pages?: number;
  /** What the file's accessibility metadata claims, and what the file was found to hold. */
  readonly metadata?: {
    readonly claims: readonly MetadataProperty[];
    readonly facts: AccessibilityFacts;
  };
}
