import type { Idea } from '../../document/tree.ts';
import type { Blocks, DocxContext, Spot } from './context.ts';
import { drawing } from './drawing.ts';
import { paragraph } from './paragraph.ts';
import { runsOf } from './runs.ts';
import { styleIds } from './styles.ts';
import { el, val, type Xml } from './xml.ts';

/** What the description of a table says that only places pictures beside their words. Word has no other mark for it. */
export const layoutMark = 'Layout: a picture beside the words that say the same';

/** Easy Read: the picture on the left, its words on the right, read in this order. Ideas in a row share one table. */
export function addIdea(idea: Idea, spot: Spot, context: DocxContext, out: Blocks): void {
  const words = runsOf(idea.children, { language: spot.language }, context);
  const text = paragraph(words, spot, styleIds.idea);
  const picture = idea.picture === undefined ? undefined : context.pictures.get(`easy:${idea.picture}`);
  const side = Math.round(context.options.size * 20 * 6.5);
  const left = side + 300;
  const options = { alt: '', isDecorative: true, width: side, height: side };
  const shown = picture === undefined ? el('w:p') : el('w:p', {}, [drawing(picture, options, context)]);
  const cell = (width: number, content: Xml): Xml =>
    el('w:tc', {}, [
      el('w:tcPr', {}, [el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), val('w:vAlign', 'center')]),
      content,
    ]);
  const widths = [left, spot.width - left] as const;
  const row = el('w:tr', {}, [
    el('w:trPr', {}, [el('w:cantSplit')]),
    cell(widths[0], shown),
    cell(widths[1], text),
  ]);
  const last = out.at(-1);
  if (last !== undefined && isLayout(last))
    out[out.length - 1] = { ...last, children: [...last.children, row] };
  else out.push(layoutTable(widths, row, context));
}

function layoutTable(widths: readonly number[], row: Xml, context: DocxContext): Xml {
  return el('w:tbl', {}, [
    el('w:tblPr', {}, [
      val('w:tblStyle', 'TableNormal'),
      ...(context.isRightToLeft ? [el('w:bidiVisual')] : []),
      el('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      val('w:tblLayout', 'fixed'),
      el('w:tblLook', {
        'w:val': '0000',
        'w:firstRow': 0,
        'w:firstColumn': 0,
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
      val('w:tblDescription', layoutMark),
    ]),
    el(
      'w:tblGrid',
      {},
      widths.map((width) => el('w:gridCol', { 'w:w': width })),
    ),
    row,
  ]);
}

function isLayout(block: Xml): boolean {
  const [properties] = block.children;
  return (
    block.name === 'w:tbl' &&
    properties !== undefined &&
    'name' in properties &&
    properties.children.some((one) => 'name' in one && one.attributes['w:val'] === layoutMark)
  );
}
