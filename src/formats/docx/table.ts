import { textOf } from '../../document/text.ts';
import type { Cell, RowGroup, Table } from '../../document/tree.ts';
import { textOfCell } from './cell-text.ts';
import type { Blocks, DocxContext, Spot } from './context.ts';
import { marked, paragraph } from './paragraph.ts';
import { recordsOf } from './records.ts';
import { runsOf, textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { clean, el, val, type Xml } from './xml.ts';

/** Average width of a letter in multiples of the size: Arial's lower case has 0.5. */
const letter = 0.52;
/** Twentieths of a point that the padding and rules of a cell take. */
const padding = 220;
/** A row with more text than so many lines at the narrowest column may go over the page. */
const keptLines = 12;
/** Rows with more characters on average are easier to read as records. */
const longRow = 500;

/** A table as a grid where its words fit the page at the document's size, else as records. The caption stands before it. */
export function layOutTable(table: Table, spot: Spot, context: DocxContext): Blocks {
  const widths = columnWidths(table, spot, context);
  const caption = table.caption
    ? [
        paragraph(
          marked(textRuns(table.caption, { language: spot.language }, context), table.id, context),
          plainSpot(spot),
          styleIds.caption,
        ),
      ]
    : [];
  if (widths === undefined) return [...caption, ...recordsOf(table, spot, context)];
  const parts = table.groups.flatMap((group, index): Xml[] => {
    const title =
      group.title === undefined
        ? []
        : [
            paragraph(
              runsOf(group.title, { language: spot.language }, context),
              plainSpot(spot),
              styleIds.tableGroup,
            ),
          ];
    return [...title, grid(table, group, widths, { index, spot, context })];
  });
  const all =
    table.groups.length === 0 ? [grid(table, { rows: [] }, widths, { index: 0, spot, context })] : parts;
  return [...caption, ...all];
}

/** Outside lists. */
function plainSpot({ lists: _, mark: __, ...rest }: Spot): Spot {
  return { ...rest, lists: 0 };
}

interface Part {
  readonly index: number;
  readonly spot: Spot;
  readonly context: DocxContext;
}

function grid(table: Table, group: RowGroup, widths: readonly number[], { index, spot, context }: Part): Xml {
  const name = [table.caption, index > 0 ? textOf(group.title ?? []) : ''].filter(Boolean).join(', ');
  const cell = (content: Cell, column: number): Xml => {
    const width = widths[column] ?? 0;
    const blocks = context.blocks(content.children, { ...plainSpot(spot), width: width - padding });
    const last = blocks.at(-1);
    // A cell ends with a paragraph (ECMA-376 part 1, 17.4.66).
    const closed = last === undefined || last.name !== 'w:p' ? [...blocks, el('w:p')] : blocks;
    return el('w:tc', {}, [el('w:tcPr', {}, [el('w:tcW', { 'w:w': width, 'w:type': 'dxa' })]), ...closed]);
  };
  const row = (cells: readonly Cell[], isHeader: boolean, isKept: boolean): Xml => {
    const properties = [...(isKept ? [el('w:cantSplit')] : []), ...(isHeader ? [el('w:tblHeader')] : [])];
    return el('w:tr', {}, [
      ...(properties.length > 0 ? [el('w:trPr', {}, properties)] : []),
      ...cells.map(cell),
    ]);
  };
  const perLine = Math.min(
    ...widths.map((width) => Math.max(1, (width - padding) / (context.options.size * 20 * letter))),
  );
  const isKept = (cells: readonly Cell[]): boolean =>
    Math.max(0, ...cells.map((one) => textOfCell(one).length)) <= perLine * keptLines;
  return el('w:tbl', {}, [
    el('w:tblPr', {}, [
      val('w:tblStyle', 'TableGrid'),
      ...(context.isRightToLeft ? [el('w:bidiVisual')] : []),
      el('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      val('w:tblLayout', 'fixed'),
      el('w:tblLook', {
        'w:val': table.rowHeaders === 1 ? '00A0' : '0020',
        'w:firstRow': 1,
        'w:lastRow': 0,
        'w:firstColumn': table.rowHeaders,
        'w:lastColumn': 0,
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
      ...(name === '' ? [] : [val('w:tblCaption', clean(name))]),
    ]),
    el(
      'w:tblGrid',
      {},
      widths.map((width) => el('w:gridCol', { 'w:w': width })),
    ),
    row(table.columns, true, true),
    ...group.rows.map(({ cells }) => row(cells, false, isKept(cells))),
  ]);
}

/** Widths in twentieths of a point where each column holds its longest word; undefined where the page is too narrow for that. */
function columnWidths(table: Table, spot: Spot, { options }: DocxContext): readonly number[] | undefined {
  if (table.layout === 'records') return undefined;
  const perLetter = options.size * 20 * letter;
  const least = table.columns.map(() => 0);
  const weight = table.columns.map(() => 1);
  let characters = 0;
  let rows = 0;
  const measure = (cells: readonly Cell[]): void => {
    cells.forEach((cell, index) => {
      const text = textOfCell(cell);
      const longest = text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 1);
      least[index] = Math.max(least[index] ?? 0, longest * perLetter * 1.08 + padding);
      weight[index] = Math.max(weight[index] ?? 1, Math.sqrt(text.length));
      characters += text.length;
    });
  };
  measure(table.columns);
  characters = 0;
  for (const group of table.groups) {
    for (const { cells } of group.rows) {
      rows++;
      measure(cells);
    }
  }
  const needed = least.reduce((sum, width) => sum + width, 0);
  const isLong = rows > 0 && characters / rows > longRow;
  if (table.layout !== 'grid' && (needed > spot.width || (isLong && table.columns.length > 3)))
    return undefined;
  if (needed > spot.width) return least.map((width) => Math.floor((width / needed) * spot.width));
  const left = spot.width - needed;
  const total = weight.reduce((sum, one) => sum + one, 0);
  return least.map((width, index) => Math.floor(width + (left * (weight[index] ?? 1)) / total));
}
