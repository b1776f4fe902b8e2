import { fold, textOf } from '../../document/text.ts';
import type { Cell, Inline, Table } from '../../document/tree.ts';
import type { StructElement } from '../../media/pages/structure.ts';
import { type Press, plain, type Spot } from './blocks.ts';
import { layOutGrid, planGrid } from './table-grid.ts';
import { layOutRecords } from './table-records.ts';

/** One element across all its pages, whichever way it is printed. */
export interface TableParts {
  readonly table: Table;
  readonly element: StructElement;
  /** Starts the ids of its cells. */
  readonly prefix: string;
}

/** Prints a table as a grid where every word fits its column at full size, else as one record after the other. */
export function layOutTable(table: Table, spot: Spot, press: Press): void {
  const { flow } = press;
  const { line, size } = flow.design;
  if (table.columns.length === 0) return;
  const parts: TableParts = { table, element: spot.parent.block('Table'), prefix: `t${++press.tables}` };
  if (table.id !== undefined) flow.place(table.id);
  flow.flushMarkers();
  if (table.caption) {
    const caption = parts.element.block('Caption');
    flow.group(() =>
      flow.text([plain(table.caption ?? '', caption, press, true)], spot, { size: size * 1.1, at: table.at }),
    );
    flow.space(line * 0.6);
    flow.keep();
  }
  const grid = table.layout === 'records' ? undefined : planGrid(table, spot, press);
  if (grid === undefined) layOutRecords(parts, spot, press);
  else layOutGrid(parts, grid, spot, press);
}

/** The inline content of a cell that is one paragraph or empty; undefined for any other. */
export function simpleContent(cell: Cell): readonly Inline[] | undefined {
  const [first, second] = cell.children;
  if (first === undefined) return [];
  return first.type === 'paragraph' && second === undefined ? first.children : undefined;
}

/** All words of a cell in one line. */
export function cellText(cell: Cell): string {
  const simple = simpleContent(cell);
  if (simple !== undefined) return fold(textOf(simple));
  return fold(cell.children.map((block) => ('children' in block ? textOf(block.children as Inline[]) : '')).join(' '));
}

export function columnId(prefix: string, column: number): string {
  return `${prefix}c${column + 1}`;
}

export function rowId(prefix: string, row: number): string {
  return `${prefix}r${row + 1}`;
}

export function groupId(prefix: string, group: number): string {
  return `${prefix}g${group + 1}`;
}
