import { fill } from '../../document/furniture/furniture.ts';
import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { wordsOf } from '../../document/tokens.ts';
import type { OutputPlace } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import type { Grammar } from './grammar.ts';
import { headingMarks } from './marks.ts';
import { continues, headingStart, type Item, itemsBetweenBlanks } from './read-items.ts';
import { type ReadLine, readLines } from './read-lines.ts';
import { readMarks } from './read-marks.ts';

/** Reads a text from its bytes by the grammar of its marks alone, and takes the marks out again. */
export async function readBackPlainText(outputs: readonly Output[]): Promise<ReadBack> {
  const passages: Passage[] = [];
  const links: LinkText[] = [];
  const places: OutputPlace[] = [];
  for (const output of outputs) {
    const { lines, hard, grammar } = readLines(output);
    const reader = new Reader(grammar);
    for (const line of hard ? itemsBetweenBlanks(lines, grammar) : lines) reader.line(line);
    reader.line({ indent: 0, text: '', number: lines.length });
    for (const passage of reader.passages) passages.push(passage);
    for (const line of reader.lines) places.push({ line });
    links.push(...reader.links);
  }
  const title = passages.find((passage) => passage.kind === 'heading' && passage.level === 1)?.text;
  return { passages, links, places, ...(title !== undefined && { title }) };
}

interface OpenTable {
  readonly number: number;
  /** Indentation of its marks. */
  readonly indent: number;
  columns: readonly string[];
  row: number;
  column: number;
  /** The cell that the table stands in. */
  readonly outer: Passage['cell'];
  /** Lists around the table are not those of its cells. */
  readonly outerLists: readonly OpenList[];
  readonly around: number;
}

interface OpenList {
  readonly indent: number;
  readonly lists: number;
}

