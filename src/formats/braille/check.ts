import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import type { BrailleOptions } from './options.ts';
import { readFiles } from './read-files.ts';
import { pageNumberOf } from './read-lines.ts';

const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';
const notSixDots = /[^\u2800-\u283f]/u;

/** Measures the pages in the bytes: lines, cells, page numbers, headings at the foot, and that all files hold the same. */
export async function checkBraille(
  outputs: readonly Output[],
  options: BrailleOptions,
): Promise<readonly Finding[]> {
  return [...problems(outputs, options)].map((message) => ({
    rule: 'braille/page',
    severity: 'error',
    message,
    fix,
  }));
}

function* problems(outputs: readonly Output[], { cells, lines }: BrailleOptions): Generator<string> {
  const { pages, differs } = readFiles(outputs);
  if (differs !== undefined) yield differs;
  if (pages.length === 0) yield 'There is no page.';
  const expected = { first: 1, text: 1 };
  let head: readonly string[] | undefined;
  for (const [index, page] of pages.entries()) {
    const where = `Page ${index + 1}`;
    if (page.length > lines) yield `${where} has ${page.length} lines instead of ${lines} at the most.`;
    const long = page.findIndex((line) => line.length > cells);
    if (long >= 0)
      yield `${where}, line ${long + 1} has ${page[long]!.length} cells instead of ${cells} at the most.`;
    const wrong = page.findIndex((line) => notSixDots.test(line));
    if (wrong >= 0) yield `${where}, line ${wrong + 1} has a sign that is no cell of six dots.`;
    if (page.slice(1).every((line) => line === '')) yield `${where} is empty.`;
    const number = pageNumberOf(page[0] ?? '');
    const isFirst = number?.startsWith('p') === true;
    const wanted = isFirst ? `p${expected.first++}` : String(expected.text++);
    if (number !== wanted) yield `${where} has the number ${number ?? '(none)'} instead of ${wanted}.`;
    if (isFirst && expected.text > 1) yield `${where} belongs before the text.`;
    if (endsWithHeading(page) && index + 1 < pages.length) yield `${where} ends with a heading.`;
    const above = pages[index - 1]?.slice(1) ?? [];
    head = headAfter(above, head);
    if (head !== undefined && !goesOn(page.slice(1), head))
      yield `${where} goes on with a table without the names of its columns.`;
    const broken = page.findIndex((line) => line.endsWith('\u2800'));
    if (broken >= 0) yield `${where}, line ${broken + 1} ends with empty cells.`;
  }
}

const separation = /^\u2812{2,}(?:\u2800{2}\u2812{2,})+$/;
const boxEnd = /^\u281b{8,}$/;

/** The head of the table in columns that goes on behind the lines of a page, if one does. */
function headAfter(
  lines: readonly string[],
  before: readonly string[] | undefined,
): readonly string[] | undefined {
  let head = before;
  lines.forEach((line, at) => {
    if (boxEnd.test(line)) head = undefined;
    if (!separation.test(line) || head !== undefined) return;
    const from = lines.lastIndexOf('', at);
    head = lines.slice(from + 1, at + 1);
  });
  return head;
}

function goesOn(lines: readonly string[], head: readonly string[]): boolean {
  if (boxEnd.test(lines[0] ?? '')) return true;
  return head.every((line, index) => lines[index] === line);
}

/** The last words stand at a place that only headings have: cell 5, 7, 9 or 11 behind an empty line, or centred before one. */
function endsWithHeading(page: readonly string[]): boolean {
  const used = page.findLastIndex((line) => line !== '');
  if (used <= 0) return false;
  const indent = (line: string) => line.length - line.replace(/^\u2800+/, '').length;
  const last = indent(page[used]!);
  if (last < 3 || last % 2 === 0 ? last < 4 || last > 10 : false) return false;
  let first = used;
  while (
    first > 1 &&
    page[first - 1] !== '' &&
    indent(page[first - 1]!) % 2 === last % 2 &&
    indent(page[first - 1]!) > 2
  )
    first--;
  const text = page[used]!.trimStart().replace(/^\u2800+/, '');
  if (/^(?:\u2836+|\u281b+|\u2812+)$/.test(text) || text.endsWith('\u2808\u2828\u281c')) return false;
  return last % 2 === 1 && (first === 1 || page[first - 1] === '');
}
