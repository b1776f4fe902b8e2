import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import html from '../../../src/formats/html/index.ts';
import { withBrowser } from '../../support/browser.ts';
import { axeViolations, overflow, styleOf } from '../../support/html-checks.ts';
import { documentOf, heading, paragraph, table } from '../../support/html-samples.ts';

const long = 'Words that fill a cell until it needs several lines of text to hold all of them.';
const report = documentOf([
  heading(1, 't', 'Parks'),
  heading(2, 'a', 'What we found'),
  paragraph('The parks are open. 3.5 acres are new! Are they good?'),
  table(['Park', 'What', 'Who'], [['North', long, long]], { caption: 'Our parks' }),
  ...Array.from({ length: 30 }, () => paragraph(long)),
  heading(2, 'b', 'What we do next'),
  ...Array.from({ length: 30 }, () => paragraph(long)),
]);

async function fileOf(document = report): Promise<string> {
  const { outputs } = await html.write(document, html.options.parse({}));
  const file = join(mkdtempSync(join(tmpdir(), 'reader-')), 'page.html');
  writeFileSync(file, outputs[0]!.bytes);
  return pathToFileURL(file).href;
}

async function open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

const choose = (page: Page, name: string, value: string) =>
  page.locator(`.reader input[name=${name}][value="${value}"]`).check();

it('is complete without script: the settings are not there at all', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await open(browser, address, { javaScriptEnabled: false });
    expect(await page.locator('.reader').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
  });
});

it('changes size, space, colours and letters by keyboard, keeps the choice, and moves nothing when the page is opened again', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await open(browser, address);
    const size = () => styleOf(page, 'main p', 'fontSize');
    const usual = Number.parseFloat(await size());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(Number.parseFloat(await size())).toBe(usual * 1.5);
    await choose(page, 'spacing', 'most');
    await choose(page, 'colours', 'yellow');
    await choose(page, 'letters', 'wide');
    await page.reload();
    expect(Number.parseFloat(await size())).toBe(usual * 1.5);
    expect(Number.parseFloat(await styleOf(page, 'main p', 'letterSpacing'))).toBeCloseTo(usual * 1.5 * 0.12);
    expect(await styleOf(page, 'body', 'backgroundColor')).toBe('rgb(0, 0, 0)');
    expect(await styleOf(page, 'body', 'fontFamily')).toContain('Verdana');
    const shift = await page.evaluate<number>(`new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; })).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(sum), 300);
    })`);
    expect(shift).toBe(0);
    await page.locator('.reader summary').click();
    expect(await page.locator('.reader input[value=yellow]').isChecked()).toBe(true);
    await page.locator('.reader button[type=reset]').click();
    expect(Number.parseFloat(await size())).toBe(usual);
    await page.reload();
    expect(await page.evaluate<number>('document.documentElement.attributes.length')).toBe(3);
  });
});

it('bears what a browser keeps wrongly, and one that keeps nothing', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await open(browser, address);
    for (const kept of ['null', '{', '"x"', '7', '{"size":{"a":1}}']) {
      await page.evaluate<void>(`localStorage.setItem('allformats.reading', ${JSON.stringify(kept)})`);
      await page.reload();
      expect(await page.locator('.reader summary').isVisible(), kept).toBe(true);
      await page.locator('.reader summary').click();
      await choose(page, 'colours', 'cream');
      expect(await styleOf(page, 'body', 'backgroundColor'), kept).toBe('rgb(255, 246, 224)');
    }
    await page.setContent((await page.content()).replace('aria-current', 'data-old'));
    await choose(page, 'colours', 'dark');
    expect(await styleOf(page, 'body', 'backgroundColor')).toBe('rgb(16, 24, 31)');
  });
});

it('is right in every colour, size and window: axe-core, reflow, targets of 24 pixels', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    for (const width of [320, 1280]) {
      const page = await open(browser, address, { viewport: { width, height: 800 } });
      await page.locator('.reader summary').click();
      for (const [colours, size, spacing] of [
        ['light', '125', 'more'],
        ['dark', '150', 'most'],
        ['cream', '200', 'most'],
        ['yellow', '200', 'more'],
      ] as const) {
        const name = `${width} px, ${colours}, ${size} %`;
        await choose(page, 'colours', colours);
        await choose(page, 'size', size);
        await choose(page, 'spacing', spacing);
        expect(await axeViolations(page), name).toEqual([]);
        expect(await overflow(page), name).toBe(0);
        const small = await page.evaluate<string[]>(
          `[...document.querySelectorAll('.reader :is(summary, label, button:not([hidden]))')].filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 24).map((one) => one.textContent)`,
        );
        expect(small, name).toEqual([]);
      }
      // Beside larger letters a table is told in cards where it would not fit.
      expect(await styleOf(page, 'tbody td', 'display')).not.toBe('table-cell');
      expect(await page.getByRole('table', { name: 'Our parks' }).getByRole('cell').count()).toBe(2);
      await page.close();
    }
  });
});

