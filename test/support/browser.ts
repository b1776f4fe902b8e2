import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import type { TestContext } from 'vitest';
import { Failure } from '../../src/kernel/failure.ts';
import { findChromium } from '../../src/tools/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs `use` with a browser: the one that CHROME_PATH names, else a Chromium on the PATH, else the project's own copy. Where
 * there is none the test is skipped with the reason, and fails where CI is set.
 */
export async function withBrowser(
  context: TestContext,
  use: (browser: Browser) => Promise<void>,
): Promise<void> {
  const browser = await launch(context);
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

async function launch(context: TestContext): Promise<Browser> {
  try {
    const { path, args, env } = await findChromium(root);
    return await chromium.launch({
      executablePath: path,
      args: [...args],
      env: { ...ownEnvironment(), ...env },
      timeout: 90_000,
    });
  } catch (error) {
    if (!(error instanceof Failure) || process.env.CI) throw error;
    return context.skip(`Needs a browser. ${error.message}`);
  }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
