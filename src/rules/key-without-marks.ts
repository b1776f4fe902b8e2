import { textOf } from '../document/text.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Block, Table } from '../document/tree.ts';
import { visitBlocks } from '../document/visit.ts';
import type { Rule } from './rule.ts';

/** Where a page tells grades by the colour of cells, the copied table has columns without a word. */
export const keyWithoutMarks: Rule = {
  id: 'content/key-without-marks',
  title: 'No column of a table is without words',
  severity: 'error',
  why: 'Where a page tells grades by the colour of cells, every format that has no colour tells nothing at all.',
  clauses: ['WCAG 2.2 1.4.1', 'WCAG 2.2 1.3.1'],
  *check({ children }) {
    for (const block of visitBlocks(children)) {
      if (block.type !== 'table') continue;
      for (const column of emptyColumns(block)) {
        yield {
          message: `Column ${column + 1} of the table "${block.caption ?? 'without a caption'}" has no word: was its meaning a colour or a sign?`,
          fix: 'Write in each cell what the colour or sign said, or leave the column out.',
          ...(block.at && { at: block.at }),
        };
      }
    }
  },
};

function emptyColumns({ columns, groups }: Table): number[] {
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return [];
  return columns.flatMap((_, column) =>
    rows.every(({ cells }) => isEmpty(cells[column]?.children ?? [])) ? [column] : [],
  );
}

/** A dot or square tells nothing: its colour did. */
function isEmpty(blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.type === 'paragraph' && wordsOf(textOf(block.children)).length === 0);
}
