import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type IndexOutput, type IndexReport, indexPage } from '../../src/pipeline/index-page.ts';
import { withBrowser } from '../support/browser.ts';
import { axeViolations, inEachWindow, overflow, smallTargets } from '../support/html-checks.ts';

const output: IndexOutput = {
  profile: 'large-print-20',
  title: 'Large print, 20 point',
  description: 'For people with low vision.',
  href: 'equality/equality.large-print-20.pdf',
  mediaType: 'application/pdf',
  bytes: 240_123,
  pages: 61,
  words: 14_828,
  needs: ['Requires written information in at least 20 point sans serif font'],
  draft: false,
  findings: { error: 0, warning: 3, person: 4 },
};

const report: IndexReport = {
  id: 'equality',
  title: 'Equality report <2021>',
  organisation: 'NHS Anytown',
  date: '2021-11-05',
  language: 'en-GB',
  outputs: [
    output,
    {
      ...output,
      profile: 'easy-read',
      title: 'Easy Read',
      href: 'a.html',
      mediaType: 'text/html',
      draft: true,
      pages: 1,
      words: 87,
    },
    {
      ...output,
      profile: 'audio',
      title: 'Audio',
      href: 'a.mp3',
      mediaType: 'audio/mpeg',
      bytes: 42_000_000,
      findings: { error: 2, warning: 0, person: 0 },
    },
  ],
};

const other: IndexReport = {
  ...report,
  id: 'adroddiad',
  title: 'Adroddiad',
  language: 'cy',
  organisation: 'GIG',
  outputs: [],
};

function linkTexts(page: string): string[] {
  return [...page.matchAll(/<a href="[^#][^"]*">([\s\S]*?)<\/a>/g)].map(([, inside]) =>
    (inside ?? '').replace(/<[^>]+>/g, ''),
  );
}

describe('the page that lists all reports', () => {
  it('has links that make sense alone: format, report, type, size and pages', () => {
    expect(linkTexts(indexPage([report]))).toEqual([
      'Large print, 20 point: Equality report &#x3C;2021> (PDF, 240 KB, 61 pages)',
      'Easy Read: Equality report &#x3C;2021> (web page, 240 KB, 1 page)',
      'Audio: Equality report &#x3C;2021> (MP3 sound, 42.0 MB, 61 pages)',
    ]);
  });

  it('says who each format is for, how long it is, and what stands in the way', () => {
    const page = indexPage([report]);
    expect(page).toContain('For people with low vision.');
    expect(page).toContain(
      'About 15,000 words. Meets these recorded needs: Requires written information in at least 20 point',
    );
    expect(page).toContain('About 87 words.');
    expect(page.match(/Draft, not yet checked/g)).toHaveLength(1);
    expect(page.match(/We know of 2 problems in this file/g)).toHaveLength(1);
  });

  it('finds a report by name, marks its language, and tells how to ask for more', () => {
    const page = indexPage([report, other]);
    expect(page).toContain('<a href="#report.adroddiad"><span lang="cy">Adroddiad</span></a>');
    expect(page).toContain('id="report.adroddiad"');
    expect(page).toContain('Published by NHS Anytown, 5 November 2021.');
    expect(page).toContain('No format of this report is ready yet.');
    expect(page).toContain('<h2 id="page.ask.title">Ask for another format</h2>');
  });

  it('is a whole page even without reports', () => {
    const page = indexPage([]);
    expect(parse(page).childNodes).toHaveLength(2);
    expect(page).toContain('There is no report here yet.');
  });

  it('axe-core finds nothing wrong and nothing sticks out', async (context) => {
    const source = indexPage([report, other]);
    await withBrowser(context, (browser) =>
      inEachWindow(browser, source, async (page, window) => {
        expect(await axeViolations(page), window).toEqual([]);
        expect(await overflow(page), window).toBe(0);
        expect(await smallTargets(page), window).toEqual([]);
      }),
    );
  });
});

describe('the search', () => {
  const withParts: IndexReport = {
    ...report,
    parts: [
      { text: 'Café staff', href: 'equality/equality.html.html#cafe' },
      { text: 'Waiting times', href: 'equality/equality.html.html#waiting' },
    ],
  };
  const second: IndexReport = { ...other, outputs: [output], language: 'cy' };

  it('finds reports and their parts by any words, without a server, and gives all back', async (context) => {
    await withBrowser(context, async (browser) => {
      const page = await browser.newPage();
      await page.setContent(indexPage([withParts, second]));
      const box = page.getByRole('searchbox');
      const shown = () => page.locator('section.report:visible h2').allTextContents();
      expect(await shown()).toEqual(['Equality report <2021>', 'Adroddiad']);
      await box.fill('CAFE');
      expect(await shown()).toEqual(['Equality report <2021>']);
      expect(await page.getByRole('status').first().textContent()).toBe('Found 1 of 2 reports.');
      expect(await page.locator('.parts li:visible').allTextContents()).toEqual(['Café staff']);
      expect(await page.locator('.contents li:visible').count()).toBe(1);
      await box.fill('anytown waiting');
      expect(await shown()).toEqual(['Equality report <2021>']);
      await box.fill('nothing of the kind');
      expect(await shown()).toEqual([]);
      await box.press('Enter');
      await box.fill('');
      expect(await shown()).toEqual(['Equality report <2021>', 'Adroddiad']);
      expect(await page.locator('.parts[open]').count()).toBe(0);
    });
  });

  it('is not shown without script, where everything is still there', async (context) => {
    await withBrowser(context, async (browser) => {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await page.setContent(indexPage([withParts]));
      expect(await page.locator('.search').isVisible()).toBe(false);
      await page.locator('.parts summary').click();
      expect(await page.getByRole('link', { name: 'Waiting times' }).isVisible()).toBe(true);
    });
  });

  it('tells who checked a format, and its own address where that is known', () => {
    const checked = { ...output, checked: { by: 'a group of five people', on: '2026-10-02' } };
    const page = indexPage([{ ...report, outputs: [checked] }], 'https://example.org/reports/');
    expect(page).toContain('Checked by a group of five people on 2 October 2026.');
    expect(page).toContain('<link rel="canonical" href="https://example.org/reports/">');
    expect(page).toContain('<meta property="og:url" content="https://example.org/reports/">');
    expect(indexPage([report])).not.toContain('canonical');
  });
});
