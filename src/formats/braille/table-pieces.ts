import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { mapBlocks } from '../../document/map.ts';
import type { Block, Document } from '../../document/tree.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import type { Region } from '../../media/lines/line-item.ts';
import { gridPieces } from './grid.ts';
import type { Grid, Piece } from './piece.ts';
import type { PieceContext } from './piece-context.ts';
import type { Word } from './word.ts';

type TableRegion = Extract<Region, { readonly type: 'table' }>;

/** A table whose cells are being collected on the way through its records: both layouts have the same words. */
export interface OpenTable {
  readonly region: TableRegion;
  /** Where its pieces start. */
  readonly from: number;
  readonly columns: (readonly Word[])[];
  readonly rows: ({ kind: 'row'; cells: (readonly Word[])[] } | { kind: 'group'; piece: Piece })[];
  add(column: number, words: readonly Word[]): void;
  addGroup(piece: Piece): void;
}

/** Undefined for a table that is never drawn in columns: one of records by the plan, inside something else, of one column, or with lists in its cells. */
export function openTable(region: TableRegion, steps: number, from: number): OpenTable | undefined {
  const { table } = region;
  const simple = table.groups.every(({ rows }) =>
    rows.every(
      ({ cells }) =>
        cells.length === table.columns.length &&
        cells.every(
          ({ children }) =>
            children.length === 0 || (children.length === 1 && children[0]!.type === 'paragraph'),
        ),
    ),
  );
  if (!simple || steps > 0 || table.layout === 'records' || table.columns.length < 2) return undefined;
  const rows: OpenTable['rows'] = [];
  return {
    region,
    from,
    columns: [],
    rows,
    add(column, words) {
      const open = rows.at(-1);
      if (column === 1 || open?.kind !== 'row') rows.push({ kind: 'row', cells: [words] });
      else open.cells.push(words);
    },
    addGroup(piece) {
      rows.push({ kind: 'group', piece });
    },
  };
}

/** The table as one piece that is drawn or told when the length of its words is known. */
export function tablePiece(
  { region, columns, rows }: OpenTable,
  records: readonly Piece[],
  { maker, words }: PieceContext,
): Piece {
  const isEmpty = rows.some((row) => row.kind === 'row' && row.cells.some(({ length }) => length === 0));
  const note = (text: string): Piece => ({
    kind: 'words',
    place: { type: 'hang', first: 2, rest: 0 },
    mark: '',
    words: maker.note(text),
    before: 0,
    after: 0,
    keep: true,
  });
  const names = records.slice(3, 3 + columns.length).map((piece) => ({ ...piece, keep: true }));
  const grid: Grid = {
    columns,
    rows,
    key: [note(words.columnNumbers), ...names],
    opening: records.slice(0, 2),
    closing: records.at(-1)!,
    ...(isEmpty && { emptyNote: note(words.emptyCells) }),
  };
  return { kind: 'table', table: region.table, grid, records, before: 1, after: 1, keep: false };
}

/** All words of pieces, as they are transcribed: cells of a table once, whether it is drawn or told. */
export function passagesOf(pieces: readonly Piece[]): (readonly Word[])[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'words') return piece.passages ?? [piece.words];
    if (piece.kind !== 'table') return [];
    const { emptyNote, key } = piece.grid;
    return passagesOf([...piece.records, key[0]!, ...(emptyNote === undefined ? [] : [emptyNote])]);
  });
}

/** Draws each table whose columns fit the line; the others are told row by row. `drawn` collects them. */
export function layTables(
  pieces: readonly Piece[],
  width: number,
  height: number,
  drawn: Set<Block>,
): Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'table') return [piece];
    const grid = gridPieces(piece.grid, width, height);
    if (grid !== undefined) drawn.add(piece.table);
    return grid ?? piece.records;
  });
}

/** The tables that are told row by row because they do not fit. */
export function toldTables(
  { children, footnotes, meta }: Document,
  drawn: ReadonlySet<Block>,
): DeclaredChange[] {
  const changes: DeclaredChange[] = [];
  const name = furnitureOf(meta.language).body.tableWithoutCaption;
  const tell = (block: Block): Block => {
    if (block.type === 'table' && block.layout !== 'records' && !drawn.has(block)) {
      const reason =
        'The table is too wide for a line of braille: it is told row by row, each value with the name of its column.';
      changes.push({ kind: 'moved', text: block.caption ?? name, reason });
    }
    return block;
  };
  for (const blocks of [children, ...footnotes.map((note) => note.children)]) mapBlocks(blocks, tell);
  return changes;
}
