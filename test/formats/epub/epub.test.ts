import { describe, expect, it } from 'vitest';
import { metadataFaults } from '../../../src/document/accessibility-metadata.ts';
import epub from '../../../src/formats/epub/index.ts';
import { bookTexts, withFiles } from '../../support/book-files.ts';
import { bodyReading, withoutAdded } from '../../support/html-reading.ts';
import {
  documentOf,
  everything,
  heading,
  idea,
  list,
  paragraph,
  table,
  text,
} from '../../support/html-samples.ts';

async function bookOf(document = everything, given: unknown = {}) {
  const options = epub.options.parse(given);
  const written = await epub.write(document, options);
  const [output] = written.outputs;
  return { written, options, bytes: output!.bytes, files: bookTexts(output!.bytes) };
}

async function rulesOf(bytes: Uint8Array, given: unknown = {}): Promise<string[]> {
  const output = { name: 'epub', mediaType: 'application/epub+zip', bytes };
  const findings = await epub.check!([output], epub.options.parse(given));
  return findings.map(({ rule }) => rule);
}

const page = (files: ReadonlyMap<string, string>, name: string) => files.get(`EPUB/${name}.xhtml`)!;

describe('the e-book', () => {
  it.each(['package.opf', 'contents.xhtml', 'title.xhtml', 'chapter-01.xhtml', 'notes.xhtml'])(
    'holds every kind of content: %s',
    async (name) => {
      const { files } = await bookOf();
      await expect(files.get(`EPUB/${name}`)).toMatchFileSnapshot(`golden/${name}.xml`);
    },
  );

  it('is the same at every run', async () => {
    expect((await bookOf()).bytes).toEqual((await bookOf()).bytes);
  });

  it('begins with its media type, which is not packed', async () => {
    const { bytes, files } = await bookOf();
    expect([...files.keys()][0]).toBe('mimetype');
    expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  });

  it('reaches nothing outside and runs nothing', async () => {
    const { files } = await bookOf();
    for (const [path, content] of files) {
      if (!/\.(?:xhtml|css)$/.test(path)) continue;
      expect(content, path).not.toMatch(/<script|src="(?!images\/)|@import|url\((?!\.\.\/fonts\/)|\son\w+=/i);
    }
  });

  it('brings its font with the licence', async () => {
    const { files } = await bookOf();
    expect(files.get('EPUB/fonts/OFL.txt')).toContain('SIL OPEN FONT LICENSE Version 1.1');
    const named = files.get('EPUB/style/book.css')!.match(/fonts\/[\w-]+\.ttf/g)!;
    for (const name of named) expect(files.has(`EPUB/${name}`), name).toBe(true);
    expect(named).toHaveLength(2);
  });

  it('leaves colours to the reader', async () => {
    const css = (await bookOf()).files.get('EPUB/style/book.css')!;
    expect(css).not.toMatch(/[;{]color:|font-size:[\d.]+(?:px|pt|cm|mm)/);
    // Only pictures have a ground: drawings are made for a white one.
    expect(css.match(/[^}]*\{[^}]*background[^}]*\}/g)).toEqual([expect.stringContaining('figure>img')]);
  });

  it('keeps its name while the edition is the same, and only then', async () => {
    const nameOf = async (meta: object) => {
      const { files } = await bookOf(
        documentOf([heading(1, 't', 'R')], { meta: { ...everything.meta, ...meta } }),
      );
      return /urn:uuid:[\da-f-]{36}/.exec(files.get('EPUB/package.opf')!)![0];
    };
    expect(await nameOf({ summary: 'A typing mistake was mended.' })).toBe(await nameOf({}));
    const names = [{}, { version: '2.0' }, { date: '2022' }, { title: 'Another' }, { language: 'cy' }];
    expect(new Set(await Promise.all(names.map(nameOf))).size).toBe(names.length);
  });

  it.each([
    ['2021', '2021-01-01T00:00:00Z'],
    ['2021-11', '2021-11-01T00:00:00Z'],
    ['2021-11-05', '2021-11-05T00:00:00Z'],
  ])('says that it was changed at the date of the report: %s', async (date, modified) => {
    const { files } = await bookOf(
      documentOf([heading(1, 't', 'R')], { meta: { ...everything.meta, date } }),
    );
    expect(files.get('EPUB/package.opf')).toContain(`<meta property="dcterms:modified">${modified}</meta>`);
  });

  it('turns its pages from right to left where the language is written so', async () => {
    const meta = { ...everything.meta, language: 'fa', title: 'مساوات کی رپورٹ' };
    const { files, written } = await bookOf(
      documentOf([heading(1, 't', meta.title), heading(2, 'الف', 'الف')], { meta }),
    );
    expect(files.get('EPUB/package.opf')).toContain('<spine page-progression-direction="rtl">');
    expect(page(files, 'chapter-01')).toContain('lang="fa" xml:lang="fa" dir="rtl"');
    expect(page(files, 'contents')).toContain('<h2 id="toc.title" lang="en" dir="ltr">Contents</h2>');
    expect((await epub.readBack(written.outputs)).language).toBe('fa');
  });

  it('claims that it meets the standards only where somebody vouches for it', async () => {
    const claim = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';
    expect((await bookOf()).files.get('EPUB/package.opf')).not.toMatch(/conformsTo|certifiedBy/);
    const opf = (await bookOf(everything, { certifiedBy: 'NHS Anytown' })).files.get('EPUB/package.opf');
    expect(opf).toContain(`<meta property="dcterms:conformsTo" id="conformance">${claim}</meta>`);
    expect(opf).toContain('<meta property="a11y:certifiedBy" refines="#conformance">NHS Anytown</meta>');
  });

  const paged = documentOf([
    heading(1, 't', 'R'),
    { type: 'pageBreak', page: 'iv' },
    heading(2, 'first', 'First'),
    { type: 'pageBreak', page: '5' },
    paragraph('Words.'),
  ]);

  it('leads to the pages of the printed edition that the report marks', async () => {
    const { files, written } = await bookOf(paged);
    const opf = files.get('EPUB/package.opf')!;
    expect(opf).toMatch(/pageBreakMarkers[\s\S]*pageNavigation/);
    expect(opf).toContain('<meta property="pageBreakSource">');
    const nav = /<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(page(files, 'contents'))![0];
    const entries = [...nav.matchAll(/href="chapter-01\.xhtml#([^"]+)">([^<]+)</g)];
    expect(entries.map(([, , number]) => number)).toEqual(['iv', '5']);
    const chapter = page(files, 'chapter-01');
    for (const [, id, number] of entries)
      expect(chapter).toContain(
        `id="${id}" role="doc-pagebreak" aria-label="${number}" epub:type="pagebreak"`,
      );
    expect(chapter.indexOf('"iv"')).toBeLessThan(chapter.indexOf('<h2'));
    const { metadata } = await epub.readBack(written.outputs);
    expect(metadataFaults(metadata!.claims, metadata!.facts)).toEqual([]);
  });

  it('says nothing of printed pages where none is marked', async () => {
    const { files } = await bookOf();
    expect([...files.values()].join()).not.toMatch(/page-list|pagebreak|pageBreak|pageNavigation/);
  });

  it('is caught claiming a list of pages that does not lead to them', async () => {
    const { bytes, files } = await bookOf(paged);
    const contents = page(files, 'contents')
      .replace('>iv<', '>4<')
      .replace(/(page\.\d+)">5</, 'lost">5<');
    const broken = withFiles(bytes, { 'EPUB/contents.xhtml': contents });
    const { metadata } = await epub.readBack([
      { name: 'epub', mediaType: 'application/epub+zip', bytes: broken },
    ]);
    expect(metadataFaults(metadata!.claims, metadata!.facts).join()).toContain('pageNavigation');
  });

  it('claims alternatives only where every picture has one', async () => {
    const image = { type: 'image', src: 'chart.svg', alt: '' } as const;
    const bare = documentOf([heading(1, 't', 'R'), paragraph('See ', image)]);
    const opf = (await bookOf(bare)).files.get('EPUB/package.opf')!;
    expect(opf).not.toMatch(/alternativeText|longDescription/);
  });

  it('gives ids that XML allows, and links that find them', async () => {
    const link = (url: string) => ({ type: 'link', url, children: [text(`to ${url}`)] }) as const;
    const ids = ['2020-plan', 'größe', 'ok_1'];
    const blocks = ids.map((id) => heading(2, id, id));
    const document = documentOf([
      heading(1, 't', 'R'),
      paragraph(...ids.map((id) => link(`#${id}`))),
      ...blocks,
    ]);
    const { files, written } = await bookOf(document);
    expect([...files.values()].join('')).not.toMatch(/\sid="(?![A-Za-z_][\w.-]*")/);
    expect(page(files, 'title')).toContain('href="chapter-01.xhtml#id.2020-plan"');
    const { links } = await epub.readBack(written.outputs);
    expect(links.map(({ url }) => url)).toEqual(['#id.2020-plan', '#id.gr.f6..df.e', '#ok_1']);
  });

  it('tells of links that lead out of the book to nothing', async () => {
    const link = { type: 'link', url: 'other.pdf', children: [text('another report')] } as const;
    const { written, files } = await bookOf(documentOf([heading(1, 't', 'R'), paragraph('Read ', link)]));
    expect(written.findings).toMatchObject([{ rule: 'epub/link-out-of-book', severity: 'error' }]);
    expect(page(files, 'title')).toContain('<a>another report</a>');
  });

  it('ties a picture to its long description', async () => {
    const { files } = await bookOf();
    const all = [...files.values()].join('');
    const id = /<img [^>]*aria-details="([^"]+)"/.exec(all)?.[1];
    expect(all).toContain(`<div class="description" id="${id}">`);
  });

  it('shows ideas with their pictures, each once, and says who made them', async () => {
    const document = documentOf([
      heading(1, 't', 'R'),
      heading(2, 'a', 'A'),
      idea('doctor', 'See a doctor.'),
      idea('doctor', 'See the doctor again.'),
    ]);
    const { files, written } = await bookOf(document, { kind: 'easy-read' });
    expect(page(files, 'chapter-01').match(/<img src="images\/picture-1\.svg" alt=""/g)).toHaveLength(2);
    expect(page(files, 'credits')).toContain('role="doc-acknowledgments"');
    expect(files.get('EPUB/package.opf')).toContain('<dc:title>Easy Read: Equality report</dc:title>');
    const { passages } = await epub.readBack(written.outputs);
    expect(passages.map((passage) => passage.text)).toEqual([
      'R',
      'A',
      'See a doctor.',
      'See the doctor again.',
    ]);
  });
});

