import { fill } from '../../document/furniture/furniture.ts';
import { direction } from '../../document/writing-direction.ts';
import type { Assembler } from '../pages/assemble.ts';
import { Canvas, type GlyphEncoder } from '../pages/canvas.ts';
import { extentOf, type Line } from '../pages/lines.ts';
import { type PlacedPage, paginate } from '../pages/paginate.ts';
import { backgroundArtifact, pageArtifact } from '../pages/structure.ts';
import { mostKept, type PageDesign } from './page-design.ts';
import { type Press, plain } from './press.ts';
import type { Stamp } from './stamp.ts';
import type { TextFlow } from './text-flow.ts';

export interface PrinterOptions {
  readonly design: PageDesign;
  /** Printed at the foot of each page but the first, shortened at a word where there is no room for all of it. */
  readonly title: string;
  readonly encoder: GlyphEncoder;
  readonly press: Press;
  readonly assembler: Assembler;
  /** At the foot of every page but the first. */
  readonly stamp?: Stamp;
}

/** How much is laid out before pages are taken from it, in pages: each time all of it is looked at. */
const pagesAhead = 6;
/** Names of what all pages show at their foot. */
const total = 'Total';
const runningTitle = 'Title';
const stamped = 'Stamp';

/**
 * Paints pages from front to back, so that the structure tree gets its content in reading order, and passes each one on as soon
 * as nothing that comes can change it. Only the number of all pages and the page numbers in the list of contents come last.
 */
export class PagePrinter {
  readonly #options: PrinterOptions;
  /** The page on which each place stands, from 1. */
  readonly #pageNumbers = new Map<string, number>();

  constructor(options: PrinterOptions) {
    this.#options = options;
  }

  /** Page of a place; 0 where it is on none. To be asked when all pages are painted. */
  pageOf(place: string): number {
    return this.#pageNumbers.get(place) ?? 0;
  }

  /** Takes pages from the flow while it grows. */
  follow(flow: TextFlow): void {
    flow.onGrowth(this.#options.design.textHeight * pagesAhead, () => this.#print(flow, 'growing'));
  }

  /** Paints what is left of the flow. Returns what all pages show. */
  finish(flow: TextFlow): ReadonlyMap<string, Canvas> {
    this.#print(flow, 'whole');
    return this.#paintFoot();
  }

  #print(flow: TextFlow, state: 'whole' | 'growing'): void {
    const { textHeight } = this.#options.design;
    let taken = 0;
    for (const page of paginate(flow, textHeight, textHeight * mostKept, state)) {
      this.#paint(page);
      taken += page.slabs.length;
    }
    flow.take(taken);
  }

