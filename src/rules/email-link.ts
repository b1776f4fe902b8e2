import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

/** What e-mail programs take: an address, then settings behind a question mark, without spaces. */
const good = /^mailto:[^\s@?&]+@[^\s@?&]+\.[^\s@?&.]+(?:\?[a-z]+=[^\s&=]*(?:&[a-z]+=[^\s&=]*)*)?$/i;

export const emailLink: Rule = {
  id: 'content/email-link',
  title: 'Links to e-mail addresses work',
  severity: 'error',
  why: 'An e-mail that comes back, or a window that never opens, ends the attempt of somebody who cannot telephone.',
  clauses: ['WCAG 2.2 2.4.4', 'DAPB1605 (meet)'],
  *check(document) {
    for (const { url, text, at } of readingOf(document).links) {
      if (!/^mailto:/i.test(url) || good.test(url)) continue;
      yield {
        message: `The e-mail link "${text.slice(0, 60)}" has an address that e-mail programs cannot read: "${url.slice(0, 80)}".`,
        fix: 'Write mailto: and the address, such as mailto:team@example.org. Leave a subject out, or write ?subject=Large%20print behind it.',
        ...(at && { at }),
      };
    }
  },
};
