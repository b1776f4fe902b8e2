import type { Block, Document, Inline } from './tree.ts';

/** Where a run of inline content stands. */
export type InlinePlace = 'heading' | 'text' | 'term' | 'group' | 'column';

/** Gives back the content to put in place of `nodes`; nested inline content is the function's own task. */
export type InlineMapper = (nodes: readonly Inline[], place: InlinePlace) => readonly Inline[];

type Children = readonly Block[];

interface Parts {
  /** Blocks in a block. */
  inside(children: Children): Children;
  /** Blocks in the name of a column. */
  column(children: Children): Children;
  /** The title of a group of rows. */
  title(nodes: readonly Inline[]): readonly Inline[];
}

/** The block with its parts replaced, in reading order. */
function mapParts(block: Block, { inside, column, title }: Parts): Block {
  switch (block.type) {
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({ ...item, children: inside(item.children) })),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((cell) => ({ ...cell, children: column(cell.children) })),
        groups: block.groups.map((group) => ({
          ...group,
          ...(group.title && { title: title(group.title) }),
          rows: group.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, children: inside(cell.children) })),
          })),
        })),
      };
    case 'figure':
      return { ...block, description: inside(block.description) };
    case 'box':
    case 'blockquote':
    case 'languagePart':
      return { ...block, children: inside(block.children) };
    case 'heading':
    case 'paragraph':
    case 'idea':
    case 'definitionList':
    case 'code':
    case 'thematicBreak':
    case 'pageBreak':
      return block;
    default:
      return block satisfies never;
  }
}

/** The block with its own inline content replaced, not that of the blocks in it. */
function mapOwnInlines(block: Block, map: InlineMapper, place: InlinePlace): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, children: map(block.children, 'heading') };
    case 'paragraph':
    case 'idea':
      return { ...block, children: map(block.children, place) };
    case 'definitionList':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          term: map(item.term, 'term'),
          definition: map(item.definition, 'text'),
        })),
      };
    default:
      return block;
  }
}

/** Applies `map` to every run of inline content of the blocks, in reading order. */
export function mapInlines(blocks: Children, map: InlineMapper, place: InlinePlace = 'text'): Block[] {
  const parts: Parts = {
    inside: (children) => mapInlines(children, map, place),
    column: (children) => mapInlines(children, map, 'column'),
    title: (nodes) => map(nodes, 'group'),
  };
  return blocks.map((block) => mapParts(mapOwnInlines(block, map, place), parts));
}

/** Applies `map` to every run of inline content of the report: body, then footnotes. */
export function mapDocumentInlines(document: Document, map: InlineMapper): Document {
  return {
    ...document,
    children: mapInlines(document.children, map),
    footnotes: document.footnotes.map((note) => ({ ...note, children: mapInlines(note.children, map) })),
  };
}

/** Applies `map` to every block, outermost first, then to the blocks in what it gave back; names of columns stay. */
export function mapBlocks(blocks: Children, map: (block: Block) => Block): Block[] {
  const inside = (children: Children) => mapBlocks(children, map);
  const parts: Parts = { inside, column: (children) => children, title: (nodes) => nodes };
  return blocks.map((block) => mapParts(map(block), parts));
}
