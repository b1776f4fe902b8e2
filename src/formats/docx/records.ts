import { fill } from '../../document/furniture/furniture.ts';
import type { Cell, Table } from '../../document/tree.ts';
import { textOfCell } from './cell-text.ts';
import { type Blocks, type DocxContext, nextCount, type Spot } from './context.ts';
import { paragraph } from './paragraph.ts';
import { added, runsOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { el, type Xml } from './xml.ts';

/**
 * A table that does not fit the page, told row by row: "Record 3 of 24", the row's header as a title, then each column's name with
 * its value. A bookmark around it says where it starts and ends.
 */
export function recordsOf(table: Table, spot: Spot, context: DocxContext): Blocks {
  const { body } = context.furniture;
  const inside: Spot = { lists: 0, width: spot.width, language: spot.language };
  const total = table.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const mark = nextCount(context);
  const out: Blocks = [columnNames(table, inside, context)];
  let number = 0;
  for (const group of table.groups) {
    if (group.title) {
      const words = runsOf(group.title, { language: spot.language }, context);
      out.push(paragraph(words, inside, styleIds.tableGroup));
    }
    for (const { cells } of group.rows) {
      number++;
      const name = fill(body.record, { number, total });
      out.push(paragraph(textRuns(name, added(context), context), inside, styleIds.recordNumber));
      cells.forEach((cell, index) => {
        out.push(...value(cell, index, table, inside, context));
      });
    }
  }
  const open = el('w:bookmarkStart', { 'w:id': mark, 'w:name': `records_${mark}` });
  return [open, ...out, el('w:bookmarkEnd', { 'w:id': mark })];
}

function columnNames(table: Table, spot: Spot, context: DocxContext): Xml {
  const runs: Xml[] = textRuns(`${context.furniture.body.eachRecord} `, added(context), context);
  table.columns.forEach((cell, index) => {
    const look = { style: styleIds.columnName, language: spot.language };
    runs.push(...textRuns(textOfCell(cell), look, context));
    runs.push(...textRuns(index < table.columns.length - 1 ? ', ' : '.', added(context), context));
  });
  return paragraph(runs, spot, styleIds.recordColumns);
}

/** The first cell is the record's title where it names the row; every other value stands behind the name of its column. */
function value(cell: Cell, index: number, table: Table, spot: Spot, context: DocxContext): Blocks {
  const isTitle = index < table.rowHeaders;
  const [first, ...rest] = cell.children;
  const words =
    first?.type === 'paragraph' ? runsOf(first.children, { language: spot.language }, context) : [];
  const others = context.blocks(first?.type === 'paragraph' ? rest : cell.children, spot);
  const name = table.columns[index];
  const label = isTitle
    ? []
    : textRuns(`${name === undefined ? '' : textOfCell(name)}: `, { ...added(context), bold: true }, context);
  const style = isTitle ? styleIds.recordTitle : styleIds.recordValue;
  return [paragraph([...label, ...words], spot, style), ...others];
}
