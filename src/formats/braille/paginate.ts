import type { Line } from './line.ts';
import { linesOf } from './lines.ts';
import type { Piece } from './piece.ts';

/** Lines of the pages, without the line of the page number. */
export type PageLines = readonly Line[];

const empty: Line = { indent: 0, cells: '', print: '' };

/** Lines of the text that stand below a heading on its page, at the least. */
const below = 2;

/** Lays pieces out on pages of `height` lines. An empty line is always written, at the top of the next page where it does not fit. */
export function paginate(pieces: readonly Piece[], width: number, height: number): PageLines[] {
  const pages: Line[][] = [];
  let page: Line[] | undefined;
  const push = (line: Line, head: readonly Line[] = []) => {
    if (page === undefined || page.length >= height) {
      page = [...head];
      pages.push(page);
    }
    page.push(line);
  };
  const laid = pieces
    .map((piece) => ({ piece, lines: linesOf(piece, width) }))
    .filter(({ lines }) => lines.length > 0);
  laid.forEach(({ piece, lines }, index) => {
    const gap = index === 0 ? 0 : Math.max(piece.before, laid[index - 1]!.piece.after);
    const free = page === undefined ? height : height - page.length;
    const first = laid[index - 1]?.piece.keep !== true;
    if (piece.keep && first && free < height && needed(laid, index, height) + gap > free) {
      if (gap > 0 && free > 0) push(empty);
      page = undefined;
      if (gap > 0 && free === 0) push(empty, piece.head);
    } else if (gap > 0) push(empty, piece.head);
    if (piece.kind === 'lines' && page !== undefined && lines.length > height - page.length) page = undefined;
    for (const line of lines) push(line, piece.head);
  });
  return pages
    .map((lines) => (lines.every(({ cells }) => cells === '') ? [] : lines))
    .filter((lines) => lines.length > 0);
}

/** Lines of a piece that stays with the next one, of all that it stays with, and of the first text behind them. */
function needed(
  laid: readonly { readonly piece: Piece; readonly lines: readonly Line[] }[],
  from: number,
  height: number,
): number {
  let count = 0;
  for (let index = from; index < laid.length && count <= height; index++) {
    const { piece, lines } = laid[index]!;
    if (index > from) count += Math.max(piece.before, laid[index - 1]!.piece.after);
    if (!piece.keep) return count + (piece.kind === 'lines' ? lines.length : Math.min(lines.length, below));
    count += lines.length;
  }
  return Math.min(count, height);
}
