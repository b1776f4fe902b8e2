import { expect, test } from 'vitest';
import type { Document, Inline } from '../../../src/document/tree.ts';
import plainText from '../../../src/formats/plain-text/index.ts';
import type { PlainTextOptions } from '../../../src/formats/plain-text/options.ts';
import {
  documentOf,
  h,
  inlines,
  item,
  link,
  list,
  p,
  richReport,
  table,
  text,
} from '../../support/text-samples.ts';

const file: PlainTextOptions = {
  width: 0,
  flowed: false,
  lineEnding: 'lf',
  characters: 'unicode',
  contents: true,
};
const email: PlainTextOptions = {
  width: 72,
  flowed: true,
  lineEnding: 'crlf',
  characters: 'latin',
  contents: true,
};

async function write(document: Document, options: PlainTextOptions = file): Promise<string> {
  const { outputs } = await plainText.write(document, options);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(outputs[0]!.bytes);
}

/** The text of one paragraph, without the lines that every text has. */
async function paragraph(...children: (string | Inline)[]): Promise<string> {
  const lines = (await write(documentOf(p(children)))).split('\n');
  return lines.slice(lines.indexOf('') + 1, -4).join('\n');
}

test('the report as a text file', async () => {
  await expect(await write(richReport())).toMatchFileSnapshot('golden/report.txt');
});

