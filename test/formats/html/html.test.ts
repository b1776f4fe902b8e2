import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import html from '../../../src/formats/html/index.ts';
import { bodyReading, withoutAdded } from '../../support/html-reading.ts';
import { documentOf, everything, heading, list, paragraph, table, text } from '../../support/html-samples.ts';

const options = html.options.parse({});

async function pageOf(document = everything, given: unknown = {}) {
  const written = await html.write(document, html.options.parse(given));
  return { written, page: new TextDecoder().decode(written.outputs[0]!.bytes) };
}

/** The page without its style sheet and with short addresses of pictures: what a person can review. */
function forReview(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '<style>…</style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script>…</script>')
    .replace(/data:image[^"]+/g, 'data:…');
}

describe('the web page', () => {
  it('holds every kind of content', async () => {
    const { page } = await pageOf();
    await expect(forReview(page)).toMatchFileSnapshot('golden/everything.html');
  });

  it('is the same at every run', async () => {
    expect((await pageOf()).page).toBe((await pageOf()).page);
  });

  it('asks for nothing from outside and runs nothing but the script of the settings, which its policy names', async () => {
    const { page: whole } = await pageOf();
    const script = /<script>([\s\S]*?)<\/script>/.exec(whole)![1]!;
    const hash = createHash('sha256').update(script).digest('base64');
    expect(whole.replaceAll('&#x27;', "'")).toContain(
      `content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:;`,
    );
    expect(script).not.toMatch(/innerHTML|eval|fetch|XMLHttp|import|src|cookie|<\//);
    const page = whole.replace(`<script>${script}</script>`, '');
    expect(page).not.toMatch(/<script|<link[^>]+href="(?!data:)|@import|url\(|src="(?!data:)|\son\w+=/i);
  });

  it('names itself, its language and its direction', async () => {
    const { page } = await pageOf(
      documentOf([heading(1, 't', 'رپورٹ')], { meta: { ...everything.meta, language: 'fa' } }),
    );
    expect(page).toContain('<html lang="fa" dir="rtl">');
    expect(page).toContain('<title>Equality report - NHS Anytown</title>');
    expect(page).toMatch(/<a class="skip"[^>]* lang="en"/);
  });

  it('lists the headings of depth 2 and 3, or leaves the list out', async () => {
    const nav = /<nav class="contents" aria-label="On this page">[\s\S]*?<\/nav>/;
    const links = nav.exec((await pageOf()).page)?.[0].match(/#[^"]+/g);
    expect(links).toEqual(['#what-we-found', '#grades', '#words']);
    expect((await pageOf(everything, { contents: false })).page).not.toMatch(nav);
  });

  it('folds a list of many headings', async () => {
    const many = Array.from({ length: 13 }, (_, index) => heading(2, `part-${index}`, `Part ${index}`));
    expect((await pageOf()).page).not.toMatch(/<nav class="contents"[^>]*><h2>Contents<\/h2><details>/);
    expect((await pageOf(documentOf([heading(1, 't', 'Report'), ...many]))).page).toMatch(
      /<nav class="contents"[^>]*><h2>Contents<\/h2><details><summary>Show the contents<\/summary><ul/,
    );
  });

  it('does not tell the type of a format twice', async () => {
    const siblings = [
      { title: 'Accessible web page', href: 'report.html', note: 'web page' },
      { title: 'Plain text', href: 'report.txt', note: 'plain text, 11 KB' },
    ];
    const { page } = await pageOf(everything, { siblings });
    expect(page).toContain('<a href="report.html">Accessible web page</a>');
    expect(page).toContain('<a href="report.txt">Plain text (11 KB)</a>');
  });

  it('links to the other formats', async () => {
    const siblings = [{ title: 'Large print', href: 'report.large-print.pdf', note: 'PDF, 240 KB' }];
    const { page } = await pageOf(everything, { siblings });
    expect(page).toContain('<a href="report.large-print.pdf">Large print (PDF, 240 KB)</a>');
    expect(page).toContain('<a href="#page.formats">Other formats</a>');
  });

  it('writes a link that could run something as plain words, and reports it', async () => {
    const unsafe = ['javascript:alert(1)', 'java\nscript:alert(1)', ' data:text/html,x', 'vbscript:x'];
    for (const url of unsafe) {
      const { written, page } = await pageOf(
        documentOf([paragraph({ type: 'link', url, children: [text('Press')] })]),
      );
      expect(page).not.toMatch(/<a href="[^#]/);
      expect(page).toContain('<p>Press</p>');
      expect(written.findings.map(({ rule }) => rule)).toEqual(['html/unsafe-link']);
    }
  });

  it('shows the words of a picture that is not there, and reports it', async () => {
    const figure = {
      type: 'figure',
      src: 'lost.png',
      alt: 'A lost chart',
      decorative: false,
      description: [],
    } as const;
    const { written, page } = await pageOf(documentOf([figure]));
    expect(page).toContain('<p class="no-picture">A lost chart</p>');
    expect(written.findings).toMatchObject([{ rule: 'html/missing-picture', severity: 'error' }]);
  });

  it('never lets the text of a report become markup', async () => {
    const nasty = '</p><script>alert(1)</script><img src=x onerror="y">&amp;';
    const document = documentOf([paragraph(nasty), { type: 'code', value: nasty }], {
      meta: { ...everything.meta, title: nasty },
    });
    const { written, page } = await pageOf(document);
    // Inside the quotes of an attribute a bracket is a letter; a quotation mark there would end it.
    expect(page).toContain('onerror=&#x22;y&#x22;');
    const withoutValues = page.replace(/="[^"]*"/g, '=""');
    expect(withoutValues.match(/<script|<img/g)).toEqual(['<script']);
    const { passages } = await html.readBack(written.outputs);
    expect(passages.map((passage) => passage.text)).toEqual([nasty, nasty]);
  });
});

describe('reading the page back', () => {
  it('finds every passage and link of the document, in order', async () => {
    const written = await html.write(everything, options);
    const readBack = await html.readBack(written.outputs);
    expect(withoutAdded(readBack, written.changes)).toEqual({
      ...bodyReading(everything),
      // The plan declares addresses that stand behind links.
      passages: bodyReading(everything).passages.map((passage) =>
        passage.text.includes('Read the report')
          ? {
              ...passage,
              text: passage.text.replace(
                'Read the report',
                'Read the report (https://example.org/a?b=1&c=2)',
              ),
            }
          : passage,
      ),
    });
    expect(readBack).toMatchObject({ title: 'Equality report - NHS Anytown', language: 'en-GB' });
  });

  it('declares the words that it adds', async () => {
    const { changes } = await html.write(everything, options);
    expect(changes).toEqual([
      { kind: 'added', text: 'Key facts', reason: 'Names a box that has no title.' },
      { kind: 'added', text: ' (https://example.org/a?b=1&c=2)', reason: 'Tells the address of a link.' },
    ]);
  });

  it.each([
    ['a sentence', '<p>The chart has two bars.</p>', ''],
    ['a cell', '<td role="cell" data-label="Grade"><span>Good</span>', '<td>'],
    ['alternative text', 'alt="Bar chart of staff"', 'alt=""'],
    ['a footnote', 'From the survey of 2020.', ''],
    ['what is hidden from screen readers', '<p>A note.</p>', '<p aria-hidden="true">A note.</p>'],
    ['what has left the main part', '<p>We were heard.</p>', '</main><p>We were heard.</p>'],
    ['the level of a heading', '<h3 id="grades">Grades</h3>', '<h2>Grades</h2>'],
    ['the target of a link', 'href="mailto:hello@example.nhs.uk"', 'href="#"'],
  ])('misses %s', async (_, from, to) => {
    const written = await html.write(everything, options);
    const page = new TextDecoder().decode(written.outputs[0]!.bytes);
    expect(page).toContain(from);
    const damaged = { ...written.outputs[0]!, bytes: new TextEncoder().encode(page.replace(from, to)) };
    expect(await html.readBack([damaged])).not.toEqual(await html.readBack(written.outputs));
  });
});

describe('hard documents', () => {
  it('bears lists that are 500 deep', async () => {
    let deep = list('bottom');
    for (let depth = 0; depth < 500; depth++) deep = list([paragraph(`Level ${depth}`), deep]);
    const document = documentOf([deep]);
    const { passages } = await html.readBack((await html.write(document, options)).outputs);
    expect(passages).toEqual(bodyReading(document).passages);
    expect(passages.at(0)).toEqual({ kind: 'paragraph', text: 'Level 499', lists: 1 });
  });

  it('bears long words, long paragraphs, emoji and right-to-left text', async () => {
    const long = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ');
    const document = documentOf([
      paragraph('x'.repeat(200)),
      paragraph(long),
      paragraph('👩🏽‍⚕️ صحت ה'),
      paragraph('  '),
    ]);
    const { passages } = await html.readBack((await html.write(document, options)).outputs);
    expect(passages).toEqual(bodyReading(document).passages);
  });

  it('bears a table of 3,000 rows', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [`Row ${index}`, 'x', 'y']);
    const document = documentOf([table(['A', 'B', 'C'], rows)]);
    const { passages } = await html.readBack((await html.write(document, options)).outputs);
    expect(passages).toEqual(bodyReading(document).passages);
    expect(passages.at(-1)?.cell).toEqual({ table: 1, row: 3000, column: 3 });
  });

  it('bears a document with nothing in it', async () => {
    expect((await html.readBack((await html.write(documentOf([]), options)).outputs)).passages).toEqual([]);
  });
});
