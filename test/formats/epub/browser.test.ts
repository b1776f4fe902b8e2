import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import epub from '../../../src/formats/epub/index.ts';
import { withBrowser } from '../../support/browser.ts';
import { overflow, smallTargets, styleOf, textSpacing } from '../../support/html-checks.ts';
import { documentOf, everything, heading, list, paragraph, table, text } from '../../support/html-samples.ts';

/** The book's files in a folder, and the addresses of its pages. */
async function unpacked(document = everything): Promise<string[]> {
  const { outputs } = await epub.write(document, epub.options.parse({}));
  const folder = mkdtempSync(join(tmpdir(), 'allformats-book-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = Object.entries(unzipSync(outputs[0]!.bytes));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return files
    .map(([name]) => name)
    .filter((name) => name.endsWith('.xhtml'))
    .map((name) => pathToFileURL(join(folder, name)).href);
}

const long = 'Words that fill a cell until it needs several lines of text to hold all of them.';
const rows = Array.from({ length: 30 }, (_, row) => [`Row ${row}`, long]);
const tables = documentOf([
  heading(1, 't', 'Tables'),
  heading(2, 'a', 'Of every width'),
  table(
    ['Goal', 'Grade'],
    rows.map(([name]) => [name!, 'Good']),
    { caption: 'Small' },
  ),
  table(['Goal', 'Meaning'], rows, { caption: 'Medium' }),
  table(
    ['Number', 'Goal', 'Description', 'Grade 2020', 'Grade 2021'],
    rows.map(([name]) => ['1.1', name!, long, 'Good', 'Good']),
    {
      caption: 'Wide',
      layout: 'grid',
    },
  ),
  table(['One', 'Two', 'Three'], [['x', long.repeat(20), long]], { caption: 'Records' }),
  table(['One', 'Two'], [['w'.repeat(200), 'x']], { caption: 'A word of 200 letters' }),
  { type: 'code', value: 'y'.repeat(300) },
  paragraph({
    type: 'link',
    url: `https://example.org/${'z'.repeat(300)}`,
    children: [text(`https://example.org/${'z'.repeat(300)}`)],
  }),
  [...Array(12)].reduce((inner) => list([paragraph('Deep'), inner]), list('Bottom')),
]);

for (const [name, document] of Object.entries({ everything, tables })) {
  it(`nothing sticks out at 320 pixels, which is 400 % on a desk, or with more space between letters: ${name}`, async (context) => {
    const pages = await unpacked(document);
    await withBrowser(context, async (browser) => {
      for (const width of [320, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        for (const address of pages) {
          await page.goto(address);
          expect(await overflow(page), `${address} at ${width}`).toBe(0);
          expect(await smallTargets(page), `${address} at ${width}`).toEqual([]);
          await page.addStyleTag({ content: textSpacing });
          expect(await overflow(page), `${address} at ${width}, spaced`).toBe(0);
        }
      }
    });
  });
}

/** What reading programs do to show pages that are turned: columns as wide and high as the screen. */
const column = { width: 340, height: 600, gap: 40 };
const turned = `html{height:${column.height}px}
body{margin:0!important;padding:0!important;max-width:none!important;width:${column.width}px;height:${column.height}px;column-width:${column.width}px;column-gap:${column.gap}px;column-fill:auto;overflow:visible}`;

/** Texts that lie below their page, or reach into the next one, and are cut off on the screen. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const cut = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === '' || node.parentElement.closest('.visually-hidden, thead, [hidden]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, bottom, width } of range.getClientRects()) {
        const start = Math.floor((left + 1) / ${column.width + column.gap}) * ${column.width + column.gap};
        if (width > 0 && (bottom > ${column.height + 1} || right > start + ${column.width + 2})) cut.push(node.data.trim().slice(0, 40));
      }
    }
    return cut;
  })()`);
}

it('shows every word where pages are turned: no box is cut off at the end of a page', async (context) => {
  const pages = await unpacked(tables);
  await withBrowser(context, async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1600, height: 700 } });
    for (const address of pages.filter((one) => one.includes('chapter'))) {
      await page.goto(address);
      await page.addStyleTag({ content: turned });
      expect(await cutOff(page), address).toEqual([]);
      // The screen is wide, so only the measure of the page itself makes cards.
      expect(await styleOf(page, '.table-wide td', 'display')).toBe('block');
      // The check is awake: a box that scrolls is not broken over pages.
      await page.addStyleTag({ content: '.table{overflow-x:auto}' });
      expect((await cutOff(page)).length, address).toBeGreaterThan(0);
    }
  });
});

it('keeps rows, cells and headers of a table that is shown as cards, and says the name of a column once', async (context) => {
  const pages = await unpacked(tables);
  await withBrowser(context, async (browser) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.goto(pages.find((one) => one.includes('chapter'))!);
    const wide = page.getByRole('table', { name: 'Wide' });
    expect(await wide.getByRole('columnheader').count()).toBe(5);
    expect(await wide.getByRole('row').count()).toBe(31);
    expect(await wide.getByRole('cell').count()).toBe(120);
    expect(await styleOf(page, '.table-wide td', 'content', '::before')).toBe('"Goal" / ""');
  });
});
