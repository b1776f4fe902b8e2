import { joinRuns, type TextRun } from '../../document/language-runs.ts';
import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { OutputPlace } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import type { TagNode, TagText } from '../pages/reading/structure-reader.ts';

/** Reads the finished file with pdf-lib, which had no part in writing it: the structure tree in its order. */
export async function readBack(outputs: readonly Output[]): Promise<ReadBack> {
  const [{ PDFName, PDFString, PDFHexString }, { openPdf }] = await Promise.all([
    import('pdf-lib'),
    import('../pages/reading/open-pdf.ts'),
  ]);
  const pdf = outputs.find((output) => output.mediaType === 'application/pdf');
  if (pdf === undefined) return { passages: [], links: [] };
  const { document, tags } = await openPdf(pdf.bytes);
  const { root, untagged } = tags;
  const reader = new TagReader();
  if (root) reader.read(root);
  // Text that no element owns is read last, as most programs would: it shows up as added words.
  reader.add('paragraph', [{ text: untagged, lang: undefined }], undefined);
  const title = document.getTitle();
  const lang = document.catalog.lookup(PDFName.of('Lang'));
  const language = lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : undefined;
  return {
    passages: reader.passages,
    links: reader.links,
    places: reader.places,
    pages: document.getPageCount(),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
  };
}

/** What the words right inside an element are. */
const kinds: Readonly<Record<string, PassageKind>> = {
  Caption: 'caption',
  FigureCaption: 'caption',
  CodeBlock: 'code',
  Term: 'term',
  Definition: 'definition',
};
const inlineTypes: ReadonlySet<string> = new Set(['Span', 'Code', 'Link', 'LinkAddress']);
/** Furniture: contents lists, marks of list items and notes, references to notes. */
const leftOut: ReadonlySet<string> = new Set(['TOC', 'Lbl', 'Reference', 'PageMark']);

class TagReader {
  readonly passages: Passage[] = [];
  readonly links: LinkText[] = [];
  readonly places: (OutputPlace | undefined)[] = [];
  /** Of the element that is read; undefined where it has the document's. */
  #lang: string | undefined;
  #tables = 0;
  #lists = 0;
  #cell: Passage['cell'];
  #row = 0;
  #column = 0;

  read(node: TagNode): void {
    const outer = this.#lang;
    this.#lang = node.lang ?? outer;
    this.#read(node);
    this.#lang = outer;
  }

  #read(node: TagNode): void {
    if (node.type === 'Figure') {
      this.add('alt', [{ text: node.alt ?? '', lang: this.#lang }], placeOf(node));
      return;
    }
    const outer = { cell: this.#cell, row: this.#row, column: this.#column };
    const isList = node.type === 'L' && !node.kids.some(isDefinition);
    if (isList) this.#lists++;
    if (node.type === 'Table') {
      this.#tables++;
      this.#row = -1;
    }
    if (node.type === 'TR' && !isGroup(node)) {
      this.#row++;
      this.#column = 0;
    }
    const isCell = node.type === 'TH' || node.type === 'TD';
    const table = this.#tables;
    if (isCell && node.columnSpan === 1) {
      const column = ++this.#column;
      // A head without its scope, or that is no header, is no head to people who listen.
      const isTold = node.type === 'TH' ? node.scope !== undefined : this.#row > 0;
      this.#cell = isTold ? { table, row: this.#row, column } : outer.cell;
    }
    this.#kids(node);
    if (isList) this.#lists--;
    if (isCell) this.#cell = outer.cell;
    if (node.type === 'Table') {
      this.#row = outer.row;
      this.#column = outer.column;
    }
  }

  /** Words that stand side by side are one passage; an element that is a block ends it. */
  #kids(node: TagNode): void {
    const heading = /^H([1-6])$/.exec(node.type);
    const isGroupTitle = node.type === 'TH' && node.columnSpan > 1;
    const kind = heading ? 'heading' : isGroupTitle ? 'group' : (kinds[node.type] ?? 'paragraph');
    let runs: TextRun[] = [];
    let place: OutputPlace | undefined;
    const flush = (): void => {
      this.add(kind, runs, place, heading ? Number(heading[1]) : undefined);
      runs = [];
      place = undefined;
    };
    node.kids.forEach((kid, index) => {
      if ('text' in kid) {
        runs.push({ text: kid.text, lang: this.#lang });
        place ??= placeOf(kid);
      } else if (inlineTypes.has(kid.type)) {
        this.#inline(kid, runs);
        place ??= placeOf(kid);
      } else if (!leftOut.has(kid.type) && !isContentsHeading(node.kids, index)) {
        flush();
        this.read(kid);
      }
    });
    flush();
  }

  #inline(node: TagNode, runs: TextRun[]): void {
    const outer = this.#lang;
    this.#lang = node.lang ?? outer;
    const start = runs.length;
    let end = 0;
    if (node.actualText !== undefined) runs.push({ text: node.actualText, lang: this.#lang });
    else {
      for (const kid of node.kids) {
        // The printed address belongs to the text, not to the words that are the link.
        if (!('text' in kid) && kid.type === 'LinkAddress') end = runs.length;
        if ('text' in kid) runs.push({ text: kid.text, lang: this.#lang });
        else if (!leftOut.has(kid.type)) this.#inline(kid, runs);
      }
    }
    this.#lang = outer;
    if (node.type !== 'Link' || node.url === undefined) return;
    const words = runs.slice(start, end || undefined).map(({ text }) => text);
    this.links.push({ text: fold(words.join('')), url: node.url });
  }

  add(kind: PassageKind, runs: readonly TextRun[], place: OutputPlace | undefined, level?: number): void {
    const { text, languages } = joinRuns(runs);
    if (text === '') return;
    this.places.push(place);
    this.passages.push({
      kind,
      text,
      ...(languages.length > 0 && { languages }),
      ...(level !== undefined && { level }),
      ...(this.#lists > 0 && { lists: this.#lists }),
      ...(this.#cell && { cell: this.#cell }),
    });
  }
}

function isDefinition(item: TagNode | TagText): boolean {
  return 'kids' in item && item.kids.some((kid) => 'type' in kid && kid.type === 'Term');
}

/** A row with one cell over several columns is the title of the rows below. */
function isGroup(row: TagNode): boolean {
  const [first, second] = row.kids;
  return second === undefined && first !== undefined && 'type' in first && first.columnSpan > 1;
}

/** The heading right before a list of contents is a part of it. */
function isContentsHeading(kids: TagNode['kids'], index: number): boolean {
  const kid = kids[index];
  const next = kids[index + 1];
  return (
    kid !== undefined &&
    next !== undefined &&
    'type' in kid &&
    'type' in next &&
    next.type === 'TOC' &&
    /^H[1-6]$/.test(kid.type)
  );
}

/** The first of its parts that is painted. Whole points are near enough to find it. */
function placeOf(item: TagNode | TagText): OutputPlace | undefined {
  if (!('text' in item)) {
    for (const kid of item.kids) {
      const place = placeOf(kid);
      if (place !== undefined) return place;
    }
    return undefined;
  }
  if (item.page === undefined || item.box === undefined) return undefined;
  const [left, bottom, right, top] = item.box;
  return {
    page: item.page + 1,
    box: [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)],
  };
}
