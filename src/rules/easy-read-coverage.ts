import { textOf } from '../document/text.ts';
import type { Position } from '../kernel/finding.ts';
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
    const first = new Map<string, Position | undefined>();
    for (const { id, at } of easyRead.covers) {
      if (!first.has(id)) {
        first.set(id, at);
        continue;
      }
      const other = first.get(id);
      yield {
        message: `"${id}" is covered twice${other ? `: line ${other.line} of ${other.file} covers it too` : ''}.`,
        fix: 'Let one block cover it, so that it is clear which one to look at when the section changes.',
        ...(at && { at }),
      };
    }
    const covered = new Set(easyRead.covers.map(({ id }) => id));
    for (const { id, at } of easyRead.leftOut) {
      if (!covered.has(id)) continue;
      yield {
        message: `"${id}" is told again and also said to be left out.`,
        fix: 'Delete the one that is not so.',
        ...(at && { at }),
      };
    }
    const told = new Set(named.map(({ id }) => id));
    let isCovered = false;
    for (const heading of headings) {
      if (heading.depth === 2) isCovered = told.has(heading.id);
      if (isCovered || heading.depth !== 2) continue;
      yield {
        message: `The section "${textOf(heading.children)}" is not in the Easy Read version.`,
        fix: `Tell it there (covers="${heading.id}"), or add :::left-out{section="${heading.id}" why="…"}.`,
        ...(heading.at && { at: heading.at }),
      };
    }
  },
};
