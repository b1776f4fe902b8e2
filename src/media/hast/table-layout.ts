import type { Block, Cell, Inline, Table } from '../../document/tree.ts';

/**
 * How a table fits a page: `small` keeps its grid on a telephone, `medium` fits beside a line of text, `wide` needs a wide
 * screen, `records` never fits and is told row by row.
 */
export type TableFit = 'small' | 'medium' | 'wide' | 'records';

/** Characters that fit side by side at the page's sizes: a telephone of 320 px, the text column, the whole page. */
const fits = { small: 26, medium: 52, wide: 88 } as const;
/** Characters that the padding of a cell takes. */
const padding = 3;
/** A row of more lines than this on average is easier to read as a record. */
const mostLines = 6;
/** More columns than this are too narrow to read in the text column. */
const mostColumns = 4;
/** No word narrows a column to less than it, and a longer one may break. Characters. */
const longestWord = 24;

export interface TableLayout {
  readonly fit: TableFit;
  /** Whether words must break for the grid to fit: addresses, mostly. */
  readonly breaksWords: boolean;
}

/** Chooses from the words alone, so that every machine chooses the same. Linear in the size of the table. */
export function tableLayout(table: Table): TableLayout {
  const heads = table.columns.map((cell) => measure(cell).word);
  const widths = heads.map((word) => Math.min(word, longestWord) + padding);
  let longest = Math.max(0, ...heads);
  let characters = 0;
  let rows = 0;
  let widestRow = 0;
  for (const group of table.groups) {
    for (const { cells } of group.rows) {
      let inRow = 0;
      cells.forEach((cell, index) => {
        const { word, length } = measure(cell);
        inRow += Math.max(length, 1) + padding;
        longest = Math.max(longest, word);
        widths[index] = Math.max(widths[index] ?? 0, Math.min(word, longestWord) + padding);
      });
      widestRow = Math.max(widestRow, inRow);
      characters += inRow;
      rows++;
    }
  }
  const needed = widths.reduce((sum, width) => sum + width, 0);
  const average = rows === 0 ? 0 : characters / rows;
  return { fit: fitOf(table, needed, average, widestRow), breaksWords: longest > longestWord };
}

function fitOf({ layout, columns }: Table, needed: number, average: number, widestRow: number): TableFit {
  if (layout === 'records') return 'records';
  if (needed <= fits.small && widestRow <= 2 * fits.small) return 'small';
  if (columns.length <= mostColumns && needed <= fits.medium && average <= fits.medium * mostLines)
    return 'medium';
  if (layout === 'grid') return 'wide';
  return needed <= fits.wide && average <= fits.wide * mostLines ? 'wide' : 'records';
}

/** Longest word and length of a cell's text, in characters. */
function measure(cell: Cell): { readonly word: number; readonly length: number } {
  let word = 0;
  let length = 0;
  const stack: (Block | Inline | Cell)[] = [...cell.children];
  while (stack.length > 0) {
    const node = stack.pop()!;
    const value = 'value' in node ? node.value : 'alt' in node ? node.alt : '';
    length += value.length;
    for (const part of value.split(/\s+/)) word = Math.max(word, part.length);
    if ('children' in node) for (const child of node.children) stack.push(child as Block);
  }
  return { word, length };
}
