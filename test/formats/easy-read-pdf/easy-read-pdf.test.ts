import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkWithVeraPdf } from '../../../src/tools/verapdf.ts';
import { boldWordsOf, easyReadPdf, pagesOf } from '../../support/easy-read-pdf.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';
import { BrokenPdf } from '../../support/pdf-mutations.ts';
import { tagsOf } from '../../support/pdf-tags.ts';
import { details } from '../../support/read-text.ts';

const layer = `:::easy-read{covers="parks"}
## About our parks

:pic[people] We asked 120 people. They told us what they want.

:pic[fair] Parks must be **accessible**. This means that everyone can use them.

:pic[calendar] The work starts on 31 March 2024.

- new gates
- new benches

## How to reach us

:pic[email] Write to [bins@example.org](mailto:bins@example.org).
:::

:::glossary
- Accessible: Everyone can use it.
:::
`;
const signed = details.replace(
  'signOff:',
  'easyRead:\n  checkedBy: Anytown Self Advocacy Group\n  checkedOn: 2024-06-01\nsignOff:',
);
const ideas = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `:pic[people] This is idea ${index + 1}. It has two sentences.\n\n`,
  ).join('');
const wrapped = (body: string): string => `:::easy-read{covers="parks"}\n## Ideas\n\n${body}:::\n`;

