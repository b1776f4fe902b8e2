/** `to` lies at least `distance` behind `from`; both are places on the axis as they were. */
export interface Distance {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
}

export interface Axis {
  /** Where a place lies now. Between two known places it moves evenly. */
  at(place: number): number;
  readonly end: number;
}

/**
 * Moves places along one axis apart until all distances are kept: never nearer to each other than `scale` asks, and inside a
 * rigid stretch exactly so far. The shortest such axis; undefined where there is none.
 */
export function spread(
  places: Iterable<number>,
  scale: number,
  rigid: readonly (readonly [number, number])[],
  distances: readonly Distance[],
): Axis | undefined {
  const knots = [...new Set([...places].map(rounded))].sort((a, b) => a - b);
  const index = new Map(knots.map((knot, position) => [knot, position]));
  const isRigid = new Uint8Array(knots.length);
  for (const [from, to] of rigid) {
    const last = index.get(rounded(to)) ?? 0;
    for (let at = index.get(rounded(from)) ?? last; at < last; at++) isRigid[at] = 1;
  }
  const edges: { from: number; to: number; length: number }[] = [];
  for (let at = 0; at + 1 < knots.length; at++) {
    const length = ((knots[at + 1] ?? 0) - (knots[at] ?? 0)) * scale;
    edges.push({ from: at, to: at + 1, length });
    if (isRigid[at]) edges.push({ from: at + 1, to: at, length: -length });
  }
  for (const { from, to, distance } of distances) {
    const [start, end] = [index.get(rounded(from)), index.get(rounded(to))];
    if (start === undefined || end === undefined) return undefined;
    if (start === end) {
      if (distance > 0.01) return undefined;
    } else edges.push({ from: start, to: end, length: distance });
  }
  const values = new Float64Array(knots.length);
  for (let round = 0; ; round++) {
    let hasMoved = false;
    for (const { from, to, length } of edges) {
      const least = (values[from] ?? 0) + length;
      if (least > (values[to] ?? 0) + 1e-6) {
        values[to] = least;
        hasMoved = true;
      }
    }
    if (!hasMoved) break;
    if (round > knots.length) return undefined;
  }
  return {
    end: values[knots.length - 1] ?? 0,
    at(place) {
      const exact = index.get(rounded(place));
      if (exact !== undefined) return values[exact] ?? 0;
      let low = 0;
      let high = knots.length - 1;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((knots[middle] ?? 0) <= place) low = middle;
        else high = middle;
      }
      const [from = 0, to = 0] = [knots[low], knots[high]];
      const share = to > from ? (place - from) / (to - from) : 0;
      return (values[low] ?? 0) + ((values[high] ?? 0) - (values[low] ?? 0)) * share;
    },
  };
}

function rounded(place: number): number {
  return Math.round(place * 100) / 100;
}
