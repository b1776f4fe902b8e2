import { toAscii } from '../../media/braille/cells.ts';
import type { Line } from './line.ts';
import type { Piece } from './piece.ts';
import type { Word } from './word.ts';

export const blank = '\u2800';
/** At the end of a line: the next one goes on without a space (dot 5). */
const continuation = '\u2810';
const prefixes = '⠐⠘⠸⠨⠈⠰⠠⠼';
/** Centred headings leave so many cells on both sides. */
const margin = 3;

/** Breaks a piece into lines at its spaces. A word that is longer than a line goes on with the sign for it. */
export function linesOf(piece: Piece, width: number): readonly Line[] {
  if (piece.kind === 'lines') return piece.lines;
  if (piece.kind === 'table') return [];
  if (piece.kind === 'rule') {
    const tail = piece.tail ?? '';
    const length = piece.length ?? width - piece.indent - tail.length;
    const indent = piece.length === undefined ? piece.indent : Math.floor((width - length) / 2);
    return [{ indent, cells: piece.cell.repeat(length) + tail, print: piece.print ?? '' }];
  }
  const { place, mark } = piece;
  const centred = place.type === 'centre';
  const room = Math.min(...(centred ? [width - 2 * margin] : [width - place.first, width - place.rest]));
  const tokens = tokensOf(piece.words, mark, Math.max(room, 4));
  const lines: Line[] = [];
  let open: { cells: string; print: string } | undefined;
  const start = () => (centred ? margin : lines.length === 0 ? place.first : place.rest);
  const end = () => {
    if (open === undefined) return;
    const indent = centred ? centre(open.cells.length, width) : start();
    lines.push({ indent, ...open, ...(piece.heading !== undefined && { heading: piece.heading }) });
    open = undefined;
  };
  for (const token of tokens) {
    const free = (centred ? width - margin : width) - start() - (open?.cells.length ?? -1) - 1;
    if (open !== undefined && (token.newLine || token.length > free)) end();
    if (open === undefined) open = { cells: token.cells, print: token.print };
    else open = { cells: open.cells + blank + token.cells, print: `${open.print} ${token.print}`.trimEnd() };
    if (token.continues) end();
  }
  end();
  return piece.tail === undefined
    ? lines
    : withTail(lines, piece.tail, place.type === 'hang' ? place.rest : 0, width);
}

/** Dots lead from the words to what stands at the right. */
function withTail(lines: readonly Line[], tail: string, rest: number, width: number): Line[] {
  const last = lines.at(-1) ?? { indent: 0, cells: '', print: '' };
  const used = last.indent + last.cells.length;
  if (used + tail.length + 1 > width)
    return [...lines, { indent: rest, cells: leader(width - rest - tail.length) + tail, print: '' }];
  return [...lines.slice(0, -1), { ...last, cells: last.cells + leader(width - used - tail.length) + tail }];
}

function leader(length: number): string {
  return length < 4 ? blank.repeat(length) : blank + continuation.repeat(length - 2) + blank;
}

/** An odd number of cells: what starts at an even one is no centred heading. */
function centre(length: number, width: number): number {
  const middle = Math.floor((width - length) / 2);
  return Math.max(margin, middle % 2 === 1 ? middle : middle - 1);
}

export interface Token {
  readonly cells: string;
  readonly print: string;
  /** Of the words that stay on one line with it. */
  readonly length: number;
  readonly newLine: boolean;
  readonly continues: boolean;
}

/** The mark of an item in print: a bullet or a number. */
function printOf(mark: string): string {
  const ascii = toAscii(mark) ?? '';
  if (!ascii.startsWith('#')) return '•';
  return ascii
    .slice(1)
    .replace(/[a-j4]/g, (sign) => (sign === '4' ? '.' : String('jabcdefghi'.indexOf(sign))));
}

/** Words that belong together as one token; those that are too long in parts. */
export function tokensOf(words: readonly Word[], mark: string, room: number): Token[] {
  const glued: { cells: string; print: string; newLine: boolean }[] =
    mark === '' ? [] : [{ cells: mark, print: printOf(mark), newLine: false }];
  let afterMark = mark !== '';
  for (const word of words) {
    const cells = word.cells ?? '';
    const last = glued.at(-1);
    if (cells === '') {
      if (last !== undefined) last.print += ` ${word.text}`;
      continue;
    }
    if (last !== undefined && (word.glued || afterMark) && last.cells.length + 1 + cells.length <= room) {
      last.cells += blank + cells;
      last.print = `${last.print} ${word.text}`.trim();
    } else glued.push({ cells, print: word.text, newLine: word.newLine });
    afterMark = false;
  }
  return glued.flatMap((token) => partsOf(token, room));
}

function partsOf(
  { cells, print, newLine }: { cells: string; print: string; newLine: boolean },
  room: number,
): Token[] {
  const parts: Token[] = [];
  let rest = cells;
  while (rest.length > room) {
    let end = room - 1;
    while (end > 1 && (prefixes.includes(rest[end - 1]!) || rest[end - 1] === blank || rest[end] === blank))
      end--;
    parts.push({
      cells: rest.slice(0, end) + continuation,
      print: parts.length === 0 ? print : '',
      length: end + 1,
      newLine: newLine && parts.length === 0,
      continues: true,
    });
    rest = rest.slice(end);
  }
  parts.push({
    cells: rest,
    print: parts.length === 0 ? print : '',
    length: rest.length,
    newLine: newLine && parts.length === 0,
    continues: false,
  });
  return parts;
}
