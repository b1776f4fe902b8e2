import type { Table } from '../../document/tree.ts';
import { type Press, plain, type Spot } from './press.ts';
import type { TableParts } from './table-cells.ts';
import { layOutGrid, planGrid } from './table-grid.ts';
import { layOutRecords } from './table-records.ts';

/** Prints a table as a grid where every word fits its column at full size, else as one record after the other. */
export function layOutTable(table: Table, spot: Spot, press: Press): void {
  const { flow } = press;
  const { line, size } = flow.design;
  if (table.columns.length === 0) return;
  const parts: TableParts = {
    table,
    element: spot.parent.block('Table'),
    prefix: `t${++press.tables.count}`,
  };
  if (table.id !== undefined) {
    flow.place(table.id);
    press.targets.set(table.id, parts.element);
  }
  flow.flushMarkers();
  if (table.caption) {
    const caption = parts.element.block('Caption');
    flow.title([plain(table.caption, caption, press, true)], spot, { size: size * 1.1, at: table.at });
    flow.space(line * 0.6);
    flow.keep();
  }
  const grid = table.layout === 'records' ? undefined : planGrid(table, spot, press);
  if (grid === undefined) {
    press.tables.records++;
    layOutRecords(parts, spot, press);
  } else layOutGrid(parts, grid, spot, press);
  // A header row must be followed by a body, even where no row is known.
  if (table.groups.length === 0) parts.element.block('TBody');
}
