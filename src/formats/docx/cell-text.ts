import { fold, textOf } from '../../document/text.ts';
import type { Block, Cell } from '../../document/tree.ts';

/** The words of a cell, one block behind the other. */
export function textOfCell(cell: Cell): string {
  return fold(cell.children.map(textOfBlock).join(' '));
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'idea':
      return textOf(block.children);
    case 'list':
      return block.children.map((item) => item.children.map(textOfBlock).join(' ')).join(' ');
    case 'box':
    case 'blockquote':
    case 'languagePart':
      return block.children.map(textOfBlock).join(' ');
    case 'code':
      return block.value;
    case 'definitionList':
      return block.items.map(({ term, definition }) => `${textOf(term)} ${textOf(definition)}`).join(' ');
    case 'figure':
      return block.alt;
    case 'table':
      return [...block.columns, ...block.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))]
        .map(textOfCell)
        .join(' ');
    case 'thematicBreak':
    case 'pageBreak':
      return '';
    default:
      return block satisfies never;
  }
}