describe('the pages', () => {
  test('have one idea a row: its picture on the left, each sentence on a line of its own', async () => {
    const { bytes, findings, written } = await easyReadPdf(layer);
    expect(findings).toEqual([]);
    expect(written.findings).toEqual([]);
    await expect(`${(await pagesOf(bytes)).join('\n\n')}\n`).toMatchFileSnapshot('golden/pages.txt');
  });

  test('are tagged: ideas are paragraphs, their pictures are passed over', async () => {
    const { text, untagged } = await tagsOf((await easyReadPdf(layer)).bytes);
    expect(untagged).toBe('');
    await expect(text).toMatchFileSnapshot('golden/pages.tags.txt');
  });

  test('say on each one that they are a draft, until readers have checked it', async () => {
    const words = 'Draft, not yet checked by people with a learning disability.';
    const { bytes } = await easyReadPdf(wrapped(ideas(20)));
    const pages = await pagesOf(bytes);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain(words);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(pdf.getSubject()).toContain(words);
    expect(pdf.getTitle()).toBe('Easy Read: Bins and parks');
    const checked = await easyReadPdf(wrapped(ideas(20)), { front: signed });
    expect(checked.findings).toEqual([]);
    const all = (await pagesOf(checked.bytes)).join('\n');
    expect(all).not.toContain('Draft');
    expect(all).toContain('Checked by Anytown Self Advocacy Group on 1 June 2024.');
    expect((await PDFDocument.load(checked.bytes)).getSubject()).not.toContain('Draft');
  });

  test('have a list of contents where there are more than eight', async () => {
    const parts = Array.from({ length: 12 }, (_, index) => `## Part ${index + 1}\n\n${ideas(5)}`).join('');
    const { bytes, findings } = await easyReadPdf(`:::easy-read{covers="parks"}\n${parts}:::\n`);
    expect(findings).toEqual([]);
    expect((await pagesOf(bytes))[0]).toContain('Contents');
    expect((await pagesOf((await easyReadPdf(layer)).bytes))[0]).not.toContain('Contents');
  });

  test('have rows of the size asked for, and nothing smaller', async () => {
    const { bytes, findings } = await easyReadPdf(layer, { options: { size: 24, picture: 5 } });
    expect(findings).toEqual([]);
    expect((await pagesOf(bytes)).join('\n')).toContain('[picture 120 by 120]');
  });

  test('are mirrored in a language from right to left', async () => {
    const arabic = layer.replace(
      'We asked 120 people. They told us what they want.',
      'سألنا الناس عن الحدائق.',
    );
    const { bytes, findings } = await easyReadPdf(arabic, { front: details.replace('en-GB', 'ar') });
    expect(findings).toEqual([]);
    expect((await pagesOf(bytes))[0]).toMatch(/4\d\d \[picture 96 by 96\]/);
  });

  test('use no word that is not in the catalogue', async () => {
    const bare =
      ':::easy-read{covers="parks"}\n:pic[people] 120.\n\n:::\n:::left-out{section="parks" why="1"}\n:::\n';
    const front = details
      .replace('en-GB', 'en-XA')
      .replace('Bins and parks', '2024')
      .replace('Anytown Council', '1');
    const { bytes, findings } = await easyReadPdf(bare, { front });
    expect(findings).toEqual([]);
    const words = (await pagesOf(bytes))
      .join('\n')
      .replaceAll(/\[picture.*\]|\S*@\S*|.*\((?:MIT|Apache-2\.0)\)/g, '');
    expect(words.match(/[A-Za-z]{2,}/g)?.filter((word) => word !== 'Parks') ?? []).toEqual([]);
  });

  test('are the same bytes every time', async () => {
    const [one, other] = await Promise.all([easyReadPdf(layer), easyReadPdf(layer)]);
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});

describe('each idea apart, for people with aphasia', () => {
  test('stands in a frame, with the words of its picture and its numbers in bold', async () => {
    const { bytes, findings } = await easyReadPdf(layer, {
      options: { layout: 'apart', size: 20, picture: 7 },
    });
    expect(findings).toEqual([]);
    const bold = await boldWordsOf(bytes);
    expect(bold).toEqual(expect.arrayContaining(['120', 'people', '31', '2024', 'accessible']));
    expect(bold).not.toContain('asked');
    const pages = (await pagesOf(bytes)).join('\n');
    expect(pages.match(/\[picture 140 by 140\]/g)).toHaveLength(4);
  });
});

describe('cards', () => {
  const options = { layout: 'cards', size: 18 };

  test('show each picture once, in the order of the alphabet, above its word', async () => {
    const { bytes, findings, readBack } = await easyReadPdf(layer + layer, {
      options,
      transform: 'picture-cards',
    });
    expect(findings).toEqual([]);
    const said = readBack.passages.map(({ text }) => text);
    expect(said.slice(0, 6)).toEqual([
      'Bins and parks',
      'Picture cards for meetings',
      'Calendar',
      'Email',
      'Fair',
      'People',
    ]);
    expect((await pagesOf(bytes))[0]).toMatch(/\[picture[\s\S]*\[picture[\s\S]*Calendar/);
    expect((await pagesOf(bytes)).join('\n')).not.toContain('Draft');
  });

  test.each<[string, string, (file: BrokenPdf) => void]>([
    [
      'a picture that is not painted',
      'pdf/idea-picture',
      (file) => file.repaint(0, (all) => all.replace(/q \S+ 0 0 \S+ \S+ \S+ cm \/Idea1 Do Q/, '')),
    ],
    ['a card without its word', 'fidelity/lost', (file) => file.drop(file.part('Card', 'Fair'))],
  ])('are held to what they show: %s', async (_, rule, change) => {
    const { bytes, judge } = await easyReadPdf(layer, { options, transform: 'picture-cards' });
    const file = await BrokenPdf.open(bytes);
    change(file);
    expect((await judge(await file.save())).map((one) => one.rule)).toContain(rule);
  });
});

describe('bad input', () => {
  test('a picture that is not in the list is told; the words stand there', async () => {
    const { written, findings, readBack } = await easyReadPdf(
      wrapped(':pic[no such thing] One.\n\n:pic[no such thing] Two.\n\nThree.\n\n'),
    );
    expect(written.findings).toMatchObject([
      { rule: 'easy-read/no-picture' },
      { rule: 'easy-read/no-picture' },
    ]);
    expect(findings).toEqual([]);
    expect(readBack.passages.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['One.', 'Two.', 'Three.']),
    );
  });

  test.each([
    ['an idea of 5,000 words', `:pic[people] ${'Many plain words stand in here. '.repeat(830)}\n\n`],
    ['words of 200 letters', `:pic[people] ${'abcdefghij'.repeat(20)}\n\n`],
    [
      'a list of 60 levels',
      Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- level\n`).join(''),
    ],
    ['emoji and other scripts', ':pic[people] 🦄 שלום السلام हिन्दी\n\n'],
    ['nothing but a heading', ''],
    ['a table', '| Year | Trees |\n|---|---|\n| 2023 | 45 |\n\n'],
  ])('%s', async (_, body) => {
    const { findings } = await easyReadPdf(wrapped(body));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('veraPDF finds no failure', { timeout: 240_000 }, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'allformats-easy-'));
  try {
    const made = {
      layer: await easyReadPdf(layer),
      large: await easyReadPdf(layer, { options: { size: 24, picture: 5 } }),
      long: await easyReadPdf(wrapped(ideas(60))),
      apart: await easyReadPdf(layer, { options: { layout: 'apart', size: 20 } }),
      cards: await easyReadPdf(layer, { options: { layout: 'cards' }, transform: 'picture-cards' }),
      signed: await easyReadPdf(layer, { front: signed }),
    };
    const files: string[] = [];
    for (const [name, { bytes }] of Object.entries(made)) {
      files.push(join(folder, `${name}.pdf`));
      await writeFile(join(folder, `${name}.pdf`), bytes);
    }
    for (const flavour of ['ua1', '2a'] as const) {
      const { findings } = mustBeChecked(
        context,
        await checkWithVeraPdf(files, join(import.meta.dirname, '../../..'), flavour),
      );
      expect(Object.fromEntries(findings)).toEqual(Object.fromEntries(files.map((file) => [file, []])));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
