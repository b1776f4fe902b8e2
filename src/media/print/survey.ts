import type { Block, Document, Figure, Heading } from '../../document/tree.ts';

export interface Survey {
  /** Places that a link can lead to. */
  readonly ids: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  readonly headings: readonly Heading[];
  /** Whether the report says where the pages of another edition begin. */
  readonly hasPageMarks: boolean;
}

/** Goes through all blocks once, in the order in which they are read, without recursion. */
export function survey(document: Document): Survey {
  const ids = new Set<string>();
  const figures: Figure[] = [];
  const headings: Heading[] = [];
  let hasPageMarks = false;
  const stack: Block[] = [];
  const push = (lists: readonly (readonly Block[])[]): void => {
    for (let index = lists.length - 1; index >= 0; index--) {
      const list = lists[index] ?? [];
      for (let at = list.length - 1; at >= 0; at--) stack.push(list[at] as Block);
    }
  };
  push([document.children, ...document.footnotes.map((note) => note.children)]);
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    if ('id' in block && block.id !== undefined) ids.add(block.id);
    if (block.type === 'figure') figures.push(block);
    if (block.type === 'heading') headings.push(block);
    if (block.type === 'pageBreak') hasPageMarks ||= block.page !== undefined;
    push(childrenOf(block));
  }
  return { ids, figures, headings, hasPageMarks };
}

function childrenOf(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case 'list':
      return block.children.map((item) => item.children);
    case 'table':
      // Names of columns are printed as plain words: nothing in them is a place.
      return block.groups.flatMap((group) =>
        group.rows.flatMap((row) => row.cells.map((cell) => cell.children)),
      );
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
