import { identity, type Matrix } from './matrix.ts';

/** Leads from the drawing's own units to the size that it says it has (SVG 1.1, 7.8). */
export function viewMatrix(
  viewBox: string | undefined,
  alignment: string | undefined,
  width: number,
  height: number,
): Matrix {
  const [left = 0, top = 0, ownWidth = 0, ownHeight = 0] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (!(ownWidth > 0 && ownHeight > 0) || !Number.isFinite(left + top)) return identity;
  const [sx, sy] = [width / ownWidth, height / ownHeight];
  const [align = 'xMidYMid', fit] = (alignment ?? 'xMidYMid').trim().split(/\s+/);
  if (align === 'none') return [sx, 0, 0, sy, -left * sx, -top * sy];
  const scale = fit === 'slice' ? Math.max(sx, sy) : Math.min(sx, sy);
  const share = (name: string): number => (name === 'Min' ? 0 : name === 'Max' ? 1 : 0.5);
  return [
    scale,
    0,
    0,
    scale,
    (width - ownWidth * scale) * share(align.slice(1, 4)) - left * scale,
    (height - ownHeight * scale) * share(align.slice(5, 8)) - top * scale,
  ];
}
