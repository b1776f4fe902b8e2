import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What the walk carries. `run` gathers inline text until a block begins or ends. */
interface Reader {
  readonly passages: Passage[];
  readonly links: LinkText[];
  run: string;
  lists: number;
  tables: number;
  cell: Passage['cell'];
  kind: PassageKind;
}

/** Elements that stand inside a line of text. All others begin and end a passage. */
const inline = new Set(['a', 'abbr', 'b', 'br', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'img', 'ins', 'small', 'span', 'strong', 'sub', 'sup']);
/** Roles and classes of what belongs to the page, not to the report. */
const furnitureRoles = new Set(['doc-noteref', 'doc-backlink']);
const furnitureClasses = new Set(['visually-hidden', 'note-mark', 'back-links']);
const furnitureTags = new Set(['nav', 'script', 'style', 'template']);

/**
 * The report that a page holds, from its HTML alone: all text inside `main` but navigation and marks of footnotes. What is
 * hidden from screen readers or from the eye is not read, so that it counts as lost.
 */
export function readPage(html: string): ReadBack {
  const document = parse(html);
  const root = document.childNodes.find(isElement);
  const reader: Reader = { passages: [], links: [], run: '', lists: 0, tables: 0, cell: undefined, kind: 'paragraph' };
  const main = root && find(root, 'main');
  if (main !== undefined) readBlocks(main.childNodes, reader);
  const title = root && find(root, 'title');
  const language = root && attribute(root, 'lang');
  return {
    passages: reader.passages,
    links: reader.links,
    ...(title && { title: fold(plainText(title)) }),
    ...(language && { language }),
  };
}

function readBlocks(nodes: readonly Node[], reader: Reader): void {
  for (const node of nodes) readNode(node, reader);
  flush(reader);
}

function readNode(node: Node, reader: Reader): void {
  if (defaultTreeAdapter.isTextNode(node)) {
    reader.run += node.value;
    return;
  }
  if (!isElement(node) || isFurniture(node)) return;
  if (node.tagName === 'img' && node.parentNode && isElement(node.parentNode) && node.parentNode.tagName === 'figure') {
    flush(reader);
    within(reader, 'alt', () => (reader.run = attribute(node, 'alt') ?? ''));
    return;
  }
  if (inline.has(node.tagName)) {
    readInline(node, reader);
    return;
  }
  flush(reader);
  readBlock(node, reader);
  flush(reader);
}

function readInline(node: Element, reader: Reader): void {
  if (node.tagName === 'br') reader.run += ' ';
  else if (node.tagName === 'img') reader.run += attribute(node, 'alt') ?? '';
  else if (node.tagName === 'a') {
    const start = reader.run.length;
    for (const child of node.childNodes) readNode(child, reader);
    const url = attribute(node, 'href');
    if (url !== undefined) reader.links.push({ text: fold(reader.run.slice(start)), url });
  } else for (const child of node.childNodes) readNode(child, reader);
}

function readBlock(node: Element, reader: Reader): void {
  const inside = () => readBlocks(node.childNodes, reader);
  const heading = /^h([1-6])$/.exec(node.tagName);
  if (heading !== null) {
    for (const child of node.childNodes) readNode(child, reader);
    flush(reader, 'heading', Number(heading[1]));
    return;
  }
  switch (node.tagName) {
    case 'ul':
    case 'ol': {
      const isNotes = node.parentNode !== null && isElement(node.parentNode) && attribute(node.parentNode, 'role') === 'doc-endnotes';
      if (!isNotes) reader.lists++;
      inside();
      if (!isNotes) reader.lists--;
      return;
    }
    case 'p':
      return classes(node).includes('no-picture') ? within(reader, 'alt', inside) : inside();
    case 'dt':
      return within(reader, 'term', inside);
    case 'dd':
      return within(reader, 'definition', inside);
    case 'figcaption':
    case 'caption':
      return within(reader, 'caption', inside);
    case 'pre':
      return within(reader, 'code', inside);
    case 'table':
      return readTable(node, reader);
    default:
      return inside();
  }
}

function within(reader: Reader, kind: PassageKind, read: () => void): void {
  const outer = reader.kind;
  reader.kind = kind;
  read();
  flush(reader);
  reader.kind = outer;
}

/** Row 0 is the head; the title of a group of rows has no row of its own. */
function readTable(node: Element, reader: Reader): void {
  const table = ++reader.tables;
  const outer = reader.cell;
  let row = 0;
  for (const part of node.childNodes.filter(isElement)) {
    if (part.tagName === 'caption') readNode(part, reader);
    for (const line of part.childNodes.filter(isElement)) {
      if (line.tagName !== 'tr') continue;
      const cells = line.childNodes.filter(isElement);
      if (cells.length > 0 && attribute(cells[0]!, 'scope') === 'rowgroup') {
        within(reader, 'group', () => readBlocks(cells[0]!.childNodes, reader));
        continue;
      }
      const number = part.tagName === 'thead' ? 0 : ++row;
      cells.forEach((cell, index) => {
        reader.cell = { table, row: number, column: index + 1 };
        readBlocks(cell.childNodes, reader);
        reader.cell = outer;
      });
    }
  }
}

/** Ends the passage that was being gathered. */
function flush(reader: Reader, kind: PassageKind = reader.kind, level?: number): void {
  const text = fold(reader.run);
  reader.run = '';
  if (text === '') return;
  reader.passages.push({
    kind,
    text,
    ...(level !== undefined && { level }),
    ...(reader.lists > 0 && { lists: reader.lists }),
    ...(reader.cell && { cell: reader.cell }),
  });
}

function isFurniture(node: Element): boolean {
  if (furnitureTags.has(node.tagName)) return true;
  if (furnitureRoles.has(attribute(node, 'role') ?? '')) return true;
  if (attribute(node, 'aria-hidden') === 'true' || attribute(node, 'hidden') !== undefined) return true;
  if (classes(node).some((name) => furnitureClasses.has(name))) return true;
  const parent = node.parentNode;
  return node.tagName === 'h2' && parent !== null && isElement(parent) && attribute(parent, 'role') === 'doc-endnotes';
}

function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return 'tagName' in node;
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value;
}

function classes(node: Element): string[] {
  return attribute(node, 'class')?.split(/\s+/) ?? [];
}

function find(root: Element, tagName: string): Element | undefined {
  const queue: Node[] = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === tagName) return node;
    queue.push(...[...node.childNodes].reverse());
  }
  return undefined;
}

function plainText(node: Element): string {
  return node.childNodes.map((child) => (defaultTreeAdapter.isTextNode(child) ? child.value : '')).join('');
}
