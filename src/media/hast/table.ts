import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fold, textOf } from '../../document/text.ts';
import type { Block, Cell, Row, RowGroup, Table } from '../../document/tree.ts';
import { type HastContext, nextId } from './context.ts';
import { tableLayout } from './table-layout.ts';

/**
 * A real table in a box that can scroll. The style sheet shows its rows as cards where the page is too narrow; browsers then
 * forget that it is a table, so every part also says its role. Each cell carries the name of its column for the card.
 */
export function table(node: Table, context: HastContext): Element {
  const { fit, breaksWords } = tableLayout(node);
  const labels = node.columns.map(plainText);
  const caption = node.caption ? nextId('table', context) : undefined;
  const content: ElementContent[] = [];
  if (node.caption) content.push(h('caption', { id: caption }, node.caption));
  content.push(
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        node.columns.map((cell) => columnHeader(cell, context)),
      ),
    ),
  );
  for (const group of node.groups) content.push(rowGroup(group, node, labels, context));
  const element = h('table', { role: 'table', ...(caption && { ariaLabelledBy: caption }) }, content);
  return h(
    'div',
    {
      className: ['table', `table-${fit}`, ...(breaksWords ? ['breaks-words'] : [])],
      ...(node.id !== undefined && { id: node.id }),
      ...(fit === 'wide' && scrolls(node, caption, context)),
    },
    element,
  );
}

/** A box that may scroll sideways must be reached with the keyboard and have a name. */
function scrolls(node: Table, caption: string | undefined, context: HastContext) {
  if (caption === undefined || node.caption === undefined)
    return { tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  const isNew = !context.regions.has(node.caption);
  context.regions.add(node.caption);
  return { tabIndex: 0, role: isNew ? 'region' : 'group', ariaLabelledBy: caption };
}

function columnHeader(cell: Cell, context: HastContext): Element {
  return h('th', { scope: 'col', role: 'columnheader' }, context.blocks(cell.children));
}

function rowGroup(group: RowGroup, node: Table, labels: readonly string[], context: HastContext): Element {
  const rows: ElementContent[] = [];
  if (group.title) {
    const span = { colSpan: node.columns.length, ariaColSpan: node.columns.length };
    const title = h('th', { scope: 'rowgroup', role: 'rowheader', ...span }, context.inlines(group.title));
    rows.push(h('tr', { role: 'row', className: ['group'] }, title));
  }
  for (const row of group.rows)
    rows.push(tableRow(row, node.rowHeaders, labels, context), { type: 'text', value: '\n' });
  return h('tbody', { role: 'rowgroup' }, rows);
}

function tableRow(row: Row, rowHeaders: number, labels: readonly string[], context: HastContext): Element {
  const cells = row.cells.map((cell, index) => {
    const properties = { dataLabel: labels[index] ?? '' };
    const content = context.blocks(cell.children);
    return index < rowHeaders
      ? h('th', { scope: 'row', role: 'rowheader', ...properties }, content)
      : h('td', { role: 'cell', ...properties }, content);
  });
  return h('tr', { role: 'row' }, cells);
}

function plainText(cell: Cell): string {
  return fold(cell.children.map(textOfBlock).join(' '));
}

function textOfBlock(block: Block): string {
  return block.type === 'paragraph' ? textOf(block.children) : '';
}
