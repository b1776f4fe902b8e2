import type { Paragraph as MdParagraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { fold, textOf } from '../document/text.ts';
import type { Block, Definition, Inline } from '../document/tree.ts';
import { toBlocks } from './blocks.ts';
import { figureOf } from './figures.ts';
import { flatText } from './flat-text.ts';
import { toInlines } from './inlines.ts';
import { positionOf, type Reader, report } from './reader.ts';
import { gridTable, recordTable } from './tables.ts';

type Directive = ContainerDirective | LeafDirective;

/** Names of boxes with the details they may have. */
const known = {
  table: ['id', 'caption', 'columns', 'row-headers'],
  figure: ['id', 'src', 'alt', 'caption', 'decorative'],
  abbreviations: [],
  glossary: [],
  'key-facts': ['title'],
  note: ['title'],
  contact: ['title'],
  lang: ['lang'],
  'page-break': [],
  'easy-read': ['covers'],
  'left-out': ['section', 'why'],
} as const satisfies Record<string, readonly string[]>;

type Known = keyof typeof known;

/** A box of the source language. An unknown one is reported and its content kept as ordinary text. */
export function toDirectiveBlocks(node: Directive, reader: Reader): Block[] {
  const at = positionOf(node, reader);
  const attributes = node.attributes ?? {};
  if (node.type === 'containerDirective') checkClosed(node, reader);
  if (!isKnown(node.name)) {
    report(
      reader,
      'unknown-box',
      'error',
      `"${node.name}" is not the name of a box. What is in it is kept as ordinary text.`,
      `Use one of: ${Object.keys(known).join(', ')}.`,
      at,
    );
    return node.type === 'leafDirective'
      ? [{ type: 'paragraph', children: toInlines(node.children, reader), at }]
      : toBlocks(node.children, reader);
  }
  for (const key of Object.keys(attributes)) {
    if (key !== 'class' && !(known[node.name] as readonly string[]).includes(key)) {
      report(
        reader,
        'unknown-detail',
        'error',
        `The box "${node.name}" has no detail "${key}".`,
        known[node.name].length > 0 ? `Use: ${known[node.name].join(', ')}.` : 'Take it out.',
        at,
      );
    }
  }
  if (node.type === 'leafDirective' && node.name !== 'page-break' && node.name !== 'left-out' && node.name !== 'figure') {
    report(reader, 'empty-box', 'error', `The box "${node.name}" is empty.`, 'Use three colons, and close the box with three colons.', at);
    return node.children.length > 0 ? [{ type: 'paragraph', children: toInlines(node.children, reader), at }] : [];
  }
  return build(node, node.name, attributes, reader);
}

function isKnown(name: string): name is Known {
  return Object.hasOwn(known, name);
}

function build(
  node: Directive,
  name: Known,
  attributes: Readonly<Record<string, string | null | undefined>>,
  reader: Reader,
): Block[] {
  const at = positionOf(node, reader);
  const { label, content } = partsOf(node);
  const id = attributes.id ? reader.slugger.slug(attributes.id) : undefined;
  if (id) reader.ids.add(id);
  const inside = () => toBlocks(content, reader);
  switch (name) {
    case 'page-break':
      return [{ type: 'pageBreak', at }];
    case 'key-facts':
    case 'note':
    case 'contact': {
      const title = attributes.title ?? (label ? fold(textOf(toInlines(label.children, reader))) : undefined);
      return [{ type: 'box', kind: name, ...(title && { title }), children: inside(), at }];
    }
    case 'lang':
      if (!attributes.lang) {
        report(reader, 'language-missing', 'error', 'This part does not say which language it is in.', 'Write :::lang{lang="cy"}.', at);
        return inside();
      }
      return [{ type: 'languagePart', lang: attributes.lang, children: inside(), at }];
    case 'figure': {
      const src = attributes.src ?? '';
      const decorative = attributes.decorative !== undefined && attributes.decorative !== null;
      const caption = attributes.caption ? fold(attributes.caption) : undefined;
      const parts = { ...(id && { id }), src, alt: attributes.alt ?? '', decorative, ...(caption && { caption }) };
      return [figureOf(parts, inside(), at, reader)];
    }
    case 'table':
      return tableOf(content, attributes, id, at, reader);
    case 'abbreviations':
    case 'glossary': {
      const items = definitions(content, name, reader);
      if (name === 'abbreviations') {
        for (const item of items) {
          reader.abbreviations.push({
            short: fold(textOf(item.term)),
            expansion: fold(textOf(item.definition)),
            ...(item.at && { at: item.at }),
          });
        }
      }
      return [{ type: 'definitionList', kind: name, items, at }];
    }
    case 'easy-read':
    case 'left-out':
      report(
        reader,
        'misplaced-box',
        'error',
        `The box "${name}" must not stand inside another box.`,
        'Move it to the end of the file, or into the .easy.md file.',
        at,
      );
      return inside();
    default:
      return name satisfies never;
  }
}

function partsOf(node: Directive): { readonly label?: MdParagraph; readonly content: RootContent[] } {
  if (node.type === 'leafDirective') return { content: [] };
  const [first, ...others] = node.children;
  const labelled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  return labelled ? { label: first, content: others } : { content: node.children };
}

function tableOf(
  content: readonly RootContent[],
  attributes: Readonly<Record<string, string | null | undefined>>,
  id: string | undefined,
  at: ReturnType<typeof positionOf>,
  reader: Reader,
): Block[] {
  const caption = attributes.caption ? fold(attributes.caption) : undefined;
  if (!caption) {
    report(reader, 'table-without-caption', 'warning', 'This table has no caption.', 'Add caption="…" to its first line.', at);
  }
  const settings = {
    ...(id && { id }),
    ...(caption && { caption }),
    rowHeaders: attributes['row-headers'] === '0' ? 0 : 1,
  } as const;
  const names = attributes.columns?.split('|').map(fold).filter(Boolean) ?? [];
  if (names.length > 0) {
    const table = recordTable(content, names, settings, reader);
    if (table.groups.every((group) => group.rows.length === 0)) {
      report(reader, 'table-without-rows', 'error', 'This table has no rows.', 'Write each row as a list item: see docs/writing.md, part 5.', at);
    }
    return [{ ...table, at }];
  }
  const out: Block[] = [];
  let seen = false;
  for (const node of content) {
    if (node.type === 'table' && !seen) {
      seen = true;
      out.push({ ...gridTable(node, settings, reader), at });
    } else out.push(...toBlocks([node], reader));
  }
  if (!seen) {
    report(
      reader,
      'table-without-rows',
      'error',
      'There is no table in this box.',
      'Draw a table with | lines, or name the columns with columns="A | B" and write the rows as a list.',
      at,
    );
  }
  return out;
}

/** `Term: what it means` as list items. */
function definitions(content: readonly RootContent[], name: string, reader: Reader): Definition[] {
  const items: Definition[] = [];
  for (const node of content) {
    if (node.type !== 'list') {
      notADefinition(name, node, reader);
      items.push({ term: [], definition: inlinesOf(node, reader), at: positionOf(node, reader) });
      continue;
    }
    for (const item of node.children) {
      const at = positionOf(item, reader);
      const all = item.children.flatMap((child) => inlinesOf(child, reader));
      const [first, ...others] = all;
      const match = first?.type === 'text' ? /^([^:]+):\s+/.exec(first.value) : null;
      if (match === null || first?.type !== 'text') {
        notADefinition(name, item, reader);
        items.push({ term: [], definition: all, at });
        continue;
      }
      const rest: Inline = { ...first, value: first.value.slice(match[0].length) };
      items.push({ term: [{ type: 'text', value: match[1]!.trim() }], definition: [rest, ...others], at });
    }
  }
  return items;
}

function notADefinition(name: string, node: Pick<RootContent, 'position'>, reader: Reader): void {
  report(reader, 'not-a-definition', 'error', `A line of "${name}" is not a word with its meaning.`, 'Write "- Word: what it means".', node);
}

function inlinesOf(node: RootContent, reader: Reader): Inline[] {
  if (node.type === 'paragraph') return toInlines(node.children, reader);
  return [{ type: 'text', value: flatText(node), at: positionOf(node, reader) }];
}

/** Markdown closes a forgotten box silently at the end of the file. */
function checkClosed(node: ContainerDirective, reader: Reader): void {
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
