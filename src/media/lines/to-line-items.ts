import type { Block, Cell, Document, Figure, Inline, List, ListItem, Table } from '../../document/tree.ts';
import { cellInlines } from './cell-inlines.ts';
import { deepestIndent, type LineContent, type LineItem, type Marker, type Region } from './line-item.ts';

interface Context {
  readonly items: LineItem[];
  /** Indentation of the next block. */
  readonly steps: number;
  /** Indentation of the list's surroundings: the body, or a cell. */
  readonly listBase: number;
  /** Lists around, counted from the surroundings. */
  readonly listDepth: number;
  /** Lists around, counted from the body. */
  readonly lists: number;
  /** Numbers of the ordered items around. */
  readonly numbers: readonly number[];
}

/** A document without layout as one list of items, in reading order: its body, then its footnotes. Tables are told as records. */
export function toLineItems({ children, footnotes }: Pick<Document, 'children' | 'footnotes'>): LineItem[] {
  const items: LineItem[] = [];
  const context: Context = { items, steps: 0, listBase: 0, listDepth: 0, lists: 0, numbers: [] };
  addBlocks(children, context, false);
  if (footnotes.length === 0) return items;
  const region: Region = { type: 'notes' };
  push(context, false, { kind: 'open', region });
  for (const note of footnotes) {
    const inside = { ...context, steps: 1, listBase: 1 };
    addMarked(note.children, { type: 'note', number: note.number }, context, inside, true);
  }
  push(context, true, { kind: 'close', region });
  return items;
}

function push(context: Context, tight: boolean, content: LineContent): void {
  context.items.push({ ...content, steps: context.steps, tight });
}

function addBlocks(blocks: readonly Block[], context: Context, firstTight: boolean): void {
  blocks.forEach((block, index) => {
    addBlock(block, context, firstTight && index === 0);
  });
}

function addBlock(block: Block, context: Context, tight: boolean): void {
  switch (block.type) {
    case 'heading':
      push(context, tight, { kind: 'heading', depth: block.depth, children: block.children });
      return;
    case 'paragraph':
    case 'idea':
      push(context, tight, { kind: 'text', children: block.children, idea: block.type === 'idea' });
      return;
    case 'list':
      addList(block, context, tight);
      return;
    case 'table':
      addTable(block, context, tight);
      return;
    case 'figure':
      addFigure(block, context, tight);
      return;
    case 'box': {
      const { kind, title } = block;
      addRegion({ type: 'box', kind, ...(title && { title }) }, block.children, context, tight);
      return;
    }
    case 'blockquote':
      addRegion({ type: 'quote' }, block.children, context, tight);
      return;
    case 'languagePart':
      addRegion({ type: 'language', lang: block.lang }, block.children, context, tight);
      return;
    case 'definitionList':
      block.items.forEach(({ term, definition }, index) => {
        push(context, tight || index > 0, { kind: 'definition', term, definition });
      });
      return;
    case 'code':
      push(context, tight, { kind: 'code', value: block.value });
      return;
    case 'thematicBreak':
      push(context, tight, { kind: 'separator' });
      return;
    case 'pageBreak':
      if (block.page !== undefined) push(context, tight, { kind: 'page', page: block.page });
      return;
    default:
      block satisfies never;
  }
}

function addRegion(region: Region, children: readonly Block[], context: Context, tight: boolean): void {
  push(context, tight, { kind: 'open', region });
  addBlocks(children, context, true);
  push(context, true, { kind: 'close', region });
}

/** Puts the marker before the first words, and the rest of the blocks below, indented. */
function addMarked(
  blocks: readonly Block[],
  marker: Marker,
  context: Context,
  inside: Context,
  tight: boolean,
): void {
  const first = blocks[0];
  const words = first?.type === 'paragraph' || first?.type === 'idea' ? first : undefined;
  const children: readonly Inline[] = words?.children ?? [];
  push(context, tight, { kind: 'text', children, marker, idea: words?.type === 'idea' });
  const rest = words ? blocks.slice(1) : blocks;
  rest.forEach((block, index) => {
    addBlock(block, inside, index === 0 && block.type === 'list');
  });
}

function addList(list: List, context: Context, tight: boolean): void {
  const depth = context.listDepth + 1;
  const capped = depth > deepestIndent;
  const steps = context.listBase + Math.min(depth, deepestIndent) - 1;
  const lists = context.lists + 1;
  const outer = { ...context, steps };
  list.children.forEach((item: ListItem, index) => {
    const number = list.start + index;
    const numbers = !list.ordered ? [] : capped ? [number] : [...context.numbers, number];
    const checked = item.checked === undefined ? undefined : { checked: item.checked };
    const marker: Marker = list.ordered
      ? { type: 'number', numbers, lists, capped, ...checked }
      : { type: 'bullet', lists, capped, ...checked };
    const inside = { ...context, steps: steps + 1, listDepth: depth, lists, numbers };
    addMarked(item.children, marker, outer, inside, tight || index > 0);
  });
}

function addTable(table: Table, context: Context, tight: boolean): void {
  const records = table.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const columns = table.columns.map((cell) => cellInlines(cell.children));
  const region: Region = {
    type: 'table',
    ...(table.caption && { caption: table.caption }),
    records,
    columns,
    table,
  };
  const inside: Context = {
    ...context,
    steps: context.steps + 1,
    listBase: context.steps + 1,
    listDepth: 0,
    numbers: [],
  };
  push(context, tight, { kind: 'open', region });
  let number = 0;
  for (const group of table.groups) {
    if (group.title) push(context, false, { kind: 'group', children: group.title });
    for (const row of group.rows) {
      push(context, false, { kind: 'record', number: ++number, of: records });
      row.cells.forEach((cell: Cell, index) => {
        const empty = cell.children.length === 0;
        const marker: Marker = { type: 'label', column: index + 1, name: columns[index] ?? [], empty };
        addMarked(cell.children, marker, context, inside, true);
      });
    }
  }
  push(context, false, { kind: 'close', region });
}

/** A picture that only decorates and says nothing leaves no trace. */
function addFigure(figure: Figure, context: Context, tight: boolean): void {
  const { caption, alt, description } = figure;
  if (!caption && alt.trim() === '' && description.length === 0) return;
  const region: Region = { type: 'figure', ...(caption && { caption }) };
  push(context, tight, { kind: 'open', region });
  if (alt.trim() !== '') push(context, true, { kind: 'alt', text: alt });
  if (description.length > 0) push(context, true, { kind: 'description' });
  addBlocks(description, context, true);
  push(context, true, { kind: 'close', region });
}