test('the report as an email', async () => {
  const written = await write(richReport(), email);
  await expect(written.replaceAll('\r\n', '\n')).toMatchFileSnapshot('golden/report-email.txt');
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('every line of an email fits, ends softly inside a paragraph, and never looks like a quotation or a signature', async () => {
  const long = p(Array.from({ length: 60 }, (_, index) => `word${index} `).join(''));
  const written = await write(
    documentOf(long, p('> not quoted'), p('From the start'), p('-- '), p(`-- ${'so '.repeat(40)}`)),
    email,
  );
  const lines = written.split('\r\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  expect(lines.filter((line) => /word\d+ $/.test(line)).length).toBeGreaterThan(4);
  expect(lines).toContain(' > not quoted');
  expect(lines).toContain(' From the start');
  expect(lines).toContain('--');
  expect(lines).not.toContain('-- ');
});

test('an address stays whole and can be followed', async () => {
  const url = `https://example.org/${'a'.repeat(200)}`;
  expect(await paragraph('See ', link(url, url), ', or ask.')).toBe(`See ${url} , or ask.`);
  expect(await paragraph('See ', link('the report', url), '.')).toBe(`See [the report:  ${url} ].`);
  expect(await paragraph('Write to ', link('a@b.uk', 'mailto:a@b.uk'), '.')).toBe('Write to a@b.uk .');
  expect(await paragraph(link('Ring us', 'tel:01234567890'))).toBe('[Ring us:  01234567890 ]');
});

test('a link inside the document names the section', async () => {
  const written = await write(
    documentOf(
      h(2, 'Our plan'),
      p(['Read ', link('more', '#our-plan'), ' in ', link('our plan', '#our-plan'), '.']),
    ),
  );
  expect(written).toContain('Read [more:  see section "Our plan"] in [our plan:  see section of this name].');
});

test('each heading level has its own mark, and the first lines say what they mean', async () => {
  const written = await write(
    documentOf(h(1, 'One'), h(2, 'Two'), h(3, 'Three'), h(4, 'Four'), h(5, 'Five'), h(6, 'Six')),
  );
  expect(written).toMatch(
    /^\+\+\+ One\n\n\[About this text: Headings start with plus signs: .*\+4, \+5, \+6 a smaller part/,
  );
  for (const line of ['++ Two', '+ Three', '+4 Four', '+5 Five', '+6 Six'])
    expect(written.split('\n')).toContain(line);
});

test('words that look like marks are told from them', async () => {
  expect(await paragraph('+ one')).toBe('\\+ one');
  expect(await paragraph('- one')).toBe('\\- one');
  expect(await paragraph('1. one')).toBe('1. one');
  expect(await paragraph('[Figure: one]')).toBe('\\[Figure: one]');
  expect(await paragraph('[sic] and [1]')).toBe('[sic] and [1]');
  expect(await paragraph('Record 1 of 3')).toBe('Record 1 of 3');
});

test('struck-out words and pictures are told in words, emphasis is not marked', async () => {
  const struck: Inline = { type: 'delete', children: [text('not')] };
  const strong: Inline = { type: 'strong', children: [text('now')] };
  const picture: Inline = { type: 'image', src: 'a.png', alt: 'a door' };
  expect(await paragraph('We do ', struck, ' act ', strong, ' at ', picture, '.')).toBe(
    'We do [deleted: not] act now at [picture: a door].',
  );
});

test('characters that no one can see or hear are left out', async () => {
  const written = await write(
    documentOf(p('a\u0000b\u001bc\td\u00ade\u200bf\u2028g'), { type: 'code', value: 'x\ty\u0007\u001b[0m' }),
  );
  expect(written).toContain('a b c def g');
  expect(written).toContain('x    y  [0m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be none
  expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('right-to-left words keep their order, and joined pictures stay joined', async () => {
  expect(await paragraph('قال “مرحبا” 12 مرة')).toBe('قال “مرحبا” 12 مرة');
  expect(await paragraph('👩‍👩‍👧 family')).toBe('👩‍👩‍👧 family');
});

test('latin: keyboard signs where there is an equal, letters as they are', async () => {
  const written = await write(documentOf(p('“Café” – l’été… • 2020–21—done £5 →'), p('— A nurse')), email);
  expect(written).toContain('"Café" - l\'été... * 2020-21 - done £5 →');
  expect(written).toContain('-- A nurse');
});

test('each sentence of an idea has its own line', async () => {
  const children = inlines('We met Dr. Jones. She said 3.5 is enough! Is it? Yes.');
  const written = await write(documentOf({ type: 'idea', picture: 'people', children }));
  expect(written).toContain('We met Dr. Jones.\nShe said 3.5 is enough!\nIs it?\nYes.\n');
});

test('lists in lists are indented up to a limit, and then told by number', async () => {
  let inner = list(false, item(p('deepest')));
  for (let depth = 0; depth < 499; depth++) inner = list(false, item(inner));
  const { outputs } = await plainText.write(documentOf(inner), email);
  const { passages } = await plainText.readBack(outputs);
  expect(passages).toEqual([{ kind: 'paragraph', text: 'deepest', lists: 500 }]);
  expect(new TextDecoder().decode(outputs[0]!.bytes)).toContain('- [level 500] deepest');
  expect(outputs[0]!.bytes.length).toBeLessThan(20_000);
});

test('a table of 3,000 rows and a paragraph of 100,000 words come back whole', async () => {
  const rows = Array.from({ length: 3000 }, (_, row) => [`Row ${row}`, `Value ${row}`, `Owner [${row}`]);
  const words = Array.from({ length: 100_000 }, (_, index) => `w${index}`).join(' ');
  const { outputs } = await plainText.write(
    documentOf(table('Long', ['Name', 'Value', 'Owner'], rows), p(words)),
    email,
  );
  const { passages } = await plainText.readBack(outputs);
  expect(passages).toHaveLength(1 + 3 + 9000 + 1);
  expect(passages.at(-2)).toEqual({
    kind: 'paragraph',
    text: 'Owner [2999',
    cell: { table: 1, row: 3000, column: 3 },
  });
  expect(passages.at(-1)?.text).toBe(words);
});

test('text full of brackets is read in one pass', async () => {
  const many = '[a '.repeat(50_000);
  const { outputs } = await plainText.write(
    documentOf(p(many), p('[['.repeat(50_000)), p('\\'.repeat(50_000))),
    file,
  );
  const { passages } = await plainText.readBack(outputs);
  expect(passages.map((passage) => passage.text)).toEqual([
    many.trim(),
    '[['.repeat(50_000),
    '\\'.repeat(50_000),
  ]);
});

test('a word that no mail program carries is reported', async () => {
  const { findings } = await plainText.write(documentOf(p(`A ${'x'.repeat(1200)} word`)), email);
  expect(findings.map((finding) => finding.rule)).toEqual(['plain-text/long-line']);
  expect((await plainText.write(documentOf(p(`A ${'x'.repeat(900)} word`)), email)).findings).toEqual([]);
});

test('an empty document still says that it is whole', async () => {
  expect(await write(documentOf())).toMatch(/^\[About this text: .*\]\n\n\n\[End of document\]\n$/);
});

test('flowed needs a width, and a width has limits', () => {
  expect(plainText.options.safeParse({ flowed: true }).success).toBe(false);
  expect(plainText.options.safeParse({ width: 39 }).success).toBe(false);
  expect(plainText.options.safeParse({ width: 101 }).success).toBe(false);
  expect(plainText.options.parse({})).toEqual(file);
});

test('the same document gives the same bytes', async () => {
  const [one, other] = await Promise.all([
    plainText.write(richReport(), email),
    plainText.write(richReport(), email),
  ]);
  expect(one.outputs).toEqual(other.outputs);
});
