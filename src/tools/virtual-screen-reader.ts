import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../kernel/failure.ts';
import { findChromium } from './chromium.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { failed, startBrowser } from './start-browser.ts';

export interface VirtualHeard {
  readonly state: 'checked';
  /** By file, one entry for each phrase. */
  readonly heard: ReadonlyMap<string, readonly string[]>;
}

/** Milliseconds for a page on a busy machine. */
const pageLimit = 120_000;
/** Phrases after which a page counts as endless. */
const mostPhrases = 100_000;

/** Reads HTML files with the virtual screen reader of Guidepup, which runs inside the page. */
export function listenWithVirtual(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
): Promise<VirtualHeard | NotChecked> {
  return orNotChecked(async () => {
    const source = await readFile(packagePath(), 'utf8');
    const module = `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;
    const browser = await startBrowser(await findChromium(root, env), pageLimit);
    try {
      const heard = new Map<string, readonly string[]>();
      // The script comes by the debugger: the pages themselves allow none.
      const context = await browser.newContext({ bypassCSP: true });
      for (const file of files) {
        const page = await context.newPage();
        page.setDefaultTimeout(pageLimit);
        const step = failed(`${file} could not be read by the virtual screen reader`);
        await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' }).catch(step);
        const run = page.evaluate<readonly string[]>(readAll(module)).catch(step);
        heard.set(file, await Promise.race([run, tooLong(file)]));
        await page.close();
      }
      return { state: 'checked', heard };
    } finally {
      await browser.close();
    }
  });
}

function packagePath(): string {
  try {
    return createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js');
  } catch {
    throw new Failure(
      'tool-missing',
      'The package @guidepup/virtual-screen-reader is not installed. Run "npm test" in the project.',
    );
  }
}

function readAll(module: string): string {
  return `(async () => {
    const { virtual } = await import(${JSON.stringify(module)});
    await virtual.start({ container: document.body });
    for (let count = 0; count < ${mostPhrases}; count++) {
      await virtual.next();
      if ((await virtual.lastSpokenPhrase()) === 'end of document') break;
    }
    const all = await virtual.spokenPhraseLog();
    await virtual.stop();
    return all;
  })()`;
}

function tooLong(file: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(
      () =>
        reject(new Failure('tool-failed', `The virtual screen reader did not come to the end of ${file}.`)),
      pageLimit,
    ).unref();
  });
}