describe('reading the book back', () => {
  it('finds every passage and link of the document, in order', async () => {
    const { written } = await bookOf();
    const readBack = await epub.readBack(written.outputs);
    // The plan declares addresses that stand behind links.
    const shown = ' (https://example.org/a?b=1&c=2)';
    const found = withoutAdded(readBack, written.changes);
    const passages = found.passages.map((passage) => ({ ...passage, text: passage.text.replace(shown, '') }));
    const expected = bodyReading(everything);
    expect(passages).toEqual(expected.passages);
    expect(found.links).toEqual(expected.links);
    expect(readBack).toMatchObject({ title: everything.meta.title, language: 'en-GB' });
  });

  it('reads in the order of the spine, not of the files', async () => {
    const { bytes, files } = await bookOf(
      documentOf([heading(1, 't', 'R'), heading(2, 'a', 'A'), heading(2, 'b', 'B')]),
    );
    const opf = files.get('EPUB/package.opf')!;
    const swapped = opf.replace(
      /(<itemref idref="chapter-01"\/>)\n(<itemref idref="chapter-02"\/>)/,
      '$2\n$1',
    );
    expect(swapped).not.toBe(opf);
    const changed = withFiles(bytes, { 'EPUB/package.opf': swapped });
    const { passages } = await epub.readBack([
      { name: 'epub', mediaType: 'application/epub+zip', bytes: changed },
    ]);
    expect(passages.map((passage) => passage.text)).toEqual(['R', 'B', 'A']);
  });

  it('does not take a link that leads nowhere for one inside the report', async () => {
    const link = { type: 'link', url: '#a', children: [text('the plan')] } as const;
    const document = documentOf([heading(1, 't', 'R'), paragraph('See ', link), heading(2, 'a', 'A')]);
    const { bytes, files } = await bookOf(document);
    const title = page(files, 'title').replace('chapter-01.xhtml#a', 'chapter-01.xhtml#lost');
    expect(title).toContain('#lost');
    const changed = withFiles(bytes, { 'EPUB/title.xhtml': title });
    const { links } = await epub.readBack([
      { name: 'epub', mediaType: 'application/epub+zip', bytes: changed },
    ]);
    expect(links.map(({ url }) => url)).toContainEqual(expect.stringContaining('has no such place: lost'));
  });
});

