import { fold, textOf } from '../../document/text.ts';
import type { Cell, Inline, Row, Table } from '../../document/tree.ts';
import type { StructElement } from '../pages/structure.ts';

/** One element across all its pages, whichever way it is printed. */
export interface TableParts {
  readonly table: Table;
  readonly element: StructElement;
  /** Starts the ids of its cells. */
  readonly prefix: string;
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
  return fold(
    cell.children.map((block) => ('children' in block ? textOf(block.children as Inline[]) : '')).join(' '),
  );
}

function columnId(prefix: string, column: number): string {
  return `${prefix}c${column + 1}`;
}

function rowId(prefix: string, row: number): string {
  return `${prefix}r${row + 1}`;
}

function groupId(prefix: string, group: number): string {
  return `${prefix}g${group + 1}`;
}

/** A row's elements: the first cell is its header where the table says so, and every cell names its headers. */
export function rowElements(
  body: StructElement,
  row: Row,
  table: Table,
  place: { readonly prefix: string; readonly row: number; readonly group: number },
): readonly StructElement[] {
  const { prefix } = place;
  const isGrouped = table.groups[place.group]?.title !== undefined;
  const group = isGrouped ? [groupId(prefix, place.group)] : [];
  const own = table.rowHeaders === 1 ? [rowId(prefix, place.row)] : [];
  const element = body.block('TR');
  return row.cells.map((_, column) => {
    if (column < table.rowHeaders) {
      const headers = [columnId(prefix, column), ...group];
      return element.block('TH', { id: rowId(prefix, place.row), attributes: { scope: 'Row', headers } });
    }
    return element.block('TD', { attributes: { headers: [columnId(prefix, column), ...group, ...own] } });
  });
}

/** A group's title is a header cell over all columns. */
export function groupElement(
  body: StructElement,
  table: Table,
  prefix: string,
  group: number,
): StructElement {
  return body.block('TR').block('TH', {
    id: groupId(prefix, group),
    attributes: { scope: 'Row', columnSpan: table.columns.length },
  });
}

export function columnElement(row: StructElement, prefix: string, column: number): StructElement {
  return row.block('TH', { id: columnId(prefix, column), attributes: { scope: 'Column' } });
}
