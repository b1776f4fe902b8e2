import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

const empty = new Set([
  'here',
  'click here',
  'this',
  'this link',
  'link',
  'read more',
  'more',
  'more information',
  'find out more',
  'learn more',
  'see here',
  'download',
  'this page',
  'go',
]);

/** People who hear a list of links get only their words. */
export const linkWords: Rule = {
  id: 'content/link-words',
  title: 'The words of a link make sense alone',
  severity: 'error',
  why: 'People who use a screen reader go through a list of the links. "Here" tells them nothing.',
  clauses: ['WCAG 2.2 2.4.4', 'NHS digital service manual: links'],
  *check(document) {
    for (const link of readingOf(document).links) {
      const words = link.text
        .slice(0, 40)
        .toLowerCase()
        .replace(/[.,:;!\s]+$/, '');
      if (!empty.has(words)) continue;
      yield {
        message: `The link "${link.text}" does not say where it leads.`,
        fix: 'Use the name of the document or page as the words of the link.',
        ...(link.at && { at: link.at }),
      };
    }
  },
};
