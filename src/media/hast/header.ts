import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { dateInWords } from '../../document/date.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Meta } from '../../document/tree.ts';
import { fixedWords } from './fixed-words.ts';
import { topId } from './page.ts';
import { readerControls } from './reader-controls.ts';
import { type Sibling, siblingLinks, siblingsId } from './siblings.ts';

/** The band at the top: who publishes, and a way to the other formats. */
export function pageHeader(
  meta: Pick<Meta, 'organisation' | 'language'>,
  siblings: readonly Sibling[],
): ElementContent[] {
  const link =
    siblings.length === 0
      ? []
      : [
          h(
            'a',
            { href: `#${siblingsId}`, ...fixedWords(meta.language) },
            furnitureOf(meta.language).web.otherFormatsShort,
          ),
        ];
  return [
    h(
      'div',
      { className: ['band'] },
      h('p', { className: ['publisher'] }, meta.organisation),
      link,
      readerControls(meta.language),
    ),
  ];
}

/** The end of the page: other formats, what this is, the way back up. */
export function pageFooter(
  meta: Meta,
  siblings: readonly Sibling[],
  more: readonly ElementContent[] = [],
): ElementContent[] {
  const furniture = furnitureOf(meta.language);
  const links = siblingLinks(siblings, furniture);
  const date = dateInWords(meta.date, furniture);
  return [
    h(
      'div',
      { className: ['foot'] },
      links ?? [],
      [...more],
      h('p', { lang: meta.language }, `${meta.title}. ${meta.organisation}, ${date}.`),
      h('p', { className: ['to-top'] }, h('a', { href: `#${topId}` }, furniture.web.backToTop)),
    ),
  ];
}

/** Title of the browser's tab: what, then who. */
export function pageTitle(meta: Meta, format?: string): string {
  const title = format === undefined ? meta.title : `${format}: ${meta.title}`;
  return meta.title.includes(meta.organisation) ? title : `${title} - ${meta.organisation}`;
}
