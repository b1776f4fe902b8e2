import type { Box, Inline, Table } from '../../document/tree.ts';

/** What stands before the words of an item. */
export type Marker =
  /** `lists` counts all lists around the item; `capped`: its indentation no longer tells how deep it is. */
  | { readonly type: 'bullet'; readonly lists: number; readonly capped: boolean; readonly checked?: boolean }
  /** `numbers`: 2.1 is [2, 1]. */
  | {
      readonly type: 'number';
      readonly numbers: readonly number[];
      readonly lists: number;
      readonly capped: boolean;
      readonly checked?: boolean;
    }
  /** The name of the cell's column, counted from 1. */
  | {
      readonly type: 'label';
      readonly column: number;
      readonly name: readonly Inline[];
      readonly empty: boolean;
    }
  | { readonly type: 'note'; readonly number: number };

/** A part of the document that has a beginning and an end. */
export type Region =
  | {
      readonly type: 'table';
      readonly caption?: string;
      readonly records: number;
      readonly columns: readonly (readonly Inline[])[];
      /** As it is in the document, for a writer that can draw it. */
      readonly table: Table;
    }
  | { readonly type: 'figure'; readonly caption?: string }
  | { readonly type: 'box'; readonly kind: Box['kind']; readonly title?: string }
  | { readonly type: 'quote' }
  | { readonly type: 'language'; readonly lang: string }
  | { readonly type: 'notes' };

export type LineContent =
  | { readonly kind: 'heading'; readonly depth: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  /** No words at all where a list item or cell starts with something else than text. */
  | {
      readonly kind: 'text';
      readonly children: readonly Inline[];
      readonly marker?: Marker;
      readonly idea: boolean;
    }
  | { readonly kind: 'definition'; readonly term: readonly Inline[]; readonly definition: readonly Inline[] }
  | { readonly kind: 'open'; readonly region: Region }
  | { readonly kind: 'close'; readonly region: Region }
  | { readonly kind: 'group'; readonly children: readonly Inline[] }
  | { readonly kind: 'record'; readonly number: number; readonly of: number }
  | { readonly kind: 'alt'; readonly text: string }
  /** The long description of a figure starts. */
  | { readonly kind: 'description' }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'separator' }
  /** Here begins a page of the standard edition. */
  | { readonly kind: 'page'; readonly page: string };

/** One stop in a text without layout: words, or a mark between them, with how far it is indented. */
export type LineItem = LineContent & {
  /** Steps of indentation; a list nested deeper than {@link deepestIndent} stays at that step. */
  readonly steps: number;
  /** Belongs directly below the item before, without an empty line. */
  readonly tight: boolean;
};

/** Lists inside lists are indented up to this depth: more leaves no room on a phone or a braille display. */
export const deepestIndent = 6;
