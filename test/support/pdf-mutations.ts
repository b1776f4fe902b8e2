import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { readTagTree, type TagNode } from '../../src/media/pages/reading/structure-reader.ts';

/** An element of the structure with what it says, for a test to change. */
interface Part {
  readonly dict: PDFDict;
  readonly parent: PDFDict | undefined;
  readonly type: string;
  readonly text: string;
  /** Where its first words are painted. */
  readonly mark: { readonly page: number; readonly mcid: number } | undefined;
}

/** A finished file that is taken apart, changed and saved. */
export class BrokenPdf {
  readonly pdf: PDFDocument;
  readonly parts: readonly Part[];

  private constructor(pdf: PDFDocument) {
    this.pdf = pdf;
    const { root } = readTagTree(pdf);
    const parts: Part[] = [];
    const walk = (dict: PDFDict, node: TagNode, parent: PDFDict | undefined): void => {
      parts.push({ dict, parent, type: node.type, text: textOf(node), mark: markOf(node) });
      const kids = elementsOf(pdf, dict);
      const nodes = node.kids.filter((kid): kid is TagNode => 'type' in kid);
      kids.forEach((kid, index) => {
        walk(kid, nodes[index]!, dict);
      });
    };
    walk(pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict), root!, undefined);
    this.parts = parts;
  }

  static async open(bytes: Uint8Array): Promise<BrokenPdf> {
    return new BrokenPdf(await PDFDocument.load(bytes, { updateMetadata: false }));
  }

  save(): Promise<Uint8Array> {
    return this.pdf.save({ updateFieldAppearances: false });
  }

  /** The innermost element of a type that says these words. */
  part(type: string, words: string): Part {
    const found = this.parts.filter((part) => part.type === type && part.text.includes(words)).at(-1);
    if (found === undefined) throw new Error(`There is no ${type} that says "${words}".`);
    return found;
  }

  inside(outer: Part, type: string): Part[] {
    const isIn = (part: Part): boolean => {
      for (let at = part.parent; at !== undefined; at = this.parts.find(({ dict }) => dict === at)?.parent)
        if (at === outer.dict) return true;
      return false;
    };
    return this.parts.filter((part) => part.type === type && isIn(part));
  }

  retype({ dict }: Part, type: string): void {
    dict.set(PDFName.of('S'), PDFName.of(type));
  }

  /** Kids of an element, references and marks alike. */
  kids(dict: PDFDict): PDFArray {
    const value = dict.lookup(PDFName.of('K'));
    if (value instanceof PDFArray) return value;
    const list = this.pdf.context.obj([]);
    const raw = dict.get(PDFName.of('K'));
    if (raw !== undefined) list.push(raw);
    dict.set(PDFName.of('K'), list);
    return list;
  }

  at({ dict, parent }: Part): number {
    return this.kids(parent!)
      .asArray()
      .findIndex((kid) => this.pdf.context.lookup(kid) === dict);
  }

  drop(part: Part): void {
    this.kids(part.parent!).remove(this.at(part));
  }

  repeat(part: Part): void {
    const kids = this.kids(part.parent!);
    kids.insert(this.at(part), kids.get(this.at(part)));
  }

  swap(one: Part, other: Part): void {
    const [a, b] = [this.kids(one.parent!), this.kids(other.parent!)];
    const [i, j] = [this.at(one), this.at(other)];
    const held = a.get(i);
    a.set(i, b.get(j));
    b.set(j, held);
  }

  set({ dict }: Part, key: string, text: string | undefined): void {
    if (text === undefined) dict.delete(PDFName.of(key));
    else dict.set(PDFName.of(key), PDFHexString.fromText(text));
  }

  /** The annotation of a link. */
  annotation({ dict }: Part): PDFDict {
    for (const kid of this.kids(dict).asArray()) {
      const one = this.pdf.context.lookup(kid);
      if (one instanceof PDFDict && one.has(PDFName.of('Obj'))) return one.lookup(PDFName.of('Obj'), PDFDict);
    }
    throw new Error('The link has no annotation.');
  }

  /** Changes the painting of the block that an element's words begin with: all between its BDC and EMC. */
  paint(part: Part, change: (block: { open: string; inside: string; close: string }) => string): void {
    const { page, mcid } = part.mark!;
    const target = this.pdf.getPages()[page]!;
    const content = contentOf(target);
    const block = new RegExp(`(/\\w+ <<[^>]*/MCID ${mcid}\\b[^>]*>> BDC\\s)([\\s\\S]*?)(\\sEMC)`);
    const found = block.exec(content);
    if (found === null) throw new Error(`Page ${page} has no block ${mcid}.`);
    const [all, open, inside, close] = found as unknown as [string, string, string, string];
    setContent(
      target,
      content.replace(all, () => change({ open, inside, close })),
    );
  }

  /** Changes the operators of one page, counted from 0. */
  repaint(page: number, change: (operators: string) => string): void {
    const target = this.pdf.getPages()[page]!;
    setContent(target, change(contentOf(target)));
  }

  /** Paints something over the whole page that an element stands on. */
  paintOver(part: Part, operators: string): void {
    const target = this.pdf.getPages()[part.mark!.page]!;
    setContent(target, `${contentOf(target)}\n${operators}`);
  }

  /** Changes each map from glyphs to letters. */
  changeLetters(from: RegExp, to: string): number {
    let changed = 0;
    for (const [ref, value] of this.pdf.context.enumerateIndirectObjects()) {
      if (!(value instanceof PDFRawStream)) continue;
      let text: string;
      try {
        text = Buffer.from(decodePDFRawStream(value).decode()).toString('latin1');
      } catch {
        continue;
      }
      if (!/beginbfchar|beginbfrange/.test(text) || !from.test(text)) continue;
      changed++;
      const stream = this.pdf.context.flateStream(Buffer.from(text.replace(from, to), 'latin1'));
      this.pdf.context.assign(ref, stream);
    }
    return changed;
  }
}

