import { Canvas, type GlyphEncoder } from '../../media/pages/canvas.ts';
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
  /** Printed at the foot of each page but the first, where there is room for all of it. */
  readonly title: string;
  readonly encoder: GlyphEncoder;
  readonly press: Press;
}

/** Paints pages from front to back, so that the structure tree gets its content in reading order. */
export function paintPages(pages: readonly Sheet[], options: PaintOptions): readonly Canvas[] {
  const { design, encoder } = options;
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
    paintFoot(canvas, index + 1, pages.length, options);
    return canvas;
  });
}

/** The page's number stands at the same place of every page, as large as the text. */
function paintFoot(
  canvas: Canvas,
  page: number,
  total: number,
  { design, title, press }: PaintOptions,
): void {
  const { margin, size, measure, height, ruleColour } = design;
  const baseline = height - margin - size * 0.3;
  const rule = height - margin - design.line * 1.05;
  canvas.fill(pageArtifact, ruleColour, margin, rule, margin + measure, rule + 1);
  const { flow } = press;
  const [number] = flow.lines([plain(`Page ${page} of ${total}`, pageArtifact, press, true)], measure);
  const [name] = flow.lines([plain(title, pageArtifact, press)], 1e6);
  if (number) canvas.text(number, margin, baseline, size);
  if (page === 1 || !name || !number || number.width + size * 1.5 + name.width > measure) return;
  canvas.text(name, margin + measure - name.width, baseline, size);
}
