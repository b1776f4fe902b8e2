/** Own names for things that PDF 1.7 has no type for, and the types that they stand for. A reader of the file can tell them apart. */
export const roleMap = {
  /** An address printed behind its link. */
  LinkAddress: 'Span',
  FigureCaption: 'P',
  CodeBlock: 'Code',
  /** Easy Read: what one picture stands beside. */
  Idea: 'P',
  /** A word under its picture. */
  Card: 'P',
  Term: 'Lbl',
  Definition: 'LBody',
  /** Where a page of another edition begins. */
  PageMark: 'P',
  /** What an edition tells about itself, and on which paper to print it. */
  EditionNotes: 'Sect',
  PaperAdvice: 'P',
} as const;

/** Structure types of PDF 1.7 that pages use, and the own ones. */
export type StructType =
  | keyof typeof roleMap
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'BlockQuote'
  | 'Code'
  | 'TOC'
  | 'TOCI'
  | 'Span';

export interface StructOptions {
  readonly lang?: string;
  readonly alt?: string;
  /** What an abbreviation is short for. */
  readonly expansion?: string;
  readonly title?: string;
  /** Unique in the file. */
  readonly id?: string;
  readonly attributes?: StructAttributes;
  readonly link?: LinkTarget;
  /** The place that an entry of a list of contents is about. */
  readonly about?: string;
}

export interface StructAttributes {
  readonly scope?: 'Row' | 'Column';
  readonly columnSpan?: number;
  /** Ids of the cells that head this one. */
  readonly headers?: readonly string[];
  readonly listNumbering?: 'Disc' | 'Decimal' | 'Terms';
}

/** An address on the web, or the id of a place in this document, with the words of the link. */
export type LinkTarget = { readonly text: string } & ({ readonly url: string } | { readonly place: string });

/** Left, bottom, right, top in points from the page's lower left corner. */
export type Rectangle = readonly [number, number, number, number];

export type StructKid =
  | StructElement
  | { readonly page: number; readonly mcid: number }
  | LinkArea
  /** An element that is written already, by the number of its object. */
  | { readonly written: number };

/** Where a link is painted on one page. */
export interface LinkArea {
  readonly page: number;
  readonly quads: Rectangle[];
  /** The object that the writer of the file makes of it. */
  annotation?: number;
}

/** A node of the structure tree. It joins its parent when `attach` is first called: an inline one when its first glyph is painted. */
export class StructElement {
  readonly type: StructType;
  readonly parent: StructElement | undefined;
  readonly options: StructOptions;
  readonly kids: StructKid[] = [];
  /** Bounding box of a figure, with its page. */
  box: { readonly page: number; readonly rectangle: Rectangle } | undefined;
  /** The nearest element, from this one upward through inline ones, that is a link. */
  readonly link: StructElement | undefined;
  /** BCP 47; undefined where it is the document's. */
  readonly language: string | undefined;
  /** Number of its object in the file, once something speaks of it there. */
  object: number | undefined;
  #attached = false;
  /** Its first children, which are written. */
  #settled = 0;

  constructor(type: StructType, parent: StructElement | undefined, options: StructOptions = {}) {
    this.type = type;
    this.parent = parent;
    this.options = options;
    this.language = options.lang ?? parent?.language;
    const isInline = type === 'Span' || type === 'Code' || type === 'LinkAddress';
    this.link = options.link !== undefined ? this : isInline ? parent?.link : undefined;
  }

  /** Adds this element to its parent's children, once. */
  attach(): this {
    if (this.#attached) return this;
    this.#attached = true;
    this.parent?.attach().kids.push(this);
    return this;
  }

  /** Forgets a child that is written. They are found fast where they come in their order. */
  settle(child: StructElement, object: number): void {
    const at = this.kids.indexOf(child, this.#settled);
    if (at < 0) return;
    this.kids[at] = { written: object };
    this.#settled = at + 1;
  }

  /** A child that stands at this place of the tree at once. */
  block(type: StructType, options: StructOptions = {}): StructElement {
    return new StructElement(type, this, options).attach();
  }

  /** A child that takes its place among its parent's text when it is painted. */
  inline(type: StructType, options: StructOptions = {}): StructElement {
    return new StructElement(type, this, options);
  }
}

/** Content that is no part of the document: page numbers, rules, repeated labels. */
export interface Artifact {
  readonly artifact: 'Pagination' | 'Layout' | 'Background';
}

export const layoutArtifact: Artifact = { artifact: 'Layout' };
export const pageArtifact: Artifact = { artifact: 'Pagination' };
export const backgroundArtifact: Artifact = { artifact: 'Background' };

/** What a painted thing belongs to. */
export type Leaf = StructElement | Artifact;
