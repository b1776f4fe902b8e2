import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { fill } from '../../document/furniture/furniture.ts';
import { shownAddress } from '../../document/shown-address.ts';
import { textOf } from '../../document/text.ts';
import type { FootnoteReference, Inline, InlineImage, Link } from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import { type HastContext, report } from './context.ts';
import { fixedWords } from './fixed-words.ts';
import { imageOf } from './image.ts';

type Handlers = {
  readonly [K in Inline['type']]: (
    node: Extract<Inline, { type: K }>,
    context: HastContext,
  ) => ElementContent[];
};

const handlers: Handlers = {
  text: (node) => [{ type: 'text', value: node.value }],
  emphasis: (node, context) => [h('em', context.inlines(node.children))],
  strong: (node, context) => [h('strong', context.inlines(node.children))],
  delete: (node, context) => [
    h(
      'del',
      unseen(`[${context.furniture.body.deleted}: `, context),
      context.inlines(node.children),
      unseen(` ${context.furniture.body.deletedEnd}]`, context),
    ),
  ],
  inlineCode: (node) => [h('code', node.value)],
  link,
  image,
  abbreviation: (node) => [h('abbr', node.expansion === '' ? {} : { title: node.expansion }, node.value)],
  languageSpan: (node, context) => [
    h('span', { lang: node.lang, dir: direction(node.lang) }, context.inlines(node.children)),
  ],
  break: () => [h('br')],
  footnoteReference,
};

export function toInlines(nodes: readonly Inline[], context: HastContext): ElementContent[] {
  return nodes.flatMap((node) => {
    const handler = handlers[node.type] as (node: Inline, context: HastContext) => ElementContent[];
    return handler(node, context);
  });
}

/** Words for screen readers only. A reader of the page's text leaves them out by their class. */
export function unseen(value: string, context: HastContext): ElementContent {
  return h('span', { className: ['visually-hidden'], ...fixedWords(context.document.meta.language) }, value);
}

/** Schemes that only lead somewhere and never run anything. */
const safeScheme = /^(?:https?|mailto|tel|sms):/i;
const anyScheme = /^[a-z][a-z0-9+.-]*:/i;

function link(node: Link, context: HastContext): ElementContent[] {
  const content = context.inlines(node.children);
  // Browsers drop white space and control characters before they look for the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
  const scheme = node.url.replace(/[\u0000-\u0020]/g, '');
  if (anyScheme.test(scheme) && !safeScheme.test(scheme)) {
    const message = `The link "${textOf(node.children)}" leads to "${node.url}", which a web page must not open.`;
    report(
      context,
      'unsafe-link',
      'error',
      message,
      'Link to an address that starts with https:, mailto: or tel:.',
      node.at,
    );
    return content;
  }
  const element = h('a', { href: node.url }, content);
  if (!node.showUrl) return [element];
  const shown = ` (${shownAddress(node.url)})`;
  context.changes.push({ kind: 'added', text: shown, reason: 'Tells the address of a link.' });
  return [element, { type: 'text', value: shown }];
}

function image(node: InlineImage, context: HastContext): ElementContent[] {
  const found = imageOf(node.src, node.alt, context, node.at);
  return [found ?? { type: 'text', value: node.alt }];
}

function footnoteReference(node: FootnoteReference, context: HastContext): ElementContent[] {
  const use = (context.noteUses.get(node.id) ?? 0) + 1;
  context.noteUses.set(node.id, use);
  const mark = h(
    'a',
    {
      href: `#${noteId(node.number)}`,
      id: noteUseId(node.number, use),
      role: 'doc-noteref',
      ariaLabel: fill(context.furniture.web.footnote, { number: node.number }),
    },
    `[${node.number}]`,
  );
  return [h('sup', { className: ['note-mark'] }, mark)];
}

export function noteId(number: number): string {
  return `note.${number}`;
}

export function noteUseId(number: number, use: number): string {
  return use === 1 ? `note-use.${number}` : `note-use.${number}.${use}`;
}
