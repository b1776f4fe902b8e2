import type { BrailleLine } from './read-lines.ts';
import type { Words } from './words.ts';

/** Items with marks that follow each other without an empty line. */
export interface Group {
  readonly lines: BrailleLine[];
  readonly base: number;
}

export interface Item {
  readonly lines: readonly BrailleLine[];
  /** Steps of its indentation, and one. */
  readonly depth: number;
  /** A further paragraph of the item before. */
  readonly isContinuation: boolean;
}

/** The items of a group: further lines stand two cells right of the deepest start, further paragraphs start two cells behind these for each
 * list that they stand in. */
export function itemsOf({ lines, base }: Group, isStart: (line: BrailleLine) => boolean): Item[] {
  const rest = Math.max(...lines.filter(isStart).map(({ indent }) => indent), base) + 2;
  const items: { lines: BrailleLine[]; depth: number; isContinuation: boolean }[] = [];
  for (const line of lines) {
    const depth = (line.indent - base) / 2 + 1;
    if (isStart(line)) items.push({ lines: [line], depth, isContinuation: false });
    else if (line.indent > rest) {
      items.push({ lines: [line], depth: (line.indent - rest) / 2, isContinuation: true });
    } else if (items.length > 0) items.at(-1)!.lines.push(line);
    else items.push({ lines: [line], depth, isContinuation: false });
  }
  return items;
}

export function withoutMark(lines: readonly BrailleLine[]): BrailleLine[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const end = first.cells.indexOf('\u2800');
  const cells = end < 0 ? '' : first.cells.slice(end + 1);
  return cells === '' ? rest : [{ ...first, cells }, ...rest];
}

/** How many lists surround what stands in the last item of a group. */
export function listsOfLast(group: Group, base: number): number {
  return (base - group.base) / 2;
}

export function levelOf(note: string | undefined, { level }: Words): number | undefined {
  if (note === undefined || !note.startsWith(`${level.toLowerCase()} `)) return undefined;
  const value = Number(note.slice(level.length + 1));
  return Number.isInteger(value) ? value : undefined;
}
