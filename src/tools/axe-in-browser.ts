import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { axeOptions } from './axe-options.ts';
import type { Chromium } from './chromium.ts';
import { failed, startBrowser } from './start-browser.ts';

/** Milliseconds for one step (start, open a page, check a page) on a busy machine. */
const stepLimit = 90_000;

/** The words of axe-core, for a page to run. */
export function axeSource(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/** Runs axe-core in a page that is open. @param name of the page, for what is told where it fails */
export async function axeOnPage(
  page: Page,
  source: string,
  name: string,
  options = axeOptions,
): Promise<unknown> {
  const run = `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations', 'incomplete'] })})`;
  await page.evaluate(source).catch(failed(`axe did not start in ${name}`));
  return withLimit(page.evaluate(run), name);
}

/** Opens each file (absolute path) in one browser page, runs axe-core in it and returns the results. Needs no chromedriver. */
export async function runAxeInBrowser(
  paths: readonly string[],
  browser: Chromium,
  options = axeOptions,
): Promise<unknown> {
  const source = await axeSource();
  const started = await startBrowser(browser, stepLimit);
  try {
    const page = await started.newPage();
    page.setDefaultTimeout(stepLimit);
    const results: unknown[] = [];
    for (const path of paths) {
      await page.goto(pathToFileURL(path).href).catch(failed(`${path} did not open`));
      results.push(await axeOnPage(page, source, path, options));
    }
    return results;
  } finally {
    await started.close();
  }
}

async function withLimit<T>(work: Promise<T>, path: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${stepLimit / 1000} seconds`)), stepLimit);
  });
  try {
    return await Promise.race([work, late]).catch(failed(`axe did not finish ${path}`));
  } finally {
    clearTimeout(timer);
  }
}
