import type { Paragraph } from 'mdast';
import { flatText } from './flat-text.ts';
import { positionOf, type Reader, report } from './reader.ts';

/** A shorter line in bold is meant as a heading. */
const maxHeading = 80;

const bullet = /^[•·▪▫◦‣●∙■]\s*\S/;
const dash = /^[–—]\s+\S/;
const number = /^(\d{1,3})[.)]?\s+\S/;

/** Tells of lists and tables that were typed or pasted as plain lines: Markdown runs them together. */
export function checkTypedMarks(node: Paragraph, reader: Reader): void {
  const { line, column } = positionOf(node, reader);
  const lines = reader.lines
    .slice(line - 1, node.position?.end.line ?? line)
    .map((text, index) => (index === 0 ? text.slice(column - 1) : text).replace(/^[\s>]+/, '').trimEnd());
  const at = (index: number) => ({
    file: reader.file,
    line: line + index,
    column: index === 0 ? column : 1,
  });
  const cells = lines.map((text) => text.split('\t').length);
  const row = cells.findIndex((count, index) => count > 2 && (cells[index + 1] ?? 0) > 2);
  if (row !== -1) {
    report(
      reader,
      'pasted-table',
      'error',
      'These lines with tabs between the words look like a table from another program. They run together as one paragraph.',
      'Draw the table with | between the cells: docs/writing.md, part 5.',
      at(row),
    );
    return;
  }
  const typed = typedList(lines);
  if (typed === undefined) return;
  report(
    reader,
    'typed-bullet',
    'warning',
    `Lines that start with "${typed.mark}" are no list: they run together as one paragraph.`,
    typed.fix,
    at(typed.index),
  );
}

function typedList(
  lines: readonly string[],
): { readonly mark: string; readonly fix: string; readonly index: number } | undefined {
  const bullets =
    'Start each point with a hyphen and a space ("- First point"), with an empty line before the first.';
  const index = lines.findIndex((text) => bullet.test(text));
  if (index !== -1) return { mark: lines[index]!.slice(0, 1), fix: bullets, index };
  const dashes = lines.flatMap((text, at) => (dash.test(text) ? [at] : []));
  if (dashes.length > 1) return { mark: lines[dashes[0]!]!.slice(0, 1), fix: bullets, index: dashes[0]! };
  const numbers = lines.map((text) => Number(number.exec(text)?.[1] ?? Number.NaN));
  const first = numbers.findIndex((value, at) => value < 100 && numbers[at + 1] === value + 1);
  if (first === -1) return undefined;
  const mark = /^\d+[.)]?/.exec(lines[first]!)![0];
  const fix = 'Write "1. First step" and "2. Second step", with an empty line before the first.';
  return { mark, fix, index: first };
}

/** Tells of a paragraph that is nothing but a few words in bold. */
export function checkBoldHeading(node: Paragraph, reader: Reader): void {
  const [only, ...others] = node.children;
  if (only?.type !== 'strong' || others.length > 0) return;
  const words = flatText(only).trim();
  if (words.length >= maxHeading || /[.!?…;]$/.test(words)) return;
  report(
    reader,
    'bold-heading',
    'warning',
    `"${words}" looks like a heading, but is only bold: nobody can jump to it or find it in the contents.`,
    'Start the line with ## or ### in place of the stars.',
    node,
  );
}

/** Whether a paragraph is only the end of a box that is not open, as can happen in lists and quotations: it is left out. */
export function isSpareEnd(node: Paragraph, reader: Reader): boolean {
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0 || !/^:{2,}$/.test(only.value)) return false;
  report(
    reader,
    'spare-box-end',
    'error',
    `The line "${only.value}" closes a box, but no box is open. It is left out.`,
    'Delete it, or write the first line of the box before it.',
    node,
  );
  return true;
}

/** Tells of a line of colons that stays text because it could not be read as a box, as can happen in lists and quotations. */
export function checkBoxLines(value: string, position: Paragraph['position'], reader: Reader): void {
  const start = positionOf({ position }, reader);
  value.split('\n').forEach((text, index) => {
    if (!/^:{3,}/.test(text.trim())) return;
    const first = start.line + index;
    if (reader.findings.some((one) => one.at?.line === first && one.at.file === reader.file)) return;
    report(
      reader,
      'box-line',
      'error',
      `The line "${text.trim().slice(0, 200)}" starts with colons, but is not the first or last line of a box here. It is shown as it is.`,
      'Put the box outside the list or quotation, with its first and last line at the start of the line.',
      { file: reader.file, line: first, column: index === 0 ? start.column : 1 },
    );
  });
}
