import commonmark from 'commonmark-spec';
import { describe, expect, test } from 'vitest';
import { readingOf } from '../../src/document/passages.ts';
import { tokensOf } from '../../src/document/tokens.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { readBody, readText } from '../support/read-text.ts';

const repeat = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

const words = (body: string): number => tokensOf(readingOf(readBody(body).document).passages).length;

function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'none';
}

describe('what is no report', () => {
  const text = (value: string) => new TextEncoder().encode(value);
  test.each([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['white space', text(' \n\t\r\n\u00a0'), 'file-empty'],
    ['a lone byte order mark', text('\ufeff'), 'file-empty'],
    ['a binary file', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) & 255), 'file-not-text'],
    ['zero bytes between letters', text('a\0b\0c'), 'file-not-text'],
    ['wrong UTF-8', Uint8Array.of(0x61, 0xc3, 0x28), 'file-not-text'],
    ['an over-long sequence', Uint8Array.of(0xc0, 0xaf), 'file-not-text'],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from('\ufeffwords', 'utf16le')), 'file-not-text'],
    ['UTF-16 without it', new Uint8Array(Buffer.from('words', 'utf16le')), 'file-not-text'],
    ['more than 20 MB', new Uint8Array(20_000_001).fill(0x61), 'file-too-large'],
  ])('%s is refused', (_, bytes, code) => {
    expect(failureOf(() => readText(bytes))).toBe(code);
  });
});

describe('what would take for ever is refused with its line', () => {
  test.each([
    ['500 quotes in each other', `${'>'.repeat(500)} a`],
    ['10,000 quotes in each other', `${'> '.repeat(10_000)}a`],
    ['500 lists in each other', `${'- '.repeat(500)}a`],
    ['10,000 lists in each other', `${'1. '.repeat(10_000)}a`],
    ['lists that are indented ever more', repeat(1000, (index) => `${'  '.repeat(index)}- x`)],
    ['50,000 opening brackets', '['.repeat(50_000)],
    ['50,000 closing brackets', ']'.repeat(50_000)],
    ['pictures in pictures', '!['.repeat(20_000)],
    ['links in links', `${'[a'.repeat(20_000)}${'](b)'.repeat(20_000)}`],
    ['footnote marks', '[^'.repeat(25_000)],
    ['bold in bold', `${'*a '.repeat(5000)}b${' a*'.repeat(5000)}`],
    ['bold in bold over many lines', `${'*a\n'.repeat(5000)}b${' a*\n'.repeat(5000)}`],
    ['1,000 boxes in each other', repeat(1000, (index) => `${':'.repeat(1003 - index)}note`)],
    ['50,000 colons in a paragraph', repeat(50_000, (index) => `key${index}: x`)],
    ['a word of 1 MB', 'x'.repeat(1_000_000)],
    ['dots and letters', 'a.b.'.repeat(100_000)],
    ['signs of e-mail', 'a@'.repeat(20_000)],
    ['10,000 footnotes', repeat(10_000, (index) => `[^${index}]: note\n`)],
  ])('%s', (_, body) => {
    expect(() => readBody(`Words.\n\n${body}`)).toThrow(/^sources\/report\.md:\d+ has /);
    expect(failureOf(() => readBody(body))).toBe('file-too-large');
  });
});

describe('what is long or strange is read whole', () => {
  test.each([
    ['50,000 asterisks', '*'.repeat(50_000), 0],
    ['50,000 backticks', '`'.repeat(50_000), 0],
    ['50,000 colons', ':'.repeat(50_000), 0],
    ['50,000 hyphens', `${'-'.repeat(49_999)}a`, 1],
    ['50,000 tildes', `${'~'.repeat(50_000)} a`, 0],
    ['100 quotes in each other', `${'>'.repeat(100)} deep words`, 2],
    ['60 boxes in each other', `${repeat(60, (index) => `${':'.repeat(63 - index)}note`)}\nwords here`, 2],
    ['a line of 1 MB', 'word '.repeat(200_000), 200_000],
    ['a word of 50,000 letters', 'x'.repeat(50_000), 1],
    ['50,000 digits', '1'.repeat(50_000), 1],
    ['a title of 200,000 marks', `# a${' #'.repeat(100_000)}x`, 2],
    ['100,000 words', repeat(1000, () => `${'word '.repeat(100)}\n`), 100_000],
    ['a table of 3,000 rows', `| a | b |\n| - | - |\n${repeat(3000, () => '| **x** | *y* |')}`, 6002],
    [
      'a table of 3,000 records',
      `:::table{caption="c" columns="A | B"}\n${repeat(3000, () => '- x\n  - B: y')}\n:::`,
      6003,
    ],
    ['2,000 links in a list', repeat(2000, () => '- [a](https://example.org)'), 2000],
    ['2,000 addresses', repeat(2000, (index) => `[a${index}]: https://example.org`), 0],
    ['20,000 lines of code in brackets', `\`\`\`\n${repeat(20_000, () => '[a]')}\n\`\`\``, 20_000],
  ])('%s', (_, body, count) => {
    const extra = words('');
    expect(words(body) - extra).toBe(count);
  });

  test("the text of CommonMark's own specification", () => {
    const body = commonmark.text.replace(/^---[\s\S]*?\n\.\.\.\n/, '').replaceAll('\u2192', ' ');
    const { document, findings } = readBody(body);
    expect(tokensOf(readingOf(document).passages).length).toBeGreaterThan(20_000);
    expect(findings.length).toBeGreaterThan(0);
  });

  test('each example of that specification', () => {
    expect(commonmark.tests.length).toBeGreaterThan(600);
    for (const { markdown } of commonmark.tests) {
      const { document } = readBody(`Start.\n\n${markdown}`);
      expect(document.children.length).toBeGreaterThan(0);
    }
  });
});

describe('front matter that is hostile', () => {
  const top = (yaml: string) => readText(`---\n${yaml}\n---\n\nWords of mine.\n`);
  const bomb = `a: &a [x, x]\n${repeat(20, (index) => `b${index}: &b${index} [*${index === 0 ? 'a' : `b${index - 1}`}, *${index === 0 ? 'a' : `b${index - 1}`}]`)}`;
  test.each([
    ['aliases that multiply', bomb],
    ['1,000 keys on as many lines', repeat(1000, (index) => `key${index}: x`)],
    [
      '3,000 keys on one line',
      `a: {${Array.from({ length: 3000 }, (_, index) => `${index.toString(36)}:`).join(',')}}`,
    ],
    ['10,000 lists in each other', `a: ${'['.repeat(10_000)}`],
    ['a tag', 'title: !!js/function "x"'],
    ['a list instead of details', '- title: x'],
    ['a word instead of details', 'title'],
    ['nothing', ''],
  ])('%s ends with findings, and the words of the report are kept', (_, yaml) => {
    const { document, findings } = top(yaml);
    expect(findings.some((finding) => finding.rule === 'source/front-matter')).toBe(true);
    expect(readingOf(document).passages.at(-1)?.text).toContain('Words of mine.');
  });

  test('100,000 keys on one line are refused', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: x`).join(', ');
    expect(failureOf(() => top(`a: {${keys}}`))).toBe('file-too-large');
  });
});