class Reader {
  readonly passages: Passage[] = [];
  readonly links: LinkText[] = [];
  /** The line on which each passage begins. */
  readonly lines: number[] = [];
  readonly #grammar: Grammar;
  #item: Item | undefined;
  /** The line on which the item begins. */
  #first = 1;
  #inContents = false;
  #inNotes = false;
  #code: { readonly indent: number; readonly lines: string[] } | undefined;
  /** Between the mark of a figure and its description only the alternative text can stand. */
  #figureOpens = false;
  #tables: OpenTable[] = [];
  #tableCount = 0;
  #lists: OpenList[] = [];
  #cell: Passage['cell'];

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
  }

  line(line: ReadLine): void {
    if (this.#code) {
      this.#codeLine(line);
      return;
    }
    if (line.text === '') {
      this.#finish();
      return;
    }
    const open = this.#item;
    if (open && continues(open, line, this.#grammar.reading)) {
      open.raw += ` ${line.text}`;
      return;
    }
    this.#finish();
    this.#start(line);
    if (this.#item?.kind === 'mark') this.#finish();
  }

  #start({ indent, text, number }: ReadLine): void {
    this.#first = number;
    if (this.#grammar.reading.markStart.test(text)) {
      this.#item = { kind: 'mark', indent, hanging: false, raw: text };
      return;
    }
    const table = this.#tables.at(-1);
    if (table && indent === table.indent && !this.#inContents) {
      this.#item = { kind: 'paragraph', indent, hanging: true, raw: text };
      return;
    }
    while (this.#lists.length > 0 && this.#lists.at(-1)!.indent >= indent) this.#lists.pop();
    const heading = headingStart.exec(text);
    if (heading) {
      const level = headingMarks.indexOf(heading[1] as (typeof headingMarks)[number]) + 1;
      this.#item = { kind: 'heading', indent, hanging: true, level, raw: heading[2]! };
      return;
    }
    const list = this.#grammar.reading.listStart.exec(text);
    if (list) {
      const lists =
        list[1] === undefined ? (this.#lists.at(-1)?.lists ?? this.#outerLists()) + 1 : Number(list[1]);
      this.#lists.push({ indent, lists });
      this.#item = { kind: 'paragraph', indent, hanging: true, raw: list[2] ?? '' };
      return;
    }
    const note = this.#inNotes && indent === 0 && text.startsWith(`[${this.#grammar.inline.note} `);
    const hanging = note || this.#read(text).gaps.length > 0;
    this.#item = { kind: 'paragraph', indent, hanging, raw: text };
  }

  #read(raw: string) {
    return readMarks(raw, this.#grammar.reading);
  }

  #outerLists(): number {
    return this.#tables.at(-1)?.around ?? 0;
  }

  #finish(): void {
    const item = this.#item;
    this.#item = undefined;
    if (item === undefined) return;
    const table = this.#tables.at(-1);
    if (item.kind === 'mark') this.#mark(item);
    else if (this.#inContents) return;
    else if (item.kind === 'heading') this.#push('heading', item.raw, item.level);
    else if (table && item.indent === table.indent) {
      if (this.#grammar.reading.recordLine.test(item.raw)) startRecord(table);
      else this.#cellStart(item, table);
    } else if (this.#figureOpens)
      this.#push('alt', item.raw.slice(`${this.#grammar.inline.altLabel}:  `.length));
    else this.#words(item);
  }

  /** A definition has two spaces behind its term. */
  #words(item: Item): void {
    const read = this.#read(item.raw);
    const gap = read.gaps.find((at) => read.text[at - 1] === ':');
    if (gap === undefined) {
      this.#add('paragraph', read.text);
    } else {
      this.#add('term', read.text.slice(0, gap - 1));
      this.#add('definition', read.text.slice(gap));
    }
    this.links.push(...read.links);
  }

  #cellStart(item: Item, table: OpenTable): void {
    table.column++;
    this.#lists = [];
    this.#cell = { table: table.number, row: table.row, column: table.column };
    const read = this.#read(item.raw);
    const gap = read.gaps.find((at) => read.text[at - 1] === ':');
    const name = fold(gap === undefined ? read.text.replace(/:$/, '') : read.text.slice(0, gap - 1));
    const expected =
      table.columns[table.column - 1] || fill(this.#grammar.furniture.body.column, { number: table.column });
    // A name that is not the column's is no furniture: its words show in the proof.
    if (wordsOf(name).join(' ') !== wordsOf(expected).join(' ')) this.#add('paragraph', name);
    if (gap !== undefined) this.#add('paragraph', read.text.slice(gap));
    this.links.push(...read.links);
  }

  #push(kind: PassageKind, raw: string, level?: number): void {
    const read = this.#read(raw);
    this.#add(kind, read.text, level);
    this.links.push(...read.links);
  }

  #add(kind: PassageKind, words: string, level?: number): void {
    const text = fold(words);
    if (text === '') return;
    const lists = this.#lists.at(-1)?.lists ?? this.#outerLists();
    this.lines.push(this.#first);
    this.passages.push({
      kind,
      text,
      ...(level !== undefined && { level }),
      ...(lists > 0 && { lists }),
      ...(this.#cell && { cell: this.#cell }),
    });
  }

  #codeLine({ indent, text }: ReadLine): void {
    const code = this.#code!;
    if (indent === code.indent && text === `[${this.#grammar.marks.codeEnd}]`) {
      this.#code = undefined;
      this.#add('code', code.lines.join('\n'));
      return;
    }
    const end = this.#grammar.reading.codeEnd;
    code.lines.push(
      ' '.repeat(Math.max(0, indent - code.indent)) +
        (indent === code.indent && text.startsWith('\\') && end.test(text) ? text.slice(1) : text),
    );
  }

  #mark(item: Item): void {
    const { marks } = this.#grammar;
    const [, name = '', words = ''] = this.#grammar.reading.markWhole.exec(item.raw) ?? [];
    if (name === marks.contents) this.#inContents = true;
    if (name === marks.contentsEnd) this.#inContents = false;
    if (this.#inContents) return;
    while (this.#lists.length > 0 && this.#lists.at(-1)!.indent >= item.indent) this.#lists.pop();
    this.#figureOpens = name === marks.figure;
    switch (name) {
      case marks.table:
        this.#openTable(item.indent, words);
        return;
      case marks.records:
        this.#columns(words);
        return;
      case marks.tableEnd:
        this.#closeTable();
        return;
      case marks.group:
        this.#outsideCell(() => this.#push('group', words));
        return;
      case marks.figure:
        this.#push('caption', words);
        return;
      case marks.keyFacts:
      case marks.box:
      case marks.contact:
        this.#push('paragraph', words);
        return;
      case marks.notes:
        this.#inNotes = true;
        return;
      case marks.code:
        this.#code = { indent: item.indent, lines: [] };
        return;
    }
  }

  #openTable(indent: number, caption: string): void {
    this.#push('caption', caption);
    const outer = this.#cell;
    const outerLists = this.#lists;
    const around = outerLists.at(-1)?.lists ?? this.#outerLists();
    const number = ++this.#tableCount;
    this.#lists = [];
    this.#tables.push({ number, indent, columns: [], row: 0, column: 0, outer, outerLists, around });
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    this.#cell = table?.outer;
    this.#lists = [...(table?.outerLists ?? [])];
  }

  #columns(words: string): void {
    const table = this.#tables.at(-1);
    const read = this.#read(this.#grammar.reading.recordsWords.exec(words)?.[1] ?? '');
    if (table === undefined) return;
    const ends = read.gaps.filter((at) => read.text[at - 1] === ';');
    table.columns = [...ends, read.text.length + 1].map((end, index) => {
      return fold(read.text.slice(index === 0 ? 0 : ends[index - 1]!, end - 1));
    });
    table.columns.forEach((name, index) => {
      this.#cell = { table: table.number, row: 0, column: index + 1 };
      this.#add('paragraph', name);
    });
    this.links.push(...read.links);
  }

  #outsideCell(action: () => void): void {
    this.#lists = [];
    this.#cell = this.#tables.at(-1)?.outer;
    action();
  }
}

function startRecord(table: OpenTable): void {
  table.row++;
  table.column = 0;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
