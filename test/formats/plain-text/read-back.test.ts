import { expect, test } from 'vitest';
import type { ReadBack } from '../../../src/document/passage.ts';
import plainText from '../../../src/formats/plain-text/index.ts';
import type { PlainTextOptions } from '../../../src/formats/plain-text/options.ts';
import { richReport } from '../../support/text-samples.ts';

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

/** Reads the sample back after `change` has been made to its text. */
async function readChanged(change: (text: string) => string, options = file): Promise<ReadBack> {
  const { outputs } = await plainText.write(richReport(), options);
  const output = outputs[0]!;
  const text = new TextDecoder().decode(output.bytes);
  const changed = change(text);
  return plainText.readBack([{ ...output, bytes: new TextEncoder().encode(changed) }]);
}

const words = (read: ReadBack) => read.passages.map((passage) => passage.text);

test('the text knows its title, and its furniture is not read as words', async () => {
  const read = await readChanged((text) => text);
  expect(read.title).toBe('Workforce race equality action plan');
  const all = words(read).join('\n');
  for (const furniture of [
    'About this text',
    'Contents',
    'End of',
    'note 1',
    'What it shows',
    'Each tells',
    'deleted',
    'https://www.england',
  ]) {
    expect(all.replaceAll('[End of code]', '')).not.toContain(furniture);
  }
});

test('links come back in order with their words', async () => {
  for (const options of [file, email]) {
    expect((await readChanged((text) => text, options)).links).toEqual([
      { text: 'communications@example.nhs.uk', url: 'mailto:communications@example.nhs.uk' },
      { text: '01234 567890', url: 'tel:01234567890' },
      {
        text: 'Workforce Race Equality Standard 2020',
        url: 'https://www.england.nhs.uk/wres/2020-report.pdf',
      },
      { text: 'our objectives', url: '#our objectives' },
      { text: 'https://www.example.org/data', url: 'https://www.example.org/data' },
      { text: 'Write to us', url: 'mailto:staff@example.nhs.uk' },
      { text: 'training plan', url: 'https://www.example.org/training' },
      { text: 'data for 2020', url: 'https://www.england.nhs.uk/data?a=1&b=[2]' },
    ]);
  }
});

test('a cell knows its table, row and column', async () => {
  const { passages } = await readChanged((text) => text, email);
  const cell = passages.find((passage) => passage.text === 'Offices opened safely');
  expect(cell).toEqual({
    kind: 'paragraph',
    text: 'Offices opened safely',
    lists: 1,
    cell: { table: 1, row: 2, column: 2 },
  });
});

const changes: readonly [string, (text: string) => string][] = [
  ['a sentence is dropped', (text) => text.replace('Done for all staff.', '')],
  ['a whole item is dropped', (text) => text.replace('- Guidance published\n', '')],
  [
    'two cells are swapped',
    (text) =>
      text
        .replace('Owner:  Head of People', 'Owner:  X')
        .replace('Action:  Train every panel', 'Action:  Head of People')
        .replace('Owner:  X', 'Owner:  Train every panel'),
  ],
  [
    'two rows are swapped',
    (text) =>
      text
        .replace('Complete', 'X')
        .replace('31 March 2022', 'Complete')
        .replace('Due by:  X', 'Due by:  31 March 2022'),
  ],
  [
    'the name of a column is wrong',
    (text) => text.replace('Owner:  Head of People', 'Progress:  Head of People'),
  ],
  ['the caption of a table is lost', (text) => text.replace('[Table: Action plan]', '[Table]')],
  [
    'the description of a picture is lost',
    (text) => text.replace('What it shows:  Bar chart: 6.8%', 'What it shows:  Bar chart: 6.9%'),
  ],
  ['a footnote is lost', (text) => text.replace('Seen in May 2021.', '')],
  ['a heading is no heading', (text) => text.replace('++ Our objectives', 'Our objectives')],
  ['a heading has another level', (text) => text.replace('+4 Recruitment', '+ Recruitment')],
  ['a sentence is told twice', (text) => text.replace('- 2016: 5.4%\n', '- 2016: 5.4%\n- 2016: 5.4%\n')],
];

test.each(changes)('the read-back changes when %s', async (_, change) => {
  const before = await readChanged((text) => text);
  const after = await readChanged((text) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    return changed;
  });
  expect(after.passages).not.toEqual(before.passages);
});

test('a link that loses its address is no link', async () => {
  const before = await readChanged((text) => text);
  const lost = await readChanged((text) => text.replace(/\[(training plan): {2}\S+ \]/, '$1'));
  expect(words(lost)).toEqual(words(before));
  expect(lost.links).toEqual(before.links.filter((link) => link.text !== 'training plan'));
  const wrong = await readChanged((text) =>
    text.replace('https://www.example.org/training', 'https://www.example.org/'),
  );
  expect(wrong.links.map((link) => link.url)).not.toContain('https://www.example.org/training');
});

test('soft line breaks count only where the text says that it is flowed', async () => {
  const { outputs } = await plainText.write(richReport(), email);
  const flowed = await plainText.readBack(outputs);
  const fixed = await plainText.readBack(
    outputs.map((output) => ({ ...output, mediaType: 'text/plain; charset=utf-8' })),
  );
  expect(fixed.passages).not.toEqual(flowed.passages);
});

const damage: readonly [string, (bytes: Uint8Array) => Uint8Array, RegExp][] = [
  ['a byte order mark', (bytes) => Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes), /byte order mark/],
  ['broken letters', (bytes) => Uint8Array.of(...bytes, 0xff), /not UTF-8/],
  ['another line end', (bytes) => Uint8Array.of(...bytes, 0x0a), /ends with crlf/],
  ['a control character', (bytes) => Uint8Array.of(...bytes, 0x07), /control character/],
  ['a signature line', (bytes) => Uint8Array.of(...bytes, 0x2d, 0x2d, 0x20, 0x0d, 0x0a), /signature/],
  [
    'a long line',
    (bytes) => Uint8Array.of(...bytes, ...new TextEncoder().encode('long line '.repeat(10))),
    /longer than 72/,
  ],
];

test.each(damage)('the check finds %s', async (_, harm, message) => {
  const { outputs } = await plainText.write(richReport(), email);
  expect(await plainText.check!(outputs, email)).toEqual([]);
  const findings = await plainText.check!(
    outputs.map((output) => ({ ...output, bytes: harm(output.bytes) })),
    email,
  );
  expect(findings.map((finding) => finding.message).join()).toMatch(message);
});
