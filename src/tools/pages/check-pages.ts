import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { Failure } from '../../kernel/failure.ts';
import type { Finding } from '../../kernel/finding.ts';
import { findChromium } from '../chromium.ts';
import type { Environment } from '../find-program.ts';
import { type NotChecked, orNotChecked } from '../not-checked.ts';
import { failed, startBrowser } from '../start-browser.ts';
import { unseenFocusInForcedColours } from './forced-colours.ts';
import {
  doesNothingByItself,
  emptyAltWords,
  emptyLinkWords,
  fixedSpacing,
  installHelpers,
  newlyClipped,
  type PageFault,
  rememberClipped,
  sticksOut,
} from './in-page.ts';
import { outOfOrder } from './in-page-order.ts';
import { cutOnPaper, tablesWithoutHeaders, unheardText, unseenText } from './in-page-words.ts';
import { giveFocus, walkByKeyboard } from './keyboard-walk.ts';
import { measureContrast, removeNode } from './measured-contrast.ts';
import { type PageRuleId, pageRules } from './page-rules.ts';

export interface PagesChecked {
  readonly state: 'checked';
  /** For every file that was asked for and could be checked. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Why a file could not be checked, such as a page that leads away from itself. */
  readonly missed: ReadonlyMap<string, string>;
}

/** Milliseconds for one step on a busy machine. */
const stepLimit = 60_000;
/** Selectors named in one finding. */
const shown = 3;
/** CSS pixels: an ordinary window; the same at 200%; the width and height that WCAG 1.4.10 names. */
const ordinary = { width: 1280, height: 1024 };
const zoomed = { width: 640, height: 512 };
const narrow = { width: 320, height: 256 };
/** A4 with margins of 10 mm at 96 pixels per inch. */
const paper = { width: 718, height: 1047 };
/** WCAG 2.2, 1.4.12. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

/**
 * Opens HTML files in one browser, enlarges, spaces and narrows them, and goes through them by keyboard. Scripts with exactly
 * the words of one of `knownScripts` are known to leave the keyboard alone, which saves most of the time.
 */
export function checkPages(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
  knownScripts: readonly string[] = [],
): Promise<PagesChecked | NotChecked> {
  return orNotChecked(async () => {
    for (const file of files) {
      if ((await stat(file).catch(() => undefined))?.isFile() !== true)
        throw new Failure('file-missing', `${file} is not a file.`);
    }
    const found = await findChromium(root, env);
    const browser = await startBrowser(found, stepLimit);
    try {
      const findings = new Map<string, readonly Finding[]>();
      const missed = new Map<string, string>();
      let context: BrowserContext | undefined;
      for (const file of files) {
        context ??= await browser.newContext({ viewport: ordinary });
        let isQuiet = false;
        try {
          const page = context.pages()[0] ?? (await newPage(context));
          const checked = await checkPage(page, pathToFileURL(resolve(file)).href, knownScripts);
          findings.set(file, checked.findings);
          isQuiet = checked.isQuiet;
        } catch (error) {
          // Without a browser nothing more can be checked; otherwise only this page is at fault.
          if (!browser.isConnected()) failed(`${file} could not be checked`)(error);
          missed.set(file, error instanceof Error ? error.message : String(error));
        }
        // Only a page that does nothing by itself leaves the window as it was.
        if (isQuiet) continue;
        await context.close();
        context = undefined;
      }
      if (findings.size === 0 && missed.size > 0)
        throw new Failure('tool-failed', [...missed].map(([file, why]) => `${file}: ${why}`).join('; '));
      return { state: 'checked', findings, missed };
    } finally {
      await browser.close();
    }
  });
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(stepLimit);
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  return page;
}

/** Our page rules on one page, which stands at `address` and is opened anew. */
export async function checkPage(
  page: Page,
  address: string,
  knownScripts: readonly string[],
): Promise<{ findings: Finding[]; isQuiet: boolean }> {
  const findings: Finding[] = [];
  const add = (id: PageRuleId, faults: readonly PageFault[]) => {
    if (faults.length > 0) findings.push(findingOf(id, faults));
  };
  const open = async () => {
    await page.setViewportSize(ordinary);
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(installHelpers);
  };
  await open();
  const isQuiet = await page.evaluate(doesNothingByItself, knownScripts);
  add('page/fixed-spacing', await page.evaluate(fixedSpacing));
  add('page/link-words', await page.evaluate(emptyLinkWords));
  add('page/alt-words', await page.evaluate(emptyAltWords));
  add('page/contrast', await measureContrast(page));
  add('page/table-headers', await page.evaluate(tablesWithoutHeaders));
  add('page/unseen-words', await page.evaluate(unseenText));
  add('page/unheard-words', await page.evaluate(unheardText));
  const { order, focus } = await page.evaluate(outOfOrder);
  add('page/order', order);
  add('page/focus-order', focus);
  await page.evaluate(rememberClipped);
  const style = await page.addStyleTag({ content: spacing });
  add('page/text-spacing', await page.evaluate(newlyClipped));
  await removeNode(style);
  const addFocus = async (hidden: readonly PageFault[]) => {
    add('page/focus-visible', hidden);
    add('page/forced-colours', await unseenFocusInForcedColours(page, hidden));
  };
  if (isQuiet) await addFocus((await giveFocus(page)).hidden);
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  add('page/print', await page.evaluate(cutOnPaper));
  await page.emulateMedia({ media: null });
  await page.setViewportSize(zoomed);
  add('page/zoom', await page.evaluate(newlyClipped));
  await page.setViewportSize(narrow);
  add('page/reflow', await page.evaluate(sticksOut, narrow.width));
  if (!isQuiet) {
    // A page may change when it is gone through: start from a fresh one.
    await open();
    const { traps, hidden } = await walkByKeyboard(page);
    add('page/keyboard-trap', traps);
    await addFocus(hidden);
  }
  if (page.url().split('#')[0] !== address)
    throw new Failure('tool-failed', `The page leads away from itself, to ${page.url()}.`);
  return { findings, isQuiet };
}

function findingOf(id: PageRuleId, faults: readonly PageFault[]): Finding {
  const { severity, fix, clauses } = pageRules[id];
  const told = faults.slice(0, shown).map(({ selector, said }) => `${selector} ${said}`);
  const rest = faults.length > shown ? `; and ${faults.length - shown} more` : '';
  return { rule: id, severity, message: `${told.join('; ')}${rest}.`, fix, clauses };
}
