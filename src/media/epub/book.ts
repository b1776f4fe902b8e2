import type { MetadataProperty } from '../../document/accessibility-metadata.ts';

/** One file of an e-book. */
export interface BookFile {
  /** Unique in the book; an XML name without a colon. */
  readonly id: string;
  /** From the folder of the package document, with `/`. */
  readonly path: string;
  /** IANA media type. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly property?: 'nav' | 'cover-image';
  /** Id of the file that tells which sound belongs to which part of this page. */
  readonly mediaOverlay?: string;
  /** Pages are read in the order of the list of files. */
  readonly isPage?: true;
}

/** A property of the package beside those that every book has, such as `media:duration`. */
export interface BookProperty {
  readonly property: string;
  readonly value: string;
  /** Id of a file that it speaks of; without it, of the book. */
  readonly of?: string;
}

/** A book as its package document tells it. EPUB 3.3, section 5. */
export interface Book {
  /** A URN that no other book has. */
  readonly identifier: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly publisher: string;
  /** ISO 8601, as the report has it. */
  readonly date: string;
  readonly description?: string;
  /** Properties of schema.org about accessibility. */
  readonly accessibility: readonly MetadataProperty[];
  /** Who can use it, in sentences. */
  readonly accessibilitySummary: string;
  /** BCP 47 code of the summary's language. */
  readonly summaryLanguage: string;
  /** Who checked that it meets EPUB Accessibility 1.1 and WCAG 2.2 AA. Without a name no such claim is made. */
  readonly certifiedBy?: string;
  /** What the numbers of its pages come from; only with a list of pages. */
  readonly pageSource?: string;
  readonly properties?: readonly BookProperty[];
  readonly files: readonly BookFile[];
}
