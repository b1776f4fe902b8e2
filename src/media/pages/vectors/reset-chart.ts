import { before, type ChartLabel, labelsOf, type MeasureWords } from './chart-labels.ts';
import { type ChartShape, readChartShapes } from './chart-shapes.ts';
import { type Anchor, type ChartWords, readChartWords } from './chart-words.ts';
import { drawVectors, type VectorDrawing } from './draw-vectors.ts';
import { plainNumber } from './matrix.ts';
import { type MicroElement, readMicroSvg } from './micro-svg.ts';
import { openSvg } from './open-svg.ts';
import type { Box, Segment } from './outline.ts';
import { type Contrast, readable } from './readable.ts';
import { type Axis, type Distance, spread } from './spread.ts';
import { viewMatrix } from './view-box.ts';

/** A chart whose words can be set anew, in units of the drawing. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ChartShape[];
  readonly words: readonly ChartWords[];
}

/** The room for a chart in points, and how its words are set. */
export interface ChartRoom {
  readonly width: number;
  readonly height: number;
  /** Least size of the letters. */
  readonly size: number;
  /** From line to line, in multiples of the size. */
  readonly leading: number;
  readonly measure: MeasureWords;
  readonly contrast: Contrast;
  /** Of words and what they stand on. */
  readonly leastContrast: number;
}

/** One line of words. Lengths in points from the drawing's upper left corner. */
export interface SetWords {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

export interface ResetChart {
  readonly width: number;
  readonly height: number;
  readonly drawing: VectorDrawing;
  readonly words: readonly SetWords[];
}

/** Undefined where the drawing is more than plain shapes and plain words. */
export async function readChart(source: string): Promise<Chart | undefined> {
  const opened = await openSvg(source, []);
  const { width, height } = opened;
  const root = readMicroSvg(opened.toString());
  const { attributes } = root;
  const view = viewMatrix(attributes.get('viewBox'), attributes.get('preserveAspectRatio'), width, height);
  const words = readChartWords(source, view);
  const shapes = words && readChartShapes(root, view);
  return words && words.length > 0 && shapes && words.length <= mostParts && shapes.length <= mostParts
    ? { width, height, shapes, words }
    : undefined;
}

/** What has more is no chart for which room could be found by hand, either. */
const mostParts = 300;
/** Shapes smaller than this share of what the width allows are hard to tell apart: a tick from a circle, for one. */
const leastScale = 0.5;
const comfortableScale = 0.7;
const step = 0.05;
/** Free space around words, in multiples of their size. */
const gap = 0.25;
/** Words that are nearer to what is above or below them belong to it. In multiples of their size. */
const nearest = 0.75;
/** Lines of one label are not set further apart. */
const mostStep = 1.5;
const ascent = 0.74;
const descent = 0.22;

/**
 * Sets the words of a chart anew at the size asked for, and moves its shapes apart so that they have room. Bars, circles and
 * whatever else shows an amount keep their proportions, all by the same scale; what was inside, beside, above or below stays so.
 * Undefined where there is no such drawing within the room.
 */
export function resetChart(chart: Chart, room: ChartRoom): ResetChart | undefined {
  const shapes = chart.shapes.filter((shape) => !isGround(shape.box, chart));
  const labels = labelsOf(chart.words, shapes, room.measure);
  const bars = barsOf(shapes, labels);
  // Words that a line crosses stand where nobody can say what they belong to.
  for (const label of labels)
    for (const { box } of shapes)
      if (overlaps(label.box, box) && !label.inside.some((one) => one.box === box)) return undefined;
  const whole = room.width / chart.width;
  const attempt = (share: number, mostRise: number): ResetChart | undefined =>
    new Attempt(chart, shapes, labels, bars, room, whole * share, mostRise).solve();
  // A little smaller with room to breathe is easier to read than crowded; a lot smaller is not.
  for (let share = 1; share >= comfortableScale; share -= step) {
    const found = attempt(share, 0.5);
    if (found) return found;
  }
  for (let share = 1; share >= leastScale; share -= step) {
    const found = attempt(share, 0.2);
    if (found) return found;
  }
  return undefined;
}

interface PlacedLine {
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** Below the label's upper edge, in points. */
  readonly baseline: number;
}

interface Placed {
  readonly label: ChartLabel;
  readonly lines: readonly PlacedLine[];
  /** Of the largest letters. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  /** The place on the vertical axis that it hangs on, and how far it reaches above and below that, in points. */
  knot: number;
  up: number;
  down: number;
}

class Attempt {
  readonly #chart: Chart;
  readonly #shapes: readonly ChartShape[];
  readonly #labels: readonly ChartLabel[];
  readonly #bars: ReadonlySet<ChartShape>;
  readonly #room: ChartRoom;
  readonly #scale: number;
  /** Free space above and below words at most, in multiples of their size. */
  readonly #mostRise: number;

