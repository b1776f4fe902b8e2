import { beforeAll, describe, expect, test } from 'vitest';
import { plainEnglish } from '../../src/drafting/plain-english.ts';
import { loadTagger, type Tagger } from '../../src/wording/passive.ts';
import { findingLines } from '../support/outline.ts';
import { details, readBody, readText } from '../support/read-text.ts';

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

const check = (body: string) => plainEnglish(readBody(body).document, tag);
const rulesOf = (body: string) => check(body).map(({ rule, severity }) => `${rule} ${severity}`);
const sentence = (words: number) => `The ${'big '.repeat(words - 3)}dog barks.`;

describe('finds', () => {
  test('each in its place, with what to do', async () => {
    const body = `${sentence(26)} ${sentence(25)}\n\nIn order to help, the plan was agreed. We met in order to talk.\n`;
    await expect(findingLines(check(body))).toMatchFileSnapshot('golden/plain-english.txt');
  });

  test.each([
    [26, ['clear/long-sentence error']],
    [25, ['clear/sentence-aim warning']],
    [21, ['clear/sentence-aim warning']],
    [20, []],
  ])('a sentence of %i words', (words, rules) => {
    expect(rulesOf(`${sentence(words)}\n`)).toEqual(rules);
  });

  test('a high reading age, as something to ask readers about', () => {
    const hard =
      'Organisational accountability presupposes comprehensive institutional documentation. '.repeat(10);
    expect(rulesOf(`${hard}\n`)).toContain('clear/reading-age person');
  });

  test('that it cannot check another language, and still counts words', () => {
    const { document } = readText(`${details.replace('en-GB', 'cy')}${sentence(26)}\n`);
    expect(plainEnglish(document, undefined).map(({ rule }) => rule)).toEqual([
      'clear/long-sentence',
      'clear/not-checked',
    ]);
  });
});

describe('is content with', () => {
  test.each([
    ['plain words', 'The board agreed the plan. We met to talk.\n'],
    [
      'a hard word that the report explains',
      'Our objectives are clear.\n\n:::glossary\n- Objectives: What we want.\n:::\n',
    ],
    ['headings and tables', `## ${sentence(30)}\n\n| A | B |\n| --- | --- |\n| ${sentence(30)} | x |\n`],
    ['an empty report', ''],
  ])('%s', (_, body) => {
    expect(findingLines(check(body))).toBe('');
  });
});
