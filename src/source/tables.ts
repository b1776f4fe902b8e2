import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  List as MdList,
  Table as MdTable,
  Paragraph,
  RootContent,
} from 'mdast';
import { fold, textOf } from '../document/text.ts';
import type { Block, Cell, Inline, RowGroup, Table } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { toInlines } from './inlines.ts';
import { positionOf, type Reader, report } from './reader.ts';

export interface TableSettings {
  readonly id?: string;
  readonly caption?: string;
  readonly rowHeaders: 0 | 1;
}

type Row = RowGroup['rows'][number];

const writeSomething = 'Write something in every cell: "None", "Not stated" or "Does not apply".';

/** A table drawn with lines. */
export function gridTable(node: MdTable, settings: TableSettings, reader: Reader): Table {
  const [head, ...body] = node.children;
  const width = head?.children.length ?? 0;
  const columns = (head?.children ?? []).map((cell, index): Cell => {
    const children = toInlines(cell.children, reader);
    if (fold(textOf(children)) === '') {
      report(
        reader,
        'column-without-name',
        'error',
        `Column ${index + 1} has no name.`,
        'Write a name in the first line of the table.',
        cell,
      );
      children.push({ type: 'text', value: `Column ${index + 1}` });
    }
    return paragraphCell(children, positionOf(cell, reader));
  });
  const rows = body.map((line): Row => {
    const cells = line.children.slice(0, width).map((cell) => {
      const children = toInlines(cell.children, reader);
      if (isBlank(children)) {
        report(
          reader,
          'empty-cell',
          'warning',
          'A cell of the table is empty: a reader cannot tell why.',
          writeSomething,
          cell,
        );
      }
      return paragraphCell(children, positionOf(cell, reader));
    });
    const extra = line.children.slice(width);
    if (extra.length > 0) {
      report(
        reader,
        'row-too-long',
        'error',
        `This row has ${line.children.length} cells, but the table has ${width} columns. The rest is put into the last cell.`,
        'Add a column, or write | inside a cell as \\|.',
        line,
      );
      const last = cells.at(-1);
      const more = extra.map(
        (cell): Block => ({ type: 'paragraph', children: toInlines(cell.children, reader) }),
      );
      if (last) cells[cells.length - 1] = { ...last, children: [...last.children, ...more] };
    }
    if (cells.length < width) {
      report(
        reader,
        'row-too-short',
        'error',
        `This row has ${cells.length} of ${width} cells.`,
        writeSomething,
        line,
      );
      while (cells.length < width) cells.push({ children: [], at: positionOf(line, reader) });
    }
    return { cells, at: positionOf(line, reader) };
  });
  return {
    type: 'table',
    ...settings,
    columns,
    groups: [{ rows }],
    layout: 'auto',
    at: positionOf(node, reader),
  };
}

function paragraphCell(children: readonly Inline[], at: Position): Cell {
  return { children: isBlank(children) ? [] : [{ type: 'paragraph', children, at }], at };
}

function isBlank(children: readonly Inline[]): boolean {
  return fold(textOf(children)) === '' && !children.some((one) => one.type === 'footnoteReference');
}

/** A table written as records: lists of rows, with a line in bold before each group of rows. */
export function recordTable(
  nodes: readonly RootContent[],
  names: readonly string[],
  settings: TableSettings,
  at: Position,
  reader: Reader,
): Table {
  const groups: { title?: readonly Inline[]; rows: Row[]; at?: Position }[] = [];
  for (const node of nodes) {
    if (node.type === 'list') {
      if (groups.length === 0) groups.push({ rows: [] });
      for (const item of node.children) groups.at(-1)!.rows.push(recordRow(item, node, names, reader));
    } else if (node.type === 'paragraph') {
      groups.push({ title: groupTitle(node, reader), rows: [], at: positionOf(node, reader) });
    } else {
      report(
        reader,
        'not-a-row',
        'error',
        'Between the rows of a table stands something that is neither a row nor the title of a group.',
        'Write each row as a list item and each title of a group as a line in bold.',
        node,
      );
      const children = reader.toBlocks([node], reader);
      const cells = names.map((_, index): Cell => ({ children: index === 0 ? children : [] }));
      if (groups.length === 0) groups.push({ rows: [] });
      groups.at(-1)!.rows.push({ cells });
    }
  }
  const columns = names.map((value): Cell => paragraphCell([{ type: 'text', value }], at));
  return { type: 'table', ...settings, columns, groups, layout: 'auto', at };
}

function groupTitle(node: Paragraph, reader: Reader): Inline[] {
  const [only, ...others] = node.children;
  if (only?.type === 'strong' && others.length === 0) return toInlines(only.children, reader);
  report(
    reader,
    'group-not-bold',
    'warning',
    'This line between the rows of a table is taken as the title of a group of rows.',
    'Write it in bold if it is one; if not, move it before or after the table.',
    node,
  );
  return toInlines(node.children, reader);
}

/** `Name: value` at the start of a list item, where Name is one of the columns. */
function recordRow(item: ListItem, list: MdList, names: readonly string[], reader: Reader): Row {
  const at = positionOf(item, reader);
  const byName = new Map(names.map((name, index) => [fold(name).toLowerCase(), index]));
  const cells: Block[][] = names.map(() => []);
  const last = item.children.at(-1);
  const fields = last?.type === 'list' && item.children.length > 1 ? last : undefined;
  const head = fields ? item.children.slice(0, -1) : item.children;
  if (list.ordered) {
    report(
      reader,
      'numbered-rows',
      'warning',
      'The rows of this table are numbered; the numbers are not part of the table.',
      'Start each row with a hyphen, and write the number in the text.',
      at,
    );
  }
  cells[0]!.push(...reader.toBlocks(head, reader));
  for (const field of fields?.children ?? []) {
    const label = labelOf(field);
    const index = label === undefined ? undefined : byName.get(fold(label.name).toLowerCase());
    if (label === undefined || index === undefined) {
      report(
        reader,
        'unknown-column',
        'error',
        `"${(label?.name ?? '').slice(0, 60)}" is not a column of this table. Its words are put into the first column.`,
        `Start with one of the names in columns="…", then a colon: ${names.slice(1).join(', ')}.`,
        field,
      );
      cells[0]!.push(...reader.toBlocks(field.children, reader));
    } else {
      if (cells[index]!.length > 0) {
        report(
          reader,
          'column-twice',
          'error',
          `The column "${names[index]}" stands twice in this row.`,
          'Join the two into one.',
          field,
        );
      }
      cells[index]!.push(...reader.toBlocks(label.rest, reader));
    }
  }
  names.forEach((name, index) => {
    if (cells[index]!.length === 0) {
      report(reader, 'empty-cell', 'warning', `This row says nothing for "${name}".`, writeSomething, at);
    }
  });
  return { cells: cells.map((children) => ({ children, at })), at };
}

function labelOf(
  field: ListItem,
): { readonly name: string; readonly rest: (BlockContent | DefinitionContent)[] } | undefined {
  const [first, ...others] = field.children;
  if (first?.type !== 'paragraph') return undefined;
  const [text, ...inline] = first.children;
  if (text?.type !== 'text') return undefined;
  const colon = /^([^:]{1,80}):(?:\s+|$)/.exec(text.value);
  if (colon === null) return undefined;
  const value = text.value.slice(colon[0].length);
  const children = value === '' ? inline : [{ ...text, value }, ...inline];
  return {
    name: colon[1]!,
    rest: children.length === 0 ? others : [{ ...first, children }, ...others],
  };
}
