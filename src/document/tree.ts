import type { Position } from '../kernel/finding.ts';

/** The canonical document: a closed tree. Node names follow mdast where mdast has them. */
export interface Document {
  readonly meta: Meta;
  readonly children: readonly Block[];
  /** In the order in which the text refers to them. */
  readonly footnotes: readonly Footnote[];
  readonly abbreviations: readonly AbbreviationEntry[];
  readonly easyRead?: EasyReadLayer;
  /** Pictures for Easy Read that the organisation brings along, by each word that means one: see `pictureKey`. */
  readonly pictures?: ReadonlyMap<string, OwnPicture>;
  /** Files that the document shows, by their `src` as written. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** The file that the authors wrote, for formats that can carry it along. */
  readonly source?: DocumentSource;
}

export interface DocumentSource {
  /** Without folders, such as `report.md`. */
  readonly name: string;
  /** `text/markdown`, as it stands on the disk. */
  readonly bytes: Uint8Array;
}

export interface Meta {
  readonly title: string;
  readonly organisation: string;
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  /** ISO 8601: `2021-11-05`, `2021-11` or `2021`. */
  readonly date: string;
  readonly version: string;
  readonly summary?: string;
  readonly contact: Contact;
  readonly signOff: readonly SignOff[];
  /** Where each detail stands, by its path: `title`, `contact.email`. */
  readonly places?: ReadonlyMap<string, Position>;
  /** What its translations may leave out, and which words stay as they are in them. */
  readonly translations?: { readonly missing: 'notice' | 'block'; readonly keep: readonly string[] };
  /** Who checked the Easy Read layer as it is now; absent while it is a draft, or has changed since. */
  readonly easyReadCheck?: { readonly checkedBy: string; readonly checkedOn: string };
}

export interface Contact {
  readonly team?: string;
  readonly email?: string;
  readonly telephone: readonly string[];
  readonly textRelay?: string;
  readonly post: readonly string[];
  readonly web?: string;
  readonly replyWithin?: string;
  readonly note?: string;
}

export interface SignOff {
  readonly role: string;
  readonly name?: string;
  readonly date?: string;
}

export interface AbbreviationEntry {
  readonly short: string;
  readonly expansion: string;
  readonly at?: Position;
}

export interface Footnote {
  readonly id: string;
  /** Counts from 1 in the order of first reference. */
  readonly number: number;
  readonly children: readonly Block[];
  readonly at?: Position;
}

