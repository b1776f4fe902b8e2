import { beforeAll, describe, expect, test } from 'vitest';
import { bodyReadingOf } from '../../src/document/passages.ts';
import type { Document } from '../../src/document/tree.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import type { Output } from '../../src/kernel/output.ts';
import { formatOf } from '../../src/pipeline/format-of.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../src/plan/plan.ts';
import { bookTexts, withFiles } from '../support/book-files.ts';
import {
  easyReadMutations,
  mutations,
  type Mutation as Replaced,
  sound,
  soundEasyRead,
} from '../support/mutations.ts';
import { readText } from '../support/read-text.ts';

const root = new URL('../..', import.meta.url).pathname;
const profiles = openProject(root).profiles;
const profileOf = (id: string) => profiles.find((profile) => profile.id === id)!;
const read = (report: string, easyRead: string): Document => readText(report, easyRead).document;
const original = read(sound, soundEasyRead);

async function write(document: Document, id: string) {
  const profile = profileOf(id);
  const { format, options } = await formatOf(profile, []);
  const planned = plan(document, profile);
  const written = await format.write(planned.document, options);
  const changes = [...planned.changes, ...written.changes];
  return { format, outputs: written.outputs, changes, body: bodyReadingOf(planned.document) };
}

/** What the proof says of outputs that claim to be the original. */
async function judge(
  id: string,
  made: Awaited<ReturnType<typeof write>>,
  outputs: readonly Output[] = made.outputs,
) {
  const actual = await made.format.readBack(outputs);
  return prove(expectedReading(original, profileOf(id)), actual, made.changes, original.meta, made.body);
}

const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error');

function replaceOnce(text: string, [name, from, to]: Replaced): string {
  expect(text, name).toContain(from);
  return text.replace(from, () => to);
}

describe.each([
  'html',
  'epub',
  'plain-text',
  'plain-text-email',
  'large-print-20',
  'word',
  'easy-read',
  'easy-read-pdf',
  'braille-grade-2',
  'braille-grade-1',
  'spoken-script',
])('%s', (id) => {
  const easy = id.startsWith('easy-read');
  const all = easy ? easyReadMutations : mutations;

  let whole: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    whole = await write(original, id);
  });

  test('has no false alarm when it is sound', async () => {
    const proof = await judge(id, whole);
    expect(proof.findings).toEqual([]);
    expect(proof.found).toBe(proof.words);
    for (const { what, total, found } of proof.structure) expect(found, what).toBe(total);
    expect(proof.structure.find(({ what }) => what === 'list items')!.total).toBeGreaterThan(2);
  });

  test('is corrupted in at least 40 ways', () => expect(all.length).toBeGreaterThanOrEqual(40));

  test.each(all)('%s', async (...mutation) => {
    const broken = easy
      ? read(sound, replaceOnce(soundEasyRead, mutation))
      : read(replaceOnce(sound, mutation), soundEasyRead);
    // The changes that the sound document declares: a fault is never declared.
    const { changes, body } = whole;
    const proof = await judge(id, { ...(await write(broken, id)), changes, body });
    expect(errors(proof.findings).length).toBeGreaterThan(0);
  });
});

type Mutation = readonly [name: string, from: string | RegExp, to: string];

