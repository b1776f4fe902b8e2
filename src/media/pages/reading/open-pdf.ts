import { PDFDocument } from 'pdf-lib';
import { PageTextReader } from './page-text.ts';
import { readTagTree, type TagTree } from './structure-reader.ts';

/** A finished file with the text of its pages and its structure tree: each is read once, however many ask. */
export class OpenPdf {
  readonly document: PDFDocument;
  readonly pages: PageTextReader;
  #tags: TagTree | undefined;

  constructor(document: PDFDocument) {
    this.document = document;
    this.pages = new PageTextReader(document);
  }

  get tags(): TagTree {
    this.#tags ??= readTagTree(this.document, this.pages);
    return this.#tags;
  }
}

const opened = new WeakMap<Uint8Array, Promise<OpenPdf>>();

/** Opens a file with pdf-lib, which had no part in writing it; the same bytes once. They must not be changed afterwards. */
export function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  let pdf = opened.get(bytes);
  if (pdf === undefined) {
    const parseSpeed = Number.POSITIVE_INFINITY;
    pdf = PDFDocument.load(bytes, { updateMetadata: false, parseSpeed }).then((one) => new OpenPdf(one));
    opened.set(bytes, pdf);
  }
  return pdf;
}
