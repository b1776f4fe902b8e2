import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { dateInWords } from '../../document/date.ts';
import type { Meta } from '../../document/tree.ts';
import { topId } from './page.ts';
import { type Sibling, siblingLinks, siblingsId } from './siblings.ts';
import { english, words } from './words.ts';

/** The band at the top: who publishes, and a way to the other formats. */
export function pageHeader(
  meta: Pick<Meta, 'organisation' | 'language'>,
  siblings: readonly Sibling[],
): ElementContent[] {
  const link =
    siblings.length === 0
      ? []
      : [h('a', { href: `#${siblingsId}`, ...english(meta.language) }, words.otherFormatsShort)];
  return [h('div', { className: ['band'] }, h('p', { className: ['publisher'] }, meta.organisation), link)];
}

/** The end of the page: other formats, what this is, the way back up. */
export function pageFooter(
  meta: Meta,
  siblings: readonly Sibling[],
  more: readonly ElementContent[] = [],
): ElementContent[] {
  const links = siblingLinks(siblings);
  return [
    h(
      'div',
      { className: ['foot'] },
      links ?? [],
      [...more],
      h('p', { lang: meta.language }, `${meta.title}. ${meta.organisation}, ${dateInWords(meta.date)}.`),
      h('p', { className: ['to-top'] }, h('a', { href: `#${topId}` }, words.backToTop)),
    ),
  ];
}

/** Title of the browser's tab: what, then who. */
export function pageTitle(meta: Meta, format?: string): string {
  const title = format === undefined ? meta.title : `${format}: ${meta.title}`;
  return meta.title.includes(meta.organisation) ? title : `${title} - ${meta.organisation}`;
}
