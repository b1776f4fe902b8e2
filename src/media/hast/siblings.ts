import type { Element } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import type { Furniture } from '../../document/furniture/furniture.ts';

/** Another format of the same report, for the list of links at the end of a page. */
export const siblingSchema = z.strictObject({
  /** Name of the format, such as "Large print, 20 point". */
  title: z.string().trim().min(1),
  /** Relative to the page. */
  href: z.string().trim().min(1),
  /** Stands in brackets in the link: type, pages and size, such as `PDF, 61 pages, 240 KB`. */
  note: z.string().trim().default(''),
});

export interface Sibling extends Readonly<z.infer<typeof siblingSchema>> {}

/** Where the link in the page's header leads. */
export const siblingsId = 'page.formats';

/** Links to the other formats, or undefined where there are none. */
export function siblingLinks(siblings: readonly Sibling[], { web }: Furniture): Element | undefined {
  if (siblings.length === 0) return undefined;
  const items = siblings.map(({ title, href, note }) => {
    const more = newsIn(note, title);
    return h('li', h('a', { href }, more === '' ? title : `${title} (${more})`));
  });
  return h(
    'nav',
    { className: ['siblings'], id: siblingsId, ariaLabel: web.otherFormatsShort },
    h('h2', web.otherFormats),
    h('p', web.otherFormatsIntro),
    h('ul', { role: 'list' }, items),
  );
}

/** What a note adds to a title: "Accessible web page" need not be told that it is a "web page". */
function newsIn(note: string, title: string): string {
  const parts = note.split(', ');
  return (title.toLowerCase().includes(parts[0]!.toLowerCase()) ? parts.slice(1) : parts).join(', ');
}