describe('the check', () => {
  it('finds nothing in a sound book', async () => {
    const { bytes } = await bookOf(everything, { certifiedBy: 'NHS Anytown' });
    expect(await rulesOf(bytes, { certifiedBy: 'NHS Anytown' })).toEqual([]);
  });

  const opf = (from: string | RegExp, to: string) => ({ path: 'EPUB/package.opf', from, to });
  it.each([
    ['no ZIP file', undefined, 'epub/unreadable'],
    [
      'a page that is no XML',
      { path: 'EPUB/chapter-01.xhtml', from: '</section>', to: '' },
      'epub/unreadable',
    ],
    ['a page that is not listed', opf(/<item id="chapter-01"[^>]*>/, ''), 'epub/unreadable'],
    ['no summary', opf(/<meta property="schema:accessibilitySummary".*<\/meta>/, ''), 'epub/summary'],
    [
      'a claim for which nobody vouches',
      opf(
        '</metadata>',
        '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta></metadata>',
      ),
      'epub/conformance',
    ],
  ])('fails a book with %s', async (_, change, rule) => {
    const { bytes, files } = await bookOf();
    if (change === undefined) {
      expect(await rulesOf(bytes.subarray(0, bytes.length - 100))).toEqual([rule]);
      return;
    }
    const text = files.get(change.path)!;
    const changed = text.replace(change.from, change.to);
    expect(changed).not.toBe(text);
    expect(await rulesOf(withFiles(bytes, { [change.path]: changed }))).toEqual([rule]);
  });
});

