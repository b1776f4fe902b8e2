import { joinRuns, type TextRun } from '../../document/language-runs.ts';
import type { LinkText, Passage, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { Output } from '../../kernel/output.ts';
import { attribute, type Element, elements, find, isElement, plainText } from '../../media/hast/dom.ts';
import { layoutMark } from './ideas.ts';
import { type OpenPackage, openPackage, UnreadablePackage } from './open-package.ts';
import { styleIds } from './styles.ts';

const nothing: ReadBack = { passages: [], links: [] };

/** Opens the document again as a word processor does, and reads its body in order, then its footnotes. One that cannot be opened says nothing; the check tells why. */
export async function readBackDocx(outputs: readonly Output[]): Promise<ReadBack> {
  const output = outputs.find(({ name }) => name === 'docx');
  if (output === undefined) return nothing;
  try {
    const open = await openPackage(output.bytes);
    const reader = new BodyReader(open);
    reader.blocks(open.body.childNodes.filter(isElement));
    for (const [id, note] of open.notes) if (Number(id) > 0) reader.blocks(note.childNodes.filter(isElement));
    return { passages: reader.passages, links: reader.links, title: open.title, language: open.language };
  } catch (error) {
    if (error instanceof UnreadablePackage) return nothing;
    throw error;
  }
}

interface Records {
  readonly mark: string;
  readonly table: number;
  columns: number;
  row: number;
  column: number;
}

/** A table goes on behind the title of a group of its rows: its header row is repeated there. */
interface OpenTable {
  readonly number: number;
  readonly caption: string;
  row: number;
}

class BodyReader {
  readonly passages: Passage[] = [];
  readonly links: LinkText[] = [];
  readonly #open: OpenPackage;
  #tables = 0;
  #records: Records | undefined;
  #table: OpenTable | undefined;
  /** The title of a group stands before the table whose header row is read first. */
  #group: Element | undefined;
  #cell: Passage['cell'];
  #lists = 0;

  constructor(open: OpenPackage) {
    this.#open = open;
  }

  blocks(nodes: readonly Element[]): void {
    for (const node of nodes) this.#block(node);
  }

  #block(node: Element): void {
    switch (node.tagName) {
      case 'w:p':
        this.#paragraph(node);
        return;
      case 'w:tbl':
        this.#tableBlock(node);
        return;
      case 'w:sdt':
        // The list of contents.
        return;
      case 'w:bookmarkStart':
        if (attribute(node, 'w:name')?.startsWith('records_')) {
          const mark = attribute(node, 'w:id') ?? '';
          this.#records = { mark, table: ++this.#tables, columns: 0, row: 0, column: 0 };
        }
        return;
      case 'w:bookmarkEnd':
        if (this.#records?.mark === attribute(node, 'w:id')) {
          this.#records = undefined;
          this.#cell = undefined;
        }
    }
  }

  #paragraph(node: Element): void {
    const style = styleOf(node);
    const records = this.#records;
    this.#lists = listsOf(node, style);
    if (style === styleIds.tableGroup && records === undefined && this.#cell === undefined) {
      this.#group = node;
      return;
    }
    // Nothing but the title of a group parts a table that goes on.
    if (this.#cell === undefined) this.#table = undefined;
    if (records !== undefined && this.#recordParagraph(node, style, records)) return;
    const heading = /^Heading([1-6])$/.exec(style)?.[1];
    if (heading !== undefined) this.#add('heading', node, { level: Number(heading) });
    else if (style === styleIds.figure) this.#figure(node);
    else if (style === styleIds.caption) this.#add('caption', node);
    else if (style === styleIds.term) this.#add('term', node);
    else if (style === styleIds.definition) this.#add('definition', node);
    else if (style === styleIds.code) this.#add('code', node);
    else this.#add('paragraph', node);
  }

  /** Whether the paragraph is one of the parts that only records have. */
  #recordParagraph(node: Element, style: string, records: Records): boolean {
    switch (style) {
      case styleIds.recordColumns:
        for (const run of elements(node, 'w:r')) {
          if (runStyle(run) !== styleIds.columnName) continue;
          records.columns++;
          this.#cell = { table: records.table, row: 0, column: records.columns };
          this.#push('paragraph', [{ text: textOfRun(run), lang: languageOf(run) }], {});
        }
        this.#cell = undefined;
        return true;
      case styleIds.tableGroup:
        this.#cell = undefined;
        this.#add('group', node);
        return true;
      case styleIds.recordNumber:
        records.row++;
        records.column = 0;
        return true;
      case styleIds.recordTitle:
      case styleIds.recordValue:
        records.column++;
        this.#cell = { table: records.table, row: records.row, column: records.column };
        this.#add('paragraph', node);
        return true;
      default:
        return false;
    }
  }

  #tableBlock(node: Element): void {
    const description = find(node, 'w:tblDescription');
    if (description !== undefined && attribute(description, 'w:val') === layoutMark) {
      for (const cell of elements(node, 'w:tc')) this.blocks(cell.childNodes.filter(isElement));
      return;
    }
    const name = find(node, 'w:tblCaption');
    const caption = (name && attribute(name, 'w:val')) ?? '';
    const outer = { cell: this.#cell, lists: this.#lists, table: this.#table };
    const goesOn =
      this.#group !== undefined &&
      outer.table !== undefined &&
      this.#cell === undefined &&
      caption.startsWith(outer.table.caption) &&
      outer.table.row > 0;
    const table: OpenTable =
      goesOn && outer.table ? outer.table : { number: ++this.#tables, caption, row: 0 };
    const rows = node.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'w:tr');
    for (const row of rows) {
      const isHeader = isHeaderRow(row);
      if (isHeader && goesOn) {
        this.#groupTitle();
        continue;
      }
      if (!isHeader) table.row++;
      const cells = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'w:tc');
      cells.forEach((cell, column) => {
        this.#cell = { table: table.number, row: isHeader ? 0 : table.row, column: column + 1 };
        this.blocks(cell.childNodes.filter(isElement));
      });
      if (isHeader) this.#groupTitle();
    }
    this.#cell = outer.cell;
    this.#lists = outer.lists;
    this.#table = outer.cell === undefined ? table : outer.table;
  }

  #groupTitle(): void {
    const title = this.#group;
    this.#group = undefined;
    this.#cell = undefined;
    this.#lists = 0;
    if (title !== undefined) this.#add('group', title);
  }

  #figure(node: Element): void {
    const picture = find(node, 'wp:docPr');
    if (picture === undefined) this.#add('alt', node);
    else this.#push('alt', [{ text: attribute(picture, 'descr') ?? '', lang: undefined }], {});
  }

  #add(kind: Passage['kind'], node: Element, more: Partial<Passage> = {}): void {
    this.#push(kind, this.#words(node), more);
  }

  #push(kind: Passage['kind'], words: readonly TextRun[], more: Partial<Passage>): void {
    const { text, languages } = joinRuns(words);
    if (text === '') return;
    this.passages.push({
      kind,
      text,
      ...(languages.length > 0 && { languages }),
      ...more,
      ...(this.#lists > 0 && { lists: this.#lists }),
      ...(this.#cell && { cell: this.#cell }),
    });
  }

  /** The words of a paragraph without those that the format adds; links on the way. */
  #words(node: Element): TextRun[] {
    return node.childNodes.filter(isElement).flatMap((child): TextRun[] => {
      if (child.tagName === 'w:r') return [ownText(child)];
      if (child.tagName === 'w:hyperlink') return this.#link(child);
      return child.tagName === 'w:ins' || child.tagName === 'w:smartTag' ? this.#words(child) : [];
    });
  }

  #link(node: Element): TextRun[] {
    const anchor = attribute(node, 'w:anchor');
    const runs = elements(node, 'w:r');
    if (runs.some((run) => runStyle(run) === 'FootnoteReference')) return [];
    const words = runs.map(ownText);
    const target = this.#open.targets.get(attribute(node, 'r:id') ?? '') ?? 'nowhere';
    const place = this.#open.bookmarks.has(anchor ?? '') ? `#${anchor}` : `no such place: ${anchor}`;
    const text = fold(words.map((one) => one.text).join(''));
    this.links.push({ text, url: anchor === undefined ? target : place });
    return words;
  }
}