  constructor(
    chart: Chart,
    shapes: readonly ChartShape[],
    labels: readonly ChartLabel[],
    bars: ReadonlySet<ChartShape>,
    room: ChartRoom,
    scale: number,
    mostRise: number,
  ) {
    this.#chart = chart;
    this.#shapes = shapes;
    this.#labels = labels;
    this.#bars = bars;
    this.#room = room;
    this.#scale = scale;
    this.#mostRise = mostRise;
  }

  solve(): ResetChart | undefined {
    let placed = this.#labels.map((label) => this.#place(label, 0));
    let across = this.#across(placed);
    if (across === undefined) return undefined;
    const slack = this.#room.width - (across.end - across.at(0));
    if (slack < -0.01) return undefined;
    if (slack > this.#room.size) {
      // Width that is left over saves lines.
      const wider = this.#labels.map((label) => this.#place(label, slack));
      const axis = this.#across(wider);
      if (axis && axis.end - axis.at(0) <= this.#room.width + 0.01) [placed, across] = [wider, axis];
    }
    for (const one of placed) this.#hang(one);
    for (const one of placed) this.#clear(one, placed, across);
    const down = this.#down(placed, across);
    if (down === undefined || down.end - down.at(0) > this.#room.height + 0.01) return undefined;
    return this.#drawn(placed, across, down);
  }

  /** Breaks a label's lines where the drawing, at its present scale, has no room for them. */
  #place(label: ChartLabel, more: number): Placed {
    const { size: least, leading, measure } = this.#room;
    const room = this.#roomFor(label) + more;
    const lines: PlacedLine[] = [];
    let baseline = 0;
    for (const { text, bold, colour, step, size: own } of label.lines) {
      const size = Math.max(least, Math.round(own * this.#scale * 10) / 10);
      const measured = (words: string): number => measure(words, bold);
      broken(text, room / size, measured).forEach((words, index) => {
        const down = index > 0 ? leading : Math.max(leading, Math.min(step, mostStep));
        baseline += size * (lines.length === 0 ? ascent : down);
        lines.push({ text: words, width: measured(words) * size, size, bold, colour, baseline });
      });
    }
    const width = Math.max(...lines.map((line) => line.width));
    const height = baseline + descent * (lines.at(-1)?.size ?? 0);
    const knot = (label.box.top + label.box.bottom) / 2;
    const size = Math.max(...lines.map((line) => line.size));
    return { label, lines, size, width, height, knot, up: height / 2, down: height / 2 };
  }

  /** Points between a label's place and what stands beside it. */
  #roomFor({ x, anchor, box, inside, size }: ChartLabel): number {
    let left = 0;
    let right = this.#chart.width;
    for (const shape of inside) {
      left = Math.max(left, shape.box.left);
      right = Math.min(right, shape.box.right);
    }
    const others = [...this.#shapes.filter((shape) => !inside.includes(shape)), ...this.#labels];
    for (const other of others) {
      if (other.box === box || other.box.bottom <= box.top || other.box.top >= box.bottom) continue;
      if (other.box.left >= box.right - 0.5) right = Math.min(right, other.box.left);
      if (other.box.right <= box.left + 0.5) left = Math.max(left, other.box.right);
    }
    const free = size * gap;
    const [toLeft, toRight] = [x - left - free, right - x - free];
    const units = anchor === 'start' ? toRight : anchor === 'end' ? toLeft : 2 * Math.min(toLeft, toRight);
    return units * this.#scale;
  }

  #across(placed: readonly Placed[]): Axis | undefined {
    const { width } = this.#chart;
    const distances: Distance[] = [];
    const edges = (one: Placed): readonly [number, number] => {
      const left = one.width * before[one.label.anchor];
      return [left, one.width - left];
    };
    placed.forEach((one, index) => {
      const { label } = one;
      const { x, box } = label;
      const [left, right] = edges(one);
      const around = label.inside.length > 0 ? label.inside.map((shape) => shape.box) : [];
      for (const outer of [...around, { left: 0, right: width }]) {
        const isEdge = outer.left === 0 && outer.right === width;
        const free = isEdge ? 0 : one.size * gap;
        distances.push({ from: outer.left, to: x, distance: left + free });
        distances.push({ from: x, to: outer.right, distance: right + free });
      }
      for (const shape of this.#shapes) {
        if (label.inside.includes(shape) || !isBeside(shape.box, box)) continue;
        if (shape.box.left >= box.right - 0.5) {
          const free = this.#aside(one, shape.box.left - box.right, 'start');
          distances.push({ from: x, to: shape.box.left, distance: right + free });
        } else if (shape.box.right <= box.left + 0.5) {
          const free = this.#aside(one, box.left - shape.box.right, 'end');
          distances.push({ from: shape.box.right, to: x, distance: left + free });
        }
      }
      for (const other of placed.slice(index + 1)) {
        if (!isBeside(other.label.box, box)) continue;
        const [first, second] = other.label.box.left >= box.left ? [one, other] : [other, one];
        const distance = edges(first)[1] + edges(second)[0] + this.#gapOf(first, second);
        distances.push({ from: first.label.x, to: second.label.x, distance });
      }
    });
    const places = [0, width, ...this.#labels.map((label) => label.x), ...this.#placesOf(0)];
    return spread(places, this.#scale, this.#rigid(0), distances);
  }

  #gapOf(one: Placed, other: Placed): number {
    return Math.max(one.size, other.size) * gap * 2;
  }

  /**
   * Space between words and a shape beside them. On the side that words grow to, they must not seem to belong to the next
   * thing: as much as the chart has there beside its letters, within bounds.
   */
  #aside(one: Placed, units: number, growing: Anchor): number {
    if (one.label.anchor === growing) return Math.max(2, Math.min(units / one.label.size, 0.8) * one.size);
    return Math.max(2, Math.min(one.size * gap, units * this.#scale));
  }

  /** Space above or below words, as the chart has it beside the letters, within bounds. */
  #rise(one: Placed, units: number): number {
    return Math.max(2, Math.min(units / one.label.size, this.#mostRise) * one.size);
  }

  /** Words right above or below a shape stay there; others keep their middle where it is. */
  #hang(one: Placed): void {
    const { label, height } = one;
    const near = label.size * nearest;
    if (label.inside.length > 0) {
      const [box] = label.inside
        .map((shape) => shape.box)
        .sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
      const isTitle = box && label.box.top - box.top < (box.bottom - label.box.bottom) * 0.6;
      if (!isTitle) return;
    }
    let best: { distance: number; knot: number; isBelow: boolean; free: number } | undefined;
    for (const { box } of this.#shapes) {
      if (label.inside.some((shape) => shape.box === box)) continue;
      if (box.right <= label.box.left || box.left >= label.box.right) continue;
      const below = box.top - label.box.bottom;
      const above = label.box.top - box.bottom;
      const distance = below >= -0.5 ? below : above;
      if (distance < -0.5 || distance > near || (best && best.distance <= distance)) continue;
      const isBelow = below >= -0.5;
      best = { distance, isBelow, knot: isBelow ? box.top : box.bottom, free: this.#rise(one, distance) };
    }
    if (best === undefined) return;
    one.knot = best.knot;
    [one.up, one.down] = best.isBelow ? [height + best.free, -best.free] : [-best.free, height + best.free];
  }

  /** Lifts words that hang above a shape over those that stand beside its middle, where both meet. */
  #clear(one: Placed, placed: readonly Placed[], across: Axis): void {
    if (one.down >= 0) return;
    const [left, right] = extent(one, across);
    for (const other of placed) {
      const [otherLeft, otherRight] = extent(other, across);
      const isNear =
        other.down > 0 && other.knot > one.knot && other.label.box.top < one.knot + one.label.size;
      if (other === one || !isNear || otherRight < left || otherLeft > right) continue;
      const needed = other.up + other.size * gap - (other.knot - one.knot) * this.#scale;
      if (needed <= -one.down) continue;
      one.down = -needed;
      one.up = one.height + needed;
    }
  }

  #down(placed: readonly Placed[], across: Axis): Axis | undefined {
    const { height } = this.#chart;
    const distances: Distance[] = [];
    placed.forEach((one, index) => {
      const { label, knot, up, down } = one;
      distances.push({ from: 0, to: knot, distance: up });
      distances.push({ from: knot, to: height, distance: down });
      const [left, right] = extent(one, across);
      for (const shape of this.#shapes) {
        const { box } = shape;
        const free = one.size * gap * 1.4;
        if (label.inside.includes(shape)) {
          distances.push({ from: box.top, to: knot, distance: up + free });
          distances.push({ from: knot, to: box.bottom, distance: down + free });
          continue;
        }
        if (isBeside(box, label.box)) continue;
        if (across.at(box.right) < left - 1 || across.at(box.left) > right + 1) continue;
        const isBelow = box.top >= label.box.bottom - 0.5;
        const units = isBelow ? box.top - label.box.bottom : label.box.top - box.bottom;
        const least = this.#rise(one, units);
        if (isBelow) distances.push({ from: knot, to: box.top, distance: down + least });
        else distances.push({ from: box.bottom, to: knot, distance: up + least });
      }
      for (const other of placed.slice(index + 1)) {
        if (isBeside(other.label.box, label.box)) continue;
        const [otherLeft, otherRight] = extent(other, across);
        if (otherRight < left - one.size * gap || otherLeft > right + one.size * gap) continue;
        const [above, below] = other.label.box.top >= label.box.top ? [one, other] : [other, one];
        const units = below.label.box.top - above.label.box.bottom;
        const small = above.size > below.size ? below : above;
        const free = above.down < 0 ? small.size * gap : this.#rise(small, units);
        const distance = above.down + below.up + free;
        distances.push({ from: above.knot, to: below.knot, distance });
      }
    });
    const places = [0, height, ...placed.map((one) => one.knot), ...this.#placesOf(1)];
    return spread(places, this.#scale, this.#rigid(1), distances);
  }

  /** Every coordinate of every shape along an axis: 0 is across, 1 is down. */
  *#placesOf(axis: 0 | 1): Iterable<number> {
    for (const { segments, box } of this.#chart.shapes) {
      yield* axis === 0 ? [box.left, box.right] : [box.top, box.bottom];
      for (const segment of segments)
        if (segment.kind !== 'Z')
          for (let at = axis; at < segment.points.length; at += 2) yield segment.points[at] ?? 0;
    }
  }

  /** Stretches that keep their proportions: bars as a whole, else curves and slanting lines. */
  #rigid(axis: 0 | 1): readonly (readonly [number, number])[] {
    const out: (readonly [number, number])[] = [];
    for (const shape of this.#shapes) {
      const { box, segments } = shape;
      if (this.#bars.has(shape)) {
        out.push(axis === 0 ? [box.left, box.right] : [box.top, box.bottom]);
        continue;
      }
      let at: readonly [number, number] = [0, 0];
      let start = at;
      for (const segment of segments) {
        const points = segment.kind === 'Z' ? start : segment.points;
        const end = [points[points.length - 2] ?? 0, points[points.length - 1] ?? 0] as const;
        const isSlanting = Math.abs(end[0] - at[0]) > 0.01 && Math.abs(end[1] - at[1]) > 0.01;
        if (segment.kind === 'M') start = end;
        else if (segment.kind === 'C' || isSlanting) {
          const values = [at[axis], ...points.filter((_, index) => index % 2 === axis)];
          out.push([Math.min(...values), Math.max(...values)]);
        }
        at = end;
      }
    }
    return out;
  }

  /** Colours of words and of what they stand on, where they must change to be readable. */
  #coloured(placed: readonly Placed[]) {
    const { contrast, leastContrast } = this.#room;
    const { shapes } = this.#chart;
    const grounds = new Map<ChartShape, string>();
    const colours = new Map<ChartLabel, Map<string, string>>();
    for (const { label, lines } of placed) {
      const under = shapes.filter(
        (shape) => shape.isFilled && (label.inside.includes(shape) || isGround(shape.box, this.#chart)),
      );
      const shape = under.at(-1);
      const own = new Map<string, string>();
      for (const { colour } of lines) {
        const ground =
          shape === undefined ? '#ffffff' : (grounds.get(shape) ?? shape.attributes.get('fill') ?? '#000000');
        const found = readable(colour, ground, contrast, leastContrast);
        own.set(colour, found.words);
        if (shape && found.ground !== ground) grounds.set(shape, found.ground);
      }
      colours.set(label, own);
    }
    return { grounds, colours };
  }

  #drawn(placed: readonly Placed[], across: Axis, down: Axis): ResetChart {
    const [left, top] = [across.at(0), down.at(0)];
    const [width, height] = [across.end - left, down.end - top];
    const { grounds, colours } = this.#coloured(placed);
    const children = this.#chart.shapes.map((shape): MicroElement => {
      const attributes = new Map(shape.attributes);
      const ground = grounds.get(shape);
      if (ground !== undefined) attributes.set('fill', ground);
      attributes.delete('transform');
      attributes.set(
        'd',
        moved(
          shape.segments,
          (x) => across.at(x) - left,
          (y) => down.at(y) - top,
        ),
      );
      const scale = shape.scale * this.#scale;
      attributes.set('stroke-width', String(Number(attributes.get('stroke-width') ?? 1) * scale));
      const dashes = attributes.get('stroke-dasharray');
      if (dashes !== undefined)
        attributes.set(
          'stroke-dasharray',
          dashes
            .trim()
            .split(/\s+/)
            .map((dash) => Number(dash) * scale)
            .join(' '),
        );
      const offset = attributes.get('stroke-dashoffset');
      if (offset !== undefined) attributes.set('stroke-dashoffset', String(Number(offset) * scale));
      return { name: 'path', attributes, children: [] };
    });
    const drawing = drawVectors({ name: 'svg', attributes: new Map(), children }, width, height, 1);
    const words = placed.flatMap(({ label, lines, knot, up }): readonly SetWords[] => {
      const upper = down.at(knot) - top - up;
      return lines.map(({ text, width: own, baseline, size, bold, colour }) => ({
        text,
        left: across.at(label.x) - left - own * before[label.anchor],
        baseline: upper + baseline,
        size,
        bold,
        colour: colours.get(label)?.get(colour) ?? colour,
      }));
    });
    return { width, height, drawing, words };
  }
}

/** Where words start and end across, in points. */
function extent({ label, width }: Placed, across: Axis): readonly [number, number] {
  const left = across.at(label.x) - width * before[label.anchor];
  return [left, left + width];
}

function moved(
  segments: readonly Segment[],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  return segments
    .map((segment) =>
      segment.kind === 'Z'
        ? 'Z'
        : `${segment.kind} ${segment.points.map((value, index) => plainNumber(index % 2 === 0 ? x(value) : y(value), 3)).join(' ')}`,
    )
    .join(' ');
}

/** Words on lines of at most `most`, in multiples of the size; a word that is longer has a line of its own. */
function broken(line: string, most: number, measure: (text: string) => number): readonly string[] {
  const out: string[] = [];
  for (const word of line.split(' ')) {
    const last = out.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= most) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out;
}

/** Covers the whole drawing: it is the paper. */
function isGround({ left, top, right, bottom }: Box, { width, height }: Chart): boolean {
  const [x, y] = [width * 0.01, height * 0.01];
  return left <= x && top <= y && right >= width - x && bottom >= height - y;
}

/** Rectangles that show amounts: those without words on them, and those that differ in one length only. */
function barsOf(shapes: readonly ChartShape[], labels: readonly ChartLabel[]): ReadonlySet<ChartShape> {
  const rectangles = shapes.filter((shape) => shape.isRectangle);
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.5;
  const isBar = (shape: ChartShape): boolean => {
    if (!labels.some((label) => label.inside.includes(shape))) return true;
    const { left, top, right, bottom } = shape.box;
    return rectangles.some(({ box }) => {
      const isLevel =
        isSame(box.left, left) && isSame(box.bottom - box.top, bottom - top) && !isSame(box.right, right);
      const isUpright =
        isSame(box.bottom, bottom) && isSame(box.right - box.left, right - left) && !isSame(box.top, top);
      return isLevel || isUpright;
    });
  };
  return new Set(rectangles.filter(isBar));
}

/** Whether two things share some height, so that they stand side by side. */
function isBeside(one: Box, other: Box): boolean {
  return one.top < other.bottom - 0.5 && one.bottom > other.top + 0.5;
}

function overlaps(one: Box, other: Box): boolean {
  return isBeside(one, other) && one.left < other.right - 0.5 && one.right > other.left + 0.5;
}
