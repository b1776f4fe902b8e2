import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { Failure } from '../kernel/failure.ts';
import type { AccessibilityNode, PageNode, PageTree } from '../kernel/page-tree.ts';
import { findChromium } from './chromium.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { readPageBoxes } from './page-boxes.ts';
import { failed, startBrowser } from './start-browser.ts';
import { unseenWords } from './unseen-words.ts';

export interface TreesRead {
  readonly state: 'checked';
  /** For every file that was asked for and could be read. */
  readonly trees: ReadonlyMap<string, PageTree>;
  /** Why a file could not be read. */
  readonly missed: ReadonlyMap<string, string>;
}

/** Milliseconds for one step on a busy machine. */
const stepLimit = 90_000;

/** Opens HTML files in one browser and reads the tree that it gives to screen readers. */
export function readAccessibilityTrees(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
): Promise<TreesRead | NotChecked> {
  return orNotChecked(async () => {
    const found = await findChromium(root, env);
    const browser = await startBrowser(found, stepLimit);
    try {
      const trees = new Map<string, PageTree>();
      const context = await browser.newContext({ viewport: { width: 1280, height: 1024 } });
      const missed = new Map<string, string>();
      for (const file of files) {
        const page = await context.newPage();
        page.setDefaultTimeout(stepLimit);
        page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
        try {
          trees.set(file, await readTree(page, pathToFileURL(resolve(file)).href));
        } catch (error) {
          // Without a browser nothing more can be read; otherwise only this page is at fault.
          if (!browser.isConnected()) failed(`${file} could not be read`)(error);
          missed.set(file, error instanceof Error ? error.message : String(error));
        } finally {
          await page.close();
        }
      }
      if (trees.size === 0 && missed.size > 0)
        throw new Failure('tool-failed', [...missed].map(([file, why]) => `${file}: ${why}`).join('; '));
      return { state: 'checked', trees, missed };
    } finally {
      await browser.close();
    }
  });
}

async function readTree(page: Page, address: string): Promise<PageTree> {
  await page.goto(address, { waitUntil: 'load' });
  const client = await page.context().newCDPSession(page);
  await client.send('Accessibility.enable');
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const { root } = await client.send('DOM.getDocument', { depth: -1 });
  const unseen = await page.evaluate<PageTree['unseen']>(unseenWords);
  const laidOut = await readPageBoxes(client);
  return {
    nodes: nodes as readonly AccessibilityNode[],
    document: root as PageNode,
    unseen,
    ...laidOut,
  };
}