/** Of this row, not of a table inside one of its cells. */
function isHeaderRow(row: Element): boolean {
  const properties = row.childNodes.filter(isElement).find(({ tagName }) => tagName === 'w:trPr');
  return properties !== undefined && find(properties, 'w:tblHeader') !== undefined;
}

function ownText(run: Element): TextRun {
  return { text: runStyle(run) === styleIds.added ? '' : textOfRun(run), lang: languageOf(run) };
}

/** The language that a run is marked with; undefined where it has the document's. */
function languageOf(run: Element): string | undefined {
  const lang = find(run, 'w:lang');
  return lang && (attribute(lang, 'w:bidi') ?? attribute(lang, 'w:val'));
}

/** Text, line breaks, and the alternative text of a picture inside a sentence. Hidden text is not read. */
function textOfRun(run: Element): string {
  let text = '';
  if (find(run, 'w:vanish') !== undefined) return '';
  for (const child of run.childNodes.filter(isElement)) {
    if (child.tagName === 'w:t') text += plainText(child);
    else if (child.tagName === 'w:br' || child.tagName === 'w:tab') text += ' ';
    else if (child.tagName === 'w:drawing') {
      const picture = find(child, 'wp:docPr');
      if (picture !== undefined) text += attribute(picture, 'descr') ?? '';
    }
  }
  return text;
}

function runStyle(run: Element): string {
  const style = find(run, 'w:rStyle');
  return (style && attribute(style, 'w:val')) ?? '';
}

function styleOf(paragraph: Element): string {
  const style = find(paragraph, 'w:pStyle');
  return (style && attribute(style, 'w:val')) ?? '';
}

/** How many lists surround a paragraph: its level in Word, or the style of levels that Word does not have. */
function listsOf(paragraph: Element, style: string): number {
  const deep = /^ListLevel(\d+)$/.exec(style)?.[1];
  if (deep !== undefined) return Number(deep);
  const properties = paragraph.childNodes.filter(isElement).find(({ tagName }) => tagName === 'w:pPr');
  const numbering = properties && find(properties, 'w:numPr');
  const level = numbering && find(numbering, 'w:ilvl');
  return level === undefined ? 0 : Number(attribute(level, 'w:val')) + 1;
}
