import { announces } from '../../document/text.ts';
import type {
  Block,
  Box,
  DefinitionList,
  Figure,
  Inline,
  List,
  ListItem,
  Paragraph,
} from '../../document/tree.ts';
import type { Blocks, DocxContext, Spot } from './context.ts';
import { drawing } from './drawing.ts';
import { addIdea } from './ideas.ts';
import { deepestLevel, marked, numbering, paragraph } from './paragraph.ts';
import { added, type Look, runsOf, textRuns } from './runs.ts';
import { border, colours, styleIds } from './styles.ts';
import { layOutTable } from './table.ts';
import { el, type Xml } from './xml.ts';

export function blocksOf(blocks: readonly Block[], spot: Spot, context: DocxContext): Blocks {
  const out: Blocks = [];
  for (const block of blocks) addBlock(block, spot, context, out);
  return apart(out, context);
}

/** A paragraph behind a table keeps its distance; two tables have one as low as can be between them, or they would be one table. */
function apart(blocks: Blocks, { options }: DocxContext): Blocks {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    if (before?.name !== 'w:tbl') return [block];
    if (block.name === 'w:tbl') return [spacer, block];
    return [block.name === 'w:p' ? withSpace(block, Math.round(options.size * 20 * 0.8)) : block];
  });
}

const spacer = el('w:p', {}, [
  el('w:pPr', {}, [el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 120, 'w:lineRule': 'exact' })]),
]);

/** The paragraph with space before it, unless its style has some. */
function withSpace(block: Xml, before: number): Xml {
  const [first, ...rest] = block.children;
  const spacing = el('w:spacing', { 'w:before': before });
  const properties = first !== undefined && 'name' in first && first.name === 'w:pPr' ? first : undefined;
  if (properties === undefined)
    return { ...block, children: [el('w:pPr', {}, [spacing]), ...block.children] };
  const hasOwn = properties.children.some(
    (one) =>
      'name' in one &&
      one.name === 'w:pStyle' &&
      one.attributes['w:val'] !== styleIds.list &&
      one.attributes['w:val'] !== styleIds.boxTitle,
  );
  if (hasOwn) return block;
  const at = properties.children.findLastIndex(
    (one) => 'name' in one && ['w:pStyle', 'w:numPr', 'w:pBdr', 'w:shd', 'w:bidi'].includes(one.name),
  );
  const changed = {
    ...properties,
    children: [...properties.children.slice(0, at + 1), spacing, ...properties.children.slice(at + 1)],
  };
  return { ...block, children: [changed, ...rest] };
}

function addBlock(block: Block, spot: Spot, context: DocxContext, out: Blocks): void {
  const look: Look = { language: spot.language };
  switch (block.type) {
    case 'heading':
      out.push(headingParagraph(block, spot, context));
      return;
    case 'paragraph':
      out.push(paragraph(runsOf(block.children, look, context), spot, leadIn(block, spot)));
      return;
    case 'idea':
      addIdea(block, spot, context, out);
      return;
    case 'list':
      addList(block, spot, context, out);
      return;
    case 'table':
      out.push(...layOutTable(block, spot, context));
      return;
    case 'figure':
      addFigure(block, spot, context, out);
      return;
    case 'blockquote':
      out.push(...blocksOf(block.children, { ...spot, look: 'quote' }, context));
      return;
    case 'code':
      out.push(paragraph(textRuns(block.value, look, context), spot, styleIds.code));
      return;
    case 'thematicBreak':
      out.push(
        el('w:p', {}, [el('w:pPr', {}, [el('w:pBdr', {}, [el('w:bottom', border(8, 1, colours.rule))])])]),
      );
      return;
    case 'pageBreak':
      return;
    case 'box':
      addBox(block, spot, context, out);
      return;
    case 'definitionList':
      addDefinitions(block, spot, context, out);
      return;
    case 'languagePart':
      out.push(...blocksOf(block.children, { ...spot, language: block.lang }, context));
      return;
    default:
      block satisfies never;
  }
}

/** The style that holds a paragraph to what it announces; what has a look of its own keeps that. */
function leadIn({ children }: Paragraph, { lists, look, mark }: Spot): string | undefined {
  const isPlain = lists === 0 && mark === undefined && look !== 'quote' && look !== 'note';
  return isPlain && announces(children) ? styleIds.leadIn : undefined;
}

function headingParagraph(block: Extract<Block, { type: 'heading' }>, spot: Spot, context: DocxContext): Xml {
  const runs = runsOf(block.children, { language: spot.language }, context);
  return paragraph(marked(runs, block.id, context), spot, `Heading${block.depth}`);
}

function addList(list: List, spot: Spot, context: DocxContext, out: Blocks): void {
  const level = spot.lists;
  let id: number = numbering.bullets;
  if (list.ordered) {
    id = numbering.firstNumbered + context.numberedLists.length;
    context.numberedLists.push({ id, level: Math.min(level, deepestLevel), start: list.start });
  }
  for (const item of list.children) addItem(item, id, { ...spot, lists: level + 1 }, context, out);
}

/** The first paragraph has the mark; what follows is indented like it. */
function addItem(item: ListItem, id: number, spot: Spot, context: DocxContext, out: Blocks): void {
  const level = spot.lists - 1;
  const { body } = context.furniture;
  const state =
    item.checked === undefined
      ? []
      : textRuns(`${item.checked ? body.done : body.notDone}: `, added(context), context);
  const [first, ...rest] = item.children;
  const own = { ...spot, mark: { numbering: id, level } };
  const hasWords = first?.type === 'paragraph' || first?.type === 'idea';
  const words: readonly Inline[] = hasWords ? first.children : [];
  out.push(paragraph([...state, ...runsOf(words, { language: spot.language }, context)], own));
  const further = { ...spot, mark: { numbering: numbering.continued, level } };
  for (const block of hasWords ? rest : item.children) addBlock(block, further, context, out);
}

function addDefinitions(list: DefinitionList, spot: Spot, context: DocxContext, out: Blocks): void {
  for (const { term, definition } of list.items) {
    out.push(paragraph(runsOf(term, { language: spot.language }, context), spot, styleIds.term));
    out.push(paragraph(runsOf(definition, { language: spot.language }, context), spot, styleIds.definition));
  }
}

function addBox(box: Box, spot: Spot, context: DocxContext, out: Blocks): void {
  const inside: Spot = { ...spot, look: 'box' };
  const title =
    box.title === undefined
      ? textRuns(context.furniture.boxes[box.kind], added(context), context)
      : textRuns(box.title, { language: spot.language }, context);
  out.push(paragraph(title, inside, styleIds.boxTitle));
  out.push(...blocksOf(box.children, inside, context));
}

/** Caption, picture in a line of its own, long description. */
function addFigure(figure: Figure, spot: Spot, context: DocxContext, out: Blocks): void {
  const { caption, alt, decorative, description, src, id } = figure;
  const look: Look = { language: spot.language };
  if (caption) {
    const runs = marked(textRuns(caption, look, context), id, context);
    out.push(paragraph(runs, spot, styleIds.caption));
  }
  const picture = context.pictures.get(src);
  if (picture !== undefined) {
    const height = context.page.height - 2 * context.page.margin - context.options.size * 20 * 4;
    const options = { alt: decorative ? '' : alt, isDecorative: decorative, width: spot.width, height };
    out.push(paragraph([drawing(picture, options, context)], spot, styleIds.figure));
  } else if (alt.trim() !== '') {
    out.push(paragraph(textRuns(alt, look, context), spot, styleIds.figure));
  }
  out.push(...blocksOf(description, spot, context));
}
