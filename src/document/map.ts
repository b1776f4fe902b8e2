import type { Block, Cell, Document, Inline, RowGroup } from './tree.ts';

/** Where a run of inline content stands. */
export type InlinePlace = 'heading' | 'text' | 'term' | 'group' | 'column';

/** Gives back the content to put in place of `nodes`; nested inline content is the function's own task. */
export type InlineMapper = (nodes: readonly Inline[], place: InlinePlace) => readonly Inline[];

/** Applies `map` to every run of inline content of the blocks, in reading order. */
export function mapInlines(blocks: readonly Block[], map: InlineMapper, inColumn = false): Block[] {
  const place = inColumn ? 'column' : 'text';
  const inside = (children: readonly Block[]) => mapInlines(children, map, inColumn);
  const cell = (value: Cell): Cell => ({ ...value, children: inside(value.children) });
  const group = (value: RowGroup): RowGroup => ({
    ...value,
    ...(value.title && { title: map(value.title, 'group') }),
    rows: value.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
  });
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
        return { ...block, children: map(block.children, 'heading') };
      case 'paragraph':
      case 'idea':
        return { ...block, children: map(block.children, place) };
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({ ...item, children: inside(item.children) })),
        };
      case 'table':
        return {
          ...block,
          columns: block.columns.map((column) => ({
            ...column,
            children: mapInlines(column.children, map, true),
          })),
          groups: block.groups.map(group),
        };
      case 'figure':
        return { ...block, description: inside(block.description) };
      case 'box':
      case 'blockquote':
      case 'languagePart':
        return { ...block, children: inside(block.children) };
      case 'definitionList':
        return {
          ...block,
          items: block.items.map((item) => ({
            ...item,
            term: map(item.term, 'term'),
            definition: map(item.definition, 'text'),
          })),
        };
      case 'code':
      case 'thematicBreak':
      case 'pageBreak':
        return block;
      default:
        return block satisfies never;
    }
  });
}

/** Applies `map` to every run of inline content of the report: body, then footnotes. */
export function mapDocumentInlines(document: Document, map: InlineMapper): Document {
  return {
    ...document,
    children: mapInlines(document.children, map),
    footnotes: document.footnotes.map((note) => ({ ...note, children: mapInlines(note.children, map) })),
  };
}

/** Applies `map` to every block, outermost first; what it gives back is not looked into again, its children are. */
export function mapBlocks(blocks: readonly Block[], map: (block: Block) => Block): Block[] {
  const inside = (children: readonly Block[]) => mapBlocks(children, map);
  return blocks.map((original): Block => {
    const block = map(original);
    switch (block.type) {
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({ ...item, children: inside(item.children) })),
        };
      case 'table':
        return {
          ...block,
          groups: block.groups.map((group) => ({
            ...group,
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
      default:
        return block;
    }
  });
}
