import { englishPacks } from '../../document/furniture/english-packs.ts';
import { fill } from '../../document/furniture/furniture.ts';
import type { Block, Cell, Document, Heading, Table } from '../../document/tree.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import { paragraph, text, heading as title } from '../opening.ts';
import type { Planned } from '../transform.ts';
import { type Chunk, chunksOf, type Part } from './chunks.ts';
import { type ScriptFacts, scriptFactsOf } from './script-facts.ts';

/** Words a minute: ours, between careful reading aloud and the pace of signed translation. */
const rate = 100;

export const words = englishPacks;

/** What a kind of pack puts around the script. */
export interface PackPlan {
  readonly name: string;
  /** The text stands whole, without numbered chunks, under this heading. */
  readonly text?: { readonly heading: string; readonly end: string };
  before(tools: PackTools): Block[];
  after(tools: PackTools): Block[];
}

/** Makes the added parts of a pack; every word that it adds is declared in the order in which it is asked for. */
export interface PackTools {
  readonly facts: ScriptFacts;
  readonly parts: readonly Part[];
  heading(text: string): Block;
  paragraph(text: string): Block;
  list(items: readonly string[]): Block;
  /** A cell without words says so. */
  table(columns: readonly string[], rows: readonly (readonly string[])[]): Block;
}

const reason = 'Helps those who sign, speak or write the document for somebody.';

/**
 * The document as a script in numbered chunks, with what people need who sign or speak it. The words, headings and tables of
 * the document stay as they are and in their order; all that a pack adds is declared. The words of packs are English.
 */
export function pack(document: Document, { name, text: whole, before, after }: PackPlan): Planned {
  const changes: DeclaredChange[] = [];
  const say = (value: string): string => {
    changes.push({ kind: 'added', text: value, reason });
    return value;
  };
  const isTitle = (block: Block | undefined) => block?.type === 'heading' && block.depth === 1;
  const body = isTitle(document.children[0]) ? document.children.slice(1) : document.children;
  const parts = chunksOf(body);
  const tools = toolsOf(parts, scriptFactsOf({ ...document, children: body }, parts), say);
  const children: Block[] = [
    title(document.meta.title),
    ...inEnglish(document, [
      { type: 'paragraph', children: [{ type: 'strong', children: [text(say(name))] }] },
      ...before(tools),
      tools.heading(whole?.heading ?? words.script),
    ]),
    ...(whole === undefined ? withMarks(document, body, parts, say) : body),
    ...inEnglish(document, [tools.paragraph(whole?.end ?? words.scriptEnd), ...after(tools)]),
  ];
  return { document: { ...document, children }, changes };
}

function toolsOf(parts: readonly Part[], facts: ScriptFacts, say: (value: string) => string): PackTools {
  let id = 0;
  const cell = (value: string): Cell => ({ children: [paragraph(say(value))] });
  return {
    parts,
    facts,
    heading: (value): Heading => ({
      type: 'heading',
      depth: 2,
      id: `packPart${++id}`,
      children: [text(say(value))],
    }),
    paragraph: (value) => paragraph(say(value)),
    list: (items) => ({
      type: 'list',
      ordered: false,
      start: 1,
      children: items.map((item) => ({ type: 'listItem', children: [paragraph(say(item))] })),
    }),
    table: (columns, rows): Table => ({
      type: 'table',
      columns: columns.map(cell),
      rowHeaders: 1,
      groups: [{ rows: rows.map((row) => ({ cells: row.map((value) => cell(value || words.nothing)) })) }],
      layout: 'auto',
    }),
  };
}

/** The document's own blocks with the number of each chunk before it. */
function withMarks(
  document: Document,
  body: readonly Block[],
  parts: readonly Part[],
  say: (value: string) => string,
): Block[] {
  const marks = new Map(parts.flatMap(({ chunks }) => chunks.map((chunk) => [chunk.start, chunk] as const)));
  return body.flatMap((block, index) => {
    const chunk = marks.get(index);
    return chunk === undefined ? [block] : [...inEnglish(document, [markOf(chunk, say)]), block];
  });
}

function markOf({ number, words: count }: Chunk, say: (value: string) => string): Block {
  const value = say(fill(words.chunk, { number, words: count }));
  return { type: 'paragraph', children: [{ type: 'strong', children: [text(value)] }] };
}

function inEnglish({ meta }: Document, blocks: readonly Block[]): Block[] {
  if (/^en\b/i.test(meta.language)) return [...blocks];
  // A heading cannot stand in a part, so that the contents show it.
  return blocks.map((block) =>
    block.type === 'heading'
      ? { ...block, children: [{ type: 'languageSpan', lang: 'en', children: block.children }] }
      : { type: 'languagePart', lang: 'en', children: [block] },
  );
}

/** Which parts there are, how long they are, and their chunks. */
export function agenda({ parts, heading, paragraph: say, table }: PackTools): Block[] {
  const rows = parts
    .filter(({ chunks }) => chunks.length > 0)
    .map(({ title: name, chunks }) => {
      const count = wordsOf(chunks);
      const [first, last] = [chunks[0]!.number, chunks.at(-1)!.number];
      return [
        name ?? words.beginning,
        first === last ? `${first}` : `${first} to ${last}`,
        `${count}`,
        minutes(count),
      ];
    });
  const all = parts.flatMap(({ chunks }) => chunks);
  rows.push([words.total, `1 to ${all.length}`, `${wordsOf(all)}`, minutes(wordsOf(all))]);
  return [
    heading(words.parts),
    table([words.part, words.chunks, words.words, words.minutes], rows),
    say(fill(words.estimate, { rate })),
  ];
}

function wordsOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.words, 0);
}

/** Half minutes, so that a list of short parts does not add up to far more than the whole. */
function minutes(count: number): string {
  return String(Math.max(0.5, Math.round((count / rate) * 2) / 2));
}

/** What must be right to the letter, as lists to prepare from. Lists without entries are left out. */
export function lists({ facts, heading, table }: PackTools): Block[] {
  const list = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block[] =>
    rows.length === 0 ? [] : [heading(name), table(columns, rows)];
  const inChunks = (chunks: readonly number[]) => chunks.join(', ');
  return [
    ...list(
      words.names,
      [words.name, words.chunks],
      facts.names.map((one) => [one.text, inChunks(one.chunks)]),
    ),
    ...list(
      words.shortForms,
      [words.shortForm, words.standsFor, words.chunks],
      facts.shortForms.map((one) => [one.text, one.expansion, inChunks(one.chunks)]),
    ),
    ...list(
      words.terms,
      [words.term, words.meaning],
      facts.terms.map((one) => [one.term, one.meaning]),
    ),
    ...list(
      words.figures,
      [words.inChunk, words.figure],
      facts.figures.map(({ chunk, texts }) => [String(chunk), texts.join('; ')]),
    ),
    ...list(
      words.shown,
      [words.inChunk, words.kind, words.shows],
      facts.shown.map((one) => [String(one.chunk), one.isTable ? words.table : words.picture, one.text]),
    ),
    ...list(
      words.contacts,
      [words.contact, words.chunks],
      facts.contacts.map((one) => [one.text, inChunks(one.chunks)]),
    ),
  ];
}
