import { before, type ChartLabel, labelsOf, type MeasureWords } from './chart-labels.ts';
import { type ChartShape, readChartShapes } from './chart-shapes.ts';
import { type Anchor, readChartWords } from './chart-words.ts';
import { drawVectors, type VectorDrawing } from './draw-vectors.ts';
import { broken, joined, wordsOf } from './label-lines.ts';
import { plainNumber } from './matrix.ts';
import { type MicroElement, readMicroSvg } from './micro-svg.ts';
import { onPaper, type Paper } from './on-paper.ts';
import { openSvg } from './open-svg.ts';
import type { Box, Segment } from './outline.ts';
import { type Contrast, readable } from './readable.ts';
import { type Axis, type Distance, spread } from './spread.ts';
import { type Chart, type TrimmedChart, trimmed } from './trim-chart.ts';
import { viewMatrix } from './view-box.ts';

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
  /** What the chart stands on, and the colour of the words there. */
  readonly paper: Paper;
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
/** What a label that is broken into one more line costs, against the share of the size that would save it. */
const costOfLine = 0.1;
/** Free space around words, in multiples of their size. */
const gap = 0.25;
/** Between words and the edge of the shape that they stand on, and the line beside them. */
const inner = 0.35;
const beside = 0.2;
/** Between labels side by side: less reads like one sentence. */
const between = 0.8;
/** Between labels one below the other: more than between the lines of one label, or they run together. */
const below = 0.5;
const belowOfMany = 0.85;
/** Words that are nearer to what is above or below them belong to it. In multiples of their size. */
const nearest = 0.75;
/** Lines of one label are not set further apart. */
const mostStep = 1.5;
const ascent = 0.74;
const descent = 0.22;

/**
 * Sets the words of a chart anew at the size asked for, and moves its shapes apart so that they have room. Bars, circles and
 * whatever else shows an amount keep their proportions, all by the same scale; what was inside, beside, above or below stays so.
 * A line of words that says what stands `above` the chart already is left out, and so are empty margins.
 * Undefined where there is no such drawing within the room.
 */
export function resetChart(source: Chart, wanted: ChartRoom, above = ''): ResetChart | undefined {
  const room = { ...wanted, measure: remembered(wanted.measure) };
  const chart = trimmed(source, room.measure, above);
  const shapes = chart.shapes.filter((shape) => shape !== chart.ground);
  const labels = labelsOf(chart.words, shapes, room.measure);
  const bars = barsOf(shapes, labels);
  // Words that a line crosses stand where nobody can say what they belong to.
  for (const label of labels)
    for (const { box } of shapes)
      if (overlaps(label.box, box) && !label.inside.some((one) => one.box === box)) return undefined;
  const whole = room.width / chart.width;
  const best = (least: number, mostRise: number): ResetChart | undefined => {
    let found: { readonly cost: number; readonly chart: ResetChart } | undefined;
    for (let share = 1; share >= least && 1 - share < (found?.cost ?? 1); share -= step) {
      const solved = new Attempt(chart, shapes, labels, bars, room, whole * share, mostRise).solve();
      const cost = 1 - share + (solved?.broken ?? 0) * costOfLine;
      if (solved && cost < (found?.cost ?? Number.POSITIVE_INFINITY)) found = { cost, chart: solved.chart };
    }
    return found?.chart;
  };
  // A little smaller with room to breathe is easier to read than crowded; a lot smaller is not.
  return best(comfortableScale, 0.5) ?? best(leastScale, 0.2);
}

