import type { LinkText, Passage, PassageKind } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { BrailleCode } from '../../media/braille/braille-code.ts';
import { type GridHead, gridCells, gridHead, gridRows, isHead } from './read-grid.ts';
import { type Group, type Item, itemsOf, levelOf, listsOfLast, withoutMark } from './read-items.ts';
import { type BrailleLine, joinLines } from './read-lines.ts';
import { type ReadText, readText } from './read-text.ts';
import type { Words } from './words.ts';

interface Region {
  readonly kind: string;
  readonly base: number;
  /** Lists around it. */
  readonly lists: number;
  readonly table?: { readonly number: number; readonly columns: string[]; row: number; column: number };
  /** The region was opened in an item of this group, which goes on behind it. */
  readonly group: Group | undefined;
  /** `columns`: the names of the columns are being told. */
  part?: 'columns' | 'rows' | 'grid';
  /** Of a table in columns. */
  head?: GridHead;
}

const number = /^#[a-j]+(?:4[a-j]+)*4(?: |$)/;
const bullet = /^_4(?: |$)/;
const boldStart = /^\^[17]/;
const full = /^7{8,}$/;
const foot = /^g{8,}$/;
const rule = /^3{6,}$/;
/** Here begins a page of print: a line of dots 3 and 6 with its number at the end. */
const printPage = /^-{6,}(?:#[a-j]+|;?,*[a-z]+)+$/;

/** Finds what the lines of a part of a book are, by their places on the page, and collects the passages of the report. */
export class StructureReader {
  readonly passages: Passage[] = [];
  readonly links: LinkText[] = [];
  readonly #words: Words;
  readonly #code: BrailleCode;
  readonly #names: ReadonlyMap<string, string>;
  readonly #ends: ReadonlySet<string>;
  #regions: Region[] = [];
  #tables = 0;
  #title = false;

  constructor(words: Words, script: BrailleCode) {
    this.#words = words;
    this.#code = script;
    const { table, figure, keyFacts, box, contact, quote, code, notes } = words;
    this.#names = new Map(
      [table, figure, keyFacts, box, contact, quote, code, notes].map((name) => [name.toLowerCase(), name]),
    );
    this.#ends = new Set(
      [words.quoteEnd, words.codeEnd, words.languageEnd, words.notesEnd].map((name) => name.toLowerCase()),
    );
  }

  /** `first`: the pages before the text, which end with the contents. */
  read(lines: readonly BrailleLine[], first: boolean): void {
    this.#title = first;
    this.#regions = [];
    let group: Group | undefined;
    let at = 0;
    const flush = () => {
      if (group !== undefined) this.#readGroup(group);
      group = undefined;
    };
    let resumable: Group | undefined;
    while (at < lines.length) {
      const line = lines[at]!;
      const base = this.#base;
      const indent = line.indent - base;
      if (line.cells === '') {
        resumable = group ?? resumable;
        flush();
        at++;
        continue;
      }
      if (isRule(line) && !foot.test(line.ascii)) {
        flush();
        at++;
        continue;
      }
      if (foot.test(line.ascii)) {
        flush();
        this.#regions.pop();
        at++;
        continue;
      }
      const afterGrid = group === undefined ? this.#readGrid(lines, at) : undefined;
      if (afterGrid !== undefined) {
        at = afterGrid;
        continue;
      }
      const inTable = this.#region?.part === 'rows';
      if (this.#region?.kind === this.#words.code && !line.ascii.startsWith('@.<')) {
        at = this.#readCode(lines, at);
        continue;
      }
      if (group === undefined && line.ascii.startsWith('@.<') && indent >= 3 && indent % 2 === 1 && first) {
        const end = endOf(lines, at, (next) => next.cells !== '');
        const { note } = this.#text(lines.slice(at, end));
        if (note === this.#words.contents.toLowerCase()) return;
      }
      if (group === undefined && line.ascii.startsWith('@.<') && indent >= 4 && indent % 2 === 0) {
        const end = endOf(lines, at, (next) => next.cells !== '' && next.indent === line.indent);
        this.#mark(this.#text(lines.slice(at, end)), line.indent - 4, resumable);
        at = end;
        continue;
      }
      if (group !== undefined) {
        group.lines.push(line);
        at++;
        continue;
      }
      const marked = bullet.test(line.ascii) || number.test(line.ascii);
      const goesOn = resumable !== undefined && indent > 0 && indent % 2 === 0 && bullet.test(line.ascii);
      if (indent === 0 || goesOn || (inTable && indent <= 2 && marked)) {
        group = { lines: [line], base };
        at++;
        continue;
      }
      if (indent === 2) {
        const end = endOf(lines, at, (next) => next.cells !== '' && next.indent === base);
        this.#paragraph(this.#text(lines.slice(at, end)));
        at = end;
        continue;
      }
      if (line.indent % 2 === 1) {
        const end = endOf(lines, at, (next) => next.cells !== '' && next.indent % 2 === 1);
        this.#heading(this.#text(lines.slice(at, end)), 2);
        at = end;
        continue;
      }
      const end = endOf(lines, at, (next) => next.cells !== '' && next.indent === line.indent);
      this.#heading(this.#text(lines.slice(at, end)), line.indent / 2 + 1);
      at = end;
    }
    flush();
  }

  get #region(): Region | undefined {
    return this.#regions.at(-1);
  }

  get #base(): number {
    return this.#region?.base ?? 0;
  }

  #text(lines: readonly BrailleLine[]): ReadText {
    return readText(joinLines(lines), this.#code, this.#words);
  }

  #add(kind: PassageKind, text: string, more: Partial<Passage> = {}): void {
    if (text === '') return;
    const lists = this.#region?.lists ?? 0;
    const table = this.#regions.findLast((region) => region.table !== undefined)?.table;
    const cell =
      table && table.column > 0 ? { table: table.number, row: table.row, column: table.column } : undefined;
    this.passages.push({ kind, text, ...(lists > 0 && { lists }), ...(cell && { cell }), ...more });
  }

  #heading({ text, links }: ReadText, level: number): void {
    this.links.push(...links);
    const isTitle = this.#title && level === 2;
    this.#title = false;
    this.#add('heading', text, { level: isTitle ? 1 : level });
  }

  #paragraph(read: ReadText): void {
    const { note, text, links } = read;
    this.links.push(...links);
    if (note === this.#words.altLabel.toLowerCase()) this.#add('alt', text);
    else this.#add('paragraph', text);
  }

  /** A note of the transcriber on lines of its own: a part begins or ends. */
  #mark({ note = '', text, links }: ReadText, base: number, group: Group | undefined): void {
    this.links.push(...links);
    const words = this.#words;
    if (this.#ends.has(note)) {
      this.#regions.pop();
      return;
    }
    if (note === words.group.toLowerCase()) {
      const table = this.#region?.table;
      if (table) table.column = 0;
      this.#add('group', text);
      return;
    }
    const language = note.startsWith(`${words.language.toLowerCase()}:`);
    const kind = language ? words.language : this.#names.get(note);
    if (kind === undefined) {
      this.#add('heading', text, { level: base / 2 + 3 });
      return;
    }
    const inside = base > this.#base && group !== undefined;
    const lists = (this.#region?.lists ?? 0) + (inside ? listsOfLast(group, base) : 0);
    const isTable = kind === words.table;
    if (text !== '') this.#regions.push({ kind: 'title', base, lists, group: undefined });
    if (text !== '') {
      this.#add(kind === words.table || kind === words.figure ? 'caption' : 'paragraph', text);
      this.#regions.pop();
    }
    this.#regions.push({
      kind,
      base,
      lists,
      group,
      ...(isTable && {
        table: { number: ++this.#tables, columns: [], row: 0, column: 0 },
        part: 'columns' as const,
      }),
    });
  }

  #readCode(lines: readonly BrailleLine[], at: number): number {
    const end = endOf(lines, at, (next) => !next.ascii.startsWith('@.<'));
    this.#add('code', this.#text(lines.slice(at, end).filter(({ cells }) => cells !== '')).text);
    return end;
  }

  #readGroup(group: Group): void {
    const region = this.#region;
    if (region?.part === 'columns' && region.table) {
      this.#readColumns(group, region);
      return;
    }
    if (region?.part === 'rows') {
      this.#readRow(group, region);
      return;
    }
    const definitions = boldStart.test(group.lines[0]!.ascii);
    const isStart = (line: BrailleLine) =>
      definitions
        ? line.indent === group.base && boldStart.test(line.ascii)
        : bullet.test(line.ascii) || number.test(line.ascii);
    for (const item of itemsOf(group, isStart)) this.#item(item, definitions);
  }

  #item(item: Item, definitions: boolean): void {
    const lists = this.#region?.lists ?? 0;
    if (definitions) {
      const { term, text, links } = this.#text(item.lines);
      this.links.push(...links);
      if (term === undefined) {
        this.#add('paragraph', text);
        return;
      }
      this.#add('term', term.text);
      this.#add('definition', term.rest);
      return;
    }
    const { text, note, links } = this.#text(item.isContinuation ? item.lines : withoutMark(item.lines));
    this.links.push(...links);
    const level = levelOf(note, this.#words) ?? item.depth + lists;
    const isNote = this.#region?.kind === this.#words.notes;
    this.#add('paragraph', text, isNote ? {} : { lists: level });
  }

  /** Lines of a table in columns: its head, or rows. Returns the line behind them. */
  #readGrid(lines: readonly BrailleLine[], at: number): number | undefined {
    const region = this.#region;
    const isNamed = region?.part === 'rows';
    if (region?.table?.row === 0 && (isNamed || region.part === 'columns')) {
      const head = gridHead(lines, at);
      if (head === undefined) return undefined;
      region.part = 'grid';
      region.head = head;
      if (isNamed) return at + head.lines.length;
      gridCells(head.lines.slice(0, -1), head.starts).forEach((cells, index) => {
        region.table!.columns.push(this.#cell(cells, index + 1));
      });
      region.table.column = 0;
      return at + head.lines.length;
    }
    if (region?.part !== 'grid' || !region.head || !region.table) return undefined;
    if (isHead(region.head, lines, at)) return at + region.head.lines.length;
    const line = lines[at]!;
    if (line.indent === 4 && line.ascii.startsWith('@.<') && (lines[at - 1]?.cells ?? '') === '')
      return undefined;
    const { rows, end } = gridRows(lines, at, region.head);
    for (const row of rows) {
      region.table.row++;
      gridCells(row, region.head.starts).forEach((cells, index) => {
        this.#cell(cells, index + 1);
      });
    }
    region.table.column = 0;
    return end;
  }

  #cell(cells: string, column: number): string {
    this.#region!.table!.column = column;
    const { text, links } = readText(cells, this.#code, this.#words);
    this.links.push(...links);
    this.#add('paragraph', text);
    return text;
  }

  /** Each column's name is a cell of the head. */
  #readColumns(group: Group, region: Region): void {
    const { table } = region;
    for (const item of itemsOf(group, ({ ascii }) => number.test(ascii))) {
      const { text, links } = this.#text(withoutMark(item.lines));
      this.links.push(...links);
      table!.columns.push(text);
      table!.column = table!.columns.length;
      this.#add('paragraph', text);
    }
    table!.column = 0;
    region.part = 'rows';
  }

  /** One row: each cell starts with the name of its column. */
  #readRow(group: Group, region: Region): void {
    const table = region.table!;
    const isLabel = (line: BrailleLine) => line.indent - group.base <= 2;
    const isStart = (line: BrailleLine) =>
      isLabel(line) || bullet.test(line.ascii) || number.test(line.ascii);
    for (const item of itemsOf(group, isStart)) {
      const first = item.lines[0]!;
      if (!isLabel(first) || item.isContinuation) {
        const marked = !item.isContinuation && (bullet.test(first.ascii) || number.test(first.ascii));
        const { text, links } = this.#text(marked ? withoutMark(item.lines) : item.lines);
        this.links.push(...links);
        const lists = region.lists + (item.isContinuation && item.depth <= 2 ? 0 : item.depth - 2);
        this.#add('paragraph', text, lists > 0 ? { lists } : {});
        continue;
      }
      if (first.indent === group.base) {
        table.row++;
        table.column = 1;
      } else table.column++;
      const { text, links } = this.#text(item.lines);
      this.links.push(...links);
      const label = `${table.columns[table.column - 1] ?? ''}:`;
      this.#add('paragraph', fold(text.startsWith(label) ? text.slice(label.length) : text));
    }
  }
}

function isRule({ ascii, indent }: BrailleLine): boolean {
  const isPage = indent === 0 && printPage.test(ascii);
  return full.test(ascii) || foot.test(ascii) || rule.test(ascii) || isPage;
}

function endOf(lines: readonly BrailleLine[], from: number, belongs: (line: BrailleLine) => boolean): number {
  let end = from + 1;
  while (end < lines.length && !isRule(lines[end]!) && belongs(lines[end]!)) end++;
  return end;
}
