import type { PdfValue } from '../pdfkit-internals.ts';
import { type Matrix, matrixOf, multiply } from './matrix.ts';
import type { MicroElement } from './micro-svg.ts';
import type { Box } from './outline.ts';

/** A gradient as PDF draws it: a shading, and the space that it is described in. */
export interface Gradient {
  readonly shading: PdfValue;
  readonly matrix: Matrix;
}

/** A shading that looks as the gradient does; undefined where PDF has none, or only with a mask. */
export function gradientOf(element: MicroElement, box: Box): Gradient | undefined {
  const { attributes, children } = element;
  const number = (name: string, otherwise: number): number => Number(attributes.get(name) ?? otherwise);
  if ((attributes.get('spreadMethod') ?? 'pad') !== 'pad') return undefined;
  if (number('fr', 0) !== 0) return undefined;
  const stops = children.map((stop) => ({
    offset: Math.min(1, Math.max(0, Number(stop.attributes.get('offset') ?? 0))),
    colour: sharesOf(stop.attributes.get('stop-color') ?? '#000000'),
  }));
  if (stops.length < 2 || children.some((stop) => Number(stop.attributes.get('stop-opacity') ?? 1) < 1))
    return undefined;
  const isBoxed = attributes.get('gradientUnits') !== 'userSpaceOnUse';
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (isBoxed && (width <= 0 || height <= 0)) return undefined;
  const own = matrixOf(attributes.get('gradientTransform'));
  const matrix = isBoxed ? multiply(own, [width, 0, 0, height, box.left, box.top]) : own;
  const isLinear = element.name === 'linearGradient';
  const [cx, cy] = [number('cx', 0.5), number('cy', 0.5)];
  const coordinates = isLinear
    ? [number('x1', 0), number('y1', 0), number('x2', 1), number('y2', 0)]
    : [number('fx', cx), number('fy', cy), 0, cx, cy, number('r', 0.5)];
  if (!coordinates.every(Number.isFinite)) return undefined;
  return {
    matrix,
    shading: {
      ShadingType: isLinear ? 2 : 3,
      ColorSpace: 'DeviceRGB',
      Coords: coordinates,
      Extend: [true, true],
      Function: functionOf(stops),
    },
  };
}

interface Stop {
  readonly offset: number;
  readonly colour: readonly number[];
}

function functionOf(stops: readonly Stop[]): PdfValue {
  const [first, last] = [stops[0] as Stop, stops.at(-1) as Stop];
  const all = [
    ...(first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last.offset < 1 ? [{ ...last, offset: 1 }] : []),
  ];
  const pieces: PdfValue[] = [];
  const bounds: number[] = [];
  for (let index = 1; index < all.length; index++) {
    const [from, to] = [all[index - 1] as Stop, all[index] as Stop];
    // Two colours at one place: the step is made by what stands before and behind it.
    if (to.offset <= from.offset) continue;
    if (pieces.length > 0) bounds.push(from.offset);
    pieces.push({ FunctionType: 2, Domain: [0, 1], C0: from.colour, C1: to.colour, N: 1 });
  }
  const encode = pieces.flatMap(() => [0, 1]);
  return { FunctionType: 3, Domain: [0, 1], Functions: pieces, Bounds: bounds, Encode: encode };
}

/** Red, green and blue of `#rrggbb`, each from 0 to 1. */
export function sharesOf(colour: string): readonly number[] {
  return [1, 3, 5].map(
    (from) => Math.round((Number.parseInt(colour.slice(from, from + 2), 16) / 255) * 1e4) / 1e4,
  );
}
