import { textOf } from '../document/text.ts';
import type { Rule } from './rule.ts';

export const easyReadCoverage: Rule = {
  id: 'easy-read/coverage',
  title: 'Easy Read tells each section again, or says why not',
  severity: 'warning',
  why: 'People who read Easy Read have a right to know what the report says, and what was left out.',
  clauses: ['DAPB1605 (meet)', 'COGA: provide a summary of long documents'],
  *check({ children, easyRead }) {
    if (easyRead === undefined) return;
    const headings = children.filter((block) => block.type === 'heading');
    const ids = new Set(headings.map((heading) => heading.id));
    const named = [...easyRead.covers, ...easyRead.leftOut];
    for (const { id, at } of named) {
      if (ids.has(id)) continue;
      yield {
        severity: 'error',
        message: `"${id}" is not a heading of the report.`,
        fix: 'Write the heading in small letters with hyphens, as in a link to it.',
        ...(at && { at }),
      };
    }
    const told = new Set(named.map(({ id }) => id));
    let covered = false;
    for (const heading of headings) {
      if (heading.depth === 2) covered = told.has(heading.id);
      if (covered || heading.depth !== 2) continue;
      yield {
        message: `The section "${textOf(heading.children)}" is not in the Easy Read version.`,
        fix: `Tell it there (covers="${heading.id}"), or add :::left-out{section="${heading.id}" why="…"}.`,
        ...(heading.at && { at: heading.at }),
      };
    }
  },
};
