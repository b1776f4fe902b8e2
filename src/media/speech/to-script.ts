import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { PassageKind } from '../../document/passage.ts';
import { fold, textOf } from '../../document/text.ts';
import type {
  Block,
  Box,
  Cell,
  Document,
  Figure,
  Inline,
  List,
  ListItem,
  Table,
} from '../../document/tree.ts';
import { linkedAddresses } from './addresses.ts';
import type { Script, Segment, SpokenPart, SpokenPassage, Utterance } from './script.ts';
import { segmentsOf, sentencesOf } from './segments.ts';

/** Silence in milliseconds, ours: long enough to hear the structure, never over 3 seconds. */
const pauses = { term: 250, sentence: 350, item: 400, passage: 600, heading: 1000, part: 1500 } as const;

/** A list of more items says where it ends. */
const shortList = 5;

interface Writer {
  readonly furniture: Furniture;
  readonly parts: { title: string; passages: SpokenPassage[] }[];
  /** Counts utterances. */
  count: number;
  tables: number;
  readonly language: string;
  readonly lists: number;
  readonly cell?: SpokenPassage['cell'];
}

/**
 * A planned document as it is read aloud, in the order of the report. What the voice adds (how long a list is, which row this is)
 * are announcements; the words of the report come as they are written, sentence by sentence.
 */
export function toScript(document: Document): Script {
  const { meta, children, footnotes } = document;
  const furniture = furnitureOf(meta.language);
  const writer: Writer = {
    furniture,
    parts: [{ title: meta.title, passages: [] }],
    count: 0,
    tables: 0,
    language: meta.language,
    lists: 0,
  };
  const hasTitle = children[0]?.type === 'heading' && children[0].depth === 1;
  if (hasTitle) addBlocks(children.slice(0, 1), writer);
  const opening = writer.count;
  const rest = children.slice(hasTitle ? 1 : 0);
  const { speech } = furniture;
  const parts = 1 + rest.filter((block) => block.type === 'heading' && block.depth === 2).length;
  announce(fill(speech.about, { organisation: meta.organisation }), writer);
  announce(speech.voice, writer);
  announce(speech.lasts, writer);
  const lasts = `u${opening + 3}`;
  const addresses = linkedAddresses(document);
  const further = (footnotes.length > 0 ? 1 : 0) + (addresses.length > 0 ? 1 : 0);
  announce(`${fill(speech.parts, { count: parts + further })} ${speech.move}`, writer);
  addBlocks(rest, writer);
  if (footnotes.length > 0) {
    startPart(furniture.body.notes, writer);
    for (const note of footnotes) {
      announce(`${fill(furniture.body.note, { number: note.number })}:`, writer);
      addBlocks(note.children, writer);
    }
  }
  if (addresses.length > 0) {
    startPart(speech.addresses, writer);
    for (const { words, url } of addresses) {
      announce(`${fill(speech.addressOf, { words })} ${url}`, writer);
    }
  }
  announce(speech.end, writer);
  return { language: meta.language, parts: writer.parts.map(closePart), lasts };
}

/** The last pause of a part is the longest. */
function closePart({ title, passages }: { title: string; passages: SpokenPassage[] }): SpokenPart {
  const last = passages.at(-1);
  if (last === undefined) return { title, passages };
  const utterances = last.utterances.map((one, index) =>
    index === last.utterances.length - 1 ? { ...one, pause: pauses.part } : one,
  );
  return { title, passages: [...passages.slice(0, -1), { ...last, utterances }] };
}

function startPart(title: string, writer: Writer): void {
  writer.parts.push({ title, passages: [] });
  announce(`${title}.`, writer, pauses.heading, 2);
}

function utterance(segments: readonly Segment[], pause: number, writer: Writer): Utterance {
  writer.count++;
  return { id: `u${writer.count}`, segments, pause };
}

function announce(text: string, writer: Writer, pause: number = pauses.sentence, level?: number): void {
  const segments = [{ text, language: writer.furniture.language, isAdded: true }];
  writer.parts.at(-1)?.passages.push({
    kind: 'announcement',
    utterances: [utterance(segments, pause, writer)],
    ...(level !== undefined && { level }),
  });
}

function addWords(
  kind: PassageKind,
  segments: readonly Segment[],
  writer: Writer,
  more: Partial<SpokenPassage> = {},
): void {
  const own = kind === 'heading' || kind === 'term' ? pauses[kind] : undefined;
  const pause = own ?? (writer.lists > 0 ? pauses.item : pauses.passage);
  const sentences = sentencesOf(segments);
  if (sentences.length === 0) return;
  writer.parts.at(-1)?.passages.push({
    kind,
    ...more,
    ...(writer.lists > 0 && { lists: writer.lists }),
    ...(writer.cell && { cell: writer.cell }),
    utterances: sentences.map((one, index) =>
      utterance(one, index === sentences.length - 1 ? pause : pauses.sentence, writer),
    ),
  });
}

function addInlines(kind: PassageKind, nodes: readonly Inline[], writer: Writer): void {
  addWords(kind, segmentsOf(nodes, writer.language, writer.furniture), writer);
}

