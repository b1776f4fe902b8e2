import { fill } from '../../document/furniture/furniture.ts';
import type { Cell, Row, Table } from '../../document/tree.ts';
import type { Run } from '../pages/lines.ts';
import { layoutArtifact, pageArtifact, type StructElement } from '../pages/structure.ts';
import { runsOf } from './inline-runs.ts';
import { type Press, plain, type Spot } from './press.ts';
import {
  cellText,
  columnElement,
  groupElement,
  rowElements,
  simpleContent,
  type TableParts,
} from './table-cells.ts';

/** A value no longer than this may stand behind its label on the same line. */
const mostInLine = 90;
const longTitle = 60;
/** Where one row's header is longer than this, all are text, not titles: bold letters over many lines are tiring to read. */
const mostOfTitle = 100;

/** Prints a table as records: the row's header as title, then each column's name with its value. The tags stay a table's. */
export function layOutRecords({ table, element, prefix }: TableParts, spot: Spot, press: Press): void {
  const { flow } = press;
  const { line } = flow.design;
  layOutColumns(table, element.block('THead').block('TR'), prefix, spot, press);
  // What each record has says nothing at the foot of a page.
  flow.follow();
  const isInLine = table.columns.map((_, column) =>
    table.groups.every((group) => group.rows.every((row) => fitsLine(row.cells[column]))),
  );
  // One record with a title among others without would look like the head of a part.
  const isTitled = table.groups.every((group) => group.rows.every(({ cells: [title] }) => isTitle(title)));
  const total = table.groups.reduce((sum, group) => sum + group.rows.length, 0);
  let count = 0;
  table.groups.forEach((group, index) => {
    const body = element.block('TBody');
    if (group.title) {
      const title = groupElement(body, table, prefix, index);
      flow.space(line * 1.5);
      const words = runsOf(group.title, title, true, press.inline);
      flow.title(words, spot, { size: flow.design.size * 1.15, at: group.at });
      flow.keep();
    }
    for (const row of group.rows) {
      const first = body.kids.length;
      const cells = rowElements(body, row, table, { prefix, row: count, group: index });
      count++;
      press.marks?.begin(row, { ...spot, parent: body }, press);
      flow.space(line * (group.title && row === group.rows[0] ? 0.5 : 1.2));
      layOutRecord(
        row,
        cells,
        { table, isInLine, isTitled, name: fill(press.furniture.body.record, { number: count, total }) },
        spot,
        press,
      );
      press.finished(body.kids.slice(first), flow);
    }
  });
  flow.space(line);
  endRule(spot, press);
}

/** The columns once, as the header row that the tags need, in one paragraph for the eye. */
function layOutColumns(table: Table, row: StructElement, prefix: string, spot: Spot, press: Press): void {
  const runs: Run[] = [plain(`${press.furniture.body.eachRecord} `, layoutArtifact, press)];
  table.columns.forEach((cell, column) => {
    const leaf = columnElement(row, prefix, column);
    const simple = simpleContent(cell);
    runs.push(...(simple ? runsOf(simple, leaf, false, press.inline) : [plain(cellText(cell), leaf, press)]));
    runs.push(plain(column < table.columns.length - 1 ? ', ' : '.', layoutArtifact, press));
  });
  press.flow.text(runs, spot, { at: table.at });
}

interface RecordStyle {
  readonly table: Table;
  readonly isInLine: readonly boolean[];
  readonly isTitled: boolean;
  /** Such as "Record 3 of 24". */
  readonly name: string;
}

function layOutRecord(
  row: Row,
  cells: readonly StructElement[],
  { table, isInLine, isTitled, name }: RecordStyle,
  spot: Spot,
  press: Press,
): void {
  const { flow } = press;
  const { size, line, margin, colours } = flow.design;
  const left = margin + spot.left;
  const [again] = flow.lines(
    [plain(fill(press.furniture.body.continued, { name }), pageArtifact, press)],
    spot.width,
    { isRightToLeft: spot.isRightToLeft },
  );
  const [title] = row.cells;
  const hasTitle = table.rowHeaders === 1 && title !== undefined;
  const element = cells[0] as StructElement;
  const moved = spot.isRightToLeft ? spot.width - (again?.width ?? 0) : 0;
  flow.group(() =>
    flow.frame(
      0,
      () => {},
      () => {
        flow.group(() => {
          flow.thing(3, (canvas, top) =>
            canvas.fill(layoutArtifact, colours.text, left, top, left + spot.width, top + 2),
          );
          flow.keep();
          flow.space(size * 0.3);
          flow.text([plain(name, layoutArtifact, press)], spot);
          flow.space(line * 0.2);
          flow.keep();
          if (hasTitle && isTitled) layOutTitle(title, element, spot, press);
        }, 'title');
        if (hasTitle && !isTitled)
          flow.group(() => layOutValue(title, table.columns[0], false, { ...spot, parent: element }, press));
        for (let column = table.rowHeaders; column < row.cells.length; column++) {
          const cell = row.cells[column] as Cell;
          const place = { ...spot, parent: cells[column] as StructElement };
          flow.space(line * (column === 0 ? 0.3 : 0.7));
          flow.group(() => layOutValue(cell, table.columns[column], isInLine[column] ?? false, place, press));
        }
      },
      again && {
        height: line * 1.3,
        paint: (canvas, top) => canvas.text(again, left + moved, top + flow.baseline(size), size),
      },
    ),
  );
}

function isTitle(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  return simpleContent(cell) !== undefined && cellText(cell).length <= mostOfTitle;
}

function layOutTitle(cell: Cell, element: StructElement, spot: Spot, press: Press): void {
  const { flow } = press;
  const simple = simpleContent(cell);
  // A title of a sentence or more is bold enough as it is.
  const size = flow.design.size * (cellText(cell).length > longTitle ? 1 : 1.1);
  if (simple === undefined) press.layOut(cell.children, { ...spot, parent: element }, press, 'close');
  else flow.title(runsOf(simple, element, true, press.inline), spot, { size, at: cell.at });
  flow.keep();
}

function layOutValue(cell: Cell, name: Cell | undefined, isInLine: boolean, spot: Spot, press: Press): void {
  const { flow } = press;
  const label = plain(`${name ? cellText(name) : ''}: `, layoutArtifact, press, true);
  const simple = simpleContent(cell);
  if (simple !== undefined && isInLine) {
    flow.text([label, ...runsOf(simple, spot.parent, false, press.inline)], spot, { at: cell.at });
    return;
  }
  flow.text([label], spot);
  flow.keep();
  if (simple !== undefined)
    flow.text(runsOf(simple, spot.parent, false, press.inline), spot, { at: cell.at });
  else press.layOut(cell.children, spot, press, 'close');
}

function fitsLine(cell: Cell | undefined): boolean {
  return cell === undefined || (simpleContent(cell) !== undefined && cellText(cell).length <= mostInLine);
}

function endRule(spot: Spot, press: Press): void {
  const { margin, colours } = press.flow.design;
  const left = margin + spot.left;
  press.flow.keep();
  press.flow.thing(2, (canvas, top) =>
    canvas.fill(layoutArtifact, colours.text, left, top, left + spot.width, top + 2),
  );
}