describe('a document that is hard to write', () => {
  const deep = [...Array(500)].reduce((inner) => list([paragraph('x'), inner]), list('Bottom'));
  const rows = Array.from({ length: 3000 }, (_, row) => [`Row ${row}`, 'Good', '😀 שלום']);
  const chapters = Array.from({ length: 300 }, (_, part) => [
    heading(2, `p-${part}`, `Part ${part}`),
    paragraph('x'),
  ]);
  it.each([
    ['lists 500 deep', [deep]],
    ['a table of 3,000 rows', [table(['One', 'Two', 'Three'], rows)]],
    ['300 chapters', chapters.flat()],
    [
      'a paragraph of 5,000 words with a word of 5,000 letters',
      [paragraph('word '.repeat(5000) + 'w'.repeat(5000))],
    ],
    ['nothing', []],
  ])('is written and read back whole: %s', async (_, blocks) => {
    const document = documentOf([heading(1, 't', 'R'), ...blocks], {
      meta: { ...everything.meta, title: 'R'.repeat(300) },
    });
    const { written, bytes } = await bookOf(document);
    const { passages } = await epub.readBack(written.outputs);
    expect(passages.map((passage) => passage.text)).toEqual(
      bodyReading(document).passages.map((passage) => passage.text),
    );
    expect(await rulesOf(bytes)).toEqual([]);
  });
});
