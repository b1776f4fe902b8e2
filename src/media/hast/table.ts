import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fold, textOf } from '../../document/text.ts';
import type { Block, Cell, Row, RowGroup, Table } from '../../document/tree.ts';
import { type HastContext, nextId } from './context.ts';
import { lines } from './lines.ts';
import { tableLayout } from './table-layout.ts';

/** What the rows of one table share. */
interface Rows {
  readonly context: HastContext;
  readonly rowHeaders: number;
  /** Names of the columns, for cards. */
  readonly labels: readonly string[];
  /** Start of the ids inside the table. */
  readonly id: string;
}

/**
 * A real table in a box that can scroll. The style sheet shows its rows as cards where the page is too narrow; browsers then
 * forget that it is a table, so every part also says its role. Each cell carries the name of its column for the card.
 */
export function table(node: Table, context: HastContext): Element {
  const { fit, breaksWords } = tableLayout(node);
  const id = nextId('table', context);
  const hasGroups = node.groups.some((group) => group.title !== undefined);
  const rows: Rows = { context, rowHeaders: node.rowHeaders, labels: node.columns.map(plainText), id };
  const heads = node.columns.map((cell, index) =>
    h(
      'th',
      { scope: 'col', role: 'columnheader', ...(hasGroups && index === 0 && { id: columnId(id) }) },
      cellContent(cell, context),
    ),
  );
  const content: ElementContent[] = [
    ...(node.caption ? [h('caption', { id }, node.caption)] : []),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads)),
    ...node.groups.map((group, index) => rowGroup(group, index + 1, rows)),
  ];
  return h(
    'div',
    {
      className: ['table', `table-${fit}`, ...(breaksWords ? ['breaks-words'] : [])],
      ...(node.id !== undefined && { id: node.id }),
      ...(fit === 'wide' && scrolls(node, id, context)),
    },
    h('table', { role: 'table', ...(node.caption && { ariaLabelledBy: id }) }, lines(content)),
  );
}

/** A box that may scroll sideways must be reached with the keyboard and have a name. */
function scrolls(node: Table, id: string, context: HastContext) {
  if (!node.caption) return { tabIndex: 0, role: 'group', ariaLabel: context.furniture.body.table };
  const isNew = !context.regions.has(node.caption);
  context.regions.add(node.caption);
  return { tabIndex: 0, role: isNew ? 'region' : 'group', ariaLabelledBy: id };
}

function rowGroup(group: RowGroup, number: number, rows: Rows): Element {
  const count = rows.labels.length;
  const body = group.rows.map((row) => tableRow(row, rows, group.title && groupId(rows.id, number)));
  if (group.title) {
    const properties = { scope: 'rowgroup', role: 'rowheader', colSpan: count, ariaColSpan: count };
    const title = h('th', { ...properties, id: groupId(rows.id, number) }, rows.context.inlines(group.title));
    body.unshift(h('tr', { role: 'row', className: ['group'] }, title));
  }
  return h('tbody', { role: 'rowgroup' }, lines(body));
}

/** The first cell of a row in a group names the title of the group as its header: few programs find it by its scope. */
function tableRow(row: Row, rows: Rows, group: string | undefined): Element {
  const cells = row.cells.map((cell, index) => {
    const headers = index === 0 && group !== undefined ? { headers: [columnId(rows.id), group] } : {};
    const properties = { dataLabel: rows.labels[index] ?? '', ...headers };
    const content = cellContent(cell, rows.context);
    return index < rows.rowHeaders
      ? h('th', { scope: 'row', role: 'rowheader', ...properties }, content)
      : h('td', { role: 'cell', ...properties }, content);
  });
  return h('tr', { role: 'row' }, cells);
}

/** One paragraph is no paragraph of its own in its cell: Orca says "row 2, column 2" before each. In a card it is still one piece. */
function cellContent({ children }: Cell, context: HastContext): ElementContent[] {
  const [first, ...others] = children;
  return first?.type === 'paragraph' && others.length === 0
    ? [h('span', context.inlines(first.children))]
    : context.blocks(children);
}

function columnId(table: string): string {
  return `${table}.column`;
}

function groupId(table: string, number: number): string {
  return `${table}.group.${number}`;
}

function plainText(cell: Cell): string {
  return fold(cell.children.map(textOfBlock).join(' '));
}

function textOfBlock(block: Block): string {
  return block.type === 'paragraph' ? textOf(block.children) : '';
}
