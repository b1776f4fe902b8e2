import type { Severity } from '../../../kernel/finding.ts';
import { contrast } from '../../print/contrast.ts';
import type { TextRun } from '../reading/page-text.ts';
import { type Edges, edgesOf } from '../reading/visible-text.ts';
import type { ReceivedPage, ReceivedPdf } from './received-pdf.ts';
import type { TagElement } from './tag-elements.ts';

/** One place where a reader is shut out; without a page it is the whole file. */
export interface ReceivedFault {
  readonly page?: number | undefined;
  readonly box?: Edges;
  /** Words that the message names. */
  readonly words?: string;
}

/** A rule about a PDF of any program. Its page in docs/rules is made from src/rules/kinds/file-kinds.ts. */
export interface ReceivedRule {
  readonly id: `file/${string}`;
  readonly severity: Severity;
  readonly fix: string;
  readonly clauses: readonly string[];
  check(pdf: ReceivedPdf): Iterable<ReceivedFault>;
  /** What it means for who reads the file. `where` is such as ` (pages 2 and 3)`, or nothing. */
  say(count: number, where: string): string;
}

/** WCAG 2.2, 1.4.3: contrast of text, and of text of 18 points or 14 points bold. */
const least = 4.5;
const leastLarge = 3;
/** UKAAF clear print: points. */
const leastSize = 12;
/** Share of a page that a picture covers which is the page itself. */
const wholePage = 0.6;
/** Pages of a file in which people look for something. */
const longFile = 5;

