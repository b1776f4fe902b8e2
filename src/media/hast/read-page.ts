import { parse } from 'parse5';
import { joinRuns, type TextRun } from '../../document/language-runs.ts';
import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { OutputPlace } from '../../kernel/finding.ts';
import { attribute, classes, type Element, find, isElement, type Node, plainText } from './dom.ts';
import { isFurniture } from './furniture.ts';
import { inlineTags } from './inline-tags.ts';
import { pageClaims, pageFacts } from './page-facts.ts';
import { Selectors } from './selectors.ts';

/** What the walk carries. `runs` gather inline text until a block begins or ends. */
interface Reader {
  readonly passages: Passage[];
  readonly links: LinkText[];
  readonly places: OutputPlace[];
  readonly selectors: Selectors;
  runs: TextRun[];
  /** The language that the elements around say; undefined where only the page does. */
  lang: string | undefined;
  /** The element whose text is gathered. */
  block: Element | undefined;
  lists: number;
  tables: number;
  cell: Passage['cell'];
  kind: PassageKind;
}

/**
 * The report that a page holds, from its HTML alone: all text inside `main` but navigation and marks of footnotes. What is
 * hidden from screen readers or from the eye is not read, so that it counts as lost.
 */
export function readPage(html: string): ReadBack {
  const document = parse(html);
  const root = document.childNodes.find(isElement);
  const main = root && find(root, 'main');
  const { passages, links, places } = readParts(main === undefined ? [] : [main], (_, link) => link);
  const title = root && find(root, 'title');
  const language = root && attribute(root, 'lang');
  return {
    passages,
    links,
    places,
    ...(title && { title: fold(plainText(title)) }),
    ...(language && { language }),
    ...(root && { metadata: { claims: pageClaims(find(root, 'head')), facts: pageFacts(root, passages) } }),
  };
}

/** The report that stands in parts of several pages, in their order; `linkOf` may change the links of a part, by its number. */
export function readParts(
  parts: readonly Element[],
  linkOf: (part: number, link: LinkText) => LinkText,
): Required<Pick<ReadBack, 'passages' | 'links' | 'places'>> {
  const reader: Reader = {
    passages: [],
    links: [],
    places: [],
    selectors: new Selectors(),
    runs: [],
    lang: undefined,
    block: undefined,
    lists: 0,
    tables: 0,
    cell: undefined,
    kind: 'paragraph',
  };
  const links = parts.flatMap((part, index) => {
    const before = reader.links.length;
    readNode(part, reader);
    flush(reader);
    return reader.links.slice(before).map((link) => linkOf(index, link));
  });
  return { passages: reader.passages, links, places: reader.places };
}

function readBlocks(nodes: readonly Node[], reader: Reader): void {
  for (const node of nodes) readNode(node, reader);
  flush(reader);
}

function readNode(node: Node, reader: Reader): void {
  if (node.nodeName === '#text' && 'value' in node) {
    say(node.value, reader);
    return;
  }
  if (!isElement(node) || isFurniture(node)) return;
  const { lang } = reader;
  reader.lang = languageOf(node) ?? lang;
  readElement(node, reader);
  reader.lang = lang;
}

/** An empty one says that the language is not known. */
function languageOf(node: Element): string | undefined {
  return attribute(node, 'lang') ?? attribute(node, 'xml:lang');
}

/** Reads what stands in a block: its language and place are those of what it holds. */
function inside(node: Element, reader: Reader, read: () => void): void {
  const { lang, block } = reader;
  reader.lang = languageOf(node) ?? lang;
  reader.block = node;
  read();
  reader.lang = lang;
  reader.block = block;
}

function say(text: string, reader: Reader): void {
  if (text !== '') reader.runs.push({ text, lang: reader.lang });
}

function readElement(node: Element, reader: Reader): void {
  if (
    node.tagName === 'img' &&
    node.parentNode &&
    isElement(node.parentNode) &&
    node.parentNode.tagName === 'figure'
  ) {
    flush(reader);
    inside(node, reader, () => within(reader, 'alt', () => say(attribute(node, 'alt') ?? '', reader)));
    return;
  }
  if (inlineTags.has(node.tagName)) {
    readInline(node, reader);
    return;
  }
  flush(reader);
  inside(node, reader, () => {
    readBlock(node, reader);
    flush(reader);
  });
}

