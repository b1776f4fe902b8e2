/** Some words of an announcement: of the page, or added by the screen reader to say what they are. */
export interface HeardPart {
  readonly text: string;
  readonly by: 'page' | 'reader';
  /** BCP 47, where it is not the language of the page. */
  readonly language?: string;
  /** What kind of announcement a rule may have to ask about. */
  readonly sign?: HeardSign;
  /** CSS selector of the element. */
  readonly selector?: string;
}

/** `alt`: the words of a picture. `name`: a name that the author gave beside the words. The others are faults by themselves. */
export type HeardSign =
  | 'alt'
  | 'name'
  | 'blank'
  | 'clickable'
  | 'no-name'
  | 'picture-without-name'
  | 'language';

/** What is heard at one stop of continuous reading. */
export interface HeardLine {
  readonly parts: readonly HeardPart[];
  readonly selector: string;
  /** The stop lies in a table, where values may well repeat. */
  readonly inTable?: true;
}

export interface HeardLink {
  readonly text: string;
  readonly target: string;
  readonly selector: string;
}

export interface HeardCell {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isHeader: boolean;
  readonly rowHeaders: readonly string[];
  readonly columnHeaders: readonly string[];
}

export interface HeardTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** False where the browser takes it for a grid of the layout: then nobody hears that it is a table. */
  readonly isTold: boolean;
  readonly cells: readonly HeardCell[];
  readonly selector: string;
}

export interface HeardField {
  readonly role: string;
  readonly name: string;
  readonly state: string;
  readonly selector: string;
}

/** Words with the place where they stand. */
export interface WordsAt {
  readonly words: string;
  readonly selector: string;
}

/** A page as somebody who listens gets it: in continuous reading, and by the lists that screen readers offer. */
export interface HeardPage {
  readonly title: string;
  readonly language?: string;
  readonly lines: readonly HeardLine[];
  readonly headings: readonly { readonly level: number; readonly text: string; readonly selector: string }[];
  readonly links: readonly HeardLink[];
  readonly landmarks: readonly { readonly role: string; readonly name: string; readonly selector: string }[];
  readonly tables: readonly HeardTable[];
  readonly fields: readonly HeardField[];
  /** Words that can be seen and are never said. */
  readonly silent: readonly WordsAt[];
  /** Words that are said and cannot be seen, and that no author keeps for listeners on purpose. */
  readonly unseen: readonly (WordsAt & { readonly why: string })[];
  /** Parts that are heard in another order than they stand on the screen. */
  readonly moved: readonly (WordsAt & {
    readonly before: string;
    /** One of the two is beside the text, such as a menu. */
    readonly isBeside: boolean;
  })[];
  /** Words that are folded away, and heard by whoever unfolds them. */
  readonly folded: readonly string[];
  /** Who publishes the page, as its head says it; empty where it says nothing. */
  readonly publisher: string;
  /** Addresses of other formats that the page offers, and of its part that lists them. */
  readonly otherFormats: readonly string[];
}
