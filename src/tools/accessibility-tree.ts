import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AccessibilityNode, PageNode, PageTree } from '../kernel/page-tree.ts';
import { findChromium } from './chromium.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { failed, startBrowser } from './start-browser.ts';
import { unseenWords } from './unseen-words.ts';

export interface TreesRead {
  readonly state: 'checked';
  /** For every file that was asked for. */
  readonly trees: ReadonlyMap<string, PageTree>;
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
      for (const file of files) {
        const page = await context.newPage();
        page.setDefaultTimeout(stepLimit);
        const step = failed(`${file} could not be read`);
        await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' }).catch(step);
        const client = await context.newCDPSession(page).catch(step);
        await client.send('Accessibility.enable').catch(step);
        const { nodes } = await client.send('Accessibility.getFullAXTree').catch(step);
        const { root: document } = await client.send('DOM.getDocument', { depth: -1 }).catch(step);
        const unseen = await page.evaluate<PageTree['unseen']>(unseenWords).catch(step);
        trees.set(file, {
          nodes: nodes as readonly AccessibilityNode[],
          document: document as PageNode,
          unseen,
        });
        await page.close();
      }
      return { state: 'checked', trees };
    } finally {
      await browser.close();
    }
  });
}
