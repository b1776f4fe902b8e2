import type { Block, Document, Figure } from '../../document/tree.ts';

export interface Survey {
  /** Places that a link can lead to. */
  readonly ids: ReadonlySet<string>;
  readonly figures: readonly Figure[];
}

/** Goes through all blocks once, without recursion. */
export function survey(document: Document): Survey {
  const ids = new Set<string>();
  const figures: Figure[] = [];
  const stack: (readonly Block[])[] = [document.children, ...document.footnotes.map((note) => note.children)];
  for (let blocks = stack.pop(); blocks !== undefined; blocks = stack.pop()) {
    for (const block of blocks) {
      if ('id' in block && block.id !== undefined) ids.add(block.id);
      if (block.type === 'figure') figures.push(block);
      stack.push(...childrenOf(block));
    }
  }
  return { ids, figures };
}

function childrenOf(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case 'list':
      return block.children.map((item) => item.children);
    case 'table':
      return [
        ...block.columns.map((cell) => cell.children),
        ...block.groups.flatMap((group) =>
          group.rows.flatMap((row) => row.cells.map((cell) => cell.children)),
        ),
      ];
    case 'figure':
      return [block.description];
    case 'box':
    case 'blockquote':
    case 'languagePart':
      return [block.children];
    case 'heading':
    case 'paragraph':
    case 'idea':
    case 'code':
    case 'definitionList':
    case 'thematicBreak':
    case 'pageBreak':
      return [];
    default:
      return block satisfies never;
  }
}
