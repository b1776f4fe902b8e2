import { furnitureOf } from '../../../document/furniture/furniture-of.ts';
import type { TextRun } from '../../pages/reading/page-text.ts';
import { paperSizes, pointsPerMillimetre } from '../page-design.ts';
import { ideaRuns } from './easy-read-rules.ts';
import type { LayoutFault, LayoutRule } from './layout-rule.ts';
import { boxOf, type MeasuredBlock, type MeasuredPage } from './measured-document.ts';

const clearPrint = 'UKAAF clear and large print (2019)';
/** Measuring error in points: positions are written to a hundredth. */
const tolerance = 0.6;
const leastMargin = 20;
/** A document of more pages has a list of contents. */
const pagesWithoutContents = 8;
const fewestHeadings = 3;

/** What stands where on the page. */
export const pageRules: readonly LayoutRule[] = [
  {
    id: 'pdf/paper',
    number: 'LP09',
    title: 'The paper has the size asked for: large print is set anew, not a small page enlarged',
    limit: 'A4 portrait, unless the profile says otherwise',
    severity: 'error',
    clauses: [clearPrint],
    *check({ pages, options: { paper, orientation } }) {
      const [short, long] = paperSizes[paper];
      const [wide, high] = orientation === 'portrait' ? [short, long] : [long, short];
      for (const { number, width, height } of pages) {
        if (Math.abs(width - wide) < 1 && Math.abs(height - high) < 1) continue;
        const said = `is ${Math.round(width)} by ${Math.round(height)} points, not ${paper} ${orientation}`;
        yield { page: number, said };
      }
    },
  },
  {
    id: 'pdf/two-columns',
    number: 'LP11',
    title: 'Text runs in one column',
    limit: 'no two paragraphs side by side',
    severity: 'error',
    clauses: [clearPrint],
    *check({ blocks }) {
      const isText = ({ type, parent }: MeasuredBlock): boolean =>
        /^(?:P|Idea|H[1-6])$/.test(type) && !['TD', 'TH', 'LBody', 'Note'].includes(parent.type);
      const text = blocks.filter(isText);
      for (let index = 1; index < text.length; index++) {
        const above = text[index - 1]?.lines.at(-1);
        const below = text[index]?.lines[0];
        if (!above || !below || above.page !== below.page) continue;
        if (below.baseline < above.baseline - 1) continue;
        yield {
          page: below.page,
          words: below.text,
          said: 'stands beside other text or above it, not below',
        };
      }
    },
  },
  {
    id: 'pdf/heading-size',
    number: 'LP12',
    title: 'Headings are larger the higher they stand, and skip no level',
    limit:
      'never smaller than the text; heading 1 larger than heading 2, and every level larger than the next one below unless both are as large as the text; one level down at a time',
    severity: 'error',
    clauses: ['ACB large print guidelines', 'PDF/UA-1, 7.4.2'],
    *check({ blocks, options }) {
      const sizes = new Map<number, number>();
      let level = 0;
      for (const { type, lines } of blocks) {
        const depth = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
        const [line] = lines;
        if (depth === 0 || line === undefined) continue;
        const fault = (said: string): LayoutFault => ({ page: line.page, words: line.text, said });
        if (depth > level + 1) yield fault(`is a heading ${depth} right after a heading ${level}`);
        level = depth;
        if (!line.isBold) yield fault('is a heading in letters that are not bold');
        if (line.size < options.size) yield fault('is a heading smaller than the text');
        sizes.set(depth, Math.max(sizes.get(depth) ?? 0, line.size));
      }
      const levels = [...sizes].sort(([one], [other]) => one - other);
      for (const [index, [depth, size]] of levels.entries()) {
        const [above, larger] = levels[index - 1] ?? [0, Number.POSITIVE_INFINITY];
        if (size < larger || (above > 1 && size === larger && size <= options.size + 0.01)) continue;
        const said = `has a heading ${above} that is not larger than a heading ${depth}: ${larger} and ${size} points`;
        yield { page: 1, said };
      }
    },
  },
  {
    id: 'pdf/over-picture',
    number: 'LP14',
    title: 'No words stand over or beside a picture',
    limit: 'none, but the words of an Easy Read idea beside its own picture',
    severity: 'error',
    clauses: [clearPrint],
    *check(measured) {
      const besidePictures = ideaRuns(measured);
      for (const { number, runs, shapes, pictureRuns } of measured.pages) {
        const pictures = shapes.filter(({ kind }) => kind === 'picture');
        for (const run of pictures.length > 0 ? runs : []) {
          if (pictureRuns.has(run)) continue;
          const [left, bottom, right, top] = boxOf(run);
          const mayBeBeside = besidePictures.has(run);
          const isBeside = pictures.some(
            (one) =>
              top > one.bottom + tolerance &&
              bottom < one.top - tolerance &&
              !(mayBeBeside && (left >= one.right - tolerance || right <= one.left + tolerance)),
          );
          if (isBeside) yield { page: number, run, said: 'stands over or beside a picture' };
        }
      }
    },
  },
  {
    id: 'pdf/page-number',
    number: 'LP15',
    title: 'Every page has its number, always at the same place',
    limit: 'the same left edge and baseline on all pages',
    severity: 'warning',
    clauses: [clearPrint],
    *check({ pages, language }) {
      const words = furnitureOf(language).body.page;
      const first = pages[0] && numberOf(pages[0], words);
      for (const page of pages) {
        const found = numberOf(page, words);
        if (found === undefined) yield { page: page.number, said: 'has no page number' };
        else if (first && Math.abs(found.left - first.left) + Math.abs(found.baseline - first.baseline) > 2)
          yield { page: page.number, run: found, said: 'stands at another place than on the first page' };
      }
    },
  },
  {
    id: 'pdf/no-contents',
    number: 'LP16',
    title: 'A long document has a list of contents',
    limit: `more than ${pagesWithoutContents} pages`,
    severity: 'warning',
    clauses: ['the number of pages is our own choice'],
    *check({ pages, blocks, hasContents, options }) {
      if (hasContents || options.contents === false || pages.length <= pagesWithoutContents + 1) return;
      const headings = blocks.filter(({ type }) => type === 'H2' || type === 'H3').length;
      if (headings >= fewestHeadings)
        yield { page: 1, said: `is the first of ${pages.length}, and there is no list of contents` };
    },
  },
  {
    id: 'pdf/margin',
    number: 'LP18',
    title: 'The margins are wide enough to hold the page',
    limit: `${leastMargin} millimetres`,
    severity: 'warning',
    clauses: ['UKAAF', 'APH: 25 millimetres', 'NHS Notify: 15 millimetres'],
    *check({ pages, options }) {
      if (options.margin < leastMargin && pages.length > 0)
        yield { page: 1, said: `has margins of ${options.margin} millimetres` };
    },
  },
  {
    id: 'pdf/outside',
    number: 'LP19',
    title: 'Nothing is cut off or in the margin',
    limit: 'no letter outside the margins of the profile',
    severity: 'error',
    clauses: ['our own choice'],
    *check({ pages, options }) {
      const margin = options.margin * pointsPerMillimetre - tolerance;
      for (const { number, width, height, runs } of pages) {
        for (const run of runs) {
          const [left, bottom, right, top] = boxOf(run);
          if (left < margin || bottom < margin || right > width - margin || top > height - margin)
            yield { page: number, run, said: 'stands outside the margins' };
        }
      }
    },
  },
  {
    id: 'pdf/overlap',
    number: 'LP19',
    title: 'No words are printed over others',
    limit: 'none',
    severity: 'error',
    clauses: ['our own choice'],
    *check({ pages }) {
      for (const page of pages) yield* overlaps(page);
    },
  },
];