function readInline(node: Element, reader: Reader): void {
  if (node.tagName === 'br') say(' ', reader);
  else if (node.tagName === 'img') say(attribute(node, 'alt') ?? '', reader);
  else if (node.tagName === 'a') {
    const start = reader.runs.length;
    for (const child of node.childNodes) readNode(child, reader);
    const url = attribute(node, 'href');
    const words = reader.runs.slice(start).map(({ text }) => text);
    if (url !== undefined) reader.links.push({ text: fold(words.join('')), url });
  } else for (const child of node.childNodes) readNode(child, reader);
}

function readBlock(node: Element, reader: Reader): void {
  const all = () => readBlocks(node.childNodes, reader);
  // What says that it is nothing by its role is nothing to a screen reader.
  const role = attribute(node, 'role');
  if ((role === 'presentation' || role === 'none') && node.tagName !== 'table') {
    all();
    return;
  }
  const heading = /^h([1-6])$/.exec(node.tagName);
  if (heading !== null) {
    for (const child of node.childNodes) readNode(child, reader);
    flush(reader, 'heading', Number(heading[1]));
    return;
  }
  const kind = kindOf(node);
  if (node.tagName === 'table') readTable(node, reader);
  else if (kind !== undefined) within(reader, kind, all);
  else if (isList(node)) {
    reader.lists++;
    all();
    reader.lists--;
  } else all();
}

const kinds: Readonly<Record<string, PassageKind>> = {
  dt: 'term',
  dd: 'definition',
  figcaption: 'caption',
  caption: 'caption',
  pre: 'code',
};

/** The kind of all text inside an element, where the element decides it. */
function kindOf(node: Element): PassageKind | undefined {
  return classes(node).includes('no-picture') ? 'alt' : kinds[node.tagName];
}

/** The list that holds the footnotes belongs to the page. */
function isList(node: Element): boolean {
  if (node.tagName !== 'ul' && node.tagName !== 'ol') return false;
  const parent = node.parentNode;
  return !(parent !== null && isElement(parent) && attribute(parent, 'role') === 'doc-endnotes');
}

function within(reader: Reader, kind: PassageKind, read: () => void): void {
  const outer = reader.kind;
  reader.kind = kind;
  read();
  flush(reader);
  reader.kind = outer;
}

/** What a screen reader needs to tell a header from a cell. */
const scopes = new Set(['col', 'row', 'rowgroup']);

/**
 * Row 0 is the head; the title of a group of rows has no row of its own. A head without the scope of a header, and a table
 * that is none by its role, are no cells to people who listen.
 */
function readTable(node: Element, reader: Reader): void {
  const table = ++reader.tables;
  const outer = reader.cell;
  const isTable = (attribute(node, 'role') ?? 'table') === 'table';
  let row = 0;
  for (const part of node.childNodes.filter(isElement)) {
    if (part.tagName === 'caption') readNode(part, reader);
    for (const line of part.childNodes.filter(isElement)) {
      if (line.tagName !== 'tr') continue;
      const cells = line.childNodes.filter(isElement);
      if (cells.length > 0 && attribute(cells[0]!, 'scope') === 'rowgroup') {
        inside(cells[0]!, reader, () =>
          within(reader, 'group', () => readBlocks(cells[0]!.childNodes, reader)),
        );
        continue;
      }
      const number = part.tagName === 'thead' ? 0 : ++row;
      cells.forEach((cell, index) => {
        const scope = attribute(cell, 'scope');
        const isHead = cell.tagName === 'th';
        const told = isTable && (isHead ? scopes.has(scope ?? '') : number > 0);
        reader.cell = told ? { table, row: number, column: index + 1 } : outer;
        inside(cell, reader, () => readBlocks(cell.childNodes, reader));
        reader.cell = outer;
      });
    }
  }
}

/** Ends the passage that was being gathered. */
function flush(reader: Reader, kind: PassageKind = reader.kind, level?: number): void {
  const { text, languages } = joinRuns(reader.runs);
  reader.runs = [];
  if (text === '') return;
  reader.places.push({ selector: reader.selectors.of(reader.block) });
  reader.passages.push({
    kind,
    text,
    ...(languages.length > 0 && { languages }),
    ...(level !== undefined && { level }),
    ...(reader.lists > 0 && { lists: reader.lists }),
    ...(reader.cell && { cell: reader.cell }),
  });
}
