import type { Grammar } from './grammar.ts';
import type { ReadLine } from './read-lines.ts';

/** Words or a mark, while its lines are read. */
export interface Item {
  readonly kind: 'paragraph' | 'heading' | 'alt' | 'mark';
  readonly indent: number;
  /** Lines that belong to it are indented. */
  readonly hanging: boolean;
  readonly level?: number;
  raw: string;
}

export const headingStart = /^(\+\+\+|\+\+|\+[456]?) (.*)$/s;
/** A line directly below an item that is no item of its own. */
export function continues(open: Item, line: ReadLine, { markStart, listStart }: Grammar['reading']): boolean {
  if (markStart.test(line.text) && line.text.endsWith(']') && !line.text.endsWith(' ]')) return false;
  if (!open.hanging) return line.indent === open.indent;
  return line.indent === open.indent + 2 && !listStart.test(line.text);
}

/** Joins the lines between two empty lines to one, except in code. */
export function* itemsBetweenBlanks(lines: readonly ReadLine[], { marks }: Grammar): Generator<ReadLine> {
  let open: ReadLine | undefined;
  let code: number | undefined;
  for (const line of lines) {
    if (code !== undefined) {
      if (line.indent === code && line.text === `[${marks.codeEnd}]`) code = undefined;
      yield line;
    } else if (line.text === '') {
      if (open) yield open;
      open = undefined;
      yield line;
    } else if (open) open = { ...open, text: `${open.text} ${line.text}` };
    else if (line.text === `[${marks.code}]`) {
      code = line.indent;
      yield line;
    } else open = line;
  }
  if (open) yield open;
}
