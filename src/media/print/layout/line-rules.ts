import { unbreakableSpaces } from '../../pages/unbreakable.ts';
import { mostCharacters } from '../page-design.ts';
import type { LayoutRule } from './layout-rule.ts';
import type { MeasuredBlock, MeasuredLine } from './measured-document.ts';

const clearPrint = 'UKAAF clear and large print (2019)';
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Distance of lines below which they crowd, in multiples of the size. */
const leastLeading = 1.15;
/** Words stand apart by more than this, letters by less, as a share of the size. */
const leastSpace = 0.15;

/** Neighbours on one page, from top to bottom. */
function* neighbours({ lines }: MeasuredBlock): Iterable<readonly [MeasuredLine, MeasuredLine]> {
  for (let index = 1; index < lines.length; index++) {
    const [above, below] = [lines[index - 1] as MeasuredLine, lines[index] as MeasuredLine];
    if (above.page === below.page && above.baseline > below.baseline) yield [above, below];
  }
}

function faultAt({ page, text, runs }: MeasuredLine, said: string) {
  return { page, words: text, said, ...(runs[0] && { run: runs[0] }) };
}

/** Whether words stand apart: by spaces of the font, or by places of their own. */
function hasSpaces({ text, runs, size }: MeasuredLine): boolean {
  if (text.trim().includes(' ')) return true;
  const sorted = [...runs].sort((one, other) => one.left - other.left);
  return sorted.some((run, index) => {
    const before = sorted[index - 1]?.right ?? run.left;
    return Math.max(run.gap * run.size, run.left - before) > size * leastSpace;
  });
}

/** How lines are set. */
export const lineRules: readonly LayoutRule[] = [
  {
    id: 'pdf/not-left',
    number: 'LP04',
    title: 'Lines start at the same place on the left',
    limit: 'most lines of a paragraph after its first one, which may start behind a label',
    severity: 'error',
    clauses: [clearPrint],
    *check({ blocks }) {
      for (const { type, lines } of blocks) {
        // Code keeps its own indents.
        if (type === 'CodeBlock' || lines.length < 3 || lines.some((line) => rightToLeft.test(line.text)))
          continue;
        const [second, ...further] = lines.slice(1) as [MeasuredLine, ...MeasuredLine[]];
        // Round letters start a little right of straight ones: their side bearings differ.
        const moved = further.filter((line) => Math.abs(line.left - second.left) > line.size * 0.12);
        // One line apart may begin with a sign that has no ink; centred lines nearly all start at places of their own.
        if (moved.length > further.length / 2 && further.length > 1)
          yield faultAt(moved[0] as MeasuredLine, 'does not start where the line before it starts');
      }
    },
  },
  {
    id: 'pdf/justified',
    number: 'LP04',
    title: 'Lines end where their words end: spaces are not spread to make them even',
    limit: 'no paragraph of four lines or more whose lines, but the last one, all end at the same place',
    severity: 'error',
    clauses: [clearPrint],
    *check({ blocks }) {
      for (const { type, lines } of blocks) {
        // The same words are as wide without spreading, and what has no spaces has nothing to spread.
        const different = new Map(lines.slice(0, -1).map((line) => [line.text.trim(), line]));
        const whole = [...different.values()];
        const [first] = whole;
        if (first === undefined || whole.length < 3 || type === 'CodeBlock') continue;
        if (!whole.every(hasSpaces)) continue;
        // Three lines may end together by chance, within a point; four hardly do.
        const tolerance = first.size * (whole.length === 3 ? 0.01 : 0.05);
        // The aligned side of words from right to left is the right one; the other is where spreading shows.
        const isRightToLeft = whole.some((line) => rightToLeft.test(line.text));
        const ends = whole.map((line) => (isRightToLeft ? line.left : line.right));
        if (Math.max(...ends) - Math.min(...ends) <= tolerance)
          yield faultAt(first, 'is spread so that its lines end at the same place');
      }
    },
  },
  {
    id: 'pdf/torn',
    number: 'LP05',
    title: 'No hyphens at the ends of lines; dates, telephone numbers and amounts stay on one line',
    limit: 'none is broken',
    severity: 'warning',
    clauses: [clearPrint],
    *check({ blocks }) {
      for (const block of blocks) {
        for (const [above, below] of neighbours(block)) {
          if (/[\u00ad\u2010]\s*$/.test(above.text)) yield faultAt(above, 'ends with a hyphen inside a word');
          const start = above.text.trimEnd();
          if (!above.text.endsWith(' ')) continue;
          if (unbreakableSpaces(`${start} ${below.text}`).has(start.length))
            yield faultAt(above, 'ends inside a date, a telephone number or an amount');
        }
      }
    },
  },
  {
    id: 'pdf/leading',
    number: 'LP06',
    title: 'Lines have room between them',
    limit: `${leastLeading} times the size from line to line`,
    severity: 'error',
    clauses: ['the number is our own choice; UKAAF asks for single line spacing'],
    *check({ blocks }) {
      for (const block of blocks) {
        for (const [above, below] of neighbours(block)) {
          const distance = above.baseline - below.baseline;
          const least = leastLeading * Math.max(above.size, below.size);
          if (distance < least - 0.05 && distance > below.size * 0.6)
            yield faultAt(below, `stands too close below the line before it: ${distance.toFixed(1)} points`);
        }
      }
    },
  },
  {
    id: 'pdf/paragraph-space',
    number: 'LP07',
    title: 'A line of space stands between paragraphs',
    limit: 'one line of the size of the text',
    severity: 'error',
    clauses: [clearPrint],
    *check({ blocks, options }) {
      const line = options.size * options.leading;
      for (let index = 1; index < blocks.length; index++) {
        const [before, after] = [blocks[index - 1] as MeasuredBlock, blocks[index] as MeasuredBlock];
        const [above, below] = [before.lines.at(-1) as MeasuredLine, after.lines[0] as MeasuredLine];
        const arePlain = before.type === 'P' && after.type === 'P' && before.parent === after.parent;
        // The title of a box belongs to what stands below it.
        if (!arePlain || above.page !== below.page || above.isBold) continue;
        const space = above.baseline - below.baseline - line;
        if (space < line * 0.9 && space > -line)
          yield faultAt(below, `stands too close below the paragraph before it: ${space.toFixed(1)} points`);
      }
    },
  },
  {
    id: 'pdf/line-length',
    number: 'LP10',
    title: 'Lines are not too long',
    limit: `${mostCharacters} characters`,
    severity: 'warning',
    clauses: ['UKAAF: 60 to 70 characters'],
    *check({ blocks }) {
      for (const { lines } of blocks)
        for (const line of lines)
          if (line.text.trim().length > mostCharacters)
            yield faultAt(line, `is too long for a line: ${line.text.trim().length} characters`);
    },
  },
];
