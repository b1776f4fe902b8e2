import type { HeardCell, HeardTable } from '../../kernel/heard-page.ts';
import type { AccessibilityNode } from '../../kernel/page-tree.ts';
import { attribute } from '../hast/dom.ts';
import { nameOf, type PageIndex, roleOf } from './page-index.ts';

const rowRoles = new Set(['row', 'LayoutTableRow']);
const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader', 'LayoutTableCell']);
/** More columns or rows than this are an error of the page, not a table. */
const mostSpanned = 1000;

/** A cell of a table with its place and the node that it comes from. */
export interface TableCell extends HeardCell {
  readonly node: AccessibilityNode;
}

/** Rows of a table, also those in groups. */
export function rowsOf(table: AccessibilityNode, index: PageIndex): AccessibilityNode[] {
  return index.children(table).flatMap((child) => {
    if (rowRoles.has(roleOf(child))) return [child];
    const isGroup = roleOf(child) === 'rowgroup' || roleOf(child) === 'none' || roleOf(child) === 'generic';
    return isGroup ? rowsOf(child, index) : [];
  });
}

export function cellsOf(row: AccessibilityNode, index: PageIndex): AccessibilityNode[] {
  return index.children(row).flatMap((child) => {
    if (cellRoles.has(roleOf(child))) return [child];
    return roleOf(child) === 'none' || roleOf(child) === 'generic' ? cellsOf(child, index) : [];
  });
}

/** The cells of a table, each with the headers that a screen reader says for it: those that it names itself, else those of its row and column. */
export function tableCells(table: AccessibilityNode, index: PageIndex): TableCell[] {
  const placed: { node: AccessibilityNode; row: number; column: number; width: number; role: string }[] = [];
  const taken = new Set<string>();
  rowsOf(table, index).forEach((row, rowIndex) => {
    let column = 1;
    for (const node of cellsOf(row, index)) {
      while (taken.has(`${rowIndex + 1} ${column}`)) column++;
      const [width, height] = [span(node, 'col', index), span(node, 'row', index)];
      for (let down = 0; down < height; down++) {
        for (let across = 0; across < width; across++) taken.add(`${rowIndex + 1 + down} ${column + across}`);
      }
      placed.push({ node, row: rowIndex + 1, column, width, role: roleOf(node) });
      column += width;
    }
  });
  const words = (node: AccessibilityNode): string => nameOf(node) || textOf(node, index);
  const columnHeaders = new Map<number, string[]>();
  let group: string | undefined;
  const rowHeaders = new Map<number, string[]>();
  const isGroupTitle = ({ node }: (typeof placed)[number]) => scopeOf(node, index) === 'rowgroup';
  for (const cell of placed) {
    if (cell.role === 'rowheader' && !isGroupTitle(cell))
      rowHeaders.set(cell.row, [...(rowHeaders.get(cell.row) ?? []), words(cell.node)]);
  }
  return placed.map((cell): TableCell => {
    const { node, row, column, width, role } = cell;
    if (role === 'rowheader' && isGroupTitle(cell)) group = words(node);
    const isHeader = role === 'columnheader' || role === 'rowheader';
    const named = namedHeaders(node, index, placed);
    const own = [...(group !== undefined && !isHeader ? [group] : []), ...(rowHeaders.get(row) ?? [])];
    const found: TableCell = {
      ...{ node, row, column, isHeader, text: textOf(node, index) },
      rowHeaders: isHeader ? [] : own,
      columnHeaders: isHeader
        ? []
        : (named ?? spanned(columnHeaders, column, width)).filter((one) => one !== ''),
    };
    if (role === 'columnheader') {
      for (let across = 0; across < width; across++)
        columnHeaders.set(column + across, [...(columnHeaders.get(column + across) ?? []), words(node)]);
    }
    return found;
  });
}

export function heardTable(table: AccessibilityNode, index: PageIndex): HeardTable {
  const cells = tableCells(table, index);
  return {
    name: nameOf(table),
    rows: Math.max(0, ...cells.map(({ row }) => row)),
    columns: Math.max(0, ...cells.map(({ column }) => column)),
    isTold: roleOf(table) !== 'LayoutTable',
    cells: cells.map(({ node: _, ...cell }) => cell),
    selector: index.selector(index.element(table)),
  };
}

/** Headers of all columns that a cell reaches over, each once. */
function spanned(headers: ReadonlyMap<number, readonly string[]>, column: number, width: number): string[] {
  const all = new Set<string>();
  for (let at = column; at < column + width; at++) for (const one of headers.get(at) ?? []) all.add(one);
  return [...all];
}

function namedHeaders(
  node: AccessibilityNode,
  index: PageIndex,
  placed: readonly { readonly node: AccessibilityNode; readonly role: string }[],
): string[] | undefined {
  const element = index.element(node);
  const ids = element && (attribute(element, 'headers') ?? '').split(/\s+/).filter((id) => id !== '');
  if (ids === undefined || ids.length === 0) return undefined;
  return ids.flatMap((id) => {
    const target = index.byId(id);
    const header = placed.find((one) => index.element(one.node) === target);
    return header === undefined ? [] : [nameOf(header.node) || textOf(header.node, index)];
  });
}

function scopeOf(node: AccessibilityNode, index: PageIndex): string | undefined {
  const element = index.element(node);
  return element && attribute(element, 'scope');
}

function span(node: AccessibilityNode, axis: 'col' | 'row', index: PageIndex): number {
  const element = index.element(node);
  const given = element && (attribute(element, `aria-${axis}span`) ?? attribute(element, `${axis}span`));
  const count = Number.parseInt(given ?? '1', 10);
  return count >= 1 && count <= mostSpanned ? count : 1;
}

/** All words inside a node, as they are told. */
export function textOf(node: AccessibilityNode, index: PageIndex): string {
  const words: string[] = [];
  const add = (one: AccessibilityNode): void => {
    const role = roleOf(one);
    if (role === 'StaticText') words.push(String(one.name?.value ?? ''));
    else if (role === 'image' || role === 'textbox') words.push(` ${nameOf(one)} `);
    else if (role !== 'ListMarker') {
      if (index.isBlock(one)) words.push(' ');
      for (const child of index.children(one)) add(child);
    }
  };
  for (const child of index.children(node)) add(child);
  return words.join('').replace(/\s+/g, ' ').trim();
}