/** Changes to the finished page: what a screen reader would tell changes, often without a change to the eye. */
const ofPages: readonly Mutation[] = [
  ['a word is dropped', 'every one of them', 'every of them'],
  [
    'a digit is changed',
    '<td role="cell" data-label="Trees"><span>45',
    '<td role="cell" data-label="Trees"><span>54',
  ],
  ['the page is in another language', '<html lang="en-GB"', '<html lang="de"'],
  ['the page has another title', '<title>Bins', '<title>Tins'],
  ['a paragraph is hidden from screen readers', '<p>It waters', '<p aria-hidden="true">It waters'],
  ['a paragraph is hidden', '<p>It waters', '<p hidden>It waters'],
  ['a paragraph is not displayed', '<p>It waters', '<p style="color: red; display: none">It waters'],
  ['a paragraph is invisible', '<p>It waters', '<p style="visibility:hidden">It waters'],
  ['a paragraph is transparent', '<p>It waters', '<p style="opacity:0">It waters'],
  ['a paragraph has no size', '<p>It waters', '<p style="font-size: 0">It waters'],
  [
    'a paragraph stands outside the page',
    '<p>It waters',
    '<p style="position:absolute;left:-9999px">It waters',
  ],
  ['a paragraph is clipped', '<p>It waters', '<p style="clip-path: inset(50%)">It waters'],
  ['a paragraph is a comment', '<p>It waters', '<!--<p>It waters'],
  ['a paragraph is navigation', '<p>It waters', '<nav><p>It waters'],
  ['the end is outside the report', '<p>Most people', '</main><p>Most people'],
  ['a heading has another level', /<h3([^>]*)>(.*?)<\/h3>/s, '<h2$1>$2</h2>'],
  ['a heading is no heading', /<h3([^>]*)>(.*?)<\/h3>/s, '<p$1>$2</p>'],
  ['a heading is none by its role', /<h3/, '<h3 role="presentation"'],
  ['a list is none by its role', /<ul(?=[^>]*>\s*<li[^>]*>\s*(?:<p>)?Oaks)/, '<ul role="presentation"'],
  ['a column has no scope', '<th scope="col"', '<th'],
  ['a row has no scope', '<th scope="row"', '<th'],
  ['the head of a column is a cell', /<th scope="col"([^>]*)>(.*?)<\/th>/s, '<td$1>$2</td>'],
  ['a table is for layout', '<table role="table"', '<table role="presentation"'],
  ['a row is dropped', /<tr role="row">(?:(?!<\/tr>).)*Mill Park.*?<\/tr>/s, ''],
  ['a cell is dropped', /<td role="cell" data-label="Trees"><span>51<\/span><\/td>/, ''],
  ['a cell stands twice', /(<td role="cell" data-label="Trees"><span>51<\/span><\/td>)/, '$1$1'],
  [
    'an empty cell shifts the row',
    /<td role="cell" data-label="Trees"><span>51/,
    '<td></td><td role="cell" data-label="Trees"><span>51',
  ],
  ['a caption is dropped', /<caption[^>]*>Trees in parks<\/caption>/, ''],
  ['an alternative is empty', /alt="Map[^"]*"/, 'alt=""'],
  ['an alternative is missing', /alt="Map[^"]*"/, ''],
  ['an alternative is a file name', /alt="Map[^"]*"/, 'alt="map.svg"'],
  ['alternatives are swapped', /alt="(Bar[^"]*)"(.*?)alt="(Map[^"]*)"/s, 'alt="$3"$2alt="$1"'],
  ['a link has no address', 'href="https://example.org/list"', ''],
  ['a link leads elsewhere', 'href="https://example.org/list"', 'href="https://example.com/list"'],
  ['a link leads nowhere', 'href="https://example.org/list"', 'href="#"'],
  ['a link has no words', '>the list of parks</a>', '></a>'],
  ['a nested list is flat', /<ul[^>]*>\s*<li[^>]*>\s*(?:<p>)?They live/, '<li>They live'],
  ['paragraphs run together', /<\/p>\s*<p>It waters/, ' It waters'],
  ['a paragraph is quoted twice', /(<p>Nobody[^<]*<\/p>)/, '$1$1'],
  ['a term is a meaning', /<dt>(\s*)Sapling/, '<dd>$1Sapling'],
  ['the footnotes are dropped', /<[^>]*doc-endnotes.*?<\/section>/s, ''],
  ['the main part is none', '<main', '<div'],
];

describe('the bytes of a page', () => {
  let made: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    made = await write(original, 'html');
  });

  test.each(ofPages)('%s', async (name, from, to) => {
    const [page] = made.outputs;
    const html = new TextDecoder().decode(page!.bytes);
    const changed = html.replace(from, to);
    expect(changed, name).not.toBe(html);
    const proof = await judge('html', made, [{ ...page!, bytes: new TextEncoder().encode(changed) }]);
    expect(errors(proof.findings).length).toBeGreaterThan(0);
  });
});

