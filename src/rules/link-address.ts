import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

/** A name such as `example.org` can be said; with a path it is read out letter by letter. */
const address = /^(?:https?:\/\/\S+|www\.\S+)$|^[\w-]+(?:\.[\w-]+)+\/\S+$/i;

export const linkAddress: Rule = {
  id: 'content/link-address',
  title: 'The words of a link are words, not an address',
  severity: 'warning',
  why: 'A screen reader reads an address letter by letter, and nobody learns from it where the link leads.',
  clauses: ['WCAG 2.2 2.4.4', 'NHS digital service manual: links'],
  *check(document) {
    for (const link of readingOf(document).links) {
      if (!address.test(link.text)) continue;
      yield {
        message: `The link "${link.text.length > 60 ? `${link.text.slice(0, 60)}…` : link.text}" is read out letter by letter.`,
        fix: 'Use the name of the document or page as the words of the link. Formats on paper print the address beside it.',
        ...(link.at && { at: link.at }),
      };
    }
  },
};
