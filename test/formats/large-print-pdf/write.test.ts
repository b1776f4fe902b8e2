import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/tree.ts';
import {
  cell,
  figure,
  heading,
  list,
  paragraph,
  pdfDocument,
  richDocument,
  table,
  text,
} from '../../support/pdf-samples.ts';
import { tagsOf } from '../../support/pdf-tags.ts';
import { writePdf } from '../../support/pdf-writing.ts';

const withSource = (): Document => ({
  ...richDocument(),
  source: { name: 'health plan.md', bytes: new TextEncoder().encode('---\ntitle: Health\n---\n\n# £ ✓\r\n') },
});

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index % 97}`).join(' ');

describe('the structure tree', () => {
  test('has every kind of content as its own element', async () => {
    const { bytes } = await writePdf(richDocument(), { contents: true });
    const { text: tags, untagged } = await tagsOf(bytes);
    expect(untagged).toBe('');
    await expect(tags).toMatchFileSnapshot('golden/rich.tags.txt');
  });

  test('tells language, expansion and heads of cells', async () => {
    const { bytes } = await writePdf(richDocument());
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const found = new Map<string, string[]>();
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict)) continue;
      for (const key of ['Lang', 'E', 'ID', 'A']) {
        const value = object.lookup(PDFName.of(key));
        if (value === undefined || object.lookup(PDFName.of('Type')) !== PDFName.of('StructElem')) continue;
        const said =
          value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : String(value);
        found.set(key, [...(found.get(key) ?? []), said.replace(/\s+/g, ' ')]);
      }
    }
    expect(found.get('Lang')).toEqual(['cy', 'cy']);
    expect(found.get('E')).toEqual(['Clinical Commissioning Group']);
    expect(found.get('ID')).toEqual(expect.arrayContaining(['t1c1', 't1r1', 't2g1', 't2r2', 'note1']));
    expect(found.get('A')?.filter((one) => one.includes('/Headers [ (t2c2) (t2g1) (t2r1) ]'))).toHaveLength(
      1,
    );
    expect(found.get('A')?.filter((one) => one.includes('/Scope /Column'))).toHaveLength(6);
  });
});

describe('the file', () => {
  test('has its title, language, bookmarks and shown title', async () => {
    const { bytes, readBack } = await writePdf(richDocument());
    const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(readBack.title).toBe('Health & care <plan>');
    expect(readBack.language).toBe('en-GB');
    expect(String(catalog.lookup(PDFName.of('ViewerPreferences')))).toContain('/DisplayDocTitle true');
    const titles = [...context.enumerateIndirectObjects()]
      .map(([, object]) =>
        object instanceof PDFDict && object.has(PDFName.of('Dest'))
          ? object.lookup(PDFName.of('Title'))
          : undefined,
      )
      .filter((title) => title instanceof PDFString || title instanceof PDFHexString)
      .map((title) => title.decodeText());
    expect(titles.sort()).toEqual([
      'Health & care <plan>',
      'In detail',
      'Notes',
      'Our plan',
      'What we found',
    ]);
  });

  test.each([
    ['ua1+a2a', '%PDF-1.7', ['<pdfuaid:part>1<', '<pdfaid:part>2<', '<pdfaid:conformance>A<'], true],
    ['ua1+a3a', '%PDF-1.7', ['<pdfuaid:part>1<', '<pdfaid:part>3<', '<pdfaid:conformance>A<'], true],
    ['ua2+a4', '%PDF-2.0', ['<pdfuaid:part>2<', '<pdfaid:part>4<', '<pdfaid:rev>2020<'], false],
  ])('of %s says so, and reads the same', async (standard, header, said, hasInfo) => {
    const { bytes, readBack, findings } = await writePdf(withSource(), { contents: true, standard });
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.startsWith(header)).toBe(true);
    for (const words of said) expect(file).toContain(words);
    expect(file).toContain('Health &amp; care &lt;plan&gt;');
    expect(/\/Type \/XRef.*\/Info \d+ 0 R/.test(file)).toBe(hasInfo);
    expect(findings).toEqual([]);
    const usual = await writePdf(richDocument(), { contents: true });
    expect(readBack.passages).toEqual(usual.readBack.passages);
    expect(readBack.links).toEqual(usual.readBack.links);
  });

  test('carries its source along where the standard allows it, byte for byte', async () => {
    const attached = async (standard: string) => {
      const { bytes } = await writePdf(withSource(), { standard });
      const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
      const file = catalog.lookupMaybe(PDFName.of('AF'), PDFArray)?.lookup(0, PDFDict);
      const names = catalog.lookup(PDFName.of('Names'), PDFDict);
      const listed = names
        .lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
        ?.lookup(PDFName.of('Names'), PDFArray);
      expect(listed?.lookup(1)).toBe(file);
      if (file === undefined) return undefined;
      const stream = file.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F')) as PDFRawStream;
      return {
        name: file.lookup(PDFName.of('UF'), PDFString).decodeText(),
        relation: String(file.lookup(PDFName.of('AFRelationship'))),
        type: stream.dict.lookup(PDFName.of('Subtype'), PDFName).decodeText(),
        bytes: decodePDFRawStream(stream).decode(),
      };
    };
    const { source } = withSource();
    expect(await attached('ua1+a3a')).toEqual({
      name: source?.name,
      relation: '/Source',
      type: 'text/markdown',
      bytes: source?.bytes,
    });
    expect(await attached('ua1+a2a')).toBeUndefined();
    expect(await attached('ua2+a4')).toBeUndefined();
    const { written } = await writePdf(richDocument(), { standard: 'ua1+a3a' });
    expect(written.findings.map(({ rule }) => rule)).toEqual(['pdf/no-source']);
  });

  test('is the same, byte for byte, each time', async () => {
    const [first, second] = [await writePdf(richDocument()), await writePdf(richDocument())];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
    const other = await writePdf({
      ...richDocument(),
      meta: { ...richDocument().meta, version: '2', date: '2022' },
    });
    expect(Buffer.from(first.bytes).equals(other.bytes)).toBe(false);
  });
});

describe('pages', () => {
  test('hold all of a paragraph, a list and a table that are longer than they are', async () => {
    const long = pdfDocument([
      paragraph(words(5000)),
      list(false, words(900), words(900)),
      table(
        [
          ['Name', 'Story'],
          ['One', words(1200)],
        ],
        { layout: 'records' },
      ),
    ]);
    const { readBack, findings } = await writePdf(long, { size: 28 });
    expect(findings).toEqual([]);
    expect(readBack.passages.map((passage) => passage.text.split(' ').length)).toEqual([
      4, 5000, 900, 900, 1, 1, 1, 1200,
    ]);
  });

  test('get a list of contents when they are many, or when it is asked for', async () => {
    const report = (parts: number) =>
      pdfDocument(
        Array.from({ length: parts }, (_, index) => [
          heading(2, `Part ${index}`),
          paragraph(words(120)),
        ]).flat(),
      );
    const isListed = async (parts: number, contents: unknown) => {
      const { text: tags } = await tagsOf((await writePdf(report(parts), { contents })).bytes);
      return tags.includes('TOCI');
    };
    expect(await isListed(3, 'auto')).toBe(false);
    expect(await isListed(20, 'auto')).toBe(true);
    expect(await isListed(20, false)).toBe(false);
    expect(await isListed(3, true)).toBe(true);
  });

  test('stay in order when nesting is deeper than a page is wide', async () => {
    let deep: Parameters<typeof list>[1] = 'bottom';
    for (let level = 0; level < 400; level++)
      deep = [paragraph(`level ${level}`), list(level % 2 === 0, deep)];
    const { readBack, findings } = await writePdf(pdfDocument([list(false, deep)]), { size: 40 });
    expect(findings).toEqual([]);
    expect(readBack.passages).toHaveLength(402);
    expect(readBack.passages.at(-1)).toMatchObject({ text: 'bottom', lists: 401 });
  });
});

describe('tables', () => {
  test('are a grid only where every word fits its column and cells are short', async () => {
    const isGrid = async (rows: Parameters<typeof table>[0], options: Record<string, unknown> = {}) => {
      const { findings, bytes } = await writePdf(pdfDocument([table(rows)]), options);
      expect(findings).toEqual([]);
      return !(await pageWords(bytes)).includes('Record 1 of 1');
    };
    const short = [
      ['Goal', '2020'],
      ['Access', 'Good'],
    ];
    expect(await isGrid(short)).toBe(true);
    expect(
      await isGrid([
        ['Goal', '2020'],
        ['Access', words(60)],
      ]),
    ).toBe(false);
    const wide = [
      ['Commissioning', 'Responsibilities', 'Accountability'],
      ['Commissioning', 'None', 'None'],
    ];
    expect(await isGrid(wide, { size: 16 })).toBe(true);
    expect(await isGrid(wide, { size: 28 })).toBe(false);
    expect(
      await isGrid([
        ['Goal', 'Steps'],
        ['Access', [list(false, 'One', 'Two')]],
      ]),
    ).toBe(false);
  });

  test('may have empty cells', async () => {
    const { readBack, findings } = await writePdf(
      pdfDocument([
        table([
          ['A', 'B'],
          ['', 'x'],
        ]),
        table(
          [
            ['A', 'B'],
            ['', 'y'],
          ],
          { layout: 'records' },
        ),
      ]),
    );
    expect(findings).toEqual([]);
    const cells = readBack.passages.filter((passage) => passage.cell);
    expect(
      cells.map((passage) => [passage.text, passage.cell?.table, passage.cell?.row, passage.cell?.column]),
    ).toEqual([
      ['A', 1, 0, 1],
      ['B', 1, 0, 2],
      ['x', 1, 1, 2],
      ['A', 2, 0, 1],
      ['B', 2, 0, 2],
      ['y', 2, 1, 2],
    ]);
    expect(cell('').children).toEqual([]);
  });
});

describe('what cannot be shown as it is', () => {
  const position = { file: 'sources/a.md', line: 7, column: 1 };

  test('is told: a character that no font has keeps its place in the text', async () => {
    const { written, readBack } = await writePdf(
      pdfDocument([{ type: 'paragraph', children: [text('A bird 𓅃 here')], at: position }]),
    );
    expect(written.findings).toMatchObject([{ rule: 'pdf/no-glyph', severity: 'error', at: position }]);
    expect(written.findings[0]?.message).toContain('U+13143');
    expect(readBack.passages.at(-1)?.text).toBe('A bird 𓅃 here');
  });

  test('is told: a word longer than a line', async () => {
    const { written, readBack, findings } = await writePdf(
      pdfDocument([paragraph('a'.repeat(200)), paragraph('b')]),
    );
    expect(written.findings.map(({ rule }) => rule)).toEqual(['pdf/long-word']);
    expect(readBack.passages.at(-2)?.text).toBe('a'.repeat(200));
    expect(findings).toEqual([]);
  });

  test('is told: a picture that is missing or broken', async () => {
    const broken = { src: 'b.png', mediaType: 'image/png', bytes: Uint8Array.of(1, 2, 3) } as const;
    const { written, bytes } = await writePdf(
      pdfDocument([figure({ src: 'none.svg' }), figure({ src: 'b.png' })], {
        assets: new Map([['b.png', broken]]),
      }),
    );
    expect(written.findings.map(({ rule }) => rule)).toEqual(['pdf/picture']);
    expect(await pageWords(bytes)).toContain('Bar chart: 75 in 100 staff answered');
  });

  test('is nothing to tell: words from right to left', async () => {
    const { written, readBack, findings } = await writePdf(
      pdfDocument([heading(2, 'שירותי הבריאות'), paragraph('שלום עולם (NHS)'), list(false, 'נקודה')]),
    );
    expect(written.findings).toEqual([]);
    expect(readBack.passages.slice(1).map((passage) => passage.text)).toEqual([
      'שירותי הבריאות',
      'שלום עולם (NHS)',
      'נקודה',
    ]);
    expect(findings).toEqual([]);
  });

  test('never stops the writer: nothing to write, links and notes that lead nowhere, a table without rows', async () => {
    const nowhere = paragraph(
      'See ',
      { type: 'link', url: '#gone', children: [text('that part')] },
      {
        type: 'footnoteReference',
        id: 'gone',
        number: 1,
      },
    );
    const { readBack, findings } = await writePdf(
      pdfDocument([nowhere, paragraph(''), list(false), { ...table([['A', 'B']]), groups: [] }]),
    );
    expect(findings).toEqual([]);
    expect(readBack.links).toEqual([]);
    expect(readBack.passages.slice(1).map((passage) => passage.text)).toEqual(['See that part', 'A', 'B']);
    expect((await writePdf({ ...pdfDocument([]), children: [] })).written.outputs).toHaveLength(1);
  });

  test('never stops the writer: half characters, marks, scripts of all directions', async () => {
    const odd = [
      '\ud800',
      'e\u0301'.repeat(80),
      'שלום עולם',
      'السلام عليكم',
      'हिन्दी',
      'ไทย',
      '日本語'.repeat(60),
      '👨‍👩‍👧',
    ];
    const { findings, readBack } = await writePdf(pdfDocument(odd.map((one) => paragraph(one))), {
      size: 40,
    });
    expect(findings).toEqual([]);
    expect(readBack.passages).toHaveLength(odd.length + 1);
  });
});

/** All words of the pages, furniture too. */
async function pageWords(bytes: Uint8Array): Promise<string> {
  const { PageTextReader } = await import('../../../src/media/pages/reading/page-text.ts');
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const reader = new PageTextReader(document);
  return document
    .getPages()
    .flatMap((page) => reader.runsOf(page).map((run) => run.text))
    .join(' ')
    .replace(/\s+/g, ' ');
}
