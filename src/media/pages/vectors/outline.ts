import { identity, type Matrix, plainNumber } from './matrix.ts';

/** Edges of what is drawn, without the width of lines. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A path as points: M and L have one, C has three. */
export type Segment =
  | { readonly kind: 'M' | 'L'; readonly points: readonly [number, number] }
  | { readonly kind: 'C'; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly kind: 'Z' };

/** Reads a path of absolute M, L, Q, C and Z, and turns quadratic curves into cubic ones. */
export function segmentsOf(data: string, [a, b, c, d, e, f]: Matrix = identity): readonly Segment[] {
  const words = data.split(' ');
  const out: Segment[] = [];
  let at = 0;
  let [x, y] = [0, 0];
  const point = (): [number, number] => {
    const [px, py] = [Number(words[at++]), Number(words[at++])];
    if (!Number.isFinite(px) || !Number.isFinite(py))
      throw new Error('A path has a number that cannot be read.');
    return [a * px + c * py + e, b * px + d * py + f];
  };
  while (at < words.length) {
    const kind = words[at++];
    switch (kind) {
      case 'M':
      case 'L':
        [x, y] = point();
        out.push({ kind, points: [x, y] });
        break;
      case 'Q': {
        const [qx, qy] = point();
        const [endX, endY] = point();
        const third = (from: number, control: number): number => from + ((control - from) * 2) / 3;
        out.push({
          kind: 'C',
          points: [third(x, qx), third(y, qy), third(endX, qx), third(endY, qy), endX, endY],
        });
        [x, y] = [endX, endY];
        break;
      }
      case 'C': {
        const points = [...point(), ...point(), ...point()] as const;
        out.push({ kind: 'C', points: points as [number, number, number, number, number, number] });
        [x, y] = [points[4] ?? 0, points[5] ?? 0];
        break;
      }
      case 'Z':
        out.push({ kind: 'Z' });
        break;
      case '':
        break;
      default:
        throw new Error(`A path has a command that cannot be read: ${kind}.`);
    }
  }
  return out;
}

const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

/** Operators that make the path, without painting it. */
export function pathText(segments: readonly Segment[], decimals: number): string {
  let out = '';
  for (const segment of segments) {
    if (segment.kind !== 'Z') for (const value of segment.points) out += `${plainNumber(value, decimals)} `;
    out += `${operators[segment.kind]}\n`;
  }
  return out;
}

/** The exact edges of a path; undefined where it has no points. */
export function boxOf(segments: readonly Segment[]): Box | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y] = [0, 0];
  for (const segment of segments) {
    if (segment.kind === 'Z') continue;
    if (segment.kind === 'C') {
      const [x1, y1, x2, y2, x3, y3] = segment.points;
      xs.push(...turns(x, x1, x2, x3), x3);
      ys.push(...turns(y, y1, y2, y3), y3);
      [x, y] = [x3, y3];
    } else {
      [x, y] = segment.points;
      xs.push(x);
      ys.push(y);
    }
  }
  if (xs.length === 0) return undefined;
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) };
}

/** Where one coordinate of a cubic curve turns back. */
function turns(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const times = Math.abs(a) < 1e-9 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return times
    .filter((t) => t > 0 && t < 1)
    .map((t) => (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t ** 3 * p3);
}
