import { announces } from '../../document/text.ts';
import type { Block, Idea, Paragraph } from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import type { Position } from '../../kernel/finding.ts';
import { layoutArtifact } from '../pages/structure.ts';
import { layOutBox, layOutQuote } from './box.ts';
import { layOutDefinitions } from './definitions.ts';
import { layOutFigure } from './figure.ts';
import { layOutHeading } from './heading.ts';
import { runsOf } from './inline-runs.ts';
import { layOutList } from './list.ts';
import { layOutPageMark } from './page-marks.ts';
import { type Press, plain, type Spot } from './press.ts';
import { layOutTable } from './table.ts';

/** Puts blocks one below the other, a line of space between paragraphs. */
export function layOutBlocks(
  blocks: readonly Block[],
  spot: Spot,
  press: Press,
  spacing: 'wide' | 'close',
): void {
  const { flow } = press;
  const { line } = flow.design;
  let previous: Block | undefined;
  for (const block of blocks) {
    const isRow = press.layOutIdea && block.type === 'idea' && previous?.type === 'idea';
    const isClose = (spacing === 'close' && block.type === 'list') || isRow;
    if (previous !== undefined && previous.type !== 'heading') flow.space(isClose ? line * 0.5 : line);
    const first = spot.parent.kids.length;
    // A mark belongs to what follows a page break, on the page where it stands.
    if (block.type !== 'pageBreak') press.marks?.begin(block, spot, press);
    layOutBlock(block, spot, press);
    press.finished(spot.parent.kids.slice(first), flow);
    previous = block;
  }
  if (spacing === 'wide') flow.space(line);
}

function layOutBlock(block: Block, spot: Spot, press: Press) {
  const { flow } = press;
  switch (block.type) {
    case 'heading':
      layOutHeading(block, spot, press);
      return;
    case 'idea':
      if (press.layOutIdea) press.layOutIdea(block, spot, press);
      else layOutParagraph(block, spot, press);
      return;
    case 'paragraph':
      layOutParagraph(block, spot, press);
      return;
    case 'list':
      layOutList(block, spot, press);
      return;
    case 'table':
      layOutTable(block, spot, press);
      return;
    case 'figure':
      layOutFigure(block, spot, press);
      return;
    case 'blockquote':
      layOutQuote(block, spot, press);
      return;
    case 'code':
      layOutCode(block.value, spot, press, block.at);
      return;
    case 'thematicBreak':
      layOutRule(spot, press);
      return;
    case 'box':
      layOutBox(block, spot, press);
      return;
    case 'definitionList':
      layOutDefinitions(block, spot, press);
      return;
    case 'languagePart': {
      const parent = spot.parent.block('Div', { lang: block.lang });
      const isRightToLeft = direction(block.lang) === 'rtl';
      layOutBlocks(block.children, { ...spot, parent, isRightToLeft }, press, 'close');
      return;
    }
    case 'pageBreak':
      if (block.page === undefined) flow.newPage();
      else if (press.hasMarks) layOutPageMark(block.page, spot, press);
      return;
    default:
      return block satisfies never;
  }
}

function layOutParagraph(block: Paragraph | Idea, spot: Spot, press: Press): void {
  const { flow } = press;
  const element = spot.parent.block('P');
  flow.text(runsOf(block.children, element, false, press.inline), spot, { at: block.at });
  if (announces(block.children)) flow.keep();
}

/** Code keeps its lines and its indents. */
function layOutCode(value: string, spot: Spot, press: Press, at: Position | undefined): void {
  const element = spot.parent.block('CodeBlock');
  const lines = value.replaceAll('\t', '    ').split('\n');
  const text = lines
    .map((line) => line.replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length)))
    .join('\n');
  press.flow.text([plain(text, element, press)], spot, { at });
}

function layOutRule(spot: Spot, press: Press): void {
  const { flow } = press;
  const { margin, ruleColour } = flow.design;
  const left = margin + spot.left;
  flow.thing(2, (canvas, top) =>
    canvas.fill(layoutArtifact, ruleColour, left, top, left + spot.width, top + 2),
  );
}
