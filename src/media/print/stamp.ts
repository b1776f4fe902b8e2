import { direction } from '../../document/writing-direction.ts';
import type { Canvas } from '../pages/canvas.ts';
import type { FontSet } from '../pages/fonts.ts';
import { breakLines, type Line } from '../pages/lines.ts';
import { pageArtifact } from '../pages/structure.ts';
import { mostCharacters, type PageDesign } from './page-design.ts';

const ground = '#fff3d1';
const edge = '#b36b00';
/** Black on the ground is a contrast of 17 to 1. */
const ink = '#111111';
/** Of the foot of a page, in lines: where the band ends above the page number, and what is left above it. */
const footLines = 1.35;
const gapLines = 0.25;

/** Words in a band at the foot of pages, above the page number, as large as the text. */
export class Stamp {
  /** That the text area loses, in points. */
  readonly height: number;
  readonly #lines: readonly Line[];
  readonly #design: PageDesign;

  constructor(words: string, design: PageDesign, fonts: FontSet, language: string) {
    const { size, line, spacing, measure } = design;
    this.#design = design;
    this.#lines = breakLines([{ text: words, bold: true, colour: ink, leaf: pageArtifact }], {
      width: measure - size * 1.6,
      characters: mostCharacters,
      size,
      fonts,
      spacing,
      isRightToLeft: direction(language) === 'rtl',
      report: () => {},
    });
    this.height = this.#band + line * gapLines;
  }

  get #band(): number {
    const { size, line } = this.#design;
    return this.#lines.length * line + size * 0.4;
  }

  paint(canvas: Canvas): void {
    const { height, margin, inset, measure, size, line, leading } = this.#design;
    const left = margin + inset;
    const bottom = height - margin - line * footLines;
    const top = bottom - this.#band;
    const isRightToLeft = this.#lines.some((one) => one.isRightToLeft);
    canvas.fill(pageArtifact, ground, left, top, left + measure, bottom);
    const start = isRightToLeft ? left + measure - size * 0.3 : left;
    canvas.fill(pageArtifact, edge, start, top, start + size * 0.3, bottom);
    this.#lines.forEach((one, index) => {
      const x = isRightToLeft ? left + measure - size * 0.8 - one.width : left + size * 0.8;
      const baseline = top + size * 0.2 + line * index + (size * leading - size) / 2 + size * 0.79;
      canvas.text(one, x, baseline, size);
    });
  }
}
