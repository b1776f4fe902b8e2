import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { Output } from '../../kernel/output.ts';
import type { TagNode, TagText } from '../../media/pages/reading/structure-reader.ts';

/** Reads the finished file with pdf-lib, which had no part in writing it: the structure tree in its order. */
export async function readBack(outputs: readonly Output[]): Promise<ReadBack> {
  const [{ PDFDocument, PDFName, PDFString, PDFHexString }, { readTagTree }] = await Promise.all([
    import('pdf-lib'),
    import('../../media/pages/reading/structure-reader.ts'),
  ]);
  const pdf = outputs.find((output) => output.mediaType === 'application/pdf');
  if (pdf === undefined) return { passages: [], links: [] };
  const document = await PDFDocument.load(pdf.bytes, { updateMetadata: false });
  const { root, untagged } = readTagTree(document);
  const reader = new TagReader();
  if (root) reader.read(root);
  // Text that no element owns is read last, as most programs would: it shows up as added words.
  reader.add('paragraph', untagged);
  const title = document.getTitle();
  const lang = document.catalog.lookup(PDFName.of('Lang'));
  const language = lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : undefined;
  return {
    passages: reader.passages,
    links: reader.links,
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
const inlineTypes: ReadonlySet<string> = new Set(['Span', 'Code', 'Link']);
/** Furniture: contents lists, marks of list items and notes, references to notes, printed addresses. */
const leftOut: ReadonlySet<string> = new Set(['TOC', 'Lbl', 'Reference', 'LinkAddress']);

class TagReader {
  readonly passages: Passage[] = [];
  readonly links: LinkText[] = [];
  #tables = 0;
  #lists = 0;
  #cell: Passage['cell'];
  #row = 0;
  #column = 0;

  read(node: TagNode): void {
    if (node.type === 'Figure') {
      this.add('alt', node.alt ?? '');
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
    if (isCell && node.columnSpan === 1) this.#cell = { table, row: this.#row, column: ++this.#column };
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
    let words = '';
    const flush = (): void => {
      this.add(kind, words, heading ? Number(heading[1]) : undefined);
      words = '';
    };
    node.kids.forEach((kid, index) => {
      if ('text' in kid) words += kid.text;
      else if (inlineTypes.has(kid.type)) words += this.#inline(kid);
      else if (!leftOut.has(kid.type) && !isContentsHeading(node.kids, index)) {
        flush();
        this.read(kid);
      }
    });
    flush();
  }

  #inline(node: TagNode): string {
    let words = node.actualText ?? '';
    if (node.actualText === undefined) {
      for (const kid of node.kids) {
        if ('text' in kid) words += kid.text;
        else if (!leftOut.has(kid.type)) words += this.#inline(kid);
      }
    }
    if (node.type === 'Link' && node.url !== undefined) this.links.push({ text: fold(words), url: node.url });
    return words;
  }

  add(kind: PassageKind, words: string, level?: number): void {
    const text = fold(words);
    if (text === '') return;
    this.passages.push({
      kind,
      text,
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
