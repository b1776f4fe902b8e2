import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { PageTextReader, type TextRun } from './page-text.ts';

/** A node of the structure tree as the file has it; types are the file's own names, not yet role-mapped. */
export interface TagNode {
  readonly type: string;
  readonly kids: readonly (TagNode | TagText)[];
  readonly alt?: string;
  /** Language of the element itself (BCP 47). */
  readonly lang?: string;
  readonly actualText?: string;
  /** How many columns a cell spans. */
  readonly columnSpan: number;
  /** Of a header cell: what it is the header of. */
  readonly scope?: string;
  /** Where the annotation of a link leads: an address, or `#` and a place of the file. */
  readonly url?: string;
}

export interface TagText {
  readonly text: string;
  /** Index of the page; undefined where the file does not say. */
  readonly page: number | undefined;
  readonly mcid: number;
  /** Left, bottom, right and top in points from the page's lower left corner; undefined where nothing is painted. */
  readonly box: Box | undefined;
}

export type Box = readonly [number, number, number, number];

/** What is painted under one mark. */
interface Marked {
  text: string;
  box: Box | undefined;
}

export interface TagTree {
  readonly root: TagNode | undefined;
  /** What is painted without a mark of either kind. */
  readonly untagged: string;
}

/** Reads the structure tree with the text of its marked content, over page breaks, in the order of the tree. */
export function readTagTree(document: PDFDocument, pages = new PageTextReader(document)): TagTree {
  const treeRoot = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  const marked: Map<number, Marked>[] = [];
  let untagged = '';
  for (const page of document.getPages()) {
    const texts = new Map<number, Marked>();
    for (const run of pages.runsOf(page)) {
      const { mcid, text } = run;
      // What nobody sees is not read, so that it counts as lost.
      if (run.isArtifact || !run.isSeen) continue;
      if (mcid === undefined) {
        untagged += text;
        continue;
      }
      const known = texts.get(mcid);
      if (known === undefined) texts.set(mcid, { text, box: around(undefined, run) });
      else {
        known.text += text;
        known.box = around(known.box, run);
      }
    }
    marked.push(texts);
  }
  if (!(treeRoot instanceof PDFDict)) return { root: undefined, untagged };
  const walker = new Walker(document, pages.pageIndexes(), marked);
  return {
    root: { type: 'StructTreeRoot', kids: walker.kidsOf(treeRoot, undefined), columnSpan: 1 },
    untagged,
  };
}

/** Letters reach about a quarter of their size below the line that they stand on. */
function around(box: Box | undefined, { text, left, right, baseline, size }: TextRun): Box | undefined {
  if (text.trim() === '') return box;
  const [a, b, c, d] = [left, baseline - size / 4, right, baseline + size];
  return box === undefined
    ? [a, b, c, d]
    : [Math.min(box[0], a), Math.min(box[1], b), Math.max(box[2], c), Math.max(box[3], d)];
}

class Walker {
  readonly #document: PDFDocument;
  readonly #pages: ReadonlyMap<string, number>;
  readonly #marked: readonly ReadonlyMap<number, Marked>[];

  constructor(
    document: PDFDocument,
    pages: ReadonlyMap<string, number>,
    marked: readonly ReadonlyMap<number, Marked>[],
  ) {
    this.#document = document;
    this.#pages = pages;
    this.#marked = marked;
  }

  kidsOf(element: PDFDict, page: number | undefined): readonly (TagNode | TagText)[] {
    const own = this.#pageOf(element) ?? page;
    const value = element.get(PDFName.of('K'));
    const resolved = value instanceof PDFRef ? this.#document.context.lookup(value) : value;
    const items = resolved instanceof PDFArray ? resolved.asArray() : value === undefined ? [] : [value];
    const kids: (TagNode | TagText)[] = [];
    for (const item of items) {
      const kid = item instanceof PDFRef ? this.#document.context.lookup(item) : item;
      if (kid instanceof PDFNumber) kids.push(this.#text(own, kid.asNumber()));
      if (!(kid instanceof PDFDict)) continue;
      const type = name(kid.lookup(PDFName.of('Type')));
      if (type === 'MCR') {
        const mcid = kid.lookup(PDFName.of('MCID'));
        kids.push(this.#text(this.#pageOf(kid) ?? own, mcid instanceof PDFNumber ? mcid.asNumber() : -1));
      } else if (type !== 'OBJR') kids.push(this.#node(kid, own));
    }
    return kids;
  }

  #node(element: PDFDict, page: number | undefined): TagNode {
    const alt = text(element.lookup(PDFName.of('Alt')));
    const lang = text(element.lookup(PDFName.of('Lang')));
    const actualText = text(element.lookup(PDFName.of('ActualText')));
    const type = name(element.lookup(PDFName.of('S')));
    const scope = type === 'TH' ? name(this.#attribute(element, 'Scope')) : '';
    const url = type === 'Link' ? this.#target(element) : undefined;
    return {
      type,
      kids: this.kidsOf(element, page),
      columnSpan: this.#columnSpan(element),
      ...(scope !== '' && { scope }),
      ...(alt !== undefined && { alt }),
      ...(lang !== undefined && { lang }),
      ...(actualText !== undefined && { actualText }),
      ...(url !== undefined && { url }),
    };
  }

  #text(page: number | undefined, mcid: number): TagText {
    const marked = page === undefined ? undefined : this.#marked[page]?.get(mcid);
    return { text: marked?.text ?? '', page, mcid, box: marked?.box };
  }

  #pageOf(dict: PDFDict): number | undefined {
    const page = dict.get(PDFName.of('Pg'));
    return page instanceof PDFRef ? this.#pages.get(page.toString()) : undefined;
  }

  #columnSpan(element: PDFDict): number {
    const span = this.#attribute(element, 'ColSpan');
    return span instanceof PDFNumber ? span.asNumber() : 1;
  }

  #attribute(element: PDFDict, key: string): unknown {
    const attributes = element.lookup(PDFName.of('A'));
    const list =
      attributes instanceof PDFArray
        ? attributes.asArray().map((_, at) => attributes.lookup(at))
        : [attributes];
    for (const one of list) {
      const value = one instanceof PDFDict ? one.lookup(PDFName.of(key)) : undefined;
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** From the first annotation among the kids. */
  #target(element: PDFDict): string | undefined {
    const value = element.lookup(PDFName.of('K'));
    const items = value instanceof PDFArray ? value.asArray().map((_, at) => value.lookup(at)) : [value];
    for (const item of items) {
      if (!(item instanceof PDFDict) || name(item.lookup(PDFName.of('Type'))) !== 'OBJR') continue;
      const annotation = item.lookup(PDFName.of('Obj'));
      if (!(annotation instanceof PDFDict)) continue;
      const place = text(annotation.lookup(PDFName.of('Dest')));
      if (place !== undefined) return `#${decodeURIComponent(place)}`;
      const action = annotation.lookup(PDFName.of('A'));
      if (!(action instanceof PDFDict)) continue;
      const inside = text(action.lookup(PDFName.of('D')));
      if (inside !== undefined) return `#${decodeURIComponent(inside)}`;
      const url = text(action.lookup(PDFName.of('URI')));
      if (url !== undefined) return url;
    }
    return undefined;
  }
}

function name(value: unknown): string {
  return value instanceof PDFName ? value.decodeText() : '';
}

function text(value: unknown): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
