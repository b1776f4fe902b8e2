import { fold, textOf } from '../../document/text.ts';
import type { Block, Box, DefinitionList, Figure, Heading, List, ListItem } from '../../document/tree.ts';
import type { Position } from '../../kernel/finding.ts';
import type { Bookmark } from '../../media/pages/assemble.ts';
import type { Run } from '../../media/pages/lines.ts';
import type { Picture } from '../../media/pages/pictures.ts';
import { layoutArtifact, type Leaf, type StructElement, type StructOptions } from '../../media/pages/structure.ts';
import { type InlineContext, runsOf } from './inline-runs.ts';
import { headingSize } from './page-design.ts';
import { layOutTable } from './table.ts';
import type { Column, TextFlow, TextOptions } from './text-flow.ts';
import type { TroubleLog } from './trouble.ts';

/** What the layout of blocks needs of the document around them. */
export interface Press {
  readonly flow: TextFlow;
  readonly inline: InlineContext;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly trouble: TroubleLog;
  readonly bookmarks: Bookmark[];
  /** Counts up: every table's ids start with its number. */
  tables: number;
}

/** Where blocks stand: their parent in the structure and their column. */
export interface Spot extends Column {
  readonly parent: StructElement;
}

/** A column that deep nesting does not make narrower, in multiples of the size. */
const narrowest = 9;

/** Puts blocks one below the other, a line of space between them. */
export function layOutBlocks(blocks: readonly Block[], spot: Spot, press: Press): void {
  const { flow } = press;
  for (const block of blocks) {
    flow.space(flow.design.line);
    layOutBlock(block, spot, press);
    if (block.type !== 'heading') flow.space(flow.design.line);
  }
}

function layOutBlock(block: Block, spot: Spot, press: Press): void {
  const { flow } = press;
  switch (block.type) {
    case 'heading':
      return layOutHeading(block, spot, press);
    case 'paragraph':
    case 'idea': {
      const element = spot.parent.block('P');
      flow.text(runsOf(block.children, element, false, press.inline), spot, { at: block.at });
      return;
    }
    case 'list':
      return layOutList(block, spot, press);
    case 'table':
      return layOutTable(block, spot, press);
    case 'figure':
      return layOutFigure(block, spot, press);
    case 'blockquote':
      return layOutQuote(block.children, spot, press);
    case 'code':
      return layOutCode(block.value, spot, press, block.at);
    case 'thematicBreak':
      return layOutRule(spot, press);
    case 'box':
      return layOutBox(block, spot, press);
    case 'definitionList':
      return layOutDefinitions(block, spot, press);
    case 'languagePart':
      return layOutBlocks(block.children, { ...spot, parent: spot.parent.block('Div', { lang: block.lang }) }, press);
    case 'pageBreak':
      flow.newPage();
      return;
    default:
      return block satisfies never;
  }
}

/** Plain words of one look. */
export function plain(text: string, leaf: Leaf, press: Press, bold = false): Run {
  return { text, bold, colour: press.inline.textColour, leaf };
}

function layOutHeading(block: Heading, spot: Spot, press: Press): void {
  const { flow } = press;
  const { design } = flow;
  const title = fold(textOf(block.children));
  const element = spot.parent.block(`H${block.depth}`, title === '' ? {} : { title });
  const runs = runsOf(block.children, element, true, press.inline);
  const size = fittingSize(runs, headingSize(block.depth, design.size), spot.width, press);
  flow.space(design.line * (block.depth <= 2 ? 1.9 : 1.5));
  const start = flow.slabs.length;
  flow.group(() => {
    flow.text(runs, spot, { size, places: [block.id], at: block.at });
  });
  if (flow.slabs.length === start) return;
  press.bookmarks.push({ title, depth: block.depth, place: block.id });
  flow.space(design.line * (block.depth === 1 ? 1 : 0.5));
  flow.keep();
}

