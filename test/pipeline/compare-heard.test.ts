import { expect, test } from 'vitest';
import type { HeardPage } from '../../src/kernel/heard-page.ts';
import { compareHeard } from '../../src/pipeline/compare-heard.ts';
import { strippedPhrases } from '../../src/pipeline/reader-phrases.ts';

const page: HeardPage = {
  title: 'Parks',
  lines: [
    {
      parts: [
        { text: 'heading level 1', by: 'reader' },
        { text: 'Parks', by: 'page' },
      ],
      selector: 'h1',
    },
    { parts: [{ text: 'The parks are open. A dog may come.', by: 'page' }], selector: 'p' },
    {
      parts: [
        { text: 'bullet', by: 'reader' },
        { text: 'North park', by: 'page' },
      ],
      selector: 'li',
    },
    {
      parts: [
        { text: 'caption', by: 'reader' },
        { text: 'Trees by park', by: 'page' },
      ],
      selector: 'caption',
    },
  ],
  headings: [],
  links: [],
  landmarks: [],
  tables: [{ name: 'Trees by park', rows: 2, columns: 2, isTold: true, cells: [], selector: 'table' }],
  fields: [],
  silent: [],
  unseen: [],
  moved: [],
  folded: ['Only when unfolded'],
  publisher: '',
  otherFormats: [],
};
const orca = [
  'Parks',
  'heading level 1',
  'The parks are open. ',
  'dog may come.',
  'List with 1 item',
  '• North park',
  'leaving list.',
  'Trees by park',
  'table with 2 rows 2 columns',
  'Trees by park',
  'caption',
];

test('what Orca adds and what it is known to leave out is explained', () => {
  const { words, same, differences } = compareHeard(page, 'orca', orca);
  expect([words, same]).toEqual([14, 13]);
  expect(differences).toHaveLength(2);
  expect(differences.every(({ reason }) => reason !== undefined)).toBe(true);
});

const whole = orca.map((one) => (one === 'dog may come.' ? `A ${one}` : one));

test.each([
  [
    'a word that is lost',
    whole.map((one) => one.replace('open', '')),
    { kind: 'lost', words: 'open', selector: 'p' },
  ],
  ['a word that is said besides', ['Cookies', ...whole], { kind: 'added', words: 'Cookies' }],
  [
    'a word that is changed',
    whole.map((one) => one.replace('open', 'closed')),
    { kind: 'lost', words: 'open' },
  ],
])('%s is a finding', (_, said, difference) => {
  const found = compareHeard(page, 'orca', said).differences.filter(({ reason }) => reason === undefined);
  expect(found).toContainEqual(expect.objectContaining(difference));
});

test('the virtual screen reader says roles, ends and names, and reads what is folded away', () => {
  const said = [
    'document',
    'heading, Parks, level 1',
    'paragraph',
    'The parks are open. A dog may come.',
    'end of paragraph',
    'listitem, level 1, position 1, set size 1',
    'North park',
    'end of listitem, level 1, position 1, set size 1',
    'Only when unfolded',
    'table, Trees by park',
    'caption, Trees by park',
    'end of table, Trees by park',
    'end of document',
  ];
  expect(strippedPhrases('virtual', said)).toEqual([
    'Parks',
    'The parks are open. A dog may come.',
    'North park',
    'Only when unfolded',
    'Trees by park',
  ]);
  const { differences } = compareHeard(page, 'virtual', said);
  expect(differences).toMatchObject([{ kind: 'added', reason: expect.stringContaining('folded') }]);
});
