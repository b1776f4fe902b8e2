import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { List } from '../../../src/document/tree.ts';
import { PageTextReader, type TextRun } from '../../../src/media/pages/reading/page-text.ts';
import { heading, list, paragraph, pdfDocument, richDocument, table } from '../../support/pdf-samples.ts';
import { tagsOf } from '../../support/pdf-tags.ts';
import { writePdf } from '../../support/pdf-writing.ts';

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index % 97}`).join(' ');

async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly TextRun[])[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const reader = new PageTextReader(document);
  return document.getPages().map((page) => reader.runsOf(page));
}

const said = (runs: readonly TextRun[]): string =>
  runs
    .map((run) => run.drawn)
    .join('')
    .replace(/\s+/g, ' ');

const parts = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => [
    heading(2, `Part ${index} of the report`),
    paragraph(words(length)),
  ]).flat();

test.each([[true], [false]])(
  'a page break before the first part is one, with contents: %s',
  async (contents) => {
    const blocks = [paragraph('Opening.'), { type: 'pageBreak' } as const, ...parts(3, 20)];
    const { bytes } = await writePdf(pdfDocument(blocks), { contents });
    const pages = (await pagesOf(bytes)).map(said);
    expect(pages[0]).toContain('Opening.');
    expect(pages[0]?.includes('Contents')).toBe(contents);
    // Its name stands in the contents too; its words do not.
    expect(pages[0]).not.toContain('word0');
    expect(pages[1]).toMatch(/^Part 0 of the report/);
  },
);

test('a page mark before the first part stands with it, behind the contents', async () => {
  const mark = { type: 'pageBreak', page: '4' } as const;
  const { bytes } = await writePdf(pdfDocument([paragraph('Opening.'), mark, ...parts(3, 20)]), {
    contents: true,
  });
  const { text } = await tagsOf(bytes);
  expect(text.indexOf('TOC')).toBeLessThan(text.indexOf('PageMark'));
  expect(text.indexOf('PageMark')).toBeLessThan(text.lastIndexOf('Part 0 of the report'));
});

describe('the list of contents', () => {
  test.each([
    ['stays on the page where it starts when most of it fits there', 4, 20, 0],
    ['starts a page when only its beginning would fit', 16, 60, 1],
  ])('%s', async (_, count, opening, page) => {
    const { bytes } = await writePdf(pdfDocument([paragraph(words(opening)), ...parts(count, 80)]), {
      contents: true,
    });
    const pages = await pagesOf(bytes);
    expect(pages.findIndex((runs) => said(runs).includes('Contents'))).toBe(page);
    expect(said(pages[page] ?? [])).toContain('Part 3 of the report');
  });
});

describe('the foot of the pages', () => {
  const feet = async (title: string, size: number) => {
    const report = pdfDocument(parts(12, 120));
    const { bytes } = await writePdf({ ...report, meta: { ...report.meta, title } }, { size });
    const pages = await pagesOf(bytes);
    return pages.slice(1).map((runs) => {
      const foot = Math.min(...runs.map((run) => run.baseline));
      return runs.filter((run) => Math.abs(run.baseline - foot) < 0.1);
    });
  };

  test('has the same words at the same place on every page, however wide the page number is', async () => {
    const found = await feet('Workforce equality report', 20);
    expect(found.length).toBeGreaterThan(10);
    const titles = new Set(
      found.map((runs) => {
        const title = runs.filter((run) => !run.font.isBold);
        return `${said(title)} ${Math.round(title[0]?.left ?? 0)}`;
      }),
    );
    expect(titles.size).toBe(1);
    expect([...titles][0]).toMatch(/^Workforce equality report \d+$/);
  });

  test.each([
    ['Public sector equality duty and the workforce of the north west', 20, 'Public sector equality duty'],
    [
      'Workforce Race Equality Standard action plan 2021 to 2022',
      16,
      'Workforce Race Equality Standard action plan',
    ],
    ['Plan (for the workforce of the whole of the north west of England)', 20, ''],
    ['Equality-and-diversity-in-the-organisation 2021', 28, ''],
  ])('shortens "%s" at a word, or leaves it out', async (title, size, shown) => {
    for (const runs of await feet(title, size)) {
      expect(said(runs).trim()).toMatch(new RegExp(`^Page \\d+ of \\d+ ?${shown}$`));
    }
  });
});

describe('a box without a title', () => {
  const box = { type: 'box', kind: 'key-facts', children: [paragraph('One fact')] } as const;

  test('gets one, which is declared', async () => {
    const { written, readBack } = await writePdf(pdfDocument([box]));
    expect(readBack.passages.map(({ text }) => text).slice(-2)).toEqual(['Key facts', 'One fact']);
    expect(written.changes).toMatchObject([{ kind: 'added', text: 'Key facts' }]);
  });

  test('gets none where it has its own', async () => {
    const { written, readBack } = await writePdf(pdfDocument([{ ...box, title: 'In short' }]));
    expect(readBack.passages.map(({ text }) => text).slice(-2)).toEqual(['In short', 'One fact']);
    expect(written.changes).toEqual([]);
  });
});

describe('records', () => {
  const sentence = `${words(22)} end`;
  const rows = [
    ['Action', 'Story'],
    [sentence, words(30)],
  ];

  test('have a title in bold, or a name and text where it would be long', async () => {
    const bold = async (title: string) => {
      const { bytes, findings } = await writePdf(
        pdfDocument([table([rows[0] ?? [], [title, words(30)]], { layout: 'records' })]),
      );
      expect(findings).toEqual([]);
      const { text: tags } = await tagsOf(bytes);
      expect(tags).toMatch(/TH\n +"/);
      const pages = await pagesOf(bytes);
      return said(pages.flat().filter((run) => run.font.isBold));
    };
    expect(await bold('Support staff')).toMatch(/Support staff ?Story:/);
    const long = await bold(sentence);
    expect(long).toContain('Action:');
    expect(long).not.toContain('word1');
  });

  test('of one table are all with a title or all without', async () => {
    const { bytes, findings } = await writePdf(
      pdfDocument([
        table([rows[0] ?? [], ['Support staff', words(30)], [sentence, words(30)]], { layout: 'records' }),
      ]),
    );
    expect(findings).toEqual([]);
    const text = said((await pagesOf(bytes)).flat().filter((run) => run.font.isBold));
    expect(text.match(/Action:/g)).toHaveLength(2);
    expect(text).not.toContain('Support staff');
  });

  test('fill their pages: what is more than a quarter of a page goes on over the page', async () => {
    const { bytes, findings } = await writePdf(
      pdfDocument([table([[...'ABCDEFGHIJ'], Array(10).fill(words(45))], { layout: 'records' })]),
      { size: 28 },
    );
    expect(findings).toEqual([]);
    const pages = (await pagesOf(bytes)).slice(0, -1);
    const lowest = pages.map((runs) => {
      const baselines = runs.map((run) => run.baseline).sort((a, b) => a - b);
      const [foot = 0] = baselines;
      return baselines.find((baseline) => baseline > foot + 1) ?? 0;
    });
    // The foot, the space between two fields, a label and the two lines that stay with it.
    for (const baseline of lowest.slice(1)) expect(baseline).toBeLessThan(57 + 28 * 1.35 * 6.5);
  });
});

describe('what belongs together', () => {
  const filled = (lines: number) => Array.from({ length: lines }, () => paragraph('A line.'));
  const pageWith = (pages: readonly (readonly TextRun[])[], words: string): number =>
    pages.findIndex((runs) => said(runs).includes(words));
  const actions = table(
    [
      ['Action', 'Owner', 'Story'],
      ['Ask', 'Team', words(40)],
      ['Answer', 'Board', words(40)],
    ],
    { layout: 'records', caption: 'What will be done' },
  );

  test.each([16, 24, 28])('the columns of records stand with the first record at %i point', async (size) => {
    // With less before them, nearly half a page would stay empty.
    for (let lines = 5; lines < 10; lines++) {
      const { bytes } = await writePdf(pdfDocument([...filled(lines), actions]), { size });
      const pages = await pagesOf(bytes);
      expect(pageWith(pages, 'Record 1 of 2')).toBe(pageWith(pages, 'Each record has'));
      expect(pageWith(pages, 'Each record has')).toBe(pageWith(pages, 'What will be done'));
    }
  });

  test('titles of records and captions do not end with a line of one short word', async () => {
    for (const title of [
      'Socio-economic (poverty), action 1 of 4',
      'All: cultural sensitivity, action 3 of 5',
    ]) {
      const records = table(
        [
          ['Action', 'Story'],
          [title, words(9)],
        ],
        { layout: 'records', caption: title },
      );
      for (const size of [22, 24, 26, 28, 30, 32]) {
        const { bytes } = await writePdf(pdfDocument([records]), { size });
        const [page = []] = await pagesOf(bytes);
        const lines = new Map<number, TextRun[]>();
        for (const run of page.filter(
          ({ font, size: own }) => font.isBold && Math.abs(own - size * 1.1) < 0.1,
        ))
          lines.set(run.baseline, [...(lines.get(run.baseline) ?? []), run]);
        const last = [...lines.values()].filter((runs) => /[45]\s*$/.test(said(runs)));
        expect(last).toHaveLength(2);
        for (const runs of last) expect(said(runs).trim().length).toBeGreaterThan(8);
      }
    }
  });

  test.each([16, 24])('what the edition tells about itself stands on one page at %i point', async (size) => {
    for (let lines = 3; lines < 9; lines++) {
      const { bytes } = await writePdf(pdfDocument([actions, ...filled(lines)]), { size, about: true });
      const pages = await pagesOf(bytes);
      const last = said(pages.at(-1) ?? []);
      expect(last).toContain('About this edition');
      expect(last).toContain('To print it');
    }
  });

  test('pages of a report with tables are more than half full at every size, but before a chain of titles', async () => {
    const parts = Array.from({ length: 8 }, (_, part) => [
      heading(2, `Part ${part} of the report`),
      paragraph(words(30 + part * 7)),
      actions,
    ]).flat();
    for (const size of [16, 20, 24, 28]) {
      const { bytes } = await writePdf(pdfDocument(parts), { size, contents: false });
      const pages = (await pagesOf(bytes)).slice(0, -1);
      const shares = pages.map((runs) => {
        const baselines = runs.map(({ baseline }) => baseline).sort((a, b) => a - b);
        const [foot = 0] = baselines;
        const lowest = baselines.find((baseline) => baseline > foot + 1) ?? 0;
        return (785 - lowest) / (785 - foot);
      });
      for (const share of shares) expect(share).toBeGreaterThan(0.5);
    }
  });
});

describe('a list of contents that is longer than a page', () => {
  const report = (before: number) =>
    pdfDocument([
      heading(1, 'Report'),
      paragraph(words(before)),
      ...Array.from({ length: 60 }, (_, part) => [
        heading(2, `Part ${part}`),
        paragraph('Few words.'),
      ]).flat(),
    ]);
  const pageOfContents = async (before: number): Promise<number> => {
    const { bytes } = await writePdf(report(before));
    return (await pagesOf(bytes)).findIndex((runs) => said(runs).includes('Contents'));
  };

  test('starts where half a page or more is left, and else on a page of its own', async () => {
    expect(await pageOfContents(30)).toBe(0);
    expect(await pageOfContents(110)).toBe(1);
  });
});

describe('lists', () => {
  test('keep a short item whole', async () => {
    const { bytes } = await writePdf(pdfDocument([list(false, ...Array(30).fill(words(12)))]), { size: 28 });
    const [, ...further] = await pagesOf(bytes);
    expect(further.length).toBeGreaterThan(3);
    for (const runs of further) expect(said(runs).trim()).toMatch(/^•/);
  });
});

describe('a list of 60 levels', () => {
  const nested = (level: number, ordered: boolean): List => {
    const one = list(ordered, `Level ${level} of the list`);
    const [item] = one.children;
    const children = [...(item?.children ?? []), ...(level < 60 ? [nested(level + 1, ordered)] : [])];
    return { ...one, children: [{ type: 'listItem', children }] };
  };

  test.each([
    [16, false],
    [28, false],
    [28, true],
    [40, false],
  ])('has each marker beside its words at %i point, numbered: %s', async (size, ordered) => {
    const { bytes, findings, readBack } = await writePdf(pdfDocument([nested(1, ordered)]), { size });
    expect(findings).toEqual([]);
    expect(readBack.passages.filter(({ text }) => text.startsWith('Level '))).toHaveLength(60);
    for (const page of await pagesOf(bytes)) {
      const words = page.filter(({ drawn }) => drawn.includes('Level'));
      for (const word of words) {
        const before = page.filter(
          (run) => Math.abs(run.baseline - word.baseline) < 0.1 && run.right <= word.left + 0.1,
        );
        expect(said(before).trim()).toMatch(ordered ? /^1\.$/ : /^•$/);
      }
    }
  });
});

describe('what a reader can choose', () => {
  test.each([
    { family: 'Lexend' },
    { family: 'Noto Sans', paper: 'A3', orientation: 'landscape' },
    { family: 'DejaVu Sans', colours: 'yellow on black' },
    { family: 'OpenDyslexic', size: 18 },
    { size: 14, colours: 'black on cream' },
    { letterSpacing: 0.12, wordSpacing: 0.16, leading: 1.5 },
    { letterSpacing: 0.2, wordSpacing: 0.5, size: 40 },
  ])('%j keeps the words and the rules of the page', async (options) => {
    const document = richDocument();
    const { findings, readBack } = await writePdf(document, options);
    expect(findings).toEqual([]);
    const usual = await writePdf(document);
    expect(readBack.passages).toEqual(usual.readBack.passages);
  });

  test('space stands between letters and words, and no letters are joined', async () => {
    const first = async (options: Record<string, unknown>) => {
      const { bytes } = await writePdf(pdfDocument([paragraph('an office')]), { size: 20, ...options });
      const [page = []] = await pagesOf(bytes);
      const { baseline } = page.find((run) => run.drawn.includes('office')) ?? { baseline: 0 };
      const runs = page.filter((run) => run.baseline === baseline && run.drawn.trim() !== '');
      return Math.max(...runs.map(({ right }) => right)) - Math.min(...runs.map(({ left }) => left));
    };
    const usual = await first({});
    // Nine characters, the space among them; the one after the last letter is not seen.
    expect(await first({ letterSpacing: 0.1 })).toBeGreaterThan(usual + 8 * 2 - 0.5);
    expect((await first({ wordSpacing: 0.5 })) - usual).toBeCloseTo(10, 1);
  });
});

describe('characters', () => {
  const at = (line: number) => ({ file: 'a.md', line, column: 1 });

  test('that no font has are told once each, with how often they are used', async () => {
    const said = (line: number, value: string) =>
      ({ type: 'paragraph', children: [{ type: 'text', value }], at: at(line) }) as const;
    const { written } = await writePdf(pdfDocument([said(3, 'A 𓅃 and 𓅃'), said(5, '𓅃 𓃗')]));
    expect(written.findings.map(({ rule, message, at }) => [rule, message.slice(0, 66), at?.line])).toEqual([
      ['pdf/no-glyph', 'No font has "𓅃" (U+13143), which the text uses 3 times. The numbe', 3],
      ['pdf/no-glyph', 'No font has "𓃗" (U+130D7). The number is printed instead.', 5],
    ]);
  });

  test('have the same glyphs and meanings whatever was written before', async () => {
    // Some glyphs are made of others, such as an ellipsis of full stops. Embedding one makes fontkit hold the others too, and
    // not know what they say in a later document.
    const stopsIn = async (words: string) => {
      const { bytes } = await writePdf(pdfDocument([heading(2, words), paragraph(words)]));
      return said((await pagesOf(bytes)).flat()).split('.').length;
    };
    const signs = [...",'()@/-é€–1aAT"];
    const words = signs.flatMap((one) => signs.map((other) => `x${one}.${other}`)).join(' ');
    const stops = words.split('.').length * 2 - 1;
    await stopsIn('… : ; ! ? ¡ ¿ ÷ % ‰ i j ï " «');
    expect(await stopsIn(words)).toBe(stops);
  });

  test('that were lost before are told, and are no fault of the file', async () => {
    const { written, findings, readBack } = await writePdf(
      pdfDocument([{ type: 'paragraph', children: [{ type: 'text', value: 'It cost \ufffd5' }], at: at(7) }]),
    );
    expect(written.findings).toMatchObject([{ rule: 'pdf/lost-character', severity: 'error', at: at(7) }]);
    expect(findings).toEqual([]);
    expect(readBack.passages.at(-1)?.text).toBe('It cost \ufffd5');
  });

  test.each([16, 18, 20, 28, 40])(
    'of a word of 200 letters keep to the margins at %i point',
    async (size) => {
      const { findings } = await writePdf(pdfDocument([paragraph('W'.repeat(200))]), { size });
      expect(findings).toEqual([]);
    },
  );
});
