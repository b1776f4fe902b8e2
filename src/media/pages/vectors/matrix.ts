/** `[a b c d e f]` as in SVG and PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Reads `matrix(a b c d e f)`; the identity where there is none. */
export function matrixOf(text: string | undefined): Matrix {
  const values = text?.match(/-?[\d.]+(?:e[+-]?\d+)?/gi)?.map(Number) ?? [];
  if (values.length !== 6 || !values.every(Number.isFinite)) return identity;
  return values as unknown as Matrix;
}

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The way back; undefined where everything falls on a line. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-12) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** How much longer the longest line becomes, at most. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}

/** Operand of `cm`, with digits enough for a drawing as large as a page. */
export function matrixText(matrix: Matrix): string {
  return matrix.map((value) => plainNumber(value, 7)).join(' ');
}

/** A number as PDF takes it: without an exponent. */
export function plainNumber(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const short = decimals > 0 ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' || short === '' ? '0' : short;
}
