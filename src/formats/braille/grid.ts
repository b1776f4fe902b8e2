import { cells } from '../../media/braille/cells.ts';
import { digitsOf } from './digits-of.ts';
import type { Line } from './line.ts';
import { blank, type Token, tokensOf } from './lines.ts';
import type { Grid, Piece } from './piece.ts';
import type { Word } from './word.ts';

/** Empty cells between two columns (BANA Braille Formats, section 11). */
const gap = 2;
/** Further lines of a cell start so many cells right of its first one. */
const runover = 2;
/** Lines of a cell at the most: a row of more lines is no row for fingers, and the table is told row by row. */
const mostLines = 4;
const mostHeadLines = 4;
const narrowest = 2;
/** Leads from a short cell to the next column, and fills an empty one. */
const guide = cells('"');
const separation = cells('3');

interface Entry {
  readonly tokens: readonly Token[];
  readonly hang: number;
  readonly most: number;
}

/**
 * A table in columns: names, a line of dots 2 and 5 below each of them, a row on each line with guide dots between its cells. The names come
 * again on each page; where only they are too long, numbers stand for them (BANA Braille Formats, 11.7). Undefined where a cell would need
 * more than four lines.
 */
export function gridPieces(grid: Grid, width: number, height: number): Piece[] | undefined {
  const names = grid.columns.map((words) => entry(words, 0, mostHeadLines));
  const numbers = names.map((_, index): Entry => {
    const made = cells('#') + digitsOf(index + 1);
    const token = {
      cells: made,
      print: String(index + 1),
      length: made.length,
      newLine: false,
      continues: false,
    };
    return { tokens: [token], hang: 0, most: 1 };
  });
  const rows = grid.rows.map((row) =>
    row.kind === 'group'
      ? row
      : { ...row, cells: row.cells.map((words) => entry(words, runover, mostLines)) },
  );
  return drawn({ ...grid, key: [] }, names, rows, width, height) ?? drawn(grid, numbers, rows, width, height);
}

type EntryRow =
  | { readonly kind: 'row'; readonly cells: readonly Entry[] }
  | { readonly kind: 'group'; readonly piece: Piece };

function drawn(
  grid: Grid,
  names: readonly Entry[],
  rows: readonly EntryRow[],
  width: number,
  height: number,
): Piece[] | undefined {
  const count = names.length;
  const columns = names.map((name, index) => [
    name,
    ...rows.flatMap((row) => (row.kind === 'row' ? [row.cells[index] ?? entry([], runover, mostLines)] : [])),
  ]);
  const widths = widthsOf(columns, width - gap * (count - 1));
  if (widths === undefined) return undefined;
  const head = headOf(names, widths);
  const tallest = Math.max(...rows.map((row) => (row.kind === 'row' ? rowOf(row.cells, widths).length : 0)));
  // The table must leave room for its head, a title of a group and a row on each page.
  if (head.length + tallest + 4 > height) return undefined;
  const piece = { before: 0, after: 0, kind: 'lines' } as const;
  const last = rows.findLastIndex(({ kind }) => kind === 'row');
  const first = rows.findIndex(({ kind }) => kind === 'row');
  return [
    ...grid.opening,
    ...grid.key,
    ...(grid.emptyNote === undefined ? [] : [grid.emptyNote]),
    { ...piece, before: 1, keep: true, lines: head },
    ...rows.map(
      (row, index): Piece =>
        row.kind === 'group'
          ? { ...row.piece, head }
          : // Two rows stand below the names at the least, and the last one with the line that ends the table.
            { ...piece, keep: index === first || index === last, lines: rowOf(row.cells, widths), head },
    ),
    grid.closing,
  ];
}

function entry(words: readonly Word[], hang: number, most: number): Entry {
  return { tokens: tokensOf(words, '', Number.POSITIVE_INFINITY), hang, most };
}

/** The narrowest columns in which every cell has as few lines as the width of the page allows. */
function widthsOf(columns: readonly (readonly Entry[])[], room: number): number[] | undefined {
  for (let most = 1; most <= mostLines; most++) {
    const widths: number[] = [];
    for (const entries of columns) {
      const width = widthFor(entries, most, room);
      if (width === undefined) break;
      widths.push(width);
    }
    if (widths.length === columns.length && widths.reduce((sum, one) => sum + one, 0) <= room) return widths;
  }
  return undefined;
}

function widthFor(entries: readonly Entry[], most: number, room: number): number | undefined {
  const fits = (width: number) =>
    entries.every((one) => {
      const lines = broken(one, width);
      return lines !== undefined && lines.length <= (one.hang === 0 ? one.most : most);
    });
  let [low, high] = [narrowest, room];
  if (!fits(high)) return undefined;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface CellLine {
  readonly cells: string;
  readonly print: string;
}

/** Undefined where a word is longer than a line. */
function broken({ tokens, hang }: Entry, width: number): CellLine[] | undefined {
  const lines: { cells: string; print: string }[] = [];
  for (const { cells: made, print, newLine } of tokens) {
    const open = lines.at(-1);
    if (open !== undefined && !newLine && open.cells.length + 1 + made.length <= width) {
      open.cells += blank + made;
      open.print += ` ${print}`;
      continue;
    }
    const line = { cells: (open === undefined ? '' : blank.repeat(hang)) + made, print };
    if (line.cells.length > width) return undefined;
    lines.push(line);
  }
  return lines;
}

/** Names of several lines end on the same one, above the line that parts them from the rows. */
function headOf(names: readonly Entry[], widths: readonly number[]): Line[] {
  const made = names.map((name, index) => broken(name, widths[index]!) ?? []);
  const tall = Math.max(1, ...made.map(({ length }) => length));
  const none: CellLine = { cells: '', print: '' };
  const columns = made.map((lines) => [...new Array<CellLine>(tall - lines.length).fill(none), ...lines]);
  return [
    ...across(columns, widths, tall),
    { indent: 0, cells: widths.map((one) => separation.repeat(one)).join(blank.repeat(gap)), print: '' },
  ];
}

function rowOf(entries: readonly Entry[], widths: readonly number[]): Line[] {
  const columns = entries.map((one, index): CellLine[] => {
    const width = widths[index]!;
    const lines = broken(one, width) ?? [];
    const [only, more] = lines;
    if (only === undefined) return [{ cells: guide.repeat(width), print: '' }];
    const dots = width - only.cells.length - 1;
    if (more !== undefined || index + 1 === entries.length || dots < 2) return lines;
    return [{ cells: only.cells + blank + guide.repeat(dots), print: only.print }];
  });
  return across(columns, widths, Math.max(...columns.map(({ length }) => length)));
}

/** The lines of cells that stand beside each other. */
function across(columns: readonly (readonly CellLine[])[], widths: readonly number[], count: number): Line[] {
  return Array.from({ length: count }, (_, row) => {
    let made = '';
    let from = 0;
    const print: { at: number; print: string }[] = [];
    columns.forEach((lines, index) => {
      const line = lines[row];
      if (line !== undefined && line.cells !== '') {
        made = made.padEnd(from, blank) + line.cells;
        print.push({ at: from, print: line.print });
      }
      from += widths[index]! + gap;
    });
    const shown = made.replace(/^\u2800+/, '');
    const indent = made.length - shown.length;
    return {
      indent,
      cells: shown,
      print: print.map((one) => one.print).join(' '),
      columns: print.map((one) => ({ ...one, at: one.at - indent })),
    };
  });
}