/** The heading's size, or the largest from there down to the body's at which its longest word keeps to one line. */
function fittingSize(runs: readonly Run[], wanted: number, width: number, press: Press): number {
  const { flow } = press;
  const widest = Math.max(0, ...widths(runs, press));
  const fitting = widest === 0 ? wanted : Math.floor((width / widest) * 10) / 10;
  return Math.max(flow.design.size, Math.min(wanted, fitting));
}

/** Widths of words at a size of one point. */
function* widths(runs: readonly Run[], press: Press): Iterable<number> {
  for (const run of runs) {
    for (const word of run.text.split(/[\s]+/)) {
      if (word === '' || word.length > 40) continue;
      const [line] = press.flow.lines([{ ...run, text: word }], 1e6, { size: 1 });
      yield line?.width ?? 0;
    }
  }
}

function layOutList(block: List, spot: Spot, press: Press): void {
  const { flow } = press;
  const { size, line } = flow.design;
  const element = spot.parent.block('L', {
    attributes: { listNumbering: block.ordered ? 'Decimal' : 'Disc' },
  });
  const labels = block.children.map((item, index) => labelOf(item, block, index));
  const measured = labels.map((label) => flow.lines([plain(label, layoutArtifact, press)], 1e6)[0]?.width ?? 0);
  const indent = Math.max(0, ...measured) + size * 0.5;
  const isNarrow = spot.width - indent < size * narrowest;
  const inner = isNarrow ? spot : { left: spot.left + indent, width: spot.width - indent };
  const isLoose = block.children.some((item) => item.children.filter(({ type }) => type === 'paragraph').length > 1);
  block.children.forEach((item, index) => {
    flow.space(line * (index === 0 ? 0 : isLoose ? 1 : 0.5));
    const li = element.block('LI');
    const label = labels[index] ?? '';
    const lbl = li.block('Lbl');
    const body = li.block('LBody');
    flow.group(() => {
      const [marker] = flow.lines([plain(label, lbl, press)], 1e6);
      if (isNarrow && marker) {
        flow.paintLines([marker], spot.left, {});
        flow.keep();
      } else if (marker) flow.marker(marker, spot.left);
      layOutItem(item, { ...inner, parent: body }, press);
      flow.flushMarkers();
    });
  });
}

/** Blocks of an item or cell: a list stands closer to the words before it than another paragraph. */
export function layOutItem(item: Pick<ListItem, 'children'>, spot: Spot, press: Press): void {
  const { flow } = press;
  item.children.forEach((block, index) => {
    if (index > 0) flow.space(flow.design.line * (block.type === 'list' ? 0.5 : 1));
    layOutBlock(block, spot, press);
  });
}

function labelOf(item: ListItem, list: List, index: number): string {
  if (item.checked !== undefined) return item.checked ? '✓' : '☐';
  return list.ordered ? `${list.start + index}.` : '•';
}

function layOutQuote(blocks: readonly Block[], spot: Spot, press: Press): void {
  const { flow } = press;
  const { size, margin, ruleColour } = flow.design;
  const isNarrow = spot.width < size * narrowest;
  const indent = isNarrow ? 0 : size;
  const parent = spot.parent.block('BlockQuote');
  const left = margin + spot.left;
  flow.flushMarkers();
  flow.frame(
    0,
    (canvas, top, bottom) => canvas.fill(layoutArtifact, ruleColour, left, top, left + size * 0.2, bottom),
    () => layOutItem({ children: blocks }, { parent, left: spot.left + indent, width: spot.width - indent }, press),
  );
}

/** Code keeps its lines and its indents. */
function layOutCode(value: string, spot: Spot, press: Press, at: Position | undefined): void {
  const element = spot.parent.block('CodeBlock');
  const lines = value.replaceAll('\t', '    ').split('\n');
  const text = lines.map((line) => line.replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length))).join('\n');
  press.flow.text([plain(text, element, press)], spot, { at });
}

function layOutRule(spot: Spot, press: Press): void {
  const { flow } = press;
  const { margin, ruleColour } = flow.design;
  const left = margin + spot.left;
  flow.thing(2, (canvas, top) => canvas.fill(layoutArtifact, ruleColour, left, top, left + spot.width, top + 2));
}

