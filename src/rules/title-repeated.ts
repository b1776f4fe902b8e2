import { textOf } from '../document/text.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Rule } from './rule.ts';

/** People who move by headings meet the same words twice and learn nothing. */
export const titleRepeated: Rule = {
  id: 'content/title-repeated',
  title: 'No heading repeats the title or the heading above it',
  severity: 'warning',
  why: 'People who move by headings meet the same words twice, and do not know which part they are in.',
  clauses: ['WCAG 2.2 2.4.6'],
  *check({ meta, children }) {
    const above: string[] = [keyOf(meta.title)];
    for (const block of children) {
      if (block.type !== 'heading') continue;
      const words = textOf(block.children);
      above.length = Math.min(above.length, block.depth - 1);
      if (above.includes(keyOf(words))) {
        yield {
          message: `The heading "${words}" says the same as the title or a heading above it.`,
          fix: 'Leave it out, or say what this part tells.',
          ...(block.at && { at: block.at }),
        };
      }
      above.push(keyOf(words));
    }
  },
};

function keyOf(text: string): string {
  return wordsOf(text).join(' ').toLowerCase();
}