function remembered(measure: MeasureWords): MeasureWords {
  const known = new Map<string, number>();
  return (text, bold) => {
    const key = `${bold ? 'b' : 'r'}${text}`;
    const found = known.get(key) ?? measure(text, bold);
    known.set(key, found);
    return found;
  };
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
  readonly #chart: TrimmedChart;
  readonly #shapes: readonly ChartShape[];
  readonly #labels: readonly ChartLabel[];
  readonly #bars: ReadonlySet<ChartShape>;
  readonly #room: ChartRoom;
  readonly #scale: number;
  /** Free space above and below words at most, in multiples of their size. */
  readonly #mostRise: number;

  constructor(
    chart: TrimmedChart,
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

  /** The drawing, and how many lines more than in the source its labels have. */
  solve(): { readonly chart: ResetChart; readonly broken: number } | undefined {
    const placed = this.#labels.map((label) => this.#place(label, this.#roomFor(label)));
    this.#likeTheirTwins(placed);
    let across = this.#fitting(placed);
    if (across === undefined) return undefined;
    // Width that is left over saves lines, first of those labels that have most of them.
    const brokenLabels = [...new Set(this.#labels.map(wordsOf))]
      .map((words) => this.#labels.flatMap((label, index) => (wordsOf(label) === words ? [index] : [])))
      .filter(([first = 0]) => isBroken(placed[first]))
      .sort(([a = 0], [b = 0]) => (placed[b]?.lines.length ?? 0) - (placed[a]?.lines.length ?? 0));
    for (const twins of brokenLabels) across = this.#mended(placed, twins) ?? across;
    for (const one of placed) this.#hang(one);
    for (const one of placed) this.#clear(one, placed, across);
    const down = this.#down(placed, across);
    if (down === undefined || down.end - down.at(0) > this.#room.height + 0.01) return undefined;
    const broken = placed.reduce(
      (sum, one) => sum + Math.max(0, one.lines.length - one.label.lines.length),
      0,
    );
    return { chart: this.#drawn(placed, across, down), broken };
  }

  /** Labels with the same words look the same: all have the lines of the one with the least room. */
  #likeTheirTwins(placed: Placed[]): void {
    const narrowest = new Map<string, Placed>();
    for (const one of placed) {
      const words = wordsOf(one.label);
      const other = narrowest.get(words);
      if (other === undefined || one.lines.length > other.lines.length) narrowest.set(words, one);
    }
    placed.forEach((one, index) => {
      const { width } = narrowest.get(wordsOf(one.label)) as Placed;
      const most = narrowest.get(wordsOf(one.label))?.lines.length ?? 0;
      if (one.lines.length < most) placed[index] = this.#place(one.label, width + 0.01);
    });
  }

  /** Sets labels with the same words on as few lines as the room allows. What it finds replaces them in `placed`. */
  #mended(placed: Placed[], twins: readonly number[]): Axis | undefined {
    const label = this.#labels[twins[0] ?? 0] as ChartLabel;
    const lines = placed[twins[0] ?? 0]?.lines.length ?? 0;
    for (let most = label.lines.length; most < lines; most++) {
      const narrow = this.#narrowest(label, most);
      if (narrow === undefined) continue;
      const before = twins.map((index) => placed[index] as Placed);
      for (const index of twins) placed[index] = this.#place(this.#labels[index] as ChartLabel, narrow);
      const axis = this.#fitting(placed);
      if (axis) return axis;
      twins.forEach((index, at) => {
        placed[index] = before[at] as Placed;
      });
    }
    return undefined;
  }

  /** The least width in points in which a label has at most so many lines. */
  #narrowest(label: ChartLabel, most: number): number | undefined {
    const words = label.lines.flatMap(({ text }) => text.split(' '));
    if (words.length > mostWords) return undefined;
    const { measure, size: least } = this.#room;
    const { bold } = label.lines[0] as ChartLabel['lines'][number];
    const size = Math.max(least, ...label.lines.map((line) => line.size * this.#scale));
    const widths = words.flatMap((_, from) =>
      words.slice(from).map((_, to) => measure(words.slice(from, from + to + 1).join(' '), bold) * size),
    );
    return widths
      .sort((a, b) => a - b)
      .map((width) => width * 1.05 + 0.01)
      .find((width) => this.#place(label, width).lines.length <= most);
  }

  #fitting(placed: readonly Placed[]): Axis | undefined {
    const axis = this.#across(placed);
    return axis && axis.end - axis.at(0) <= this.#room.width + 0.01 ? axis : undefined;
  }

  /** Breaks a label's lines anew where the room, in points, has no place for them as they are. */
  #place(label: ChartLabel, room: number): Placed {
    const { size: least, leading, measure } = this.#room;
    const sizeOf = (own: number): number => Math.max(least, Math.round(own * this.#scale * 10) / 10);
    const fits = label.lines.every(({ text, bold, size }) => measure(text, bold) * sizeOf(size) <= room);
    const lines: PlacedLine[] = [];
    let baseline = 0;
    for (const { text, bold, colour, step, size: own } of fits ? label.lines : joined(label.lines)) {
      const size = sizeOf(own);
      const measured = (words: string): number => measure(words, bold);
      broken(text, room / size, measured).forEach((words, index) => {
        const down = index > 0 || !fits ? leading : Math.max(leading, Math.min(step, mostStep));
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
        const free = isEdge ? 0 : one.size * inner;
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
    return Math.max(one.size, other.size) * between;
  }

  /**
   * Space between words and a shape beside them. On the side that words grow to, they must not seem to belong to the next
   * thing: as much as the chart has there beside its letters, within bounds.
   */
  #aside(one: Placed, units: number, growing: Anchor): number {
    if (one.label.anchor === growing) return Math.max(2, Math.min(units / one.label.size, 0.8) * one.size);
    return Math.max(one.size * beside, Math.min(one.size * gap, units * this.#scale));
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
        const [above, under] = other.label.box.top >= label.box.top ? [one, other] : [other, one];
        const units = under.label.box.top - above.label.box.bottom;
        const small = above.size > under.size ? under : above;
        const least = above.lines.length + under.lines.length > 2 ? belowOfMany : below;
        const free =
          above.down < 0 ? small.size * gap : Math.max(small.size * least, this.#rise(small, units));
        const distance = above.down + under.up + free;
        distances.push({ from: above.knot, to: under.knot, distance });
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
    const { contrast, leastContrast, paper } = this.#room;
    const { shapes, ground: sheet } = this.#chart;
    const grounds = new Map<ChartShape, string>();
    const colours = new Map<ChartLabel, Map<string, string>>();
    for (const { label, lines } of placed) {
      const under = shapes.filter(
        (shape) => shape.isFilled && (label.inside.includes(shape) || shape === sheet),
      );
      const shape = under.at(-1);
      const own = new Map<string, string>();
      for (const { colour } of lines) {
        const ground =
          shape === undefined
            ? paper.background
            : (grounds.get(shape) ??
              onPaper(shape.attributes.get('fill') ?? '#000000', paper, contrast, 'shape'));
        const found = readable(onPaper(colour, paper, contrast, 'words'), ground, contrast, leastContrast);
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
      for (const name of ['fill', 'stroke'] as const) {
        const colour = attributes.get(name) ?? (name === 'fill' ? '#000000' : 'none');
        attributes.set(name, onPaper(colour, this.#room.paper, this.#room.contrast, 'shape'));
      }
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
    const { background } = this.#room.paper;
    const svg = { name: 'svg', attributes: new Map(), children };
    const drawing = drawVectors(svg, width, height, 1, background);
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

/** More words are no label: to look for their best width would take long. */
const mostWords = 12;

function isBroken(one: Placed | undefined): boolean {
  return one !== undefined && one.lines.length > one.label.lines.length;
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