export interface Asset {
  readonly src: string;
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** A picture of the organisation's own pack. */
export interface OwnPicture {
  readonly concept: string;
  /** The concept and its synonyms. */
  readonly words: readonly string[];
  /** A complete `<svg>` element without references to other files. */
  readonly svg: string;
  /** What it shows. */
  readonly alt: string;
  readonly credit: string;
  readonly licence: string;
}

/** The report told again by its authors for people with a learning disability. */
export interface EasyReadLayer {
  readonly children: readonly Block[];
  /** Ids of the report's headings that the layer tells again. */
  readonly covers: readonly { readonly id: string; readonly at?: Position }[];
  readonly leftOut: readonly { readonly id: string; readonly why: string; readonly at?: Position }[];
  readonly parts: readonly EasyReadPart[];
  readonly records: readonly FactsRecord[];
  /** Who checked it, as the report says; whether that is still so tells `easyReadCheck` of the details. */
  readonly claim?: { readonly checkedBy: string; readonly checkedOn: string };
  readonly lock?: EasyReadLock;
}

/** One `:::easy-read` of the layer: which of its blocks, and which sections of the report they tell again. */
export interface EasyReadPart {
  readonly covers: readonly string[];
  /** Its blocks are `children.slice(start, end)` of the layer. */
  readonly start: number;
  readonly end: number;
  readonly at?: Position;
}

/** What the layer leaves out of sections, or adds to them, on purpose: one `:::facts`. */
export interface FactsRecord {
  /** Ids of the report's headings; of the part's own heading, where it covers nothing. */
  readonly sections: readonly string[];
  readonly why: string;
  /** How often the layer has a value, of how often the report has it; the value alone is left out. */
  readonly entries: readonly {
    readonly value: string;
    readonly told: number;
    readonly of?: number;
    readonly at?: Position;
  }[];
  readonly at?: Position;
}

/** What the layer was compared with, and what its readers saw: the file that `allformats easy-read` writes. */
export interface EasyReadLock {
  /** By the key of each part, hashes of what it covered when somebody compared, and of its words when readers checked it. */
  readonly parts: ReadonlyMap<string, { readonly report?: string; readonly words?: string }>;
  readonly checked?: { readonly by: string; readonly on: string };
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Figure
  | Blockquote
  | Code
  | ThematicBreak
  | Box
  | DefinitionList
  | LanguagePart
  | PageBreak
  | Idea;

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Delete
  | InlineCode
  | Link
  | InlineImage
  | Abbreviation
  | LanguageSpan
  | Break
  | FootnoteReference;

interface Node {
  readonly at?: Position;
}

export interface Heading extends Node {
  readonly type: 'heading';
  /** 1 is the title's; the body starts at 2. Never more than one deeper than the heading before. */
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Unique in the document. */
  readonly id: string;
  readonly children: readonly Inline[];
}

export interface Paragraph extends Node {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

export interface List extends Node {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start: number;
  readonly children: readonly ListItem[];
}

export interface ListItem extends Node {
  readonly type: 'listItem';
  /** Task lists only. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}

/** A plain grid: no merged cells. Every row has as many cells as there are columns. */
export interface Table extends Node {
  readonly type: 'table';
  readonly id?: string;
  readonly caption?: string;
  readonly columns: readonly Cell[];
  /** How many leading cells of a row are its header. */
  readonly rowHeaders: 0 | 1;
  readonly groups: readonly RowGroup[];
  /** `auto`: a writer that can measure decides. Set by the plan. */
  readonly layout: 'auto' | 'grid' | 'records';
}

export interface RowGroup extends Node {
  readonly title?: readonly Inline[];
  readonly rows: readonly Row[];
}

export interface Row extends Node {
  readonly cells: readonly Cell[];
}

export interface Cell extends Node {
  readonly children: readonly Block[];
}

export interface Figure extends Node {
  readonly type: 'figure';
  readonly id?: string;
  readonly src: string;
  /** Empty only when decorative. */
  readonly alt: string;
  readonly decorative: boolean;
  readonly caption?: string;
  /** The long description: everything that the picture shows. */
  readonly description: readonly Block[];
}

export interface Blockquote extends Node {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}

export interface Code extends Node {
  readonly type: 'code';
  readonly value: string;
}

export interface ThematicBreak extends Node {
  readonly type: 'thematicBreak';
}

export interface Box extends Node {
  readonly type: 'box';
  readonly kind: 'key-facts' | 'note' | 'contact';
  readonly title?: string;
  readonly children: readonly Block[];
}

export interface DefinitionList extends Node {
  readonly type: 'definitionList';
  readonly kind: 'glossary' | 'abbreviations' | 'details';
  readonly items: readonly Definition[];
}

export interface Definition extends Node {
  readonly term: readonly Inline[];
  readonly definition: readonly Inline[];
}

export interface LanguagePart extends Node {
  readonly type: 'languagePart';
  readonly lang: string;
  readonly children: readonly Block[];
}

/** A hint: paper formats may start a new page here. With `page`, a mark instead: here begins that page of the standard edition. */
export interface PageBreak extends Node {
  readonly type: 'pageBreak';
  /** Number of the page as it is printed there, such as `4` or `iv`. */
  readonly page?: string;
}

/** Easy Read: one idea told in words beside one picture. */
export interface Idea extends Node {
  readonly type: 'idea';
  /** A concept of the picture map; absent when the author gave none. */
  readonly picture?: string;
  readonly children: readonly Inline[];
}

export interface Text extends Node {
  readonly type: 'text';
  readonly value: string;
}

export interface Emphasis extends Node {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}

export interface Strong extends Node {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}

/** Struck-out text. Formats must say in words that it is deleted. */
export interface Delete extends Node {
  readonly type: 'delete';
  readonly children: readonly Inline[];
}

export interface InlineCode extends Node {
  readonly type: 'inlineCode';
  readonly value: string;
}

export interface Link extends Node {
  readonly type: 'link';
  /** Absolute, or `#id` of a block of this document, or relative to the source file. */
  readonly url: string;
  readonly children: readonly Inline[];
  /** Set by the plan where a reader cannot follow a link: the address stands in brackets behind the words. */
  readonly showUrl?: boolean;
}

export interface InlineImage extends Node {
  readonly type: 'image';
  readonly src: string;
  readonly alt: string;
}

export interface Abbreviation extends Node {
  readonly type: 'abbreviation';
  /** As it stands in the text, such as `CCGs`. */
  readonly value: string;
  readonly expansion: string;
}

export interface LanguageSpan extends Node {
  readonly type: 'languageSpan';
  readonly lang: string;
  readonly children: readonly Inline[];
}

export interface Break extends Node {
  readonly type: 'break';
}

export interface FootnoteReference extends Node {
  readonly type: 'footnoteReference';
  readonly id: string;
  readonly number: number;
}
