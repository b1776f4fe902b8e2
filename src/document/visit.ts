import type { Block } from './tree.ts';

/** Every block in reading order, outermost first. */
export function* visitBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    switch (block.type) {
      case 'list':
        for (const item of block.children) yield* visitBlocks(item.children);
        break;
      case 'table':
        for (const group of block.groups) {
          for (const row of group.rows) for (const cell of row.cells) yield* visitBlocks(cell.children);
        }
        break;
      case 'figure':
        yield* visitBlocks(block.description);
        break;
      case 'box':
      case 'blockquote':
      case 'languagePart':
        yield* visitBlocks(block.children);
        break;
      case 'heading':
      case 'paragraph':
      case 'code':
      case 'thematicBreak':
      case 'definitionList':
      case 'pageBreak':
      case 'idea':
        break;
      default:
        block satisfies never;
    }
  }
}