  #paint(page: PlacedPage): void {
    const { design, encoder, assembler } = this.#options;
    const canvas = new Canvas(assembler.pageCount, design.height, encoder);
    if (design.colours.background.toLowerCase() !== '#ffffff') {
      canvas.fill(backgroundArtifact, design.colours.background, 0, 0, design.width, design.height);
    }
    for (const { frame, top, bottom, continuedTop } of page.frames) {
      frame.paint(canvas, design.margin + top, design.margin + bottom);
      if (continuedTop !== undefined) frame.continued?.paint(canvas, design.margin + continuedTop);
    }
    for (const { slab, top } of page.slabs) {
      for (const place of slab.places) {
        canvas.place(place, design.margin + top);
        this.#pageNumbers.set(place, assembler.pageCount + 1);
      }
      slab.paint(canvas, design.margin + top);
    }
    this.#paintNumber(canvas, assembler.pageCount + 1);
    assembler.add(canvas);
  }

  /** The page's number stands at the same place of every page, as large as the text. */
  #paintNumber(canvas: Canvas, page: number): void {
    const { margin, inset, measure, height, size, ruleColour, line: lineHeight } = this.#options.design;
    const left = margin + inset;
    const rule = height - margin - lineHeight * 1.05;
    canvas.fill(pageArtifact, ruleColour, left, rule, left + measure, rule + 1);
    // A digit stands for the total, so that the line has the space before it.
    const line = this.#line(this.#pageOf.beforeTotal(page), '0');
    const end = line?.pieces.at(-1);
    const start = left + (this.#isRightToLeft ? measure - (line?.width ?? 0) : 0);
    if (line) canvas.text({ ...line, pieces: line.pieces.slice(0, -1) }, start, this.#baseline, size);
    const own = end && this.#isRightToLeft ? extentOf(end.shaped, size, end.spread ?? 0) : 0;
    canvas.form(total, start + (end?.x ?? 0) + own, height - this.#baseline);
    if (page > 1) canvas.form(runningTitle, 0, 0);
    if (page > 1 && this.#options.stamp) canvas.form(stamped, 0, 0);
  }

  get #baseline(): number {
    const { height, margin, size } = this.#options.design;
    return height - margin - size * 0.3;
  }

  #paintFoot(): ReadonlyMap<string, Canvas> {
    const { design, encoder, assembler } = this.#options;
    const count = assembler.pageCount;
    const forms = new Map<string, Canvas>();
    const ofAll = new Canvas(0, 0, encoder);
    const all = this.#line(this.#pageOf.fromTotal(count));
    if (all) ofAll.text(all, this.#isRightToLeft ? -all.width : 0, 0, design.size);
    forms.set(total, ofAll);
    if (count < 2) return forms;
    const titles = new Canvas(0, design.height, encoder);
    const running = this.#runningTitle(count);
    if (running) {
      const left = design.margin + design.inset + (this.#isRightToLeft ? 0 : design.measure - running.width);
      titles.text(running, left, this.#baseline, design.size);
    }
    forms.set(runningTitle, titles);
    const { stamp } = this.#options;
    if (stamp) {
      const canvas = new Canvas(0, design.height, encoder);
      stamp.paint(canvas);
      forms.set(stamped, canvas);
    }
    return forms;
  }

  #line(...words: readonly string[]): Line | undefined {
    const { press } = this.#options;
    const runs = words.map((text) => plain(text, pageArtifact, press, true));
    return press.flow.lines(runs, 1e6, { isRightToLeft: this.#isRightToLeft })[0];
  }

  /** The foot is mirrored where its words are. */
  get #isRightToLeft(): boolean {
    return direction(this.#options.press.furniture.language) === 'rtl';
  }

  /** The template's two parts: the first is known when a page is painted, the second at the end. */
  get #pageOf() {
    const [before = '', after = ''] = this.#options.press.furniture.body.pageOf.split('{pages}');
    return {
      beforeTotal: (page: number | string): string => fill(before, { page }),
      fromTotal: (pages: number | string): string => `${pages}${after}`,
    };
  }

  /** One and the same on all pages: as much of the title as there is room for beside the widest page number. */
  #runningTitle(count: number): Line | undefined {
    const { design, title, press } = this.#options;
    const widest = String(count).replaceAll(/\d/g, '8');
    const number = this.#line(this.#pageOf.beforeTotal(widest) + this.#pageOf.fromTotal(widest));
    const room = design.measure - design.size * 1.5 - (number?.width ?? 0);
    const words = title.split(/\s+/);
    for (let count = words.length; count > 0; count--) {
      const last = words[count - 1] ?? '';
      const isCut = count < words.length;
      if (isCut && (count < fewestWords || small.has(last.toLowerCase()) || !/[\p{L})]$/u.test(last)))
        continue;
      const shown = words.slice(0, count).join(' ');
      if (isCut && shown.split('(').length !== shown.split(')').length) continue;
      const [line] = press.flow.measured([plain(shown, pageArtifact, press)], 1e6);
      if (line && line.width <= room) return line;
    }
    return undefined;
  }
}

/** Words that a title does not end with. */
const small = new Set(
  'a an and as at between by for from in into of on or our the their to with your'.split(' '),
);
/** A shorter beginning of a title says too little. */
const fewestWords = 3;
