import type { ChartShape } from './chart-shapes.ts';
import type { Anchor, ChartWords } from './chart-words.ts';
import type { Box } from './outline.ts';

/** One line of a label as the chart has it: it is broken further, never joined to another. */
export interface LabelLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** From the baseline before it, in multiples of the size. */
  readonly step: number;
}

/** Words that belong together: lines that start at one place, close below each other. */
export interface ChartLabel {
  readonly lines: readonly LabelLine[];
  readonly x: number;
  readonly anchor: Anchor;
  /** Of the largest letters. */
  readonly size: number;
  /** What it takes in the drawing as it is. */
  readonly box: Box;
  /** Shapes that it stands on. */
  readonly inside: readonly ChartShape[];
}

/** Width of words in multiples of the size. */
export type MeasureWords = (text: string, bold: boolean) => number;

/** Distance of baselines within one label, in multiples of the larger size, at most. */
const mostLeading = 1.6;
const ascent = 0.74;
const descent = 0.2;

export function labelsOf(
  words: readonly ChartWords[],
  shapes: readonly ChartShape[],
  measure: MeasureWords,
): readonly ChartLabel[] {
  const groups: ChartWords[][] = [];
  for (const one of words) {
    const group = groups.find((other) => goesOn(other.at(-1) as ChartWords, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0] as ChartWords, group.at(-1) as ChartWords];
    const { x, anchor } = first;
    const width = Math.max(...group.map(({ text, size, bold }) => measure(text, bold) * size));
    const left = x - width * before[anchor];
    const box = {
      left,
      right: left + width,
      top: first.baseline - first.size * ascent,
      bottom: last.baseline + last.size * descent,
    };
    const lines = group.map(({ text, size, bold, colour, baseline }, index) => ({
      text,
      size,
      bold,
      colour,
      step: index === 0 ? 0 : (baseline - (group[index - 1]?.baseline ?? 0)) / size,
    }));
    const inside = shapes.filter((shape) => contains(shape.box, box));
    return { lines, x, anchor, size: Math.max(...group.map(({ size }) => size)), box, inside };
  });
}

/** Share of a label's width that lies left of its place. */
export const before = { start: 0, middle: 0.5, end: 1 } as const satisfies Record<Anchor, number>;

function goesOn(above: ChartWords, below: ChartWords): boolean {
  const down = below.baseline - above.baseline;
  return (
    down > 0 &&
    down <= mostLeading * Math.max(above.size, below.size) &&
    above.x === below.x &&
    above.anchor === below.anchor
  );
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom
  );
}
