import { type Matrix, matrixOf, multiply } from './matrix.ts';
import type { MicroElement } from './micro-svg.ts';
import { type Box, boxOf, type Segment, segmentsOf } from './outline.ts';

/** A shape of a chart in units of the drawing. */
export interface ChartShape {
  readonly segments: readonly Segment[];
  readonly box: Box;
  readonly attributes: ReadonlyMap<string, string>;
  /** How much wider its lines are than their attribute says. */
  readonly scale: number;
  /** Four straight level and upright sides, with or without round corners. */
  readonly isRectangle: boolean;
  readonly isFilled: boolean;
}

/** All shapes of a plain chart; undefined where some are clipped, faded, blended or filled with more than a colour. */
export function readChartShapes(root: MicroElement, view: Matrix): readonly ChartShape[] | undefined {
  const out: ChartShape[] = [];
  const read = (element: MicroElement, outer: Matrix, depth: number): boolean =>
    depth < 50 &&
    element.children.every((child) => {
      if (child.name === 'defs') return true;
      const { attributes } = child;
      const matrix = multiply(matrixOf(attributes.get('transform')), outer);
      if (child.name === 'g') {
        const isPlain = ['clip-path', 'mask', 'filter', 'opacity', 'style'].every(
          (name) => !attributes.has(name),
        );
        return isPlain && read(child, matrix, depth + 1);
      }
      if (child.name !== 'path') return false;
      if ((attributes.get('visibility') ?? 'visible') !== 'visible') return true;
      const [a, b, c, d] = matrix;
      const scale = Math.hypot(a, b);
      // Lines of a stretched space are thicker in one direction.
      if (Math.abs(scale - Math.hypot(c, d)) > scale * 1e-3 || Math.abs(a * c + b * d) > 1e-3 * scale)
        return false;
      const [fill, stroke] = [attributes.get('fill') ?? '#000000', attributes.get('stroke') ?? 'none'];
      if (fill.startsWith('url') || stroke.startsWith('url')) return false;
      const segments = segmentsOf(attributes.get('d') ?? '', matrix);
      const box = boxOf(segments);
      if (box)
        out.push({
          segments,
          box,
          attributes,
          scale,
          isRectangle: isRectangle(segments, box),
          isFilled: fill !== 'none',
        });
      return true;
    });
  return read(root, view, 0) ? out : undefined;
}

function isRectangle(segments: readonly Segment[], { left, top, right, bottom }: Box): boolean {
  if (segments.at(-1)?.kind !== 'Z' || right - left <= 0 || bottom - top <= 0) return false;
  let [x, y] = [0, 0];
  let corners = 0;
  for (const segment of segments) {
    if (segment.kind === 'Z') continue;
    const { points } = segment;
    const [endX, endY] = [points[points.length - 2] ?? 0, points[points.length - 1] ?? 0];
    if (segment.kind === 'M' && corners++ > 0) return false;
    if (segment.kind === 'L' && Math.abs(endX - x) > 1e-3 && Math.abs(endY - y) > 1e-3) return false;
    const isCurved = segment.kind === 'C';
    if (isCurved && (Math.abs(endX - x) > (right - left) / 3 || Math.abs(endY - y) > (bottom - top) / 2))
      return false;
    [x, y] = [endX, endY];
  }
  return true;
}
