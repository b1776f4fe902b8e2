import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyReadingOf } from '../../../src/document/passages.ts';
import { wordsOf } from '../../../src/document/tokens.ts';
import type { Block, Document } from '../../../src/document/tree.ts';
import { loadFormat } from '../../../src/formats/registry.ts';
import { prove } from '../../../src/pipeline/prove.ts';
import { chunksOf } from '../../../src/plan/packs/chunks.ts';
import { expectedReading, plan } from '../../../src/plan/plan.ts';
import type { TransformName } from '../../../src/profiles/profile.ts';
import { outlineOf } from '../../support/outline.ts';
import { readBody } from '../../support/read-text.ts';

const text = readFileSync(join(import.meta.dirname, 'talk.md'), 'utf8');
const talk = readBody(text).document;
const packs = ['bsl-pack', 'interpreter-pack', 'reader-script', 'moon-order'] as const;
const transformsFor = (pack: TransformName): TransformName[] => ['opening', 'name-lists', pack];

/** The cells of the table below a heading, a row each. */
function rowsBelow(document: Document, title: string): string[] {
  const at = document.children.findIndex((block) => block.type === 'heading' && wordsIn(block) === title);
  const table = document.children.slice(at).find((block) => block.type === 'table');
  if (at === -1 || table?.type !== 'table') return [];
  return table.groups.flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ children }) => children.map(wordsIn).join(' ')).join(' | ')),
  );
}

function wordsIn(block: Block): string {
  return bodyReadingOf({ children: [block], footnotes: [] })
    .passages.map((passage) => passage.text)
    .join(' ');
}

test.each(packs)('%s', async (pack) => {
  const { document } = plan(talk, { transforms: transformsFor(pack) });
  await expect(outlineOf(document)).toMatchFileSnapshot(`golden/${pack}.txt`);
});

describe('what a pack lists for those who prepare', () => {
  const { document } = plan(talk, { transforms: transformsFor('bsl-pack') });

  test('names, with the chunks that say them', () => {
    expect(rowsBelow(document, 'Names, places and bodies')).toEqual([
      'Anytown Council | 1',
      'British Sign Language | 1, 6',
      'Easy Read | 1',
      'Equality Act | 2',
      'North | 4',
      'South | 4',
      'St Helens Borough Council | 3, 4',
      'Wigan | 3',
    ]);
  });

  test('short forms, words with a meaning of their own, addresses', () => {
    expect(rowsBelow(document, 'Short forms')).toEqual(['BSL | British Sign Language | 2, 4, 6']);
    expect(rowsBelow(document, 'Words to agree')).toEqual(['Duty | What the law says you must do.']);
    expect(rowsBelow(document, 'Addresses and numbers to show')).toEqual([
      '01744 457 237 | 5',
      'bins@example.org | 1',
      'help@example.org | 5',
    ]);
  });

  test('figures and dates as they are written, not those in addresses', () => {
    expect(rowsBelow(document, 'Figures and dates')).toEqual([
      '1 | May 2024; 1.0',
      '2 | 2010; 29 September 2021',
      '3 | 6.8%; £1,200; three; 18',
      '4 | 4; 12',
    ]);
  });

  test('pictures and tables, and a form to sign', () => {
    expect(rowsBelow(document, 'Pictures and tables to show')).toEqual(['4 | Table | Staff by place']);
    expect(rowsBelow(document, 'Sign-off')).toHaveLength(10);
  });
});

test('lists without entries are left out', () => {
  const { document } = plan(readBody('Some words.\n').document, { transforms: ['bsl-pack'] });
  const headings = document.children.filter((block) => block.type === 'heading').map(wordsIn);
  expect(headings).toEqual([
    'Bins and parks',
    'The parts and how long they last',
    'What the video must have',
    'The script',
    'Sign-off',
  ]);
});

test('a pack for a report in another language is marked as English', () => {
  const { document } = plan(
    { ...talk, meta: { ...talk.meta, language: 'cy' } },
    { transforms: transformsFor('reader-script') },
  );
  const languages = bodyReadingOf(document)
    .passages.filter((passage) => /^(?:Chunk \d|How to read it|The script|Read slowly)/.test(passage.text))
    .map((passage) => passage.languages?.[0]?.lang);
  expect(languages.length).toBeGreaterThan(6);
  expect(new Set(languages)).toEqual(new Set(['en']));
});

describe.each(packs)('the proof of %s', (pack) => {
  const profile = { transforms: transformsFor(pack) };

  test.each(['html', 'docx', 'large-print-pdf', 'plain-text'])('finds every word in %s', async (id) => {
    const format = (await loadFormat(id))!;
    const planned = plan(talk, profile);
    const written = await format.write(
      planned.document,
      format.options.parse(id.endsWith('pdf') || id === 'docx' ? { size: 16 } : {}),
    );
    const changes = [...planned.changes, ...written.changes];
    const back = await format.readBack(written.outputs);
    const expected = expectedReading(talk, profile);
    const body = bodyReadingOf(planned.document);
    expect(prove(expected, back, changes, talk.meta, body).findings).toEqual([]);
    const lost = {
      ...back,
      passages: back.passages.filter((passage) => !/Wigan has three/.test(passage.text)),
    };
    expect(prove(expected, lost, changes, talk.meta, body).findings.length).toBeGreaterThan(0);
  });
});

test('chunks follow each other, lose nothing and end where a part ends', () => {
  const paragraph = fc
    .integer({ min: 1, max: 150 })
    .map(
      (count): Block => ({ type: 'paragraph', children: [{ type: 'text', value: 'word '.repeat(count) }] }),
    );
  const heading = fc.constant<Block>({
    type: 'heading',
    depth: 2,
    id: 'a',
    children: [{ type: 'text', value: 'Part' }],
  });
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, heading), { maxLength: 40 }),
      (blocks) => {
        const chunks = chunksOf(blocks).flatMap((part) => part.chunks);
        expect(chunks.map(({ number }) => number)).toEqual(chunks.map((_, index) => index + 1));
        const said = blocks.filter(({ type }) => type === 'paragraph').map(wordsIn);
        expect(chunks.flatMap(({ texts }) => texts)).toEqual(said);
        for (const { words, texts } of chunks) {
          expect(words).toBe(wordsOf(texts.join(' ')).length);
          if (texts.length > 1) expect(words).toBeLessThanOrEqual(110);
        }
      },
    ),
  );
});
