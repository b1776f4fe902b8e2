import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateInWords } from '../../src/document/date.ts';
import { mapDocumentInlines } from '../../src/document/map.ts';
import { readingOf } from '../../src/document/passages.ts';
import { fold } from '../../src/document/text.ts';
import { wordsOf } from '../../src/document/tokens.ts';
import { visitBlocks } from '../../src/document/visit.ts';
import { readBody } from '../support/read-text.ts';

test.each([
  ['2021-11-05', '5 November 2021'],
  ['2021-11', 'November 2021'],
  ['2021', '2021'],
  ['2021-13', '2021-13'],
  ['Not stated', 'Not stated'],
])('the date %s is told as %s', (iso, words) => expect(dateInWords(iso)).toBe(words));

describe('words', () => {
  test.each([
    ['Do not: re-use (100%) £5.50!', ['Do', 'not', 're', 'use', '100', '%', '£', '5', '50']],
    ['soft\u00adhyphen zero\u200bwidth', ['softhyphen', 'zerowidth']],
    ['Cafe\u0301', ['Café']],
    ['سلام 字 🎉', ['سلام', '字', '🎉']],
    ['', []],
  ])('of %j', (text, words) => expect(wordsOf(text)).toEqual(words));

  test('are the same however white space is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(fold(text))).toEqual(wordsOf(text));
      }),
    );
  });
});

const { document } = readBody(`## One

- a
  - b

:::table{caption="Cap" columns="X | Y"}
**Group**

- c
  - Y: d
:::

> e [f](https://example.org)[^1]

[^1]: g
`);

test('the reading has each passage once, in order, with its kind, place in lists and place in tables', () => {
  const told = readingOf(document)
    .passages.filter((one) => one.at && !one.isDetail)
    .map(({ kind, text, level, lists, cell }) =>
      [
        kind,
        text,
        level && `level ${level}`,
        lists && `lists ${lists}`,
        cell && `cell ${cell.table} ${cell.row} ${cell.column}`,
      ]
        .filter(Boolean)
        .join(' '),
    );
  expect(told).toEqual([
    'heading One level 2',
    'paragraph a lists 1',
    'paragraph b lists 2',
    'caption Cap',
    'paragraph X cell 1 0 1',
    'paragraph Y cell 1 0 2',
    'group Group',
    'paragraph c cell 1 1 1',
    'paragraph d cell 1 1 2',
    'paragraph e f',
    'paragraph g',
  ]);
  expect(readingOf(document).links.map(({ text, url }) => `${text} ${url}`)).toEqual([
    'f https://example.org',
  ]);
});

test('a map that changes nothing gives the same document', () => {
  expect(mapDocumentInlines(document, (nodes) => nodes)).toEqual(document);
});

test('a visit meets every block once', () => {
  expect([...visitBlocks(document.children)].map((block) => block.type)).toEqual([
    'heading',
    'list',
    'paragraph',
    'list',
    'paragraph',
    'table',
    'paragraph',
    'paragraph',
    'blockquote',
    'paragraph',
  ]);
});
