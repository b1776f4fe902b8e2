import type { PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { fold, textOf } from '../document/text.ts';
import type { Block } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { type BoxName, boxNames, isBoxName } from './box-names.ts';
import { definitions } from './definitions.ts';
import { toInlines } from './inlines.ts';
import { figureOf } from './pictures.ts';
import { idFor, positionOf, type Reader, report } from './reader.ts';
import { gridTable, recordTable, type TableSettings } from './tables.ts';

export type Directive = ContainerDirective | LeafDirective;

const withoutContent = new Set<BoxName>(['page-break', 'page', 'left-out', 'figure']);

/** A box of the source language. An unknown one is reported and its content kept as ordinary text. */
export function toDirectiveBlocks(node: Directive, reader: Reader): Block[] {
  const at = positionOf(node, reader);
  checkBox(node, reader);
  if (!isBoxName(node.name)) {
    report(
      reader,
      'unknown-box',
      'error',
      `"${node.name}" is not the name of a box. What is in it is kept as ordinary text.${lostDetails(node)}`,
      `Use one of: ${Object.keys(boxNames).join(', ')}.`,
      at,
    );
  } else if (node.type === 'leafDirective' && !withoutContent.has(node.name)) {
    report(
      reader,
      'empty-box',
      'error',
      `The box "${node.name}" is empty.${lostDetails(node)}`,
      'Use three colons, and close the box with three colons.',
      at,
    );
  } else {
    return build(node, node.name, reader);
  }
  return node.type === 'leafDirective'
    ? words(node.children, at, reader)
    : reader.toBlocks(node.children, reader);
}

/** Tells of a box that is not closed, and of details that it cannot have. */
export function checkBox(node: Directive, reader: Reader): void {
  if (node.type === 'containerDirective') checkClosed(node, reader);
  if (!isBoxName(node.name)) return;
  const details: readonly string[] = boxNames[node.name];
  for (const [key, value] of Object.entries(node.attributes ?? {})) {
    if (details.includes(key)) continue;
    report(
      reader,
      'unknown-detail',
      'error',
      `The box "${node.name}" has no detail "${key}", so "${value ?? ''}" is left out.`,
      details.length > 0 ? `Use: ${details.join(', ')}.` : 'Take it out.',
      node,
    );
  }
}

/** Markdown closes a forgotten box silently at the end of the file, list or quotation. */
function checkClosed(node: ContainerDirective, reader: Reader): void {
  if (reader.forgottenBoxes.has(node.position?.start.line ?? 0)) return;
  const end = node.position?.end.line ?? 0;
  if (/^[\s>]*:{3,}\s*$/.test(reader.lines[end - 1] ?? '')) return;
  report(
    reader,
    'box-not-closed',
    'error',
    `The box "${node.name}" is not closed.`,
    'Write three colons on a line of their own after its last line. A box around a box needs four.',
    node,
  );
}

function lostDetails(node: Directive): string {
  const told = Object.entries(node.attributes ?? {}).map(([key, value]) => `${key}="${value ?? ''}"`);
  return told.length > 0 ? ` These details are left out: ${told.join(' ')}.` : '';
}

function words(children: readonly PhrasingContent[], at: Position, reader: Reader): Block[] {
  return children.length > 0 ? [{ type: 'paragraph', children: toInlines(children, reader), at }] : [];
}

function build(node: Directive, name: BoxName, reader: Reader): Block[] {
  const at = positionOf(node, reader);
  const attributes = node.attributes ?? {};
  const { label, content } = partsOf(node);
  const id = attributes.id ? boxId(attributes.id, at, reader) : undefined;
  /** The words in brackets behind the name are the title where there is no other; else they stand before the content. */
  const named = (title: string | null | undefined): { readonly title?: string; readonly before: Block[] } => {
    if (title) return { title: fold(title), before: words(label, at, reader) };
    if (!label.every((one) => one.type === 'text')) return { before: words(label, at, reader) };
    const own = fold(textOf(toInlines(label, reader)));
    return { ...(own && { title: own }), before: [] };
  };
  const inside = () => reader.toBlocks(content, reader);
  switch (name) {
    case 'page-break': {
      const kept = [...words(label, at, reader), ...inside()];
      if (kept.length > 0) {
        report(
          reader,
          'page-break-with-words',
          'error',
          'A page break has no words in it. They are kept as ordinary text.',
          'Write ::page-break on a line of its own.',
          at,
        );
      }
      return [{ type: 'pageBreak', at }, ...kept];
    }
    case 'page': {
      const kept = [...words(label, at, reader), ...inside()];
      const page = fold(attributes.number ?? '');
      if (page === '' || page.length > 12 || kept.length > 0) {
        report(
          reader,
          'page-mark',
          'error',
          'The mark of a page has no number, or more than a number. Words are kept as ordinary text.',
          'Write ::page{number="4"} on a line of its own, where page 4 of the standard edition begins.',
          at,
        );
        return kept;
      }
      return [{ type: 'pageBreak', page, at }];
    }
    case 'key-facts':
    case 'note':
    case 'contact': {
      const { title, before } = named(attributes.title);
      return [{ type: 'box', kind: name, ...(title && { title }), children: [...before, ...inside()], at }];
    }
    case 'lang': {
      const children = [...words(label, at, reader), ...inside()];
      if (attributes.lang) return [{ type: 'languagePart', lang: attributes.lang, children, at }];
      report(
        reader,
        'language-missing',
        'error',
        'This part does not say which language it is in.',
        'Write :::lang{lang="cy"}.',
        at,
      );
      return children;
    }
    case 'figure': {
      const { title: caption, before } = named(attributes.caption);
      const { src, alt, decorative } = attributes;
      const parts = {
        src: src ?? '',
        alt: alt ?? '',
        decorative: decorative !== undefined && decorative !== null,
      };
      return [
        figureOf(
          { ...(id && { id }), ...parts, ...(caption && { caption }) },
          [...before, ...inside()],
          at,
          reader,
        ),
      ];
    }
    case 'table': {
      const { title: caption, before } = named(attributes.caption);
      const settings = {
        ...(id && { id }),
        ...(caption && { caption }),
        rowHeaders: rowHeaders(attributes['row-headers'], at, reader),
      };
      return [...before, ...tableOf(content, settings, attributes.columns ?? '', at, reader)];
    }
    case 'abbreviations':
    case 'glossary': {
      const before = words(label, at, reader);
      const items = definitions(content, name, reader);
      for (const { term, definition, at: place } of name === 'abbreviations' ? items : []) {
        const entry = { short: fold(textOf(term)), expansion: fold(textOf(definition)) };
        reader.abbreviations.push({ ...entry, ...(place && { at: place }) });
      }
      return [...before, { type: 'definitionList', kind: name, items, at }];
    }
    case 'easy-read':
    case 'left-out':
    case 'facts':
      report(
        reader,
        'misplaced-box',
        'error',
        `The box "${name}" must not stand inside another box. What is in it is kept as ordinary text.${lostDetails(node)}`,
        'Move it to the end of the file, or into the .easy.md file.',
        at,
      );
      return [...words(label, at, reader), ...inside()];
    default:
      return name satisfies never;
  }
}

function partsOf(node: Directive): {
  readonly label: readonly PhrasingContent[];
  readonly content: RootContent[];
} {
  if (node.type === 'leafDirective') return { label: node.children, content: [] };
  const [first, ...others] = node.children;
  const labelled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  return labelled ? { label: first.children, content: others } : { label: [], content: node.children };
}

function boxId(wanted: string, at: Position, reader: Reader): string {
  const taken = reader.ids.has(wanted);
  const id = idFor(wanted, reader);
  if (taken) {
    report(
      reader,
      'id-twice',
      'error',
      `Two places are called "${wanted}". Links to it lead to the first one.`,
      'Give the box another id.',
      at,
    );
  }
  return id;
}

function rowHeaders(value: string | null | undefined, at: Position, reader: Reader): 0 | 1 {
  if (value !== undefined && value !== '0' && value !== '1') {
    report(
      reader,
      'row-headers',
      'error',
      `row-headers="${value ?? ''}" means nothing.`,
      'Write 0 or 1.',
      at,
    );
  }
  return value === '0' ? 0 : 1;
}

function tableOf(
  content: readonly RootContent[],
  settings: TableSettings,
  columns: string,
  at: Position,
  reader: Reader,
): Block[] {
  if (settings.caption === undefined) {
    report(
      reader,
      'table-without-caption',
      'warning',
      'This table has no caption.',
      'Add caption="…" to its first line.',
      at,
    );
  }
  const names = columns.split('|').map(fold).filter(Boolean);
  const grid = names.length > 0 ? undefined : content.find((node) => node.type === 'table');
  const table = names.length > 0 ? recordTable(content, names, settings, at, reader) : undefined;
  if (table ? table.groups.every((group) => group.rows.length === 0) : !grid) {
    report(
      reader,
      'table-without-rows',
      'error',
      'There is no table in this box, or it has no rows.',
      'Draw a table with | lines, or name the columns with columns="A | B" and write the rows as a list.',
      at,
    );
  }
  if (table) return [table];
  // The caption of a table that is not there is still a line of words.
  const before: Block[] =
    grid || settings.caption === undefined
      ? []
      : [{ type: 'paragraph', children: [{ type: 'text', value: settings.caption, at }], at }];
  const blocks = content.flatMap((node) =>
    node === grid ? [{ ...gridTable(grid, settings, reader), at }] : reader.toBlocks([node], reader),
  );
  return [...before, ...blocks];
}