/** What is wrong with a page of HTML is wrong with a page of a book, but for what a book has in its package document. */
const onlyOfHtml = new Set([
  'the page is in another language',
  'the page has another title',
  'the end is outside the report',
  'the main part is none',
]);

const ofBooks: readonly Mutation[] = [
  ...ofPages.filter(([name]) => !onlyOfHtml.has(name)),
  ['the book has another title', '<dc:title>Bins', '<dc:title>Tins'],
  ['the book is in another language', '<dc:language>en-GB', '<dc:language>de'],
  ['a chapter is not read', /<itemref idref="chapter-01"\/>/, ''],
  ['chapters are swapped', /(<itemref idref="chapter-01"\/>)\n(<itemref idref="chapter-02"\/>)/, '$2$1'],
  ['a chapter is read twice', /(<itemref idref="chapter-01"\/>)/, '$1$1'],
  ['a page is no XML', '<p>It waters', '<p>It <b>waters'],
  ['a chapter is the cover', '<section epub:type="chapter"', '<section epub:type="cover"'],
  ['a page is in another language', ' lang="en-GB"', ' lang="de"'],
  [
    'it claims signs that it has not',
    '</metadata>',
    '<meta property="schema:accessibilityFeature">braille</meta></metadata>',
  ],
];

describe('the bytes of a book', () => {
  let made: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    made = await write(original, 'epub');
  });

  test.each(ofBooks)('%s', async (name, from, to) => {
    const [book] = made.outputs;
    const texts = [...bookTexts(book!.bytes)];
    const changes = texts.flatMap(([path, text]) => {
      const changed = /\.(?:xhtml|opf)$/.test(path) ? text.replace(from, to) : text;
      return changed === text ? [] : [[path, changed] as const];
    });
    expect(changes.length, name).toBeGreaterThan(0);
    const bytes = withFiles(book!.bytes, Object.fromEntries(changes.slice(0, 1)));
    const proof = await judge('epub', made, [{ ...book!, bytes }]);
    expect(errors(proof.findings).length).toBeGreaterThan(0);
  });
});

/** Lines and numbers that the writer adds to the report itself: contents, marks, numbers of records, steps and notes. */
const ofWriter =
  /^\[|^\s*that explain\.\]|^a section, \+|^Record \d+ of|^ *\d+\. +\D*$|\[note \d\]|^You can ask|^audio, British|^\+\+ Words explained/;

describe('the bytes of a text', () => {
  test.each(['plain-text', 'plain-text-email'])(
    '%s: every line of the report that is lost, and every number that is changed',
    async (id) => {
      const made = await write(original, id);
      const [output] = made.outputs;
      const lines = new TextDecoder().decode(output!.bytes).split('\n');
      const contents = lines.findIndex((line) => line.startsWith('[Contents]'));
      const missed: string[] = [];
      let tried = 0;
      const attempt = async (changed: readonly string[], what: string) => {
        tried++;
        const bytes = new TextEncoder().encode(changed.join('\n'));
        const { findings } = await judge(id, made, [{ ...output!, bytes }]);
        if (errors(findings).length === 0) missed.push(what);
      };
      for (const [index, line] of lines.entries()) {
        const listed = index > contents && index < contents + 8 && /^ *- /.test(line);
        if (!/\p{L}/u.test(line) || listed) continue;
        if (!/^\[(?!Figure|Records)|^You can ask|^audio|^a section|^that explain|^\+\+ Words/.test(line))
          await attempt(lines.toSpliced(index, 1), `lost: ${line}`);
        if (!/\d/.test(line) || ofWriter.test(line)) continue;
        const other = line.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
        await attempt(lines.with(index, other), `changed: ${line}`);
      }
      expect(tried).toBeGreaterThan(60);
      expect(missed).toEqual([]);
    },
  );
});
