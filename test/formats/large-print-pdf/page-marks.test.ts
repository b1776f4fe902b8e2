import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Block, Document } from '../../../src/document/tree.ts';
import { editionOptions } from '../../../src/media/print/options.ts';
import { standardEdition } from '../../../src/media/print/page-marks.ts';
import { heading, list, paragraph, pdfDocument, table } from '../../support/pdf-samples.ts';
import { tagsOf } from '../../support/pdf-tags.ts';
import { writePdf } from '../../support/pdf-writing.ts';

const words = (count: number, from: number): string =>
  Array.from({ length: count }, (_, index) => `w${from}x${index}`).join(' ');

const report = pdfDocument([
  heading(2, 'Beginning'),
  paragraph(words(300, 1)),
  heading(2, 'Middle'),
  list(false, ...Array.from({ length: 60 }, (_, index) => words(20, 100 + index))),
  heading(2, 'End'),
  table(
    [
      ['Name', 'Story', 'Place', 'Time', 'Owner'],
      ...Array.from({ length: 40 }, (_, index) => [
        `Row${index}`,
        words(30, 300 + index),
        'Here',
        'Now',
        'We',
      ]),
    ],
    { caption: 'Rows', layout: 'records' },
  ),
]);

/** The first words after each mark that is part of the text, as the structure has them. */
async function marked(document: Document, options: Record<string, unknown>) {
  const { bytes, findings, readBack } = await writePdf(document, options);
  expect(findings).toEqual([]);
  const { text, untagged } = await tagsOf(bytes);
  expect(untagged).toBe('');
  // The first words after the mark, but for the label of a list item.
  const marks = text.matchAll(/PageMark\n\s+"Page (\S+) of the standard edition"[\s\S]*?"([^"•]+)"/g);
  return {
    marks: [...marks].map(([, page = '', after = '']) => [page, after.split(' ')[0] ?? ''] as const),
    readBack,
  };
}

test('the edition that marks name is the one that its profile makes', () => {
  const folder = join(import.meta.dirname, '../../../profiles');
  const profile = (name: string) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  const { pageMarks: _, ...made } = editionOptions.parse(profile('standard-print').options);
  const { pageMarks: __, ...named } = standardEdition;
  expect(made).toEqual(named);
  expect(profile('standard-print').transforms).toEqual(profile('large-print-20').transforms);
});

test('marks stand where the pages of standard print begin, and are no words of the report', async () => {
  const standard = await writePdf(report, { ...standardEdition });
  const { PDFDocument } = await import('pdf-lib');
  const { PageTextReader } = await import('../../../src/media/pages/reading/page-text.ts');
  const pdf = await PDFDocument.load(standard.bytes, { updateMetadata: false });
  const reader = new PageTextReader(pdf);
  const pages = pdf.getPages().map((page) =>
    reader
      .runsOf(page)
      .map((run) => run.drawn)
      .join(' '),
  );
  expect(pages.length).toBeGreaterThan(5);
  const { marks, readBack } = await marked(report, { pageMarks: true });
  expect(marks.length).toBeGreaterThan(2);
  for (const [page, first] of marks) expect(pages[Number(page) - 1], page).toContain(first);
  const usual = await writePdf(report);
  expect(readBack.passages).toEqual(usual.readBack.passages);
});

test('rows have marks that are seen and are no part of their cells', async () => {
  const { bytes } = await writePdf(report, { pageMarks: true });
  const { PDFDocument } = await import('pdf-lib');
  const { PageTextReader } = await import('../../../src/media/pages/reading/page-text.ts');
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const reader = new PageTextReader(pdf);
  const lines = pdf.getPages().flatMap((page) => reader.runsOf(page).map((run) => run.drawn));
  const numbers = [...lines.join('').matchAll(/Page (\d+) of the standard edition/g)].map(([, page]) =>
    Number(page),
  );
  expect(numbers).toEqual(numbers.map((_, index) => index + 2));
});

test('a mark stands behind a page break, with what it marks', async () => {
  const broken = pdfDocument([
    heading(2, 'First'),
    paragraph(words(20, 1)),
    { type: 'pageBreak' },
    heading(2, 'Second'),
    paragraph('w2x0'),
  ]);
  const { bytes } = await writePdf(broken, { pageMarks: true });
  const { PDFDocument } = await import('pdf-lib');
  const { PageTextReader } = await import('../../../src/media/pages/reading/page-text.ts');
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const reader = new PageTextReader(pdf);
  const drawn = pdf.getPages().map((page) =>
    reader
      .runsOf(page)
      .map((run) => run.drawn)
      .join(''),
  );
  expect(drawn).toHaveLength(2);
  expect(drawn[0]).not.toContain('standard edition');
  expect(drawn[1]).toMatch(/^Page 2 of the standard edition ?Second/);
});

test("the report's own marks are printed, and none are counted beside them", async () => {
  const mark = (page: string): Block => ({ type: 'pageBreak', page });
  const own = pdfDocument([mark('iv'), paragraph('w1x1 first'), mark('5'), paragraph('w2x2 then')]);
  expect((await marked(own, {})).marks).toEqual([
    ['iv', 'w1x1'],
    ['5', 'w2x2'],
  ]);
  expect((await marked(own, { pageMarks: true })).marks).toHaveLength(2);
  expect((await marked(own, { pageMarks: false })).marks).toEqual([]);
  const { readBack, written } = await writePdf(own, { about: true });
  expect(readBack.passages.map(({ text }) => text).join(' ')).toContain(
    'Lines such as "Page 2 of the standard edition"',
  );
  expect(written.changes.some(({ text }) => text.startsWith('Lines such as'))).toBe(true);
});