it('is never printed, and changes nothing on paper', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await open(browser, address);
    await page.locator('.reader summary').click();
    await choose(page, 'colours', 'yellow');
    await choose(page, 'size', '200');
    await page.locator('.reader input[name=guide]').check();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.reader').isVisible()).toBe(false);
    expect(await styleOf(page, 'body', 'color')).toBe('rgb(0, 0, 0)');
    expect(await styleOf(page, 'body', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await styleOf(page, 'html', 'fontSize')).toBe('16px');
    expect(await styleOf(page, 'html', 'content', '::after')).toBe('none');
  });
});

it('shows a reading line that follows the pointer and the keyboard and takes no click away', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await open(browser, address);
    await page.locator('.reader summary').click();
    await page.locator('.reader input[name=guide]').check();
    const line = async () => Number.parseFloat(await styleOf(page, 'html', 'top', '::after')) + 56;
    await page.mouse.move(600, 500);
    expect(await line()).toBeCloseTo(500, 0);
    await page.locator('.reader summary').focus();
    expect(await line()).toBeLessThan(200);
    await page.locator('.reader input[name=guide]').uncheck();
    expect(await styleOf(page, 'html', 'content', '::after')).toBe('none');
  });
});

/** A browser without sound: it notes what it is asked to say and says that it is done. */
const fakeVoices = (voices: string) => `
  window.spoken = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => ${voices},
    speak: (one) => { window.spoken.push([one.text, one.voice.name, document.querySelector('.spoken')?.localName]); setTimeout(() => one.onend(), 2); },
    cancel: () => {},
  } });`;
const near = `{ lang: 'en_US', localService: true, name: 'near' }`;
const far = `{ lang: 'en-GB', localService: false, name: 'far' }`;

it('reads the page aloud, sentence by sentence, with a voice of the device', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(fakeVoices(`[${far}, ${near}]`));
    await page.goto(address);
    await page.locator('.reader summary').click();
    await page.locator('.aloud').click();
    expect(await page.locator('.reader-stop').isVisible()).toBe(true);
    await expect.poll(() => page.evaluate<number>('window.spoken.length')).toBeGreaterThan(14);
    await page.keyboard.press('Escape');
    expect(await page.locator('.reader-stop').isVisible()).toBe(false);
    expect(await page.locator('.spoken').count()).toBe(0);
    const spoken = await page.evaluate<[string, string, string][]>('window.spoken');
    expect(new Set(spoken.map(([, voice]) => voice))).toEqual(new Set(['near']));
    expect(spoken.slice(0, 12).map(([text, , name]) => `${name}: ${text.trim()}`)).toEqual([
      'h1: Parks',
      'h2: What we found',
      'p: The parks are open.',
      'p: 3.5 acres are new!',
      'p: Are they good?',
      'caption: Our parks',
      'th: Park',
      'th: What',
      'th: Who',
      'th: Park: North',
      `td: What: ${long}`,
      `td: Who: ${long}`,
    ]);
    const length = spoken.length;
    await page.waitForTimeout(100);
    expect(await page.evaluate<number>('window.spoken.length')).toBeLessThanOrEqual(length + 1);
  });
});

it('sends no words to a voice elsewhere: it says that the device has none', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(fakeVoices(`[${far}, { lang: 'cy', localService: true, name: 'Welsh' }]`));
    await page.goto(address);
    await page.locator('.reader summary').click();
    await page.locator('.aloud').click();
    expect(await page.getByRole('status').textContent()).toContain('no voice of its own');
    expect(await page.evaluate<unknown[]>('window.spoken')).toEqual([]);
  });
});

it('marks the part in the contents that is on the screen', async (context) => {
  const address = await fileOf();
  await withBrowser(context, async (browser) => {
    const page = await open(browser, address);
    const current = () => page.locator('.contents [aria-current=location]').allTextContents();
    await page.evaluate<void>(`document.querySelector('#a').scrollIntoView()`);
    await expect.poll(current).toEqual(['What we found']);
    await page.evaluate<void>(`document.querySelector('#b').scrollIntoView()`);
    await expect.poll(current).toEqual(['What we do next']);
  });
});
