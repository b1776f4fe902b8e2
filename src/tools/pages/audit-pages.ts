import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Failure } from '../../kernel/failure.ts';
import type { Finding } from '../../kernel/finding.ts';
import { axeOnPage, axeSource } from '../axe-in-browser.ts';
import { axeFindings, axePages } from '../axe-results.ts';
import { findChromium } from '../chromium.ts';
import type { Environment } from '../find-program.ts';
import { type NotChecked, orNotChecked } from '../not-checked.ts';
import { startBrowser } from '../start-browser.ts';
import { checkPage } from './check-pages.ts';

export interface AuditOptions {
  /** Whether links to other pages of the same origins are followed. */
  readonly follow: boolean;
  /** The most pages that are opened. */
  readonly limit: number;
  readonly listen?: (address: string, number: number) => void;
}

/** A page as it was when it was checked; its address is the one that redirections led to. */
export interface AuditedPage {
  readonly address: string;
  readonly title: string;
  /** As the server sent it. */
  readonly html: string;
  readonly axe: readonly Finding[];
  readonly rules: readonly Finding[];
}

export interface PagesAudited {
  readonly state: 'checked';
  readonly pages: readonly AuditedPage[];
  /** Why an address could not be checked. */
  readonly missed: ReadonlyMap<string, string>;
  /** Links to files of other kinds, such as PDFs, which nothing here looks at. */
  readonly files: readonly string[];
  /** Links that were found and left, because the limit was reached. */
  readonly left: number;
}

/** Milliseconds until a page must be there, and until it must be checked. */
const openLimit = 45_000;
const checkLimit = 240_000;
/** Bytes of a page's HTML. */
const mostBytes = 20_000_000;
/** Links that do something when they are asked for, as far as their words tell. */
const acts = /log-?out|sign-?out|delete|remove|unsubscribe|logoff/i;
const otherKinds =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|zip|epub|mp[34]|wav|m4a|brf|jpe?g|png|gif|svg|webp|ics|xml|json|txt)$/i;

/**
 * Opens web pages by their addresses, one after the other in one browser, and asks axe-core and our page rules about each. It
 * only asks for pages: whatever would send something to the site is stopped, and no form is filled in.
 */
export function auditPages(
  addresses: readonly string[],
  options: AuditOptions,
  root: string,
  env: Environment = process.env,
): Promise<PagesAudited | NotChecked> {
  return orNotChecked(async () => {
    const browser = await startBrowser(await findChromium(root, env), openLimit);
    try {
      return await audit(browser, addresses, options, await axeSource());
    } finally {
      await browser.close();
    }
  });
}

async function audit(
  browser: Browser,
  addresses: readonly string[],
  { follow, limit, listen }: AuditOptions,
  axe: string,
): Promise<PagesAudited> {
  const origins = new Set(addresses.map((address) => new URL(address).origin));
  const queue = [...new Set(addresses.map(plain))];
  const seen = new Set(queue);
  const pages: AuditedPage[] = [];
  const missed = new Map<string, string>();
  const files = new Set<string>();
  let opened = 0;
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    if (opened >= limit)
      return { state: 'checked', pages, missed, files: [...files], left: queue.length + 1 };
    listen?.(address, ++opened);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 1024 },
      bypassCSP: true,
      serviceWorkers: 'block',
      acceptDownloads: false,
    });
    try {
      const { page, links } = await withLimit(auditPage(context, address, axe), checkLimit);
      if (pages.some((one) => one.address === page.address)) continue;
      pages.push(page);
      seen.add(page.address);
      for (const link of links) {
        if (/\.[a-z0-9]+$/i.test(link) && otherKinds.test(new URL(link).pathname)) files.add(link);
        else if (follow && origins.has(new URL(link).origin) && !seen.has(link) && !acts.test(link)) {
          seen.add(link);
          queue.push(link);
        }
      }
    } catch (error) {
      if (!browser.isConnected()) throw new Failure('tool-failed', `The browser ended at ${address}.`);
      missed.set(address, (error instanceof Error ? error.message : String(error)).split('\n')[0]!);
    } finally {
      await context.close();
    }
  }
  return { state: 'checked', pages, missed, files: [...files], left: 0 };
}

async function auditPage(
  context: BrowserContext,
  asked: string,
  axe: string,
): Promise<{ page: AuditedPage; links: string[] }> {
  await context.route('**/*', (route) =>
    /^(?:GET|HEAD)$/.test(route.request().method()) ? route.fallback() : route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(openLimit);
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  context.on('page', (other) => void (other !== page && other.close().catch(() => {})));
  const response = await page.goto(asked, { waitUntil: 'load', timeout: openLimit });
  if (response === null) throw new Failure('tool-failed', 'There is no answer.');
  if (response.status() >= 400) throw new Failure('tool-failed', `The server answers ${response.status()}.`);
  const type = response.headers()['content-type'] ?? '';
  if (!/html/i.test(type)) throw new Failure('tool-failed', `It is no web page but ${type || 'of no type'}.`);
  const html = await response.text();
  if (html.length > mostBytes) throw new Failure('tool-failed', 'The page is larger than 20 MB.');
  const address = plain(page.url());
  const links = await linksOf(page);
  const title = await page.title();
  const found = axePages([await axeOnPage(page, axe, address)], [address]).flatMap(axeFindings);
  const { findings } = await checkPage(page, address, []);
  return { page: { address, title, html, axe: found, rules: findings }, links };
}

async function linksOf(page: Page): Promise<string[]> {
  const all = await page.evaluate<string[]>(
    "[...document.querySelectorAll('a[href]:not([download])')].map((link) => link.href)",
  );
  return [...new Set(all.filter((link) => typeof link === 'string' && /^https?:/.test(link)).map(plain))];
}

/** Without the place on the page. */
function plain(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

async function withLimit<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Failure('tool-failed', `It takes longer than ${limit / 60_000} minutes.`)),
      limit,
    );
  });
  // Where the limit wins, what the page says later is nobody's.
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
