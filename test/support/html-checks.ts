import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A, AA and AAA, and axe's own good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every window that pages are tried in: a telephone (and 400 % zoom), a desk; by day and by night. */
const windows = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, height: 800, colorScheme })),
);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Shows a page at each window in turn. */
export async function inEachWindow(
  browser: Browser,
  html: string,
  look: (page: Page, name: string) => Promise<void>,
) {
  for (const { width, height, colorScheme } of windows) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.setContent(html);
    await look(page, `${width} px, ${colorScheme}`);
    await page.close();
  }
}

/** What axe-core finds wrong, one line each. Injected by the debugger: the page's own policy allows no script. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

/** How far the page reaches beyond the window's right edge, in CSS pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** The spacing that WCAG 2.2, 1.4.12 says a page must bear. */
export const textSpacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** Names of links and other targets that are smaller than 24 CSS pixels (WCAG 2.2, 2.5.8), even those inside a sentence. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('a, summary')]
    .filter((one) => [...one.getClientRects()].some(({ height }) => height > 0 && height < 24))
    .map((one) => one.textContent)`);
}

const focused = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const { tagName, textContent } = document.activeElement;
  return { tagName, name: textContent, width: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) };
})()`;

/** Walks through the page with the Tab key: what was reached, and which of it shows no outline of at least 3 px. */
export async function tabWalk(page: Page): Promise<{ reached: string[]; withoutRing: string[] }> {
  const count = await page.locator('a[href], summary, [tabindex="0"]').count();
  const reached: string[] = [];
  const withoutRing: string[] = [];
  for (let index = 0; index < count; index++) {
    await page.keyboard.press('Tab');
    const { name, width } = await page.evaluate<{ name: string; width: number }>(focused);
    reached.push(name);
    if (width < 3) withoutRing.push(name);
  }
  return { reached, withoutRing };
}

/** The style that the browser gives to the first element that `selector` finds, or to a pseudo-element of it. */
export function styleOf(page: Page, selector: string, property: string, pseudo = ''): Promise<string> {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  return page.evaluate<string>(
    `getComputedStyle(${element}, ${JSON.stringify(pseudo)})[${JSON.stringify(property)}]`,
  );
}
