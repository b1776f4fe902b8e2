import { createHash } from 'node:crypto';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { MetadataProperty } from '../../document/accessibility-metadata.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { direction } from '../../document/writing-direction.ts';
import { fixedWords } from './fixed-words.ts';
import { lines } from './lines.ts';
import { readerScript } from './reader-script.ts';

export interface Page {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** Properties of schema.org that tell people and search engines who can read the page. */
  readonly metadata?: readonly MetadataProperty[];
  /** Its own address on the web, where that is known. */
  readonly address?: string | undefined;
  /** Who publishes it, and its day (ISO 8601), for those who pass on a link to it. */
  readonly publisher?: string | undefined;
  readonly published?: string;
  /** Scripts beside that of the reader's settings. */
  readonly scripts?: readonly string[];
  /** Class of the body, for the style sheet. */
  readonly className: string;
  /** CSS. */
  readonly style: string;
  readonly header: readonly ElementContent[];
  readonly main: readonly ElementContent[];
  readonly footer: readonly ElementContent[];
}

/** The page may show its own style and pictures, run its own scripts, which are named by their hashes, and reach nothing else. */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

/** The id that the skip link leads to. Like all ids of the page itself it holds a dot, which ids of headings never do. */
const mainId = 'page.main';
/** The id that a link back to the top leads to. */
export const topId = 'page.top';

/** One self-contained page as UTF-8 bytes: landmarks, skip link, style inside. */
export function pageBytes(page: Page): Uint8Array {
  const fixed = fixedWords(page.language);
  const { web } = furnitureOf(page.language);
  const body: ElementContent[] = [
    h('a', { className: ['skip'], id: topId, href: `#${mainId}`, ...fixed }, web.skip),
    h('header', { className: ['page-header'] }, [...page.header]),
    h('main', { id: mainId, tabIndex: -1 }, [...page.main]),
    h('footer', { className: ['page-footer'], ...fixed }, [...page.footer]),
  ];
  const html = h(
    'html',
    { lang: page.language, dir: direction(page.language) },
    head(page),
    '\n',
    h('body', { className: [page.className] }, lines(body)),
    '\n',
  );
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, html] };
  return new TextEncoder().encode(`${toHtml(root)}\n`);
}

function head(page: Page): Element {
  const { metadata = [], address } = page;
  const scripts = [readerScript, ...(page.scripts ?? [])];
  return h(
    'head',
    metadata.length > 0 ? { itemScope: true, itemType: 'https://schema.org/Report' } : {},
    lines([
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(scripts) }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', page.title),
      h('meta', { name: 'description', content: page.description }),
      ...metadata.map(([name, value]) => h('meta', { itemProp: name, content: value })),
      ...openGraph(page).map(([property, content]) => h('meta', { property, content })),
      ...(address === undefined ? [] : [h('link', { rel: ['canonical'], href: address })]),
      // Browsers otherwise ask the server for /favicon.ico.
      h('link', { rel: ['icon'], href: 'data:,' }),
      h('style', page.style),
      ...scripts.map((script) => h('script', script)),
    ]),
  );
}

/** What those who pass on a link show of the page (The Open Graph protocol). */
function openGraph(page: Page): [property: string, content: string][] {
  const all: [string, string | undefined][] = [
    ['og:type', page.published === undefined ? 'website' : 'article'],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:site_name', page.publisher],
    ['og:locale', page.language.replace('-', '_')],
    ['og:url', page.address],
    ['article:published_time', page.published],
  ];
  return all.filter((one): one is [string, string] => one[1] !== undefined && one[1] !== '');
}
