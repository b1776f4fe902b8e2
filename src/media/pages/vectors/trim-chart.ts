import { labelsOf, type MeasureWords } from './chart-labels.ts';
import type { ChartShape } from './chart-shapes.ts';
import type { ChartWords } from './chart-words.ts';
import type { Box, Segment } from './outline.ts';

/** A chart whose words can be set anew, in units of the drawing. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ChartShape[];
  readonly words: readonly ChartWords[];
}

/** A chart without the margins around what it shows. */
export interface TrimmedChart extends Chart {
  /** A shape that covers all of the drawing: its paper. */
  readonly ground: ChartShape | undefined;
}

/** In units of the drawing. */
const hair = 0.5;

/** The chart without a line that says what stands `above` it already, and without the white around it. */
export function trimmed(chart: Chart, measure: MeasureWords, above: string): TrimmedChart {
  const { width, height } = chart;
  const words = chart.words.filter(({ text }) => plainWords(text) !== plainWords(above));
  const ground = chart.shapes.find((shape) => isGround(shape.box, chart));
  const shapes = chart.shapes.filter((shape) => shape !== ground);
  if (words.length === 0) return { ...chart, ground };
  const fill = ground?.attributes.get('fill')?.toLowerCase();
  // Paper of a colour is part of the picture; white around it is not.
  if (ground && fill !== '#ffffff' && fill !== '#fff' && fill !== 'white') return { ...chart, words, ground };
  const boxes = [
    ...labelsOf(words, [], measure).map(({ box }) => box),
    ...shapes.map(({ box, attributes, scale }) => {
      const isDrawn = (attributes.get('stroke') ?? 'none') !== 'none';
      const edge = isDrawn ? (Number(attributes.get('stroke-width') ?? 1) * scale) / 2 : 0;
      return {
        left: box.left - edge,
        top: box.top - edge,
        right: box.right + edge,
        bottom: box.bottom + edge,
      };
    }),
  ];
  // A hair's breadth stays: an edge that lies on a bar could not move away from it where words need the room.
  const left = Math.max(0, Math.min(...boxes.map((box) => box.left))) - hair;
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top))) - hair;
  const right = Math.min(width, Math.max(...boxes.map((box) => box.right))) + hair;
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.bottom))) + hair;
  if (right - left < width * 0.1 || bottom - top < height * 0.02) return { ...chart, words, ground };
  const shifted = ({ segments, box, ...shape }: ChartShape): ChartShape => ({
    ...shape,
    segments: segments.map((segment) => shiftedSegment(segment, left, top)),
    box: {
      left: box.left - left,
      top: box.top - top,
      right: box.right - left,
      bottom: box.bottom - top,
    },
  });
  return {
    width: right - left,
    height: bottom - top,
    shapes: shapes.map(shifted),
    words: words.map((one) => ({ ...one, x: one.x - left, baseline: one.baseline - top })),
    ground: undefined,
  };
}

function shiftedSegment(segment: Segment, left: number, top: number): Segment {
  if (segment.kind === 'Z') return segment;
  if (segment.kind !== 'C') {
    const [x, y] = segment.points;
    return { kind: segment.kind, points: [x - left, y - top] };
  }
  const [ax, ay, bx, by, x, y] = segment.points;
  return { kind: 'C', points: [ax - left, ay - top, bx - left, by - top, x - left, y - top] };
}

function plainWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Covers the whole drawing: it is the paper. */
function isGround({ left, top, right, bottom }: Box, { width, height }: Chart): boolean {
  const [x, y] = [width * 0.01, height * 0.01];
  return left <= x && top <= y && right >= width - x && bottom >= height - y;
}
