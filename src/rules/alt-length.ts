import { visitBlocks } from '../document/visit.ts';
import type { Rule } from './rule.ts';

const most = 125;

/** NHS digital service manual: alt at most 125 characters, else a long description. */
export const altLength: Rule = {
  id: 'content/alt-length',
  title: 'Alt text is short; the details are in the long description',
  severity: 'warning',
  why: 'A screen reader reads the description of a picture in one go: it cannot be stopped, searched or gone through step by step.',
  clauses: ['WCAG 2.2 1.1.1', 'NHS digital service manual: images'],
  *check(document) {
    for (const block of visitBlocks(document.children)) {
      if (block.type !== 'figure' || block.alt.length <= most) continue;
      yield {
        message: `The alt text has ${block.alt.length} characters; screen readers read it without a pause.`,
        fix: `Say the main point in at most ${most} characters, and the rest in the text inside the box.`,
        ...(block.at && { at: block.at }),
      };
    }
  },
};
