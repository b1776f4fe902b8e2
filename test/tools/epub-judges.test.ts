import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import epub from '../../src/formats/epub/index.ts';
import { checkWithAce } from '../../src/tools/ace.ts';
import { aceFindings } from '../../src/tools/ace-results.ts';
import { checkWithEpubCheck } from '../../src/tools/epubcheck.ts';
import { epubCheckFindings } from '../../src/tools/epubcheck-results.ts';
import { bookTexts, withFiles } from '../support/book-files.ts';
import {
  documentOf,
  everything,
  heading,
  idea,
  list,
  paragraph,
  table,
  text,
} from '../support/html-samples.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const arabic = documentOf(
  [
    heading(1, 'documentTitle', 'تقرير المساواة'),
    heading(2, 'ما-وجدناه', 'ما وجدناه'),
    paragraph('كلمات ', { type: 'link', url: '#ما-وجدناه', children: [text('هنا')] }),
    table(['أ', 'ب'], [['ج', 'د']], { layout: 'records' }),
  ],
  { meta: { ...everything.meta, language: 'ar', title: 'تقرير المساواة' } },
);
const odd = documentOf([
  heading(1, 'documentTitle', '🦄 <Odd> & "quoted"'),
  idea('doctor', 'See a doctor.'),
  heading(2, '2020', '2020'),
  list([paragraph('Deep'), [...Array(40)].reduce((inner) => list([paragraph('x'), inner]), list('Bottom'))]),
  table(['One', 'Two', 'Three'], [['w'.repeat(200), 'x', '𝕐']], { caption: 'Wide', id: '3-table' }),
  heading(2, '4th', '4th & last'),
]);

const paged = documentOf([
  heading(1, 'documentTitle', 'A plan & its pages'),
  { type: 'pageBreak', page: 'iv' },
  heading(2, 'first', 'First'),
  { type: 'pageBreak', page: '5' },
  list([paragraph('Deep'), { type: 'pageBreak', page: '5' }]),
]);

let folder = '';
const file = (name: string) => join(folder, name);
const put = async (name: string, document = everything, given: unknown = {}) => {
  const [book] = (await epub.write(document, epub.options.parse(given))).outputs;
  writeFileSync(file(name), book!.bytes);
  return book!.bytes;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allformats epub é '));
  const bytes = await put('good.epub', everything, { certifiedBy: 'NHS Anytown' });
  await put('arabic.epub', arabic);
  await put('paged.epub', paged, { certifiedBy: 'NHS Anytown' });
  await put('odd.epub', odd, { kind: 'easy-read' });
  const bad = bookTexts(bytes)
    .get('EPUB/chapter-01.xhtml')!
    .replace(
      '</section>',
      '<p id="a b"><img src="images/cover.png"/><a href="lost.xhtml">lost</a></p></section>',
    );
  writeFileSync(file('bad one.epub'), withFiles(bytes, { 'EPUB/chapter-01.xhtml': bad }));
  writeFileSync(file('no zip.epub'), 'PK, but no ZIP file');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('EPUBCheck finds nothing in sound books, and what is wrong in others', {
  timeout: 240_000,
}, async (context) => {
  const files = ['good.epub', 'arabic.epub', 'odd.epub', 'paged.epub', 'bad one.epub', 'no zip.epub'].map(
    file,
  );
  const { findings } = mustBeChecked(context, await checkWithEpubCheck(files, root));
  const [good, rightToLeft, strange, withPages, bad, broken] = files.map((name) => findings.get(name)!);
  expect(good).toEqual([]);
  expect(rightToLeft).toEqual([]);
  expect(strange).toEqual([]);
  expect(withPages).toEqual([]);
  expect(bad!.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['epubcheck/rsc-005', 'epubcheck/rsc-007']),
  );
  expect(bad!.every(({ message }) => message.includes('chapter-01.xhtml'))).toBe(true);
  expect(broken!.map(({ severity }) => severity)).toContain('error');
});

test('Ace finds nothing in sound books, and what is wrong in others', {
  timeout: 600_000,
}, async (context) => {
  const files = ['good.epub', 'arabic.epub', 'odd.epub', 'paged.epub', 'bad one.epub'].map(file);
  const { findings } = mustBeChecked(context, await checkWithAce(files, root));
  const [good, rightToLeft, strange, withPages, bad] = files.map((name) => findings.get(name)!);
  expect(good).toEqual([]);
  expect(rightToLeft).toEqual([]);
  expect(strange).toEqual([]);
  expect(withPages).toEqual([]);
  expect(bad!.map(({ rule }) => rule)).toContain('ace/image-alt');
});

describe('is never a pass', () => {
  test.each([
    ['EPUBCheck without Java', checkWithEpubCheck, { PATH: '' }, 'Java was not found'],
    [
      'EPUBCheck without its jars',
      checkWithEpubCheck,
      { ...process.env, EPUBCHECK_FOLDER: '/nowhere' },
      'not found',
    ],
    [
      'Ace without its packages',
      checkWithAce,
      { ...process.env, ACE_FOLDER: '/nowhere' },
      'Ace by DAISY was not found',
    ],
  ] as const)('%s', async (_, check, env, why) => {
    const result = await check([file('good.epub')], root, env);
    expect(result).toMatchObject({ state: 'not-checked', why: expect.stringContaining(why) });
  });

  test('for a file that is not there', async (context) => {
    const missing = await checkWithEpubCheck([file('missing.epub')], root);
    if ('why' in missing && missing.why.includes('not found')) return context.skip(missing.why);
    expect(missing).toMatchObject({ state: 'not-checked', why: expect.stringContaining('is not a file') });
  });

  const checker = { filename: '0.epub', nFatal: 0, nError: 0, nWarning: 0 };
  const publication = { ePubVersion: '3.3' };
  test.each([
    ['words instead of a report', 'Exception', 'not in the form'],
    [
      'a report on another file',
      { checker: { ...checker, filename: '1.epub' }, publication, messages: [] },
      'instead of',
    ],
    [
      'faults without a name',
      { checker: { ...checker, nError: 2 }, publication, messages: [] },
      'named none',
    ],
    ['a book of no version', { checker, publication: {}, messages: [] }, 'without knowing'],
  ])('EPUBCheck with %s', (_, report, why) => {
    const said = typeof report === 'string' ? report : JSON.stringify(report);
    expect(() => epubCheckFindings(said, '0.epub')).toThrow(why);
  });

  const page = (url: string) => ({
    'earl:testSubject': { url },
    'earl:result': { 'earl:outcome': 'pass' },
    assertions: [],
  });
  const aceReport = (outcome: string, url: string, assertions: unknown[]) => ({
    'earl:assertedBy': { 'doap:name': 'DAISY Ace' },
    'earl:testSubject': { url },
    'earl:result': { 'earl:outcome': outcome },
    assertions,
  });
  test.each([
    ['words instead of a report', 'Timeout', 'not in the form'],
    ['a report on another file', aceReport('pass', '1.epub', [page('a.xhtml')]), 'instead of'],
    ['no page that was opened', aceReport('pass', '../0.epub', [page('EPUB/package.opf')]), 'opened no page'],
    ['a fault without a name', aceReport('fail', '../0.epub', [page('a.xhtml')]), 'named no rule'],
  ])('Ace with %s', (_, report, why) => {
    const said = typeof report === 'string' ? report : JSON.stringify(report);
    expect(() => aceFindings(said, '0.epub')).toThrow(why);
  });
});