const many = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${more}`;
const letters = /[\p{L}\p{N}]/u;
const isText = (run: TextRun): boolean => letters.test(run.drawn);
const isTagged = ({ isMarked, tags }: ReceivedPdf): boolean => isMarked && tags.all.length > 0;
const pageOf = ({ page }: TagElement): number | undefined => (page === undefined ? undefined : page + 1);

export const receivedRules: readonly ReceivedRule[] = [
  {
    id: 'file/no-tags',
    severity: 'error',
    fix: 'Make the PDF again from the document, with tags: in Word "Save as PDF" with the option "Document structure tags for accessibility"; in LibreOffice "Tagged PDF" or "Universal Accessibility (PDF/UA)".',
    clauses: ['PDF/UA-1 7.1', 'WCAG 2.2 1.3.1'],
    *check(pdf) {
      if (!isTagged(pdf)) yield {};
    },
    say: () =>
      'The file has no tags: a screen reader must guess where headings, lists and tables are and in which order to read.',
  },
  {
    id: 'file/scanned',
    severity: 'error',
    fix: 'Make the PDF from the document itself. If only the paper is left, have the words recognised, and compare them with the paper.',
    clauses: ['PDF/UA-1 7.1', 'WCAG 2.2 1.1.1', 'WCAG 2.2 1.4.5'],
    *check({ pages, tags }) {
      for (const page of pages) {
        if (page.runs.some(isText) || !isPicture(page)) continue;
        const told = tags.all.some((one) => one.page === page.number - 1 && one.isTold);
        if (!told) yield { page: page.number };
      }
    },
    say: (count, where) =>
      `${many(count, 'page is a picture', 'pages are pictures')} of words${where}: a screen reader says nothing there, and nothing can be searched or enlarged without blur.`,
  },
  {
    id: 'file/recognised-words',
    severity: 'person',
    fix: 'Compare what is heard with what is printed, or make the PDF from the document itself.',
    clauses: ['PDF/UA-1 7.1', 'WCAG 2.2 1.4.5'],
    *check({ pages }) {
      for (const page of pages) {
        const words = page.runs.filter(isText);
        const unseen = words.filter(({ isSeen }) => !isSeen).length;
        if (isPicture(page) && unseen > 0 && unseen === words.length) yield { page: page.number };
      }
    },
    say: (count, where) =>
      `${many(count, 'page is a scan', 'pages are scans')}${where}; the words that are read aloud were recognised by a machine.`,
  },
  {
    id: 'file/no-title',
    severity: 'error',
    fix: 'Write the title into the properties of the document, and choose that the window shows the title in place of the file’s name.',
    clauses: ['PDF/UA-1 7.1', 'WCAG 2.2 2.4.2'],
    *check({ title, showsTitle }) {
      if (title === '' || isFileName(title) || !showsTitle) yield { words: title };
    },
    say: (_, where) =>
      where === ''
        ? 'The file has no title: people with many windows open hear only the name of the file.'
        : `The title${where} is the name of a file, or is not shown: people with many windows open hear only the name of the file.`,
  },
  {
    id: 'file/no-language',
    severity: 'error',
    fix: 'Set the language of the document, such as English (UK), before it is made into a PDF.',
    clauses: ['PDF/UA-1 7.2', 'WCAG 2.2 3.1.1'],
    *check({ language, tags }) {
      // Parts may say it instead, if all do.
      const painted = tags.all.filter(({ isPainted }) => isPainted);
      const isOwn = painted.length > 0 && painted.every(hasLanguage);
      if (!isLanguage(language) && !isOwn) yield language === '' ? {} : { words: language };
    },
    say: (_, where) =>
      `The file does not say in which language it is${where === '' ? '' : `:${where} is none`}. A screen reader takes the voice of another one, and nobody understands it.`,
  },
  {
    id: 'file/picture-without-alt',
    severity: 'error',
    fix: 'Tell in the alternative text what each picture says; mark those that say nothing as decoration.',
    clauses: ['PDF/UA-1 7.3', 'WCAG 2.2 1.1.1'],
    *check(pdf) {
      if (!isTagged(pdf)) return;
      for (const one of pdf.tags.all)
        if ((one.type === 'Figure' || one.type === 'Formula') && !one.isTold) yield { page: pageOf(one) };
    },
    say: (count, where) =>
      `${many(count, 'picture has', 'pictures have')} no words in ${count === 1 ? 'its' : 'their'} place${where}: who does not see ${count === 1 ? 'it' : 'them'} hears only that there is a picture.`,
  },
  {
    id: 'file/table-without-headers',
    severity: 'error',
    fix: 'Mark the first row, and where it names the rows the first column, as headers.',
    clauses: ['PDF/UA-1 7.5', 'WCAG 2.2 1.3.1'],
    *check(pdf) {
      if (!isTagged(pdf)) return;
      for (const table of pdf.tags.all) {
        if (table.type !== 'Table') continue;
        const cells = ownParts(table, ['TH', 'TD']);
        const rows = ownParts(table, ['TR']);
        const isGrid = rows.length > 1 && rows.some((row) => ownParts(row, ['TH', 'TD']).length > 1);
        if (isGrid && !cells.some(({ type }) => type === 'TH')) yield { page: pageOf(table) };
      }
    },
    say: (count, where) =>
      `${many(count, 'table has', 'tables have')} no header cells${where}: of each value nobody hears what it is about.`,
  },
  {
    id: 'file/skipped-heading',
    severity: 'error',
    fix: 'Use headings of level 1, then 2, then 3; choose their look in the style.',
    clauses: ['PDF/UA-1 7.4.2', 'WCAG 2.2 1.3.1'],
    *check(pdf) {
      if (!isTagged(pdf)) return;
      let last = 0;
      for (const one of pdf.tags.all) {
        const level = Number(/^H([1-6])$/.exec(one.type)?.[1] ?? 0);
        if (level === 0) continue;
        if (level > last + 1) yield { page: pageOf(one) };
        last = level;
      }
    },
    say: (count, where) =>
      `${many(count, 'heading skips', 'headings skip')} a level${where}: people who go from heading to heading believe that a part is missing.`,
  },
  {
    id: 'file/no-headings',
    severity: 'warning',
    fix: 'Use the heading styles of the program in which the document was written.',
    clauses: ['PDF/UA-1 7.4', 'WCAG 2.2 2.4.6'],
    *check(pdf) {
      if (!isTagged(pdf) || pdf.pages.length < longFile) return;
      if (!pdf.tags.all.some(({ type }) => /^H[1-6]?$/.test(type))) yield {};
    },
    say: () => 'The file has no headings: who cannot skim must hear all of it to find one part.',
  },
  {
    id: 'file/untagged-text',
    severity: 'error',
    fix: 'Tag these words, or mark them as an artifact where they only repeat (page numbers, running heads).',
    clauses: ['PDF/UA-1 7.1', 'WCAG 2.2 1.3.1'],
    *check(pdf) {
      if (!isTagged(pdf)) return;
      for (const { number, runs } of pdf.pages)
        for (const run of runs) {
          const isOwned = run.mcid !== undefined && pdf.tags.marks.has(`${number - 1} ${run.mcid}`);
          if (!run.isArtifact && run.isSeen && isText(run) && !isOwned)
            yield { page: number, box: edgesOf(run), words: run.drawn };
        }
    },
    say: (count, where) =>
      `Words stand outside the tags in ${many(count, 'place', 'places')}${where}: a screen reader leaves them out or reads them at the wrong place.`,
  },
  {
    id: 'file/not-text',
    severity: 'error',
    fix: 'Make the PDF again with a program that writes which letters its fonts draw (a "ToUnicode" map), or with another font.',
    clauses: ['PDF/UA-1 7.21.7'],
    *check({ pages }) {
      for (const { number, runs } of pages)
        for (const run of runs) {
          const { letters: known } = run.font;
          const isSilent = known === 'unknown' || (known === 'map' && run.isUnmapped);
          if (isSilent && run.told === undefined && !run.isArtifact && run.isSeen && run.drawn.trim() !== '')
            yield { page: number, box: edgesOf(run) };
        }
    },
    say: (count, where) =>
      `Letters are only drawn in ${many(count, 'place', 'places')}${where}: what they say is not in the file, so they are read aloud as nothing or as nonsense, and cannot be copied or found.`,
  },
  {
    id: 'file/contrast',
    severity: 'error',
    fix: 'Choose a darker colour for the words, or a paler one behind them.',
    clauses: ['WCAG 2.2 1.4.3'],
    *check({ pages }) {
      for (const { number, runs, shapes } of pages)
        for (const run of runs) {
          if (!isText(run) || !run.isSeen || run.isArtifact || run.isRotated || run.colour === undefined)
            continue;
          const behind = colourBehind(run, shapes);
          if (behind === undefined) continue;
          const found = contrast(run.colour, behind.colour);
          // Words as pale as the paper stand on something that this reader does not know.
          if (behind.isPaper && found < 1.3) continue;
          const isLarge = run.size >= 18 || (run.size >= 14 && run.font.isBold);
          if (found < (isLarge ? leastLarge : least) - 0.05)
            yield { page: number, box: edgesOf(run), words: run.drawn };
        }
    },
    say: (count, where) =>
      `Words hardly stand out from what is behind them in ${many(count, 'place', 'places')}${where}: people with low vision cannot read them.`,
  },
  {
    id: 'file/cut-off',
    severity: 'error',
    fix: 'Make the text fit the page: smaller tables, wider paper, or lines that break.',
    clauses: ['Our own: nothing of a report is left out in silence'],
    *check({ pages }) {
      for (const { number, runs, box } of pages)
        for (const run of runs) {
          if (!isText(run) || !run.isSeen || run.isArtifact || run.isRotated) continue;
          const slack = run.size / 4;
          const [left, bottom, right, top] = edgesOf(run);
          const isOver =
            left < box[0] - slack ||
            right > box[2] + slack ||
            bottom < box[1] - slack ||
            top > box[3] + slack;
          if (isOver) yield { page: number, box: edgesOf(run), words: run.drawn };
        }
    },
    say: (count, where) =>
      `Words run over the edge of the page in ${many(count, 'place', 'places')}${where}: their ends are cut off.`,
  },
  {
    id: 'file/link-without-tag',
    severity: 'error',
    fix: 'Make the links in the document itself, and export it with tags.',
    clauses: ['PDF/UA-1 7.18.5', 'WCAG 2.2 4.1.2'],
    *check(pdf) {
      if (!isTagged(pdf)) return;
      for (const { number, controls } of pdf.pages)
        for (const { kind, box, isTagged: isHeld } of controls)
          if (kind === 'link' && !isHeld) yield { page: number, box };
    },
    say: (count, where) =>
      `${many(count, 'link belongs', 'links belong')} to no tag${where}: a screen reader does not tell that the words are a link.`,
  },
  {
    id: 'file/field-without-name',
    severity: 'error',
    fix: 'Write for each field what is to be filled in (its tooltip).',
    clauses: ['PDF/UA-1 7.18.1', 'WCAG 2.2 4.1.2'],
    *check({ pages }) {
      for (const { number, controls } of pages)
        for (const { kind, box, isNamed } of controls)
          if (kind === 'field' && !isNamed) yield { page: number, box };
    },
    say: (count, where) =>
      `${many(count, 'form field has', 'form fields have')} no name${where}: who does not see the page cannot know what to fill in.`,
  },
  {
    id: 'file/tab-order',
    severity: 'warning',
    fix: 'Choose "Use document structure" as the tab order of these pages.',
    clauses: ['PDF/UA-1 7.18.3', 'WCAG 2.2 2.4.3'],
    *check({ pages }) {
      for (const { number, controls, isInOrder } of pages)
        if (controls.length > 1 && !isInOrder) yield { page: number };
    },
    say: (count, where) =>
      `The Tab key may jump to and fro on ${many(count, 'page', 'pages')}${where}: its order is not that of the tags.`,
  },
  {
    id: 'file/small-print',
    severity: 'warning',
    fix: `Use at least ${leastSize} points, better 14, and offer large print.`,
    clauses: ['UKAAF clear and large print (2019)'],
    *check({ pages }) {
      const sizes = new Map<number, number>();
      for (const run of pages.flatMap(({ runs }) => runs)) {
        if (!isText(run) || !run.isSeen || run.isArtifact) continue;
        const size = Math.round(run.size * 2) / 2;
        sizes.set(size, (sizes.get(size) ?? 0) + run.drawn.length);
      }
      const [usual] = [...sizes].sort((a, b) => b[1] - a[1]);
      if (usual !== undefined && usual[0] < leastSize) yield { words: `${usual[0]} points` };
    },
    say: (_, where) =>
      `Most words have${where.replaceAll('"', '')}: less than ${leastSize} points is too small for many people when it is printed.`,
  },
];

function isPicture({ shapes, box }: ReceivedPage): boolean {
  const area = (box[2] - box[0]) * (box[3] - box[1]);
  return shapes.some(
    ({ kind, left, right, bottom, top }) =>
      kind === 'picture' && (right - left) * (top - bottom) >= area * wholePage,
  );
}

/** The colour on which letters stand; undefined where it is a picture or cannot be told. */
function colourBehind(
  run: TextRun,
  shapes: ReceivedPage['shapes'],
): { readonly colour: string; readonly isPaper: boolean } | undefined {
  const [left, bottom, right, top] = edgesOf(run);
  let behind: { readonly colour: string; readonly isPaper: boolean } | undefined = {
    colour: '#ffffff',
    isPaper: true,
  };
  for (const shape of shapes) {
    if (shape.order > run.order) break;
    if (shape.kind === 'line') continue;
    if (shape.left >= right || shape.right <= left || shape.bottom >= top || shape.top <= bottom) continue;
    const isUnder =
      shape.left <= left + 1 &&
      shape.right >= right - 1 &&
      shape.bottom <= bottom + 2 &&
      shape.top >= top - 2;
    // Thin strips are lines under the words.
    if (!isUnder && shape.top - shape.bottom < run.size / 4) continue;
    const isPlain = isUnder && shape.kind === 'fill' && !shape.isClear && shape.colour !== undefined;
    behind = isPlain ? { colour: shape.colour!, isPaper: false } : undefined;
  }
  return behind;
}

/** Parts of these types that belong to the element itself, not to a table inside it. */
function ownParts(element: TagElement, types: readonly string[]): TagElement[] {
  const found: TagElement[] = [];
  const stack = [...element.kids];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (types.includes(one.type)) found.push(one);
    if (one.type !== 'Table') stack.push(...one.kids);
  }
  return found;
}

function isFileName(title: string): boolean {
  return (
    /\.(?:docx?|pdf|pptx?|xlsx?|odt|indd|pages|rtf|tmp)$/i.test(title) ||
    /^(?:untitled|document\d*)$/i.test(title)
  );
}

function hasLanguage(element: TagElement): boolean {
  for (let at: TagElement | undefined = element; at !== undefined; at = at.parent)
    if (at.lang !== '') return isLanguage(at.lang);
  return false;
}

/** BCP 47, as far as its form tells. */
function isLanguage(tag: string): boolean {
  return (
    /^(?:[a-z]{2,3}|[a-z]{5,8}|x)(?:-[a-z0-9]{1,8})*$/i.test(tag.trim()) &&
    !/^(?:english|german|french|spanish)$/i.test(tag.trim())
  );
}
