import { type BrailleLine, lineOf } from './read-lines.ts';

/** The head of a table in columns: its lines, as they come again on each page, and where each column starts. */
export interface GridHead {
  readonly lines: readonly BrailleLine[];
  readonly starts: readonly number[];
}

/** A line of dots 2 and 5 below each name, two empty cells between them. */
const separation = /^3{2,}(?: {2}3{2,})+$/;
const mostHeadLines = 6;
const guideDots = /(?:^|\u2800)\u2810{2,}$/;

/** The head that starts on this line, if it is one. */
export function gridHead(lines: readonly BrailleLine[], at: number): GridHead | undefined {
  for (let end = at; end < at + mostHeadLines && end < lines.length; end++) {
    const line = lines[end]!;
    if (line.cells === '') return undefined;
    if (line.indent !== 0 || !separation.test(line.ascii)) continue;
    const starts = [...line.ascii.matchAll(/3+/g)].map(({ index }) => index);
    return { lines: lines.slice(at, end + 1), starts };
  }
  return undefined;
}

export function isHead({ lines: head }: GridHead, lines: readonly BrailleLine[], at: number): boolean {
  return head.every(
    ({ cells, indent }, index) => lines[at + index]?.cells === cells && lines[at + index]!.indent === indent,
  );
}

/** The words of each cell of some lines, as cells of braille: without guide dots, empty where it is empty. */
export function gridCells(lines: readonly BrailleLine[], starts: readonly number[]): string[] {
  return starts.map((start, index) => {
    const parts: string[] = [];
    for (const line of lines) {
      const whole = '\u2800'.repeat(line.indent) + line.cells;
      const part = lineOf(whole.slice(start, starts[index + 1])).cells.replace(guideDots, '');
      if (part !== '') parts.push(part);
    }
    return parts.join('\u2800');
  });
}

/** The rows from a line on, up to an empty line, the end of the table, or its head again: a row starts at the margin. */
export function gridRows(
  lines: readonly BrailleLine[],
  at: number,
  head: GridHead,
): { readonly rows: readonly (readonly BrailleLine[])[]; readonly end: number } {
  const rows: BrailleLine[][] = [];
  let end = at;
  while (end < lines.length) {
    const line = lines[end]!;
    if (line.cells === '' || /^(?:7{8,}|g{8,})$/.test(line.ascii) || isHead(head, lines, end)) break;
    if (line.indent === 0 || rows.length === 0) rows.push([line]);
    else rows.at(-1)!.push(line);
    end++;
  }
  return { rows, end };
}
