import { expect, it } from 'vitest';
import { writeEasyReadHtml } from '../../../src/formats/easy-read-html/write.ts';
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
import { documentOf, easyDocument, idea } from '../../support/html-samples.ts';

const picture = {
  svg: '<svg viewBox="0 0 96 96"><rect width="96" height="96" rx="12" fill="#E8F1FA"/></svg>',
  credit: 'Maker',
  licence: 'MIT',
};
const siblings = [{ title: 'The full report', href: 'report.html', note: 'web page, 170 KB' }];

async function pageOf(document = easyDocument): Promise<string> {
  const known = (concept: string) => (concept === 'no-such-concept' ? undefined : picture);
  const { outputs } = await writeEasyReadHtml(document, { contents: true, siblings }, known);
  return new TextDecoder().decode(outputs[0]!.bytes);
}

it('axe-core finds nothing wrong and nothing sticks out', async (context) => {
  const source = await pageOf();
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

it('keeps the picture left of the words in every window, and the words in one column', async (context) => {
  const source = await pageOf(documentOf([...easyDocument.children, idea('people', 'w'.repeat(200))]));
  await withBrowser(context, (browser) =>
    inEachWindow(browser, source, async (page, window) => {
      const boxes = await page.evaluate<{ image: number | null; start: number; end: number }[]>(`
        [...document.querySelectorAll('.idea')].map((row) => {
          const words = row.querySelector('p').getBoundingClientRect();
          return { image: row.querySelector('img')?.getBoundingClientRect().right ?? null, start: words.left, end: words.right };
        })`);
      expect(boxes).toHaveLength(5);
      expect(new Set(boxes.map(({ start }) => start)).size, window).toBe(1);
      for (const { image, start, end } of boxes) {
        expect(image ?? 0, window).toBeLessThan(start);
        expect(end, window).toBeLessThanOrEqual(Number.parseInt(window, 10));
      }
      expect(await overflow(page), window).toBe(0);
      // 1.375 rem are 22 px: 16.5 pt, above the 14 pt that GOV.UK asks for.
      expect(Number.parseFloat(await styleOf(page, '.idea p', 'fontSize')), window).toBeGreaterThanOrEqual(
        22,
      );
    }),
  );
});

it('shows a ring of 3 px wherever the keyboard goes', async (context) => {
  const source = await pageOf();
  await withBrowser(context, async (browser) => {
    const page = await browser.newPage();
    await page.setContent(source);
    const { reached, withoutRing } = await tabWalk(page);
    expect(withoutRing).toEqual([]);
    expect(reached).toContain('Show who made each picture');
  });
});
