import type { TextRun } from '../../pages/reading/page-text.ts';
import type { LayoutRule } from './layout-rule.ts';
import type { MeasuredBlock, MeasuredDocument, MeasuredPage } from './measured-document.ts';

const healthGuide = 'Department of Health Easy Read guidelines 2009';
/** GOV.UK: no more than 24 pages; the Department of Health says 20. */
const mostPages = 24;
/** Measuring error in points. */
const tolerance = 0.6;

const isIdea = ({ type }: MeasuredBlock): boolean => type === 'Idea';
const runsOf = ({ lines }: MeasuredBlock): readonly TextRun[] => lines.flatMap(({ runs }) => runs);
const wordsOf = ({ lines }: MeasuredBlock): string => lines.map(({ text }) => text).join('');

/** The words of ideas, which stand beside their picture. */
export function ideaRuns({ blocks }: MeasuredDocument): ReadonlySet<TextRun> {
  return new Set(blocks.filter(isIdea).flatMap(runsOf));
}

/** What Easy Read on paper asks beside what large print asks. */
export const easyReadRules: readonly LayoutRule[] = [
  {
    id: 'pdf/idea-row',
    number: 'ER06a',
    title: 'An idea stands on one page, whole',
    limit: 'all lines of its words; what is higher than half a page may go on',
    severity: 'error',
    clauses: ['our own choice, so that it is clear which picture goes with which words'],
    *check({ blocks, pages }) {
      for (const block of blocks.filter(isIdea)) {
        const [first] = block.lines;
        const last = block.lines.at(-1);
        if (!first || !last || first.page === last.page) continue;
        const high = (pages[first.page - 1]?.height ?? 0) / 2;
        if (block.lines.length * first.size * 1.2 < high)
          yield { page: first.page, words: wordsOf(block), said: 'goes on over the page' };
      }
    },
  },
  {
    id: 'pdf/idea-picture',
    number: 'ER06b',
    title: 'Each idea has its picture on the left, and a picture stands beside one idea only',
    limit:
      'one picture at the level of the words (on cards: above them), before the place where they start (right of them in languages from right to left), at least four times as large as the letters',
    severity: 'error',
    clauses: [healthGuide],
    *check({ blocks, pages }) {
      for (const card of blocks.filter(({ type }) => type === 'Card')) {
        const [line] = card.lines;
        const page = pages[(line?.page ?? 0) - 1];
        if (!line || !page) continue;
        const middle = (line.left + line.right) / 2;
        const above = page.shapes.some(
          (shape) =>
            shape.kind === 'picture' &&
            shape.left < middle &&
            shape.right > middle &&
            shape.bottom > line.baseline &&
            shape.bottom - line.baseline < line.size * 3 &&
            shape.top - shape.bottom >= line.size * 4,
        );
        if (!above) yield { page: page.number, words: wordsOf(card), said: 'has no picture above it' };
      }
      const taken = new Map<MeasuredPage['shapes'][number], string>();
      for (const block of blocks.filter(isIdea)) {
        const [line] = block.lines;
        const page = pages[(line?.page ?? 0) - 1];
        if (!line || !page) continue;
        const lines = block.lines.filter((one) => one.page === line.page);
        const top = Math.max(...lines.map((one) => one.baseline + one.size));
        const bottom = Math.min(...lines.map((one) => one.baseline));
        const left = Math.min(...lines.map((one) => one.left));
        const right = Math.max(...lines.map((one) => one.right));
        const beside = page.shapes.filter(
          (shape) =>
            shape.kind === 'picture' &&
            shape.top - shape.bottom >= line.size * 4 &&
            isBeside(shape, top, bottom) &&
            (shape.right <= left + tolerance || shape.left >= right - tolerance),
        );
        const words = wordsOf(block);
        const [picture] = beside;
        if (beside.length !== 1 || picture === undefined) {
          const said =
            beside.length === 0 ? 'has no picture beside it' : 'has more than one picture beside it';
          yield { page: page.number, words, said };
          continue;
        }
        const other = taken.get(picture);
        if (other !== undefined)
          yield { page: page.number, words, said: `shares its picture with "${other.trim().slice(0, 40)}"` };
        taken.set(picture, words);
      }
    },
  },
  {
    id: 'pdf/draft-stamp',
    number: 'ER12',
    title: 'A draft says so on every page and in what the file tells about itself',
    limit: 'the words of the stamp, on each page and in the subject of the file',
    severity: 'error',
    clauses: ['DIN SPEC 33429: readers have tested it', 'Inclusion Europe: Information for all'],
    *check({ pages, subject, stamp }) {
      if (stamp === undefined) return;
      const wanted = lettersOf(stamp);
      for (const { number, runs } of pages)
        if (!lettersOf(runs.map(({ text, drawn }) => text || drawn).join('')).includes(wanted))
          yield { page: number, said: `does not say "${stamp}"` };
      if (!lettersOf(subject).includes(wanted))
        yield { page: 1, said: 'belongs to a file whose subject does not say that it is a draft' };
    },
  },
  {
    id: 'pdf/too-many-pages',
    number: 'ER05',
    title: 'Easy Read is not too long',
    limit: `${mostPages} pages at 16 point`,
    severity: 'warning',
    clauses: ['GOV.UK accessible communication formats: Easy Read', `${healthGuide}: 20 pages`],
    *check({ pages, blocks, options }) {
      // Larger letters need more pages for the same words.
      if (options.size <= 16 && pages.length > mostPages && blocks.some(isIdea))
        yield { page: 1, said: `is the first of ${pages.length}` };
    },
  },
];

/** At least half of the lower one of the two stands at the level of the other. */
function isBeside(
  shape: { readonly top: number; readonly bottom: number },
  top: number,
  bottom: number,
): boolean {
  const shared = Math.min(shape.top, top) - Math.max(shape.bottom, bottom);
  return shared >= Math.min(shape.top - shape.bottom, top - bottom) / 2;
}

/** Spaces at the ends of lines may be missing or doubled. */
function lettersOf(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
