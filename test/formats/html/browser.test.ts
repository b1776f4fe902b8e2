import { expect, it } from 'vitest';
import html from '../../../src/formats/html/index.ts';
import { withBrowser } from '../../support/browser.ts';
import {
  axeViolations,
  inEachWindow,
  overflow,
  smallTargets,
  styleOf,
  tabWalk,
  textSpacing,
} from '../../support/html-checks.ts';
import { documentOf, everything, heading, list, paragraph, table, text } from '../../support/html-samples.ts';

const siblings = [{ title: 'Large print, 20 point', href: 'report.pdf', note: 'PDF, 61 pages, 240 KB' }];

async function pageOf(document = everything): Promise<string> {
  const { outputs } = await html.write(document, html.options.parse({ siblings }));
  return new TextDecoder().decode(outputs[0]!.bytes);
}

const long = 'Words that fill a cell until it needs several lines of text to hold all of them.';
const tables = documentOf([
  heading(1, 't', 'Tables'),
  heading(2, 'a', 'Of every width'),
  table(['Goal', 'Grade'], [['Health', 'Good']], { caption: 'Small' }),
  table(['Goal', 'Meaning'], [['Health', long]], { caption: 'Medium' }),
  table(
    ['Outcome number', 'Goal', 'Description', 'Grade 2020', 'Grade 2021'],
    [['1.1', 'Health', long, 'Good', 'Good']],
    {
      caption: 'Wide',
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

const arabic = documentOf(
  [
    heading(1, 't', 'تقرير المساواة'),
    heading(2, 'a', 'ما وجدناه'),
    paragraph('كلمات'),
    table(['أ', 'ب'], [['ج', 'د']]),
  ],
  {
    meta: { ...everything.meta, language: 'ar', title: 'تقرير المساواة', organisation: 'NHS' },
  },
);

const documents = {
  'every kind of content': everything,
  'tables of every width': tables,
  'right-to-left text': arabic,
};

for (const [name, document] of Object.entries(documents)) {
  it(`axe-core finds nothing wrong and nothing sticks out: ${name}`, async (context) => {
    const source = await pageOf(document);
    await withBrowser(context, (browser) =>
      inEachWindow(browser, source, async (page, window) => {
        expect(await axeViolations(page), window).toEqual([]);
        expect(await overflow(page), window).toBe(0);
        expect(await smallTargets(page), window).toEqual([]);
        await page.addStyleTag({ content: textSpacing });
        expect(await overflow(page), `${window}, more space between letters`).toBe(0);
      }),
    );
  });
}

it('fails where a page is bad: the checks are awake', async (context) => {
  const bad = (await pageOf())
    .replace('alt="Bar chart of staff"', '')
    .replace(
      '<p>The chart has two bars.</p>',
      '<p style="color:#888;background:#999;min-width:2000px">Pale and wide</p><a href="#a" style="font-size:8px">x</a>',
    );
  await withBrowser(context, (browser) =>
    inEachWindow(browser, bad, async (page, window) => {
      const violations = (await axeViolations(page)).map((line) => line.split(':')[0]);
      expect(violations, window).toEqual(expect.arrayContaining(['image-alt', 'color-contrast']));
      expect(await overflow(page), window).toBeGreaterThan(0);
      expect(await smallTargets(page), window).toContain('x');
    }),
  );
});

it('shows a ring of 3 px wherever the keyboard goes, in the order of the page', async (context) => {
  const source = await pageOf();
  await withBrowser(context, async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.setContent(source);
    const { reached, withoutRing } = await tabWalk(page);
    expect(withoutRing).toEqual([]);
    expect(reached.slice(0, 7)).toEqual([
      'Skip to the main content',
      'Other formats',
      'Reading settings',
      'hello@example.nhs.uk',
      'What we found',
      'Grades',
      'Words explained',
    ]);
    expect(reached.at(-1)).toBe('Back to the top of the page');
  });
});

it('keeps rows, cells and headers of a table that is shown as cards, and says the name of a column once', async (context) => {
  const source = await pageOf(tables);
  await withBrowser(context, async (browser) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.setContent(source);
    const wide = page.getByRole('table', { name: 'Wide' });
    expect(await styleOf(page, '.table-wide td', 'display')).toBe('block');
    expect(await wide.getByRole('columnheader').allTextContents()).toHaveLength(5);
    expect(await wide.getByRole('row').count()).toBe(2);
    expect(await wide.getByRole('rowheader').ariaSnapshot()).toBe('- rowheader "1.1"');
    expect(await wide.getByRole('cell').count()).toBe(4);
    const label = await styleOf(page, '.table-wide td', 'content', '::before');
    expect(label).toBe('"Goal" / ""');
  });
});

it('prints without navigation, with addresses behind the links', async (context) => {
  const source = await pageOf();
  await withBrowser(context, async (browser) => {
    const page = await browser.newPage();
    await page.setContent(source);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const hidden of ['.contents', '.skip', '.siblings'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await styleOf(page, 'body', 'color')).toBe('rgb(0, 0, 0)');
    const after = await styleOf(page, 'main a[href^="https"]', 'content', '::after');
    expect(after).toContain('https://example.org');
  });
});