function addText(kind: PassageKind, text: string, writer: Writer): void {
  addWords(kind, [{ text, language: writer.language, isAdded: false }], writer);
}

function addBlocks(blocks: readonly Block[], writer: Writer): void {
  for (const block of blocks) addBlock(block, writer);
}

function addBlock(block: Block, writer: Writer): void {
  const { speech } = writer.furniture;
  switch (block.type) {
    case 'heading': {
      if (block.depth === 2) writer.parts.push({ title: fold(textOf(block.children)), passages: [] });
      const segments = segmentsOf(block.children, writer.language, writer.furniture);
      addWords('heading', segments, writer, { level: block.depth, id: block.id });
      return;
    }
    case 'paragraph':
    case 'idea':
      addInlines('paragraph', block.children, writer);
      return;
    case 'list':
      addList(block, writer);
      return;
    case 'table':
      addTable(block, writer);
      return;
    case 'figure':
      addFigure(block, writer);
      return;
    case 'box':
      addBox(block, writer);
      return;
    case 'blockquote':
      announce(speech.quote, writer);
      addBlocks(block.children, writer);
      announce(speech.quoteEnd, writer);
      return;
    case 'languagePart':
      within(writer, { language: block.lang }, (inside) => addBlocks(block.children, inside));
      return;
    case 'definitionList':
      for (const { term, definition } of block.items) {
        addInlines('term', term, writer);
        addInlines('definition', definition, writer);
      }
      return;
    case 'code':
      announce(speech.code, writer);
      addText('code', block.value, writer);
      return;
    case 'thematicBreak':
    case 'pageBreak':
      return;
    default:
      block satisfies never;
  }
}

/** The same writer with something of the surroundings changed; what is counted goes on. */
function within(writer: Writer, change: Partial<Writer>, action: (inside: Writer) => void): void {
  const inside = { ...writer, ...change };
  action(inside);
  writer.count = inside.count;
  writer.tables = inside.tables;
}

function addList(list: List, writer: Writer): void {
  const { speech, body } = writer.furniture;
  const count = list.children.length;
  const words = writer.lists > 0 ? speech.listInside : speech.list;
  if (count > 1) announce(fill(words, { count }), writer);
  within(writer, { lists: writer.lists + 1 }, (inside) => {
    list.children.forEach((item: ListItem, index) => {
      const state = item.checked === undefined ? '' : `${item.checked ? body.done : body.notDone}: `;
      const number = list.ordered ? `${list.start + index}: ` : '';
      if (number + state !== '') announce((number + state).trim(), inside, 150);
      addBlocks(item.children, inside);
    });
  });
  const isNested = list.children.some(({ children }) => children.some(({ type }) => type === 'list'));
  if (count > shortList || (isNested && count > 1)) announce(speech.listEnd, writer);
}

/** Row by row, each value with the name of its column: a listener cannot look up. */
function addTable(table: Table, writer: Writer): void {
  const { speech } = writer.furniture;
  const number = ++writer.tables;
  const total = table.groups.reduce((sum, group) => sum + group.rows.length, 0);
  announce(speech.table, writer, 150);
  if (table.caption) addText('caption', table.caption, writer);
  announce(fill(speech.tableSize, { rows: total }), writer, 200);
  const labels = table.columns.map((cell) => fold(cell.children.map(labelOf).join(' ')));
  const addCell = (cell: Cell, row: number, column: number): void =>
    within(writer, { cell: { table: number, row, column }, lists: 0 }, (inside) =>
      addBlocks(cell.children, inside),
    );
  table.columns.forEach((cell, index) => {
    addCell(cell, 0, index + 1);
  });
  let row = 0;
  for (const group of table.groups) {
    if (group.title) addInlines('group', group.title, writer);
    for (const { cells } of group.rows) {
      row++;
      announce(fill(speech.row, { number: row, total }), writer, 200);
      cells.forEach((cell, index) => {
        const label = labels[index];
        if (index >= table.rowHeaders && label) announce(`${label}:`, writer, 150);
        if (cell.children.length === 0) announce(`${speech.empty}.`, writer);
        addCell(cell, row, index + 1);
      });
    }
  }
  announce(speech.tableEnd, writer, pauses.passage);
}

function labelOf(block: Block): string {
  return block.type === 'paragraph' ? textOf(block.children) : '';
}

function addFigure(figure: Figure, writer: Writer): void {
  const { caption, alt, description, decorative } = figure;
  if (decorative && !caption && description.length === 0) return;
  announce(writer.furniture.speech.figure, writer, 150);
  if (caption) addText('caption', caption, writer);
  if (alt.trim() !== '') addText('alt', alt, writer);
  addBlocks(description, writer);
  announce(writer.furniture.speech.figureEnd, writer);
}

function addBox(box: Box, writer: Writer): void {
  const { speech } = writer.furniture;
  const names = { 'key-facts': speech.keyFacts, note: speech.box, contact: speech.contact } as const;
  if (box.title) addText('paragraph', box.title, writer);
  else announce(names[box.kind], writer);
  addBlocks(box.children, writer);
  announce(fill(speech.endOf, { name: box.title ?? names[box.kind].replace(/:$/, '') }), writer);
}
