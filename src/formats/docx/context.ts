import type { Furniture } from '../../document/furniture/furniture.ts';
import type { Block, Document } from '../../document/tree.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { DocxOptions } from './options.ts';
import type { PageMeasures } from './page-measures.ts';
import type { Xml } from './xml.ts';

/** A file in the package that the text refers to by its relationship. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

export interface PreparedPicture {
  /** Relationship of the picture that every program shows. */
  readonly id: string;
  /** Relationship of the drawing itself, for programs that show SVG. */
  readonly svgId?: string;
  readonly width: number;
  readonly height: number;
}

/** What the parts of one document share while they are written. */
export interface DocxContext {
  readonly document: Document;
  readonly furniture: Furniture;
  readonly options: DocxOptions;
  readonly page: PageMeasures;
  readonly isRightToLeft: boolean;
  readonly relationships: Relationship[];
  /** Pictures by their `src`, and those of Easy Read by `easy:` and their concept. */
  readonly pictures: ReadonlyMap<string, PreparedPicture>;
  /** Bookmarks by the id of what they mark. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Footnotes that the text has referred to. */
  readonly usedNotes: Set<string>;
  /** Where each numbered list starts, by its number in numbering.xml. */
  readonly numberedLists: { readonly id: number; readonly level: number; readonly start: number }[];
  readonly changes: DeclaredChange[];
  readonly findings: Finding[];
  /** Counts drawings, bookmarks and tables. */
  count: number;
  /** Blocks inside another one: it stands here so that the writers need not import each other in a circle. */
  readonly blocks: (blocks: readonly Block[], spot: Spot) => Blocks;
}

/** Where blocks stand. */
export interface Spot {
  /** Lists around. */
  readonly lists: number;
  /** Width for tables and pictures, in twentieths of a point. */
  readonly width: number;
  readonly language: string;
  /** Blocks in a box have its bar and tint; in a quotation, its style. */
  readonly look?: 'box' | 'quote' | 'note';
  /** Inside a list item: the first paragraph has the list's mark. */
  readonly mark?: { readonly numbering: number; readonly level: number };
}

export function nextCount(context: DocxContext): number {
  context.count++;
  return context.count;
}

export type Blocks = Xml[];
