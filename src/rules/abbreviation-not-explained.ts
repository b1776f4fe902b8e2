import { mapDocumentInlines } from '../document/map.ts';
import type { Inline } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import type { Rule } from './rule.ts';
import { shortFormsIn } from './short-forms.ts';

// Known to nearly everyone in England (NHS digital service manual lists NHS and GP), or not an abbreviation.
const familiar = new Set([
  'NHS',
  'GP',
  'UK',
  'PDF',
  'HTML',
  'COVID',
  'BBC',
  'II',
  'III',
  'IV',
  'VI',
  'VII',
  'VIII',
  'IX',
  'XI',
  'XII',
]);

/** Each abbreviation is told once; the first place is given. */
export const abbreviationNotExplained: Rule = {
  id: 'content/abbreviation-not-explained',
  title: 'Every abbreviation is explained',
  severity: 'warning',
  why: 'Readers who are new to a service, and screen readers that spell short forms letter by letter, cannot tell what the letters stand for.',
  clauses: ['WCAG 2.2 3.1.4', 'NHS digital service manual: abbreviations'],
  *check(document) {
    const found = new Map<string, Position | undefined>();
    const look = (nodes: readonly Inline[]): void => {
      for (const node of nodes) {
        if (node.type === 'text') {
          const all = shortFormsIn(node.value);
          const shouted =
            all.length > 2 && all.join('').length > node.value.replace(/[^\p{L}]/gu, '').length * 0.8;
          if (!shouted)
            for (const one of all) if (!familiar.has(one) && !found.has(one)) found.set(one, node.at);
        } else if (node.type !== 'link' && 'children' in node) look(node.children);
      }
    };
    mapDocumentInlines(document, (nodes, place) => {
      if (place !== 'term') look(nodes);
      return nodes;
    });
    for (const [short, at] of found) {
      yield {
        message: `"${short}" is not explained.`,
        fix: `Add a line "- ${short}: what it stands for" to :::abbreviations, or write it out.`,
        ...(at && { at }),
      };
    }
  },
};