function layOutBox(block: Box, spot: Spot, press: Press): void {
  const { flow } = press;
  const { size, line, margin, boxColour, colours } = flow.design;
  const padding = size * 0.8;
  const isNarrow = spot.width - padding * 2 < size * narrowest;
  const inset = isNarrow ? 0 : padding;
  const parent = spot.parent.block('Sect');
  const left = margin + spot.left;
  const right = left + spot.width;
  flow.flushMarkers();
  flow.group(() =>
    flow.frame(
      padding,
      (canvas, top, bottom) => {
        canvas.fill(layoutArtifact, boxColour, left, top, right, bottom);
        canvas.outline(layoutArtifact, colours.link, 1.5, left, top, right, bottom);
        canvas.fill(layoutArtifact, colours.link, left, top, left + size * 0.3, bottom);
      },
      () => {
        const inner = { parent, left: spot.left + inset * 1.2, width: spot.width - inset * 2.2 };
        if (block.title) {
          const title = parent.block('P');
          flow.text([plain(block.title, title, press, true)], inner, { size: size * 1.1, at: block.at });
          flow.space(line * 0.6);
          flow.keep();
        }
        layOutItem({ children: block.children }, inner, press);
      },
    ),
  );
}

function layOutDefinitions(block: DefinitionList, spot: Spot, press: Press): void {
  const { flow } = press;
  const { line } = flow.design;
  const list = spot.parent.block('L', { attributes: { listNumbering: 'None' } });
  const isRunIn = block.kind !== 'glossary';
  block.items.forEach((item, index) => {
    const li = list.block('LI');
    const term = li.block('Term');
    const definition = li.block('Definition');
    const options: TextOptions = { at: item.at };
    flow.space(line * (index === 0 ? 0 : isRunIn ? 0.5 : 1));
    flow.group(() => {
      const head = runsOf(item.term, term, true, press.inline);
      const body = runsOf(item.definition, definition, false, press.inline);
      if (isRunIn) {
        flow.text([...head, plain(': ', layoutArtifact, press, true), ...body], spot, options);
        return;
      }
      flow.text(head, spot, options);
      flow.keep();
      flow.text(body, spot, options);
    });
  });
}

function layOutFigure(block: Figure, spot: Spot, press: Press): void {
  const { flow } = press;
  const { design } = flow;
  const picture = press.pictures.get(block.src);
  const size = picture && pictureSize(picture, spot.width, design.textHeight - design.line * 4);
  if (block.id !== undefined) flow.place(block.id);
  if (block.decorative) {
    if (picture && size) {
      flow.thing(size.height, (canvas, top) => {
        canvas.image(layoutArtifact, picture.name, design.margin + spot.left, top, size.width, size.height);
      });
    }
    return;
  }
  const parent = spot.parent.block('Sect');
  if (block.caption) {
    const caption = parent.block('FigureCaption');
    flow.group(() => flow.text([plain(block.caption ?? '', caption, press, true)], spot, { at: block.at }));
    flow.space(design.line * 0.5);
    flow.keep();
  }
  const options: StructOptions = { alt: block.alt };
  const figure = parent.block('Figure', options);
  if (picture && size) {
    flow.thing(size.height, (canvas, top) => {
      canvas.image(figure, picture.name, design.margin + spot.left, top, size.width, size.height);
    });
  } else {
    // The words of the picture stand in its place, inside its element.
    press.trouble.add('picture', block.src, block.at);
    flow.text([plain(block.alt, figure, press)], spot, { at: block.at });
  }
  flow.space(design.line);
  layOutBlocks(block.description, { ...spot, parent }, press);
}

/** Full width of the column, unless the picture would then be higher than a page has room for. Not enlarged beyond 96 pixels an inch. */
function pictureSize(picture: Picture, width: number, mostHeight: number): { width: number; height: number } {
  const ratio = picture.pixelHeight / picture.pixelWidth;
  const natural = Math.max(picture.pixelWidth * 0.75, width / 2);
  const fitting = Math.min(width, natural, mostHeight / ratio);
  return { width: fitting, height: fitting * ratio };
}
