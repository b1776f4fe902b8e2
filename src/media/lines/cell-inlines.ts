import type { Block, Inline } from '../../document/tree.ts';

/** The name of a column as one run: its blocks' inline content in reading order, parted by spaces. */
export function cellInlines(blocks: readonly Block[]): readonly Inline[] {
  const first = blocks[0];
  if (blocks.length === 1 && first?.type === 'paragraph') return first.children;
  const out: Inline[] = [];
  add(blocks, out);
  return out;
}

function add(blocks: readonly Block[], out: Inline[]): void {
  for (const block of blocks) addBlock(block, out);
}

function words(value: string | undefined): readonly Inline[] {
  return value ? [{ type: 'text', value }] : [];
}

function addRun(nodes: readonly Inline[], out: Inline[]): void {
  if (nodes.length === 0) return;
  if (out.length > 0) out.push({ type: 'text', value: ' ' });
  out.push(...nodes);
}

function addBlock(block: Block, out: Inline[]): void {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'idea':
      addRun(block.children, out);
      return;
    case 'list':
      for (const item of block.children) add(item.children, out);
      return;
    case 'table':
      addRun(words(block.caption), out);
      for (const column of block.columns) add(column.children, out);
      for (const group of block.groups) {
        addRun(group.title ?? [], out);
        for (const row of group.rows) for (const cell of row.cells) add(cell.children, out);
      }
      return;
    case 'figure':
      addRun(words(block.caption), out);
      addRun(words(block.alt), out);
      add(block.description, out);
      return;
    case 'box':
      addRun(words(block.title), out);
      add(block.children, out);
      return;
    case 'blockquote':
    case 'languagePart':
      add(block.children, out);
      return;
    case 'definitionList':
      for (const { term, definition } of block.items) {
        addRun(term, out);
        addRun(definition, out);
      }
      return;
    case 'code':
      addRun(words(block.value), out);
      return;
    case 'thematicBreak':
    case 'pageBreak':
      return;
    default:
      block satisfies never;
  }
}
