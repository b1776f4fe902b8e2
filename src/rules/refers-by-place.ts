import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

const byPlace =
  /\b(see|refer to|as shown|shown|listed|mentioned|described|the (?:table|chart|figure|narrative|list)) (?:the )?(above|below|overleaf|opposite)\b|\b(?:above|previous) narrative\b|\bin the (?:left|right)-hand (?:column|margin)\b/i;

/** In braille, audio and re-laid tables there is no above and below. */
export const refersByPlace: Rule = {
  id: 'content/refers-by-place',
  title: 'The text refers to things by name, not by place',
  severity: 'warning',
  why: 'In braille, audio and text that is laid out anew there is no above, below, left or right.',
  clauses: ['WCAG 2.2 1.3.3'],
  *check(document) {
    for (const passage of readingOf(document).passages) {
      const match = byPlace.exec(passage.text);
      if (match === null) continue;
      yield {
        message: `"${match[0]}" means nothing where the page is laid out in another way.`,
        fix: 'Name the section or table, and link to it.',
        ...(passage.at && { at: passage.at }),
      };
    }
  },
};
