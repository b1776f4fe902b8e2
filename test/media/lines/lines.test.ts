import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/media/lines/display-width.ts';
import type { LineItem } from '../../../src/media/lines/line-item.ts';
import { linkTargets } from '../../../src/media/lines/link-targets.ts';
import { sentenceStarts } from '../../../src/media/lines/sentence-starts.ts';
import { toLineItems } from '../../../src/media/lines/to-line-items.ts';
import { wrap } from '../../../src/media/lines/wrap.ts';
import { cell, documentOf, h, item, list, p, richReport, table } from '../../support/text-samples.ts';

test('broken lines joined are the text, and none is wider than asked unless its last word is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z漢é-]{1,30}$/), { minLength: 1 }),
      fc.integer({ min: 40, max: 100 }),
      (words, width) => {
        const text = words.join(' ');
        const lines = wrap(text, { width, first: 4, rest: 2 });
        expect(lines.join(' ')).toBe(text);
        lines.forEach((line, index) => {
          const used = displayWidth(line) + (index === 0 ? 4 : 2);
          if (!/(?: -+)+$/.test(line) && line.includes(' ')) expect(used).toBeLessThanOrEqual(width);
        });
      },
    ),
  );
});

test('a word that is wider than a line stays whole, and a dash opens no line', () => {
  expect(wrap(`see ${'x'.repeat(60)} now`, { width: 40, first: 0, rest: 0 })).toEqual([
    'see',
    'x'.repeat(60),
    'now',
  ]);
  expect(wrap(`${'x'.repeat(39)} – more`, { width: 40, first: 0, rest: 0 })).toEqual([
    `${'x'.repeat(39)} –`,
    'more',
  ]);
});

test('width counts columns, not characters', () => {
  expect(displayWidth('abc')).toBe(3);
  expect(displayWidth('漢字')).toBe(4);
  expect(displayWidth('e\u0301')).toBe(1);
  expect(displayWidth('مَرحَبا')).toBe(5);
  expect(displayWidth('👩‍👩‍👧')).toBe(2);
  expect(displayWidth('a\u200bb')).toBe(2);
});

test('sentences start after a full stop, not after a short form or a number of the text', () => {
  const split = (text: string) =>
    [0, ...sentenceStarts(text)].map((from, index, all) => text.slice(from, all[index + 1]).trim());
  expect(split('One. Two! "Three?" 4 is next.')).toEqual(['One.', 'Two!', '"Three?"', '4 is next.']);
  expect(split('1. We ask Dr. Ali, e.g. Mr. T. Smith.')).toEqual(['1. We ask Dr. Ali, e.g. Mr. T. Smith.']);
});

/** Kind, indentation and marker of each item. */
function shape(items: readonly LineItem[]): string[] {
  return items.map((one) => {
    const marker =
      one.kind === 'text' && one.marker
        ? ` ${one.marker.type}${one.marker.type === 'number' ? one.marker.numbers.join('.') : ''}`
        : '';
    return `${'  '.repeat(one.steps)}${one.tight ? '' : '| '}${one.kind}${marker}`;
  });
}

test('lists, tables and their cells become items with indentation and markers', () => {
  const document = documentOf(
    h(2, 'Plan'),
    list(
      true,
      item(p('a'), list(true, item(p('b')), item(p('c'), list(false, item(p('d'))))), p('e')),
      item(list(false, item(p('f')))),
    ),
    table('T', ['A', 'B'], [['1', cell(list(false, item(p('x'))), p('y'))]]),
  );
  expect(shape(toLineItems(document))).toEqual([
    '| heading',
    '| text number1',
    '  text number1.1',
    '  text number1.2',
    '    text bullet',
    '  | text',
    'text number2',
    '  text bullet',
    '| open',
    '| record',
    'text label',
    'text label',
    '  text bullet',
    '  | text',
    '| close',
  ]);
});

test('a decorative picture without words leaves no trace, a page break neither', () => {
  const picture = { type: 'figure', src: 'a.svg', alt: '', decorative: true, description: [] } as const;
  expect(toLineItems(documentOf(picture, { type: 'pageBreak' }))).toEqual([]);
});

test('headings, tables and figures can be linked to by their words', () => {
  const targets = linkTargets(richReport().children);
  expect(targets.get('our-objectives')).toEqual({ kind: 'section', words: 'Our objectives' });
  expect(targets.get('chart')).toEqual({
    kind: 'figure',
    words: 'Very senior managers from BME backgrounds',
  });
  expect(targets.get('nowhere')).toBeUndefined();
});
