import type { Rule } from './rule.ts';

const most = 65;

/** NHS digital service manual: one heading 1 of at most 65 characters. */
export const titleLength: Rule = {
  id: 'content/title-length',
  title: 'The title is short enough to be taken in at once',
  severity: 'warning',
  why: 'The title is the first thing that is heard, and what is seen in a list of pages or files.',
  clauses: ['NHS digital service manual: page titles', 'WCAG 2.2 2.4.2'],
  *check({ meta }) {
    if (meta.title.length <= most) return;
    yield {
      message: `The title has ${meta.title.length} characters; more than ${most} are hard to take in.`,
      fix: 'Shorten it, and put the rest into the summary.',
    };
  },
};