/** The lowest on the page: marks of another edition's pages stand above. `words` are those of the catalogue. */
function numberOf({ runs }: MeasuredPage, words: string): TextRun | undefined {
  const [before = '', after = ''] = words.split('{page}').map((part) => part.trim());
  const lowest = (isWanted: (said: string) => boolean): TextRun | undefined =>
    runs
      .filter((run) => run.isArtifact && [run.text, run.drawn].some((said) => isWanted(said.trim())))
      .reduce<TextRun | undefined>(
        (low, run) => (low && low.baseline <= run.baseline ? low : run),
        undefined,
      );
  // Letters of another font than the digits' are a run of their own.
  const isWhole = (said: string): boolean => said.startsWith(before) && /\d/.test(said);
  const isPart = (said: string): boolean => said !== '' && (said === before || said === after);
  return lowest(isWhole) ?? lowest(isPart);
}

function* overlaps({ number, runs }: MeasuredPage): Iterable<LayoutFault> {
  const sorted = [...runs].sort((a, b) => b.baseline - a.baseline);
  for (const [index, run] of sorted.entries()) {
    const [left, bottom, right] = boxOf(run);
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at] as TextRun;
      const [otherLeft, , otherRight, otherTop] = boxOf(other);
      if (otherTop - bottom < -100) break;
      // Letters of one word stand over each other where their script asks.
      if (run.told !== undefined && run.told === other.told) continue;
      const across = Math.min(right, otherRight) - Math.max(left, otherLeft);
      const down = otherTop - bottom;
      // A tenth of the size is less than the gap between letters and more than any kerning.
      const least = Math.min(run.size, other.size) * 0.1;
      if (across > least && down > least)
        yield {
          page: number,
          run: other,
          said: `is printed over other words: "${run.drawn.trim().slice(0, 40)}"`,
        };
    }
  }
}
