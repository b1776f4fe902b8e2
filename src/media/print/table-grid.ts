import type { Cell, Inline, Table } from '../../document/tree.ts';
import type { Canvas } from '../pages/canvas.ts';
import type { Line, Run } from '../pages/lines.ts';
import {
  type Artifact,
  type Leaf,
  layoutArtifact,
  pageArtifact,
  type StructElement,
} from '../pages/structure.ts';
import { unbreakableParts } from '../pages/unbreakable.ts';
import { runsOf } from './inline-runs.ts';
import type { Press, Spot } from './press.ts';
import { columnElement, groupElement, rowElements, simpleContent, type TableParts } from './table-cells.ts';

/** Widths of the columns in points, padding included. */
export interface GridPlan {
  readonly widths: readonly number[];
}

/** A cell with more lines than this reads badly beside its neighbours, unless there are two columns and it is wide. */
const mostLines = 5;
const mostLinesOfTwo = 10;
/** Width from which a column is wide, in multiples of the size. */
const wideColumn = 10;
/** A row must leave room for others: share of the page's height. */
const mostOfPage = 0.3;

const gapOf = (size: number): number => size * 0.7;

/** Columns in which every word fits unbroken at full size; undefined where there are none, or where the rows would be too high. */
export function planGrid(table: Table, spot: Spot, press: Press): GridPlan | undefined {
  const { flow } = press;
  const { size, line, textHeight } = flow.design;
  const gap = gapOf(size);
  const rows = [table.columns, ...table.groups.flatMap((group) => group.rows.map((row) => row.cells))];
  if (rows.some((cells) => cells.some((cell) => simpleContent(cell) === undefined))) return undefined;
  if (table.columns.length * size * 1.5 > spot.width) return undefined;
  const least = table.columns.map(() => size);
  const most = table.columns.map(() => size);
  for (const [index, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const bold = index === 0 || column < table.rowHeaders;
      const runs = measuredRuns(cell, bold, press);
      const whole = flow.measured(runs, 1e6).reduce((widest, { width }) => Math.max(widest, width), 0);
      let word = 0;
      for (const run of runs) {
        for (const part of unbreakableParts(run.text)) {
          const [only] = flow.measured([{ ...run, text: part }], 1e6);
          word = Math.max(word, only?.width ?? 0);
        }
      }
      least[column] = Math.max(least[column] ?? 0, word + 1);
      most[column] = Math.max(most[column] ?? 0, whole + 1);
    }
  }
  const widths = shareOut(least, most, spot.width - gap * 2 * table.columns.length)?.map(
    (width) => width + gap * 2,
  );
  if (widths === undefined) return undefined;
  const isPair = table.columns.length <= 2;
  for (const [index, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const bold = index === 0 || column < table.rowHeaders;
      const room = (widths[column] ?? 0) - gap * 2;
      const lines = flow.measured(measuredRuns(cell, bold, press), room).length;
      const most = isPair && room >= size * wideColumn ? mostLinesOfTwo : mostLines;
      if (lines > most || lines * line > textHeight * mostOfPage) return undefined;
    }
  }
  return { widths };
}

/** Every column gets its least width; what is left goes to those that want more, in proportion. */
function shareOut(
  least: readonly number[],
  most: readonly number[],
  room: number,
): readonly number[] | undefined {
  const needed = least.reduce((sum, width) => sum + width, 0);
  const wanted = most.reduce((sum, width) => sum + width, 0);
  if (needed > room) return undefined;
  if (wanted <= room) return most;
  const part = (room - needed) / (wanted - needed);
  return least.map((width, column) => width + ((most[column] ?? width) - width) * part);
}

/** The cell's words without elements of their own: for measuring, and for a header that is repeated. */
function measuredRuns(
  cell: Cell,
  bold: boolean,
  press: Press,
  leaf: Artifact = layoutArtifact,
): readonly Run[] {
  const runs: Run[] = [];
  const colour = press.inline.textColour;
  const add = (nodes: readonly Inline[], isBold: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'break') runs.push({ text: '\n', bold: isBold, colour, leaf });
      else if (node.type === 'footnoteReference')
        runs.push({ text: `\u00a0[${node.number}]`, bold: true, colour, leaf });
      else if (node.type === 'delete') {
        runs.push({ text: '[deleted] ', bold: isBold, colour, leaf });
        add(node.children, isBold);
        runs.push({ text: ' [end of deleted]', bold: isBold, colour, leaf });
      } else if (node.type === 'link') {
        add(node.children, true);
        if (node.showUrl) runs.push({ text: ` (${node.url})`, bold: false, colour, leaf });
      } else if ('children' in node)
        add(node.children, isBold || node.type === 'strong' || node.type === 'emphasis');
      else runs.push({ text: node.type === 'image' ? node.alt : node.value, bold: isBold, colour, leaf });
    }
  };
  add(simpleContent(cell) ?? [], bold);
  return runs;
}

