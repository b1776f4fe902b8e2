import { fill } from '../../document/furniture/furniture.ts';
import { Canvas, type GlyphEncoder } from '../../media/pages/canvas.ts';
import type { Line } from '../../media/pages/lines.ts';
import type { PlacedPage } from '../../media/pages/paginate.ts';
import { backgroundArtifact, pageArtifact } from '../../media/pages/structure.ts';
import type { PageDesign } from './page-design.ts';
import { type Press, plain } from './press.ts';
import type { TextFlow } from './text-flow.ts';

/** A page before it is painted. */
export interface Sheet {
  readonly flow: TextFlow;
  readonly page: PlacedPage;
}

export interface PaintOptions {
  readonly design: PageDesign;
  /** Printed at the foot of each page but the first, shortened at a word where there is no room for all of it. */
  readonly title: string;
  readonly encoder: GlyphEncoder;
  readonly press: Press;
}

/** Paints pages from front to back, so that the structure tree gets its content in reading order. */
export function paintPages(pages: readonly Sheet[], options: PaintOptions): readonly Canvas[] {
  const { design, encoder } = options;
  const running = runningTitle(options, pages.length);
  return pages.map(({ flow, page }, index) => {
    const canvas = new Canvas(index, design.height, encoder);
    if (design.colours.background.toLowerCase() !== '#ffffff') {
      canvas.fill(backgroundArtifact, design.colours.background, 0, 0, design.width, design.height);
    }
    for (const { frame, top, bottom, continuedTop } of page.frames) {
      const own = flow.frames[frame];
      own?.paint(canvas, design.margin + top, design.margin + bottom);
      if (continuedTop !== undefined) own?.continued?.paint(canvas, design.margin + continuedTop);
    }
    for (const { slab, top } of page.slabs) flow.slabs[slab]?.paint(canvas, design.margin + top);
    paintFoot(canvas, index + 1, pages.length, running, options);
    return canvas;
  });
}

/** The page's number stands at the same place of every page, as large as the text. */
function paintFoot(
  canvas: Canvas,
  page: number,
  total: number,
  running: Line | undefined,
  { design, press }: PaintOptions,
): void {
  const { margin, size, measure, height, ruleColour } = design;
  const baseline = height - margin - size * 0.3;
  const rule = height - margin - design.line * 1.05;
  canvas.fill(pageArtifact, ruleColour, margin, rule, margin + measure, rule + 1);
  const number = pageNumber(fill(press.furniture.body.pageOf, { page, pages: total }), press);
  if (number) canvas.text(number, margin, baseline, size);
  if (page > 1 && running) canvas.text(running, margin + measure - running.width, baseline, size);
}

function pageNumber(words: string, press: Press): Line | undefined {
  return press.flow.lines([plain(words, pageArtifact, press, true)], 1e6)[0];
}

/** Words that a title does not end with. */
const small = new Set(
  'a an and as at between by for from in into of on or our the their to with your'.split(' '),
);
/** A shorter beginning of a title says too little. */
const fewestWords = 3;

/** One and the same on all pages: as much of the title as there is room for beside the widest page number. */
function runningTitle({ design, title, press }: PaintOptions, total: number): Line | undefined {
  const widest = String(total).replaceAll(/\d/g, '8');
  const number = pageNumber(fill(press.furniture.body.pageOf, { page: widest, pages: widest }), press);
  const room = design.measure - design.size * 1.5 - (number?.width ?? 0);
  const words = title.split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1] ?? '';
    const isCut = count < words.length;
    if (isCut && (count < fewestWords || small.has(last.toLowerCase()) || !/[\p{L})]$/u.test(last))) continue;
    const shown = words.slice(0, count).join(' ');
    if (isCut && shown.split('(').length !== shown.split(')').length) continue;
    const [line] = press.flow.measured([plain(shown, pageArtifact, press)], 1e6);
    if (line && line.width <= room) return line;
  }
  return undefined;
}