function elementsOf(pdf: PDFDocument, dict: PDFDict): PDFDict[] {
  const value = dict.lookup(PDFName.of('K'));
  const items = value instanceof PDFArray ? value.asArray() : [value];
  return items.flatMap((item) => {
    const kid = item instanceof PDFRef ? pdf.context.lookup(item) : item;
    return kid instanceof PDFDict && kid.has(PDFName.of('S')) ? [kid] : [];
  });
}

function textOf(node: TagNode): string {
  return node.kids.map((kid) => ('text' in kid ? kid.text : textOf(kid))).join('');
}

function markOf(node: TagNode): Part['mark'] {
  for (const kid of node.kids) {
    if ('text' in kid) return kid.page === undefined ? undefined : { page: kid.page, mcid: kid.mcid };
    const mark = markOf(kid);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((one) => (one instanceof PDFRef ? page.node.context.lookup(one) : one))
    .map((one) => Buffer.from(decodePDFRawStream(one as PDFRawStream).decode()).toString('latin1'))
    .join('\n');
}

function setContent(page: PDFPage, content: string): void {
  const { context } = page.node;
  page.node.set(
    PDFName.of('Contents'),
    context.register(context.flateStream(Buffer.from(content, 'latin1'))),
  );
}

type Breaking = readonly [name: string, change: (file: BrokenPdf) => void];

/** Glyph codes of two bytes, in hexadecimal digits or as they are. */
function withoutFirstWord(inside: string): string {
  const hex = inside.replace(/<[0-9a-f]{8,}>/i, '<>');
  return hex === inside ? inside.replace(/BT[\s\S]*?ET/, '') : hex;
}

const waters = (file: BrokenPdf) => file.part('P', 'It waters them');
const planted = (file: BrokenPdf) => file.part('P', 'We planted 120 trees in the north');
const inGroup = (file: BrokenPdf, before: string, after = '') =>
  file.paint(waters(file), ({ open, inside, close }) => `${open}q ${before}\n${inside}${after} Q${close}`);
const table = (file: BrokenPdf) => file.part('Table', 'Mill Park');
const figures = (file: BrokenPdf) => file.parts.filter(({ type }) => type === 'Figure');
const link = (file: BrokenPdf) => file.part('Link', 'the list of parks');
const cell = (file: BrokenPdf, words: string) => file.part('TD', words);
const list = (file: BrokenPdf) => file.part('L', 'They live for 300 years');

/** Corruptions of a finished PDF: what is painted, what is tagged, what is told. */
export const pdfMutations: readonly Breaking[] = [
  ['a paragraph is not painted', (file) => file.paint(waters(file), ({ open, close }) => open + close)],
  [
    'the end of a paragraph is not painted',
    (file) =>
      file.paint(
        waters(file),
        ({ open, inside, close }) => open + inside.replace(/BT(?![\s\S]*BT)[\s\S]*?ET/, '') + close,
      ),
  ],
  [
    'a word is cut from a line',
    (file) => file.paint(waters(file), ({ open, inside, close }) => open + withoutFirstWord(inside) + close),
  ],
  [
    'a paragraph is painted twice',
    (file) => file.paint(waters(file), ({ open, inside, close }) => `${open}${inside}\n${inside}${close}`),
  ],
  [
    'a paragraph has the words of another',
    (file) => {
      let other = '';
      file.paint(planted(file), ({ open, inside, close }) => {
        other = inside;
        return open + inside + close;
      });
      file.paint(waters(file), ({ open, close }) => open + other + close);
    },
  ],
  ['letters that are not painted (mode 3)', (file) => inGroup(file, '3 Tr')],
  ['letters that only cut (mode 7)', (file) => inGroup(file, '7 Tr')],
  ['words to the right of the page', (file) => inGroup(file, '1 0 0 1 2000 0 cm')],
  ['words below the page', (file) => inGroup(file, '1 0 0 1 0 -3000 cm')],
  ['words that are cut off', (file) => inGroup(file, '0 0 1 1 re W n')],
  ['words without size', (file) => inGroup(file, '0.001 0 0 0.001 0 0 cm')],
  [
    'white words',
    (file) =>
      file.paint(
        waters(file),
        ({ open, inside, close }) =>
          `${open}q 1 1 1 rg\n${inside.replace(/[\d.]+ [\d.]+ [\d.]+ rg/g, '1 1 1 rg')} Q${close}`,
      ),
  ],
  [
    'words under a box',
    (file) => file.paintOver(waters(file), '/Artifact BMC q 1 1 1 rg 0 0 2000 3000 re f Q EMC'),
  ],
  [
    'transparent words',
    (file) => {
      const page = file.pdf.getPages()[waters(file).mark!.page]!;
      const states = file.pdf.context.obj({ Gone: { Type: 'ExtGState', ca: 0 } });
      page.node.Resources()!.set(PDFName.of('ExtGState'), states);
      inGroup(file, '/Gone gs');
    },
  ],
  [
    'a paragraph is an artifact',
    (file) => file.paint(waters(file), ({ inside, close }) => `/Artifact BMC\n${inside}${close}`),
  ],
  ['a paragraph has no mark', (file) => file.paint(waters(file), ({ inside }) => inside)],
  [
    'a paragraph has the mark of another',
    (file) => {
      const { mcid } = planted(file).mark!;
      file.paint(
        waters(file),
        ({ open, inside, close }) => open.replace(/MCID \d+/, `MCID ${mcid}`) + inside + close,
      );
    },
  ],
  [
    'a paragraph says something else than it shows',
    (file) =>
      file.paint(
        waters(file),
        ({ open, inside, close }) => `${open}/Span <</ActualText (Nothing)>> BDC\n${inside}\nEMC${close}`,
      ),
  ],
  [
    'a digit stands for another',
    (file) => {
      if (file.changeLetters(/<0035>/g, '<0036>') === 0) throw new Error('no map has a 5');
    },
  ],
  [
    'a letter stands for another',
    (file) => {
      if (file.changeLetters(/<0077>/g, '<0076>') === 0) throw new Error('no map has a w');
    },
  ],
  ['a paragraph has no tag', (file) => file.drop(waters(file))],
  ['a paragraph is told twice', (file) => file.repeat(waters(file))],
  ['two paragraphs change places in the tags', (file) => file.swap(planted(file), waters(file))],
  ['a heading has another level', (file) => file.retype(file.part('H3', 'Trees in each park'), 'H2')],
  ['a heading is a paragraph', (file) => file.retype(file.part('H2', 'What we want'), 'P')],
  ['a paragraph is a heading', (file) => file.retype(waters(file), 'H2')],
  [
    'headings change places',
    (file) => file.swap(file.part('H2', 'What we found'), file.part('H2', 'What we want')),
  ],
  ['a list is none', (file) => file.retype(list(file), 'Div')],
  ['a list item is dropped', (file) => file.drop(file.part('LI', 'Limes smell'))],
  [
    'list items change places',
    (file) => file.swap(file.part('LI', 'Limes smell'), file.part('LI', 'Birches grow')),
  ],
  ['a table is none', (file) => file.retype(table(file), 'Sect')],
  ['a row is dropped', (file) => file.drop(file.part('TR', 'Mill Park'))],
  ['rows change places', (file) => file.swap(file.part('TR', 'Mill Park'), file.part('TR', 'Hill Park'))],
  ['a cell is dropped', (file) => file.drop(cell(file, '51'))],
  ['a cell is told twice', (file) => file.repeat(cell(file, '51'))],
  ['cells change places', (file) => file.swap(cell(file, '51'), cell(file, 'A trust'))],
  ['the head of a column is a cell', (file) => file.retype(file.part('TH', 'Owner'), 'TD')],
  ['the head of a column has no scope', (file) => file.set(file.part('TH', 'Owner'), 'A', undefined)],
  ['the head of a row has no scope', (file) => file.set(file.part('TH', 'Mill Park'), 'A', undefined)],
  ['a caption is dropped', (file) => file.drop(file.part('Caption', 'Trees in parks'))],
  ['a caption is a paragraph', (file) => file.retype(file.part('Caption', 'Trees in parks'), 'P')],
  ['the title of a group is dropped', (file) => file.drop(file.part('TR', 'Looking after people'))],
  ['an alternative is dropped', (file) => file.set(figures(file)[0]!, 'Alt', undefined)],
  ['an alternative is another one', (file) => file.set(figures(file)[0]!, 'Alt', 'A chart')],
  [
    'alternatives are swapped',
    (file) => {
      const [one, other] = figures(file);
      file.set(one!, 'Alt', 'Map: the parks lie along the river');
      file.set(other!, 'Alt', 'Bar chart: 45 trees in Lane Park, 51 in Mill Park');
    },
  ],
  ['a picture is dropped', (file) => file.drop(figures(file)[0]!)],
  [
    'a link leads elsewhere',
    (file) => {
      const action = file.annotation(link(file)).lookup(PDFName.of('A'), PDFDict);
      action.set(PDFName.of('URI'), PDFString.of('https://example.com/list'));
    },
  ],
  ['a link leads nowhere', (file) => file.annotation(link(file)).delete(PDFName.of('A'))],
  ['a link is none', (file) => file.retype(link(file), 'Span')],
  [
    'the printed address of a link is dropped',
    (file) => file.drop(file.inside(link(file), 'LinkAddress')[0]!),
  ],
  ['a part loses its language', (file) => file.set(file.part('Div', 'Croeso'), 'Lang', undefined)],
  ['a part has another language', (file) => file.set(file.part('Div', 'Croeso'), 'Lang', 'de')],
  ['a paragraph is in another language', (file) => file.set(waters(file), 'Lang', 'fr')],
  ['the file is in another language', (file) => file.pdf.catalog.set(PDFName.of('Lang'), PDFString.of('de'))],
  ['the file has another title', (file) => file.pdf.setTitle('Tins and parks')],
  ['a term is a meaning', (file) => file.retype(file.part('Term', 'Sapling'), 'Definition')],
  ['terms change places', (file) => file.swap(file.part('Term', 'Sapling'), file.part('Term', 'Coppice'))],
  ['a footnote is dropped', (file) => file.drop(file.part('P', 'We asked 300 people'))],
  ['a quotation is dropped', (file) => file.drop(file.part('P', 'Nobody asked us'))],
  [
    'an element says something else',
    (file) => {
      const marks = file.kids(waters(file).dict);
      const span = file.pdf.context.obj({ S: 'Span', P: waters(file).dict, K: marks });
      span.set(PDFName.of('ActualText'), PDFHexString.fromText('It does not water them'));
      const page = waters(file).dict.get(PDFName.of('Pg'));
      if (page !== undefined) span.set(PDFName.of('Pg'), page);
      waters(file).dict.set(PDFName.of('K'), file.pdf.context.obj([file.pdf.context.register(span)]));
    },
  ],
  ['a page is lost', (file) => file.pdf.removePage(1)],
  ['there are no tags', (file) => file.pdf.catalog.delete(PDFName.of('StructTreeRoot'))],
  [
    'a cell spans two columns',
    (file) => {
      const attributes = file.pdf.context.obj({ O: 'Table' });
      attributes.set(PDFName.of('ColSpan'), PDFNumber.of(2));
      cell(file, '51').dict.set(PDFName.of('A'), attributes);
    },
  ],
];
