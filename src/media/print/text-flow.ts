import type { Position } from '../../kernel/finding.ts';
import type { Canvas } from '../pages/canvas.ts';
import { Flow } from '../pages/flow.ts';
import type { FontSet } from '../pages/fonts.ts';
import { breakLines, type Line, type Run } from '../pages/lines.ts';
import { mostCharacters, type PageDesign } from './page-design.ts';
import type { TroubleLog } from './trouble.ts';

/** A column of the page. `left` counts from the text area's left edge, in points. */
export interface Column {
  readonly left: number;
  readonly width: number;
  /** Text starts at the right edge, and what stands beside it is mirrored. */
  readonly isRightToLeft?: boolean;
}

/** The column without so much room at its start and end, in points. */
export function indented<C extends Column>(column: C, start: number, end = 0): C {
  const left = column.left + (column.isRightToLeft ? end : start);
  return { ...column, left, width: column.width - start - end };
}

export interface TextOptions {
  readonly size?: number;
  /** Ids of places that start here. */
  readonly places?: readonly string[];
  readonly at?: Position | undefined;
  readonly isRightToLeft?: boolean | undefined;
}

/** A list marker that waits for the first line of its item. */
interface Marker {
  readonly line: Line;
  readonly left: number;
}

/** A flow that takes text: breaks it into lines and keeps its first two and last two together. */
export class TextFlow extends Flow {
  readonly design: PageDesign;
  readonly fonts: FontSet;
  readonly #trouble: TroubleLog;
  #markers: Marker[] = [];
  #places: string[] = [];

  constructor(design: PageDesign, fonts: FontSet, trouble: TroubleLog) {
    super();
    this.design = design;
    this.fonts = fonts;
    this.#trouble = trouble;
  }

  lines(
    runs: readonly Run[],
    width: number,
    { size = this.design.size, at, isRightToLeft = false }: TextOptions = {},
  ): readonly Line[] {
    return breakLines(runs, {
      width,
      size,
      fonts: this.fonts,
      spacing: this.design.spacing,
      characters: mostCharacters,
      isRightToLeft,
      report: (trouble, text) => this.#trouble.add(trouble, text, at),
    });
  }

  /** Lines that are only measured: nothing is reported. */
  measured(
    runs: readonly Run[],
    width: number,
    size = this.design.size,
    isRightToLeft = false,
  ): readonly Line[] {
    const { fonts, design } = this;
    return breakLines(runs, {
      width,
      size,
      fonts,
      spacing: design.spacing,
      characters: mostCharacters,
      isRightToLeft,
      report: ignore,
    });
  }

  /** Lines of a title: of nearly the same length where there are few. */
  titleLines(runs: readonly Run[], width: number, options: TextOptions): readonly Line[] {
    const { size, isRightToLeft } = options;
    return balanced(this.lines(runs, width, options), (share) =>
      this.measured(runs, width * share, size, isRightToLeft),
    );
  }

  /** Adds a title, kept whole. */
  title(runs: readonly Run[], column: Column, options: TextOptions = {}): void {
    const { isRightToLeft } = column;
    const lines = this.titleLines(runs, column.width, { ...options, isRightToLeft });
    this.group(() => this.paintLines(lines, column, options), 'title');
  }

  /** Adds a paragraph. Returns false where it has no words. */
  text(runs: readonly Run[], column: Column, options: TextOptions = {}): boolean {
    const { isRightToLeft } = column;
    const lines = this.lines(runs, column.width, { ...options, isRightToLeft });
    this.paintLines(lines, column, options);
    return lines.length > 0;
  }

  paintLines(
    lines: readonly Line[],
    { left, width }: Column,
    { size = this.design.size, places = [] }: TextOptions,
  ): void {
    this.#places.push(...places);
    const height = size * this.design.leading;
    lines.forEach((line, index) => {
      const x = this.design.margin + left + (line.isRightToLeft ? width - line.width : 0);
      const markers = this.#take();
      const paint = (canvas: Canvas, top: number): void => {
        const baseline = top + this.baseline(size);
        for (const marker of markers) {
          canvas.text(marker.line, this.design.margin + marker.left, baseline, this.design.size);
        }
        canvas.text(line, x, baseline, size);
      };
      const isKept = index === 1 || (index > 0 && index === lines.length - 1);
      this.add(height, paint, isKept, this.#takePlaces());
    });
  }

  /** From the top of a line to its baseline, in points. */
  baseline(size: number): number {
    return (size * this.design.leading - size) / 2 + size * 0.79;
  }

  /** A label at the start of the column, beside the first line that follows. */
  /** Whether a label waits for the first line of its item. */
  get hasMarkers(): boolean {
    return this.#markers.length > 0;
  }

  marker(line: Line, column: Column): void {
    const left = column.left + (column.isRightToLeft ? column.width - line.width : 0);
    this.#markers.push({ line, left });
  }

  /** The next thing painted is the place that a link leads to. */
  place(id: string): void {
    this.#places.push(id);
  }

  /** Paints markers that wait, on a line of their own: what follows has no line of text. */
  flushMarkers(): void {
    if (this.#markers.length === 0) return;
    this.paintLines([{ pieces: [], width: 0 }], { left: 0, width: 0 }, {});
    this.keep();
  }

  /** A thing that is no line of text, such as a picture or a rule. */
  thing(height: number, paint: (canvas: Canvas, top: number) => void): void {
    this.flushMarkers();
    this.add(height, paint, false, this.#takePlaces());
  }

  #take(): readonly Marker[] {
    if (this.#markers.length === 0) return none;
    const markers = this.#markers;
    this.#markers = [];
    return markers;
  }

  #takePlaces(): readonly string[] {
    if (this.#places.length === 0) return none;
    const places = this.#places;
    this.#places = [];
    return places;
  }
}

const none: readonly never[] = [];

function ignore(): void {}

/** Lines of nearly the same length: a heading with one word on its last line looks torn. */
function balanced(lines: readonly Line[], breakAt: (share: number) => readonly Line[]): readonly Line[] {
  if (lines.length < 2 || lines.length > 4) return lines;
  let best = lines;
  for (const share of [0.9, 0.8, 0.7, 0.6]) {
    const narrower = breakAt(share);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}
