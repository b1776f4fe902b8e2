import { PDFDict, PDFName, PDFNumber } from 'pdf-lib';

/** Left, bottom, right and top in points. */
export type Edges = readonly [number, number, number, number];

interface Painted {
  readonly left: number;
  readonly right: number;
  /** What has a higher number lies over what has a lower one. */
  readonly order: number;
}

interface Run extends Painted {
  readonly drawn: string;
  readonly baseline: number;
  readonly size: number;
  readonly isSeen: boolean;
}

interface Shape extends Painted {
  readonly kind: 'fill' | 'line' | 'picture';
  readonly bottom: number;
  readonly top: number;
}

/** What decides, beside its place and colour, whether text is seen. */
export interface Ink {
  /** Text rendering mode (ISO 32000-1, table 106): 3 and 7 paint nothing. */
  readonly mode: number;
  /** Share of opacity. */
  readonly alpha: number;
  /** What is painted outside of it is cut off; undefined where nothing cuts. */
  readonly clip: Edges | undefined;
}

export const visibleInk: Ink = { mode: 0, alpha: 1, clip: undefined };

/** Fainter text is seen by nobody. */
const leastAlpha = 0.1;

export function isInked({ mode, alpha, clip }: Ink, box: Edges): boolean {
  return mode !== 3 && mode !== 7 && alpha >= leastAlpha && (clip === undefined || meet(clip, box));
}

/** The rectangle that two have in common; empty ones have their edges crossed. */
export function common(one: Edges | undefined, other: Edges): Edges {
  if (one === undefined) return other;
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** The opacity that a graphics state sets for what is filled. */
export function alphaOf(states: PDFDict | undefined, name: string): number | undefined {
  const state = states?.lookup(PDFName.of(name));
  const share = state instanceof PDFDict ? state.lookup(PDFName.of('ca')) : undefined;
  return share instanceof PDFNumber ? share.asNumber() : undefined;
}

/** Takes the words from runs that lie outside the page or under something that was painted over them. */
export function onlySeen<R extends Run, S extends Shape>(
  { runs, shapes }: { readonly runs: readonly R[]; readonly shapes: readonly S[] },
  page: Edges,
): { readonly runs: readonly R[]; readonly shapes: readonly S[] } {
  const covers = shapes.filter(({ kind }) => kind !== 'line');
  return {
    shapes,
    runs: runs.map((run) => {
      // Spaces have no edges of their own.
      if (run.drawn.trim() === '') return run;
      const box = edgesOf(run);
      const isSeen = run.isSeen && meet(page, box) && !covers.some((shape) => lies(shape, run, box));
      return isSeen === run.isSeen ? run : { ...run, isSeen };
    }),
  };
}

/** Letters reach about a quarter of their size below the line that they stand on, and three quarters above it. */
export function edgesOf({
  left,
  right,
  baseline,
  size,
}: Pick<Run, 'left' | 'right' | 'baseline' | 'size'>): Edges {
  return [left, baseline - size / 4, right, baseline + (size * 3) / 4];
}

function meet(one: Edges, other: Edges): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/** Painted later, and over all of it but the thinnest ends of letters. */
function lies(shape: Shape, run: Run, [left, bottom, right, top]: Edges): boolean {
  const slack = run.size / 4;
  return (
    shape.order > run.order &&
    shape.left <= left + slack &&
    shape.right >= right - slack &&
    shape.bottom <= bottom + slack &&
    shape.top >= top - slack
  );
}
