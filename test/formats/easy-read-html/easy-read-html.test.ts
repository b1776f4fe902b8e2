import { describe, expect, it } from 'vitest';
import easyReadHtml from '../../../src/formats/easy-read-html/index.ts';
import { type EasyPicture, writeEasyReadHtml } from '../../../src/formats/easy-read-html/write.ts';
import { bodyReading } from '../../support/html-reading.ts';
import { documentOf, easyDocument, heading, idea } from '../../support/html-samples.ts';

const options = easyReadHtml.options.parse({});

/** Two drawings of one maker: the page's own rules are tested here, not the collection of pictures. */
const pictures = new Map<string, EasyPicture>([
  [
    'people',
    {
      svg: '<svg viewBox="0 0 96 96"><rect width="96" height="96" fill="#E8F1FA"/></svg>',
      credit: 'Icons by Maker (people)',
      licence: 'MIT',
    },
  ],
  [
    'fair',
    {
      svg: '<svg viewBox="0 0 96 96"><path d="M1 2 3 4" fill="#003087"/></svg>',
      credit: 'Icons by Maker (scales)',
      licence: 'MIT',
    },
  ],
]);

async function pageOf(document = easyDocument) {
  const written = await writeEasyReadHtml(document, options, (concept) => pictures.get(concept));
  return { written, page: new TextDecoder().decode(written.outputs[0]!.bytes) };
}

function forReview(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '<style>…</style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script>…</script>')
    .replace(/data:image[^"]+/g, 'data:…');
}

describe('the Easy Read page', () => {
  it('shows one idea a row: picture, then words', async () => {
    await expect(forReview((await pageOf()).page)).toMatchFileSnapshot('golden/easy-read.html');
  });

  it('reports a picture that does not exist, and shows the words of each idea in the same place', async () => {
    const { written, page } = await pageOf();
    expect(written.findings).toMatchObject([
      {
        rule: 'easy-read/no-picture',
        severity: 'warning',
        message: expect.stringContaining('"no-such-concept"'),
        at: { line: 7 },
      },
    ]);
    expect(page).toContain('<div class="idea idea-without-picture"><p>This idea has no picture.</p></div>');
  });

  it('gives the pictures no alternative text: the words beside them say the same', async () => {
    const { page } = await pageOf();
    const images = page.match(/<img[^>]*>/g) ?? [];
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toContain(' alt="" ');
  });

  it('holds drawings that a browser can show', async () => {
    const { page } = await pageOf();
    const [, source] = /<img src="data:image\/svg\+xml,([^"]+)"/.exec(page) ?? [];
    expect(decodeURIComponent(source ?? '')).toBe(
      `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'><rect width='96' height='96' fill='#E8F1FA'/></svg>`,
    );
  });

  it('thanks each maker once, then lists every drawing', async () => {
    const { page } = await pageOf();
    expect(page.split('<li>Icons by Maker (MIT)</li>')).toHaveLength(2);
    expect(page).toContain('<li>Icons by Maker (scales) (MIT)</li>');
    const without = await pageOf(documentOf([heading(1, 't', 'Title'), idea(undefined, 'Words.')]));
    expect(without.page).not.toContain('Who made the pictures');
  });

  it('says in the title and at the top that it is Easy Read, and a draft', async () => {
    const { page } = await pageOf();
    expect(page).toContain('<title>Easy Read: Equality report - NHS Anytown</title>');
    expect(page.indexOf('Draft, not yet checked')).toBeLessThan(page.indexOf('<nav class="contents"'));
  });

  it('finds the real pictures by their concepts', async () => {
    const { findings, outputs } = await easyReadHtml.write(
      documentOf([idea('people', 'We are people.')]),
      options,
    );
    expect(findings).toEqual([]);
    expect(new TextDecoder().decode(outputs[0]!.bytes)).toMatch(
      /<div class="idea"><img src="data:image\/svg/,
    );
  });
});

describe('reading it back', () => {
  it('finds every passage and link, in order, and no words of pictures or credits', async () => {
    const { written } = await pageOf();
    const { passages, links, title } = await easyReadHtml.readBack(written.outputs);
    expect({ passages, links }).toEqual(bodyReading(easyDocument));
    expect(title).toBe('Easy Read: Equality report - NHS Anytown');
    expect(written.changes).toEqual([]);
  });

  it('misses an idea that was dropped', async () => {
    const { written, page } = await pageOf();
    const damaged = page.replace('<p>We looked at how we treat our staff.</p>', '');
    const output = { ...written.outputs[0]!, bytes: new TextEncoder().encode(damaged) };
    expect((await easyReadHtml.readBack([output])).passages).toHaveLength(
      bodyReading(easyDocument).passages.length - 1,
    );
  });
});
