import { expect, it } from 'vitest';
import { tableLayout } from '../../../src/media/hast/table-layout.ts';
import { table } from '../../support/html-samples.ts';

const sentence = 'Words that fill a cell until it needs several lines of text. ';

it.each([
  ['short words', table(['Goal', 'Grade'], [['Health', 'Good']]), 'small'],
  ['a sentence in a cell', table(['Goal', 'Meaning'], [['Health', sentence]]), 'medium'],
  ['five columns', table(['A', 'B', 'C', 'D', 'E'], [['1', sentence, 'x', 'y', 'z']]), 'wide'],
  [
    'a page in a cell',
    table(['A', 'B', 'C', 'D', 'E'], [['1', sentence.repeat(20), 'x', 'y', 'z']]),
    'records',
  ],
  [
    'many columns of long words',
    table([...'ABCDEFGHI'], [[...'ABCDEFGHI'].map(() => 'Commissioning')]),
    'records',
  ],
  ['records asked for', table(['A', 'B'], [['1', '2']], { layout: 'records' }), 'records'],
  [
    'a grid asked for',
    table([...'ABCDEFGHI'], [[...'ABCDEFGHI'].map(() => 'Commissioning')], { layout: 'grid' }),
    'wide',
  ],
  ['no rows', table(['A', 'B'], []), 'small'],
])('%s', (_, given, fit) => {
  expect(tableLayout(given).fit).toBe(fit);
});

it('breaks words only where one is too long for any column', () => {
  expect(tableLayout(table(['A', 'B'], [['1', 'https://www.example.org/a-long-address']])).breaksWords).toBe(
    true,
  );
  expect(tableLayout(table(['A', 'B'], [['1', 'Commissioning']])).breaksWords).toBe(false);
});