/** Prints the grid. Rows stay whole; the header row is repeated on every page. */
export function layOutGrid(
  { table, element, prefix }: TableParts,
  { widths }: GridPlan,
  spot: Spot,
  press: Press,
): void {
  const { flow } = press;
  const { size, line, margin, ruleColour, boxColour, colours } = flow.design;
  const gap = gapOf(size);
  const padding = size * 0.35;
  const { isRightToLeft } = spot;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const left = margin + spot.left + (isRightToLeft ? spot.width - total : 0);
  const right = left + total;
  const lefts = widths.map((own, column) => {
    const before = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    return isRightToLeft ? right - before - own : left + before;
  });
  const cellLines = (cells: readonly (readonly Run[])[]): readonly (readonly Line[])[] =>
    cells.map((runs, column) => flow.lines(runs, (widths[column] ?? 0) - gap * 2, { isRightToLeft }));
  const heightOf = (cells: readonly (readonly Line[])[]): number =>
    Math.max(1, ...cells.map((lines) => lines.length)) * line + padding * 2;
  const paintCells = (canvas: Canvas, top: number, cells: readonly (readonly Line[])[]): void => {
    cells.forEach((lines, column) => {
      lines.forEach((text, index) => {
        const room = (widths[column] ?? 0) - gap * 2;
        const start = (lefts[column] ?? left) + gap + (text.isRightToLeft ? room - text.width : 0);
        canvas.text(text, start, top + padding + index * line + flow.baseline(size), size);
      });
    });
  };
  const paintHead = (
    canvas: Canvas,
    top: number,
    cells: readonly (readonly Line[])[],
    height: number,
  ): void => {
    canvas.fill(layoutArtifact, boxColour, left, top, right, top + height);
    canvas.fill(layoutArtifact, colours.text, left, top + height - 2, right, top + height);
    paintCells(canvas, top, cells);
  };
  const addRow = (
    leaves: readonly StructElement[],
    cells: readonly Cell[],
    bold: (column: number) => boolean,
  ): void => {
    const content = cellLines(
      cells.map((cell, column) =>
        runsOf(simpleContent(cell) ?? [], leaves[column] as StructElement, bold(column), press.inline),
      ),
    );
    const height = heightOf(content);
    flow.thing(height, (canvas, top) => {
      paintCells(canvas, top, content);
      canvas.fill(layoutArtifact, ruleColour, left, top + height - 1, right, top + height);
    });
  };

  const headRow = element.block('THead').block('TR');
  const head = cellLines(
    table.columns.map((cell, column) =>
      runsOf(simpleContent(cell) ?? [], columnElement(headRow, prefix, column), true, press.inline),
    ),
  );
  const again = cellLines(table.columns.map((cell) => measuredRuns(cell, true, press, pageArtifact)));
  const headHeight = heightOf(head);
  flow.thing(headHeight, (canvas, top) => paintHead(canvas, top, head, headHeight));
  flow.keep();
  const addGroups = (): void => {
    let row = 0;
    table.groups.forEach((group, index) => {
      const body = element.block('TBody');
      if (group.title) {
        const leaf: Leaf = groupElement(body, table, prefix, index);
        flow.space(line * 0.4);
        flow.text(runsOf(group.title, leaf, true, press.inline), {
          left: left - margin + gap,
          width: total - gap * 2,
          isRightToLeft: isRightToLeft === true,
        });
        flow.keep();
      }
      for (const one of group.rows) {
        const { cells } = one;
        const first = body.kids.length;
        press.marks?.begin(one, { ...spot, parent: body }, press);
        const leaves = rowElements(body, { cells }, table, { prefix, row: row++, group: index });
        addRow(leaves, cells, (column) => column < table.rowHeaders);
        press.finished(body.kids.slice(first), flow);
      }
    });
  };
  flow.frame(0, nothing, addGroups, {
    height: headHeight,
    paint: (canvas, top) => paintHead(canvas, top, again, headHeight),
  });
}

function nothing(): void {}
