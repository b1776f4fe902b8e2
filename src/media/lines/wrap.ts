import { displayWidth } from './display-width.ts';

export interface WrapOptions {
  /** Columns of a line; 0 does not wrap. */
  readonly width: number;
  /** Columns taken at the start of the first line, and of the lines after it. */
  readonly first: number;
  readonly rest: number;
}

/** A dash opens no line: it would look like the mark of a list. */
const neverFirst = /^[-\u2010-\u2015]+$/;

/**
 * Breaks a text at its single spaces (U+0020). A word that is wider than a line stays whole, so that addresses still work.
 * The broken lines joined by one space are the text.
 */
export function wrap(text: string, { width, first, rest }: WrapOptions): string[] {
  if (width === 0 || text.length + first <= width / 2) return [text];
  const lines: string[] = [];
  let line = '';
  let used = first;
  let empty = true;
  for (const word of text.split(' ')) {
    const columns = displayWidth(word);
    if (!empty && used + 1 + columns > width && line !== '--' && !neverFirst.test(word)) {
      lines.push(line);
      line = word;
      used = rest + columns;
      continue;
    }
    line = empty ? word : `${line} ${word}`;
    used += empty ? columns : columns + 1;
    empty = false;
  }
  lines.push(line);
  return lines;
}
