import type { Position } from '../kernel/finding.ts';
import { dateInWords } from './date.ts';
import { furnitureOf } from './furniture/furniture-of.ts';
import { joinRuns, type TextRun } from './language-runs.ts';
import type { LinkText, Passage, PassageKind } from './passage.ts';
import { fold, textOf, textRunsOf } from './text.ts';
import type { Block, Cell, Document, Inline, Meta, Table } from './tree.ts';

export interface Reading {
  readonly passages: readonly Passage[];
  readonly links: readonly LinkText[];
}

interface Context {
  readonly passages: Passage[];
  readonly links: LinkText[];
  lists: number;
  tables: number;
  cell: Passage['cell'];
  /** Of the part that is read; undefined where it has the document's. */
  lang: string | undefined;
}

/** The whole report in reading order: details from the front matter, body, footnotes. */
export function readingOf(document: Document): Reading {
  const context = newContext();
  addMeta(document.meta, context);
  addBlocks(document.children, context);
  for (const note of document.footnotes) addBlocks(note.children, context);
  return context;
}

/** Body and footnotes alone: what a writer prints of a planned document, whose opening tells the details. */
export function bodyReadingOf(document: Pick<Document, 'children' | 'footnotes'>): Reading {
  const context = newContext();
  addBlocks(document.children, context);
  for (const note of document.footnotes) addBlocks(note.children, context);
  return context;
}

/** The Easy Read layer in reading order, with the report's title. Empty where there is no layer. */
export function easyReadingOf(document: Document): Reading {
  const context = newContext();
  if (document.easyRead === undefined) return context;
  addDetail('title', document.meta, 'title', document.meta.title, context);
  addBlocks(document.easyRead.children, context);
  return context;
}

function newContext(): Context {
  return { passages: [], links: [], lists: 0, tables: 0, cell: undefined, lang: undefined };
}

function add(
  kind: PassageKind,
  words: string | readonly TextRun[],
  context: Context,
  at?: Position,
  level?: number,
): void {
  const { text, languages } = joinRuns(
    typeof words === 'string' ? [{ text: words, lang: context.lang }] : words,
  );
  if (text === '') return;
  context.passages.push({
    kind,
    text,
    ...(at && { at }),
    ...(languages.length > 0 && { languages }),
    ...(level !== undefined && { level }),
    ...(context.lists > 0 && { lists: context.lists }),
    ...(context.cell && { cell: context.cell }),
  });
}

function addDetail(kind: PassageKind, meta: Meta, path: string, text: string, context: Context): void {
  const folded = fold(text);
  const at = meta.places?.get(path) ?? meta.places?.get(path.replace(/\..*$/, ''));
  if (folded !== '') context.passages.push({ kind, text: folded, ...(at && { at }), isDetail: true });
}

/** The order in which every format tells the details: the plan's opening follows it. */
function addMeta(meta: Meta, context: Context): void {
  const words = furnitureOf(meta.language);
  const tell = (kind: PassageKind, path: string, text: string | undefined): void => {
    if (text) addDetail(kind, meta, path, text, context);
  };
  tell('title', 'title', meta.title);
  tell('paragraph', 'summary', meta.summary);
  tell('definition', 'organisation', meta.organisation);
  tell('definition', 'date', dateInWords(meta.date, words));
  tell('definition', 'version', meta.version);
  meta.signOff.forEach((sign, index) => {
    const parts = [sign.role, sign.name, sign.date && dateInWords(sign.date, words)];
    tell('definition', `signOff.${index}`, parts.filter(Boolean).join(', '));
  });
  const { contact } = meta;
  tell('paragraph', 'contact.team', contact.team);
  tell('paragraph', 'contact.email', contact.email);
  for (const number of contact.telephone) tell('paragraph', 'contact.telephone', number);
  tell('paragraph', 'contact.textRelay', contact.textRelay);
  for (const line of contact.post) tell('paragraph', 'contact.post', line);
  tell('paragraph', 'contact.web', contact.web);
  tell('paragraph', 'contact.replyWithin', contact.replyWithin);
  tell('paragraph', 'contact.note', contact.note);
}

function addInline(
  kind: PassageKind,
  nodes: readonly Inline[],
  context: Context,
  at?: Position,
  level?: number,
) {
  add(kind, textRunsOf(nodes, context.lang), context, at, level);
  collectLinks(nodes, context.links);
}

function collectLinks(nodes: readonly Inline[], links: LinkText[]): void {
  for (const node of nodes) {
    if (node.type === 'link') {
      links.push({ text: fold(textOf(node.children)), url: node.url, ...(node.at && { at: node.at }) });
    } else if ('children' in node) collectLinks(node.children, links);
  }
}

function addBlocks(blocks: readonly Block[], context: Context): void {
  for (const block of blocks) addBlock(block, context);
}

function addBlock(block: Block, context: Context): void {
  const { at } = block;
  switch (block.type) {
    case 'heading':
      addInline('heading', block.children, context, at, block.depth);
      return;
    case 'paragraph':
    case 'idea':
      addInline('paragraph', block.children, context, at);
      return;
    case 'list':
      context.lists++;
      for (const item of block.children) addBlocks(item.children, context);
      context.lists--;
      return;
    case 'table':
      addTable(block, context);
      return;
    case 'figure':
      if (block.caption) add('caption', block.caption, context, at);
      add('alt', block.alt, context, at);
      addBlocks(block.description, context);
      return;
    case 'box':
      if (block.title) add('paragraph', block.title, context, at);
      addBlocks(block.children, context);
      return;
    case 'blockquote':
      addBlocks(block.children, context);
      return;
    case 'languagePart': {
      const outer = context.lang;
      context.lang = block.lang;
      addBlocks(block.children, context);
      context.lang = outer;
      return;
    }
    case 'definitionList':
      for (const item of block.items) {
        addInline('term', item.term, context, item.at);
        addInline('definition', item.definition, context, item.at);
      }
      return;
    case 'code':
      add('code', block.value, context, at);
      return;
    case 'thematicBreak':
    case 'pageBreak':
      return;
    default:
      block satisfies never;
  }
}

function addTable(block: Table, context: Context): void {
  const table = ++context.tables;
  if (block.caption) add('caption', block.caption, context, block.at);
  const outer = context.cell;
  const addCell = (cell: Cell, row: number, column: number) => {
    context.cell = { table, row, column };
    addBlocks(cell.children, context);
    context.cell = outer;
  };
  block.columns.forEach((cell, index) => {
    addCell(cell, 0, index + 1);
  });
  let row = 0;
  for (const group of block.groups) {
    if (group.title) addInline('group', group.title, context, group.at);
    for (const { cells } of group.rows) {
      row++;
      cells.forEach((cell, index) => {
        addCell(cell, row, index + 1);
      });
    }
  }
}
