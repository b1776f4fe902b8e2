import type { HeardCell, HeardPage, HeardTable } from '../../kernel/heard-page.ts';
import type { HeardFault, HeardRule } from './heard-rule.ts';
import { quoted } from './words.ts';

/** Letters of a cell, on the average: more are paragraphs that a layout puts side by side. */
const mostOfData = 60;

export const cellWithoutHeader: HeardRule = {
  id: 'heard/cell-without-header',
  severity: 'error',
  fix: 'Make the first row th with scope="col", and the first cell of each row th with scope="row".',
  faults,
};

function* faults({ tables }: HeardPage): Generator<HeardFault> {
  for (const table of tables) {
    const { selector, name } = table;
    const which = name === '' ? 'A table' : `The table ${quoted(name)}`;
    if (!table.isTold) {
      if (isData(table))
        yield {
          said: `${which} of ${table.rows} rows and ${table.columns} columns is not told as a table`,
          selector,
        };
      continue;
    }
    const data = table.cells.filter(({ isHeader, text }) => !isHeader && text !== '');
    const without = (what: 'rowHeaders' | 'columnHeaders') => data.filter((cell) => cell[what].length === 0);
    const noColumn = table.rows > 1 ? without('columnHeaders') : [];
    const noRow = table.columns > 1 && table.rows > 2 ? without('rowHeaders') : [];
    if (noColumn.length > 0)
      yield { said: `${which} says no column header for ${cellsText(noColumn)}`, selector };
    if (noRow.length > 0)
      yield { said: `${which} says no row header for ${cellsText(noRow)}`, selector, severity: 'warning' };
  }
}

function isData({ rows, columns, cells }: HeardTable): boolean {
  const words = cells.filter(({ text }) => text !== '');
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return rows > 1 && columns > 1 && words.length > 3 && letters / words.length <= mostOfData;
}

function cellsText(cells: readonly HeardCell[]): string {
  const { text, row, column } = cells[0]!;
  const first = `${quoted(text)} (row ${row}, column ${column})`;
  return cells.length === 1 ? first : `${first} and ${cells.length - 1} more`;
}
