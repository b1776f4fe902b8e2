import { wordsOf } from '../document/tokens.ts';
import { visitBlocks } from '../document/visit.ts';
import type { Position } from '../kernel/finding.ts';
import type { Rule } from './rule.ts';

/** People who go from table to table hear only the captions. */
export const captionRepeated: Rule = {
  id: 'content/caption-repeated',
  title: 'Each table and picture has a caption of its own',
  severity: 'warning',
  why: 'People who listen go from table to table by their captions. Two that are the same cannot be told apart.',
  clauses: ['WCAG 2.2 2.4.6', 'NHS digital service manual: tables'],
  *check({ children }) {
    const seen = new Map<string, Position | undefined>();
    for (const block of visitBlocks(children)) {
      if (block.type !== 'table' && block.type !== 'figure') continue;
      if (block.caption === undefined) continue;
      const key = `${block.type} ${wordsOf(block.caption).join(' ').toLowerCase()}`;
      if (seen.has(key)) {
        const line = seen.get(key)?.line;
        yield {
          message: `The caption "${block.caption}" was used before${line === undefined ? '' : `, in line ${line}`}.`,
          fix: 'Say in each caption how it differs from the others.',
          ...(block.at && { at: block.at }),
        };
      } else seen.set(key, block.at);
    }
  },
};
