import type { Block, Document, Figure, Inline } from '../../document/tree.ts';

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

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a part of the words is written from right to left. */
export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Pictures inside sentences. */
export function* inlinePictures(nodes: readonly Inline[]): Iterable<string> {
  for (const node of nodes) {
    if (node.type === 'image') yield node.alt;
    else if ('children' in node) yield* inlinePictures(node.children);
  }
}
