import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/document/tree.ts';
import docx from '../../../src/formats/docx/index.ts';
import { bookTexts, withFiles } from '../../support/book-files.ts';
import { bodyReading, withoutAdded } from '../../support/html-reading.ts';
import { documentOf, everything, heading, idea, paragraph, text } from '../../support/html-samples.ts';

async function wordOf(document = everything, given: unknown = {}) {
  const options = docx.options.parse(given);
  const written = await docx.write(document, options);
  const [output] = written.outputs;
  return { written, options, bytes: output!.bytes, files: bookTexts(output!.bytes) };
}

async function rulesOf(bytes: Uint8Array, given: unknown = {}): Promise<string[]> {
  const output = { name: 'docx', mediaType: docx.mediaType, bytes };
  const findings = await docx.check!([output], docx.options.parse(given));
  return findings.map(({ rule }) => rule);
}

/** Paragraphs, tables and drawings of a part, one a line, as a person can review them. */
function outline(xml: string): string {
  return `${xml
    .replace(/<w:(p|tbl|tr|tc|sdt|sectPr|bookmarkStart|footnote)(?=[ >/])/g, '\n<w:$1')
    .replace(
      /<wp:inline.*?<\/wp:inline>/g,
      (drawing) => `[picture ${/descr="([^"]*)"/.exec(drawing)?.[1] ?? ''}]`,
    )}\n`;
}

describe('the Word document', () => {
  it('holds every kind of content', async () => {
    const { files } = await wordOf();
    await expect(outline(files.get('word/document.xml')!)).toMatchFileSnapshot('golden/document.xml');
    await expect(outline(files.get('word/footnotes.xml')!)).toMatchFileSnapshot('golden/footnotes.xml');
  });

  it('is the same at every run', async () => {
    expect((await wordOf()).bytes).toEqual((await wordOf()).bytes);
  });

  it.each([12, 16, 20, 28, 40])(
    'says the same passages and links in the same order at %i point',
    async (size) => {
      const { written } = await wordOf(everything, { size });
      const expected = bodyReading(everything);
      expect(withoutAdded(await docx.readBack(written.outputs), written.changes)).toEqual({
        passages: expected.passages,
        links: expected.links.map(({ text, url }) => ({
          text,
          url: url.startsWith('#') ? expect.stringMatching(/^#b_/) : url,
        })),
      });
      expect(await docx.check!(written.outputs, docx.options.parse({ size }))).toEqual([]);
    },
  );

  it('keeps a table with groups apart from the one before it', async () => {
    const cell = (value: string) => ({ children: [paragraph(text(value))] });
    const table = (group?: string): Table => ({
      type: 'table',
      columns: [cell('Place'), cell('Staff')],
      rowHeaders: 1,
      groups: [{ ...(group && { title: [text(group)] }), rows: [{ cells: [cell('North'), cell('4')] }] }],
      layout: 'grid',
    });
    const document = documentOf([heading(1, 'a', 'A'), table(), heading(2, 'b', 'B'), table('Towns')]);
    const { written } = await wordOf(document);
    const { passages } = withoutAdded(await docx.readBack(written.outputs), written.changes);
    expect(passages).toEqual(bodyReading(document).passages);
  });

  it('holds a paragraph that announces something to what follows', async () => {
    const document = documentOf([
      heading(1, 'a', 'A'),
      paragraph(text('We ask for:')),
      paragraph(text('Water.')),
    ]);
    const { files } = await wordOf(document);
    expect(files.get('word/document.xml')!.match(/w:val="LeadIn"/g)).toHaveLength(1);
    expect(files.get('word/styles.xml')).toMatch(/w:styleId="LeadIn"(?:(?!<\/w:style>).)*<w:keepNext/s);
  });

  it('knows its title and language', async () => {
    const { written } = await wordOf();
    const { title, language } = await docx.readBack(written.outputs);
    expect([title, language]).toEqual([everything.meta.title, everything.meta.language]);
  });

  it('stands from right to left in such a language', async () => {
    const { files } = await wordOf(
      documentOf([heading(1, 'plan', 'خطة'), paragraph(text('نص'))], {
        meta: { ...everything.meta, language: 'ar' },
      }),
    );
    expect(files.get('word/document.xml')).toMatch(/<w:bidi\/>.*<w:rtl\/>.*<w:sectPr>.*<w:bidi\/>/s);
  });

  it('puts the picture of an Easy Read idea beside its words, in reading order', async () => {
    const { files, bytes } = await wordOf(
      documentOf([heading(1, 'plan', 'Plan'), idea('people', 'We help people.'), idea('people', 'And you.')]),
    );
    expect(outline(files.get('word/document.xml')!)).toMatch(
      /\[picture \].*We help people\..*\[picture \].*And you\./s,
    );
    expect(files.get('word/document.xml')!.match(/<w:tbl>/g)).toHaveLength(1);
    expect(await rulesOf(bytes)).toEqual([]);
  });

  it('keeps a list of 30 levels', async () => {
    let list = {
      type: 'list' as const,
      ordered: false,
      start: 1,
      children: [{ type: 'listItem' as const, children: [paragraph(text('level 30'))] }],
    };
    for (let level = 29; level > 0; level--) {
      list = {
        ...list,
        children: [{ type: 'listItem', children: [paragraph(text(`level ${level}`)), list] as never }],
      };
    }
    const document = documentOf([heading(1, 'plan', 'Plan'), list]);
    const { written } = await wordOf(document);
    const { passages } = await docx.readBack(written.outputs);
    expect(passages.slice(1).map(({ text: words, lists }) => `${words}: ${lists}`)).toEqual(
      Array.from({ length: 30 }, (_, index) => `level ${index + 1}: ${index + 1}`),
    );
  });
});

describe('the check of a Word document', () => {
  const breaks: readonly [rule: string, from: string | RegExp, to: string, part?: string][] = [
    ['docx/title', /<dc:title>.*?<\/dc:title>/, '<dc:title/>', 'docProps/core.xml'],
    ['docx/heading-order', 'w:val="Heading2"', 'w:val="Heading4"'],
    ['docx/table-header', /<w:trPr><w:cantSplit\/><w:tblHeader\/><\/w:trPr>/, ''],
    ['docx/merged-cells', '<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>'],
    ['docx/alt', /(<wp:docPr [^>]*descr=")[^"]+"/, '$1"'],
    ['docx/floating', /<wp:inline(.*?)<\/wp:inline>/s, '<wp:anchor$1</wp:anchor>'],
    [
      'docx/text-box',
      '<w:sectPr>',
      '<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p><w:sectPr>',
    ],
    ['docx/size', /<w:sz w:val="24"\/>/, '<w:sz w:val="18"/>', 'word/styles.xml'],
    ['docx/italic', '<w:b/>', '<w:i/>'],
    ['docx/justified', '<w:pPr>', '<w:pPr><w:jc w:val="both"/>'],
    ['docx/list', /<w:numId w:val="\d+"\/>/, '<w:numId w:val="999"/>'],
    ['docx/unreadable', '<w:body>', '<w:body><oops>'],
  ];

  it.each(breaks)('%s', async (rule, from, to, part = 'word/document.xml') => {
    const { bytes, files } = await wordOf();
    const before = files.get(part)!;
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    expect(await rulesOf(withFiles(bytes, { [part]: after }))).toContain(rule);
  });

  it('a file that is no Word document is a finding, not a crash', async () => {
    expect(await rulesOf(new Uint8Array([1, 2, 3]))).toEqual(['docx/unreadable']);
    expect(
      await docx.readBack([{ name: 'docx', mediaType: docx.mediaType, bytes: new Uint8Array([1]) }]),
    ).toEqual({ passages: [], links: [] });
  });
});
