import { textOf } from '../document/text.ts';
import type { Cell } from '../document/tree.ts';
import { visitBlocks } from '../document/visit.ts';
import type { Rule } from './rule.ts';

/** A whole column of signs is the matter of content/key-without-marks. */
export const signForWord: Rule = {
  id: 'content/sign-for-word',
  title: 'Cells of a table say words, not signs alone',
  severity: 'warning',
  why: 'A tick or a dot is silent in many screen readers, differs from voice to voice, and has no sign in braille.',
  clauses: ['WCAG 2.2 1.1.1', 'WCAG 2.2 1.3.1'],
  *check({ children }) {
    for (const block of visitBlocks(children)) {
      if (block.type !== 'table') continue;
      for (const { cells } of block.groups.flatMap(({ rows }) => rows)) {
        for (const cell of cells) {
          const sign = signOf(cell);
          const at = cell.at ?? block.at;
          if (sign === undefined) continue;
          yield {
            message: `A cell says only "${sign}".`,
            fix: 'Write what the sign means: "Yes", "No", "Met".',
            ...(at && { at }),
          };
        }
      }
    }
  },
};

/** The sign, where a cell has nothing else. A dash or a star is written for "none". */
function signOf({ children }: Cell): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'paragraph') return undefined;
  const text = textOf(only.children).trim();
  return /^[\p{So}\p{Sk}●•○◦■□▪▫]+$/u.test(text) ? text : undefined;
}
