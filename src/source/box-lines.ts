import type { Finding, Severity } from '../kernel/finding.ts';
import { type BoxLine, mendBoxLine, straightQuotes } from './box-line.ts';

export interface MendedLines {
  /** What is parsed: as the lines, with an end after each box that its author forgot to close. */
  readonly text: string;
  /** The lines of the file with their marks mended: as many as the file has. */
  readonly lines: readonly string[];
  /** The line of the file, counted from 1, for a line of the text. */
  readonly lineOf: (line: number) => number;
  /** First lines of the boxes that are closed in place of their author. */
  readonly forgottenBoxes: ReadonlySet<number>;
}

interface OpenBox extends BoxLine {
  /** Index of its first line. */
  readonly from: number;
  readonly indent: number;
  /** Index of the first heading in it. */
  heading?: number;
}

const item = /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+(?=\S)/;
const opener = /^(?:::|:{3,}[ \t]*)[a-z]/i;
const end = /^(:{2,})[ \t]*$/;
// What people write for the end of a box in other languages.
const endWord = /^:{3,}[ \t]*(?:\/[ \t]*[a-z-]*|end)[ \t]*$/i;
const fence = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const tightHeading = /^( {0,3}#{2,6})(?=[\p{L}\p{N}])/u;
const heading = /^ {0,3}#{1,6}[ \t]+\S/;

/** Headings are usual in these. */
const withHeadings = new Set(['easy-read', 'lang']);

/**
 * Mends the marks that Markdown would show as text or take in silence: boxes that are not closed, ends of boxes without a
 * start, curly quotes in braces, headings without a space. Each has its finding. Code is left alone.
 */
export function mendLines(body: string, file: string, findings: Finding[]): MendedLines {
  const lines = body.split('\n');
  const open: OpenBox[] = [];
  const ends = new Map<number, string[]>();
  const forgottenBoxes = new Set<number>();
  const tell = (rule: string, severity: Severity, index: number, message: string, fix: string) =>
    findings.push({ rule, severity, message, fix, at: { file, line: index + 1, column: 1 } });

  /** Closes the innermost box, before its first heading or before the line where its lack shows. */
  const closeForgotten = (before: number) => {
    const box = open.pop()!;
    const at = box.heading ?? before;
    const around = open.at(-1);
    if (around && box.heading !== undefined && !withHeadings.has(around.name)) around.heading ??= at;
    ends.set(at, [...(ends.get(at) ?? []), ':'.repeat(box.colons)]);
    forgottenBoxes.add(box.from + 1);
    tell(
      'source/box-not-closed',
      'error',
      box.from,
      `The box "${box.name}", opened in line ${box.from + 1}, is not closed. It is taken to end before line ${at + 1}.`,
      'Write three colons on a line of their own after its last line. A box around a box needs four.',
    );
  };

  const takeEnd = (index: number, colons: number, indent: string) => {
    const line = lines[index]!;
    if (open.length === 0) {
      lines[index] = '';
      tell(
        'source/spare-box-end',
        'error',
        index,
        `The line "${line.trim()}" closes a box, but no box is open. It is left out.`,
        'Delete it, or write the first line of the box before it.',
      );
      return;
    }
    const matching = open.findIndex((box) => box.colons <= colons);
    while (matching !== -1 && open.length > matching + 1) closeForgotten(index);
    const box = open.pop()!;
    const right = ':'.repeat(box.colons);
    lines[index] = indent + right;
    if (matching !== -1 && end.test(line.trim())) return;
    tell(
      'source/box-line',
      'error',
      index,
      `The line "${line.trim()}" is taken as the end of the box "${box.name}", opened in line ${box.from + 1}.`,
      `Write "${right}".`,
    );
  };

  let code: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const mark = fence.exec(line)?.[1];
    if (code !== undefined) {
      if (mark?.startsWith(code) && line.trim() === mark) code = undefined;
      continue;
    }
    if (mark !== undefined) {
      code = mark;
      continue;
    }
    if (line.trim() === '') continue;
    const prefix = item.exec(line)?.[0] ?? /^ {0,3}/.exec(line)![0];
    const rest = line.slice(prefix.length);
    // A box in a list ends with its list: Markdown sees to it, and the finding comes when it is read.
    while (
      open.length > 0 &&
      open.at(-1)!.indent > 1 &&
      indentOf(line) < open.at(-1)!.indent &&
      !end.test(rest)
    )
      open.pop();
    const closing = end.exec(rest);
    if (closing || (open.length > 0 && endWord.test(rest))) {
      takeEnd(index, closing?.[1]?.length ?? 3, prefix);
      continue;
    }
    if (opener.test(rest)) {
      const mended = mendBoxLine(rest);
      lines[index] = prefix + mended.text;
      if (mended.problem) tell('source/box-line', 'error', index, mended.problem, mended.fix ?? '');
      if (mended.box === undefined || mended.box.colons < 3) continue;
      const { name, colons } = mended.box;
      while (open.length > 0 && open.at(-1)!.colons <= colons) closeForgotten(index);
      open.push({ name, colons, from: index, indent: prefix.length });
      continue;
    }
    if (tightHeading.test(line)) {
      lines[index] = line.replace(tightHeading, '$1 ');
      tell(
        'source/heading-without-space',
        'error',
        index,
        'There is no space between the marks and the words of this heading. It is taken as a heading.',
        `Write "${lines[index]!.trim().slice(0, 60)}".`,
      );
    } else {
      lines[index] = straightQuotes(line);
    }
    const box = open.at(-1);
    if (box && !withHeadings.has(box.name) && heading.test(lines[index]!)) box.heading ??= index;
  }
  while (open.length > 0 && open.some((box) => box.heading !== undefined)) {
    if (open.at(-1)!.heading === undefined) open.pop();
    else closeForgotten(lines.length);
  }
  return { ...withEnds(lines, ends), lines, forgottenBoxes };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function withEnds(lines: readonly string[], ends: ReadonlyMap<number, readonly string[]>) {
  if (ends.size === 0) return { text: lines.join('\n'), lineOf: (line: number) => line };
  const out: string[] = [];
  const from: number[] = [];
  lines.forEach((line, index) => {
    for (const added of ends.get(index) ?? []) {
      out.push(added);
      from.push(index);
    }
    out.push(line);
    from.push(index + 1);
  });
  return { text: out.join('\n'), lineOf: (line: number) => from[line - 1] ?? lines.length };
}
