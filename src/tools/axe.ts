import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { runAxeCli } from './axe-cli.ts';
import { runAxeInBrowser } from './axe-in-browser.ts';
import { axeFindings, axePages } from './axe-results.ts';
import { findChromium } from './chromium.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';

export interface AxeChecked {
  readonly state: 'checked';
  /** `axe-cli`: @axe-core/cli with a chromedriver. `in-browser`: axe-core in a page, where no chromedriver matches. */
  readonly engine: 'axe-cli' | 'in-browser';
  /** For every file that was asked for: a finding for each rule broken (`error`) or left to a person (`person`). */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** Pages in one browser: the results of 60 pages are some 50 MB of JSON. */
const pagesAtOnce = 60;

/**
 * Checks HTML files with axe-core in a real browser. `root` is the project whose cache may hold the browser.
 * A file counts as checked only when the results name its own address and hold rules that ran on it.
 */
export function checkWithAxe(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
): Promise<AxeChecked | NotChecked> {
  return orNotChecked(async () => {
    const browser = await findChromium(root, env);
    const engine = browser.driver === undefined ? 'in-browser' : 'axe-cli';
    const run = engine === 'axe-cli' ? runAxeCli : runAxeInBrowser;
    const findings = new Map<string, readonly Finding[]>();
    // A browser shows a page of its own for a file that is missing, and axe would check that.
    for (const file of files) await mustBeFile(file);
    for (let start = 0; start < files.length; start += pagesAtOnce) {
      const part = files.slice(start, start + pagesAtOnce);
      const paths = part.map((file) => resolve(file));
      const pages = axePages(await run(paths, browser), paths);
      for (const [index, page] of pages.entries()) findings.set(part[index]!, axeFindings(page));
    }
    return { state: 'checked', engine, findings };
  });
}

async function mustBeFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new Failure('file-missing', `${file} is not a file.`);
}
