import type { Element } from 'hast';
import { h } from 'hastscript';
import { accessibilityFacts } from '../../document/accessibility-facts.ts';
import { accessibilityMetadata, schemaOrgProperties } from '../../document/accessibility-metadata.ts';
import { dateInWords } from '../../document/date.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Asset, Document } from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import type { Finding } from '../../kernel/finding.ts';
import { fixedWords } from '../hast/fixed-words.ts';
import { lines } from '../hast/lines.ts';
import type { Picture } from '../pictures/picture-for.ts';
import { accessibilitySummary } from './accessibility-summary.ts';
import type { Book, BookFile } from './book.ts';
import { bookFonts } from './book-fonts.ts';
import { bookIdentifier } from './book-identifier.ts';
import { type BookPage, pageBytes, pagePath } from './book-page.ts';
import { bookStyle } from './book-style.ts';
import { contentsPage } from './contents-page.ts';
import { type CoverText, coverPage, coverPath, coverPicture } from './cover.ts';
import { documentPages } from './document-pages.ts';
import { printedPages } from './printed-pages.ts';

export interface BookOptions {
  /** Two formats of one report are two books. */
  readonly format: string;
  /** Name of the format, where the book is not the report itself. */
  readonly label?: string;
  readonly certifiedBy?: string;
  readonly pictureFor: (concept: string) => Picture | undefined;
}

export interface DocumentBook {
  readonly book: Book;
  readonly changes: readonly DeclaredChange[];
  readonly findings: readonly Finding[];
}

const stylePath = 'style/book.css';

/** The document as a book: cover, title page, contents, a page for each chapter, footnotes; style, font and pictures beside them. */
export async function documentBook(document: Document, options: BookOptions): Promise<DocumentBook> {
  const { meta } = document;
  const { format, label, certifiedBy } = options;
  const pictures = new PictureFiles(options.pictureFor);
  const text = documentPages(document, {
    rules: 'epub',
    hasPageList: true,
    imageUrl: (asset) => pictures.ofAsset(asset),
    pictureUrl: (concept) => pictures.ofConcept(concept),
  });
  const furniture = furnitureOf(meta.language);
  const drawn = [...text.pages, ...pictures.credits(document)];
  const cover: CoverText = {
    title: meta.title,
    publisher: meta.organisation,
    date: dateInWords(meta.date, furniture),
    language: meta.language,
    ...(label !== undefined && { label }),
  };
  const marks = printedPages(drawn);
  const contents = contentsPage(document, drawn, marks);
  const front = drawn.filter(({ kind }) => kind === 'title');
  const pages = [coverPage(cover), ...front, contents, ...drawn.filter(({ kind }) => kind !== 'title')];
  const facts = accessibilityFacts(document, {
    contents: true,
    reflows: true,
    pageMarks: marks.length,
    pageList: marks.length > 0,
  });
  const files: BookFile[] = [
    ...pages.map((page) => pageFile(page, meta.language)),
    { id: 'style', path: stylePath, mediaType: 'text/css', bytes: new TextEncoder().encode(bookStyle) },
    ...(await bookFonts()),
    {
      id: 'cover-picture',
      path: coverPath,
      mediaType: 'image/png',
      property: 'cover-image',
      bytes: await coverPicture(cover),
    },
    ...pictures.files,
  ];
  const book: Book = {
    identifier: bookIdentifier(meta, format),
    title: label === undefined ? meta.title : `${label}: ${meta.title}`,
    language: meta.language,
    direction: direction(meta.language),
    publisher: meta.organisation,
    date: meta.date,
    ...(meta.summary !== undefined && { description: meta.summary }),
    // The printed edition has no number of its own: it is named as people name it.
    ...(marks.length > 0 && { pageSource: `${meta.title}. ${meta.organisation}, ${meta.date}` }),
    accessibility: schemaOrgProperties(accessibilityMetadata(facts)),
    accessibilitySummary: accessibilitySummary(facts, furniture),
    summaryLanguage: fixedWords(meta.language).lang ?? meta.language,
    ...(certifiedBy !== undefined && { certifiedBy }),
    files,
  };
  return { book, changes: text.changes, findings: text.findings };
}

function pageFile(page: BookPage, language: string): BookFile {
  return {
    id: page.id,
    path: pagePath(page),
    mediaType: 'application/xhtml+xml',
    bytes: pageBytes(page, language, stylePath),
    isPage: true,
    ...(page.kind === 'contents' && { property: 'nav' }),
  };
}

const endings = { 'image/svg+xml': 'svg', 'image/png': 'png', 'image/jpeg': 'jpg' } as const satisfies Record<
  Asset['mediaType'],
  string
>;

/** The pictures that the pages show, each once, in the order in which they are met. */
class PictureFiles {
  readonly files: BookFile[] = [];
  readonly #pictureFor: BookOptions['pictureFor'];
  readonly #ofConcepts = new Map<string, { readonly picture: Picture; readonly path: string }>();

  constructor(pictureFor: BookOptions['pictureFor']) {
    this.#pictureFor = pictureFor;
  }

  ofAsset({ mediaType, bytes }: Pick<Asset, 'mediaType' | 'bytes'>): string {
    const id = `picture-${this.files.length + 1}`;
    const path = `images/${id}.${endings[mediaType]}`;
    this.files.push({ id, path, mediaType, bytes });
    return path;
  }

  ofConcept(concept: string): string | undefined {
    const picture = this.#pictureFor(concept);
    if (picture === undefined) return undefined;
    const known = this.#ofConcepts.get(picture.concept);
    if (known !== undefined) return known.path;
    const path = this.ofAsset({
      mediaType: 'image/svg+xml',
      bytes: new TextEncoder().encode(picture.svg),
    });
    this.#ofConcepts.set(picture.concept, { picture, path });
    return path;
  }

  /** A page that says who drew the pictures beside ideas, and on what terms. */
  credits({ meta }: Document): BookPage[] {
    if (this.#ofConcepts.size === 0) return [];
    const { easyRead } = furnitureOf(meta.language);
    const told = [...this.#ofConcepts.values()].map(
      ({ picture }) => `${picture.credit} (${picture.licence})`,
    );
    const content: Element = h(
      'section',
      {
        'epub:type': 'acknowledgments',
        role: 'doc-acknowledgments',
        ariaLabelledBy: 'credits.title',
        ...fixedWords(meta.language),
      },
      lines([
        h('h2', { id: 'credits.title' }, easyRead.pictures),
        h('ul', lines([...new Set(told)].map((line) => h('li', line)))),
      ]),
    );
    return [
      { id: 'credits', kind: 'credits', title: `${easyRead.pictures} - ${meta.title}`, content: [content] },
    ];
  }
}
