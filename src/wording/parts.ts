import { bodyReadingOf } from '../document/passages.ts';
import { fold } from '../document/text.ts';
import type { AbbreviationEntry, Block, Document, EasyReadPart } from '../document/tree.ts';
import { visitBlocks } from '../document/visit.ts';
import type { Position } from '../kernel/finding.ts';
import { addressKey } from './contacts.ts';
import type { RecordEntry, Support } from './guard.ts';
import { nameKnowledge } from './name-knowledge.ts';
import type { NameKnowledge } from './names.ts';
import { type Line, type Telling, tellingOf, textOfLines } from './telling.ts';

/** A part of the Easy Read layer beside the sections that it tells again. */
export interface PartPair {
  readonly covers: readonly string[];
  /** What its record names: the sections, or the part's own heading where it covers none. */
  readonly key: readonly string[];
  readonly report: Telling;
  readonly easy: Telling;
  readonly support: Support;
  readonly record: readonly RecordEntry[];
  /** Whether there is a record of facts for these sections. */
  readonly hasRecord: boolean;
  readonly at?: Position;
}

/** What the guard needs to know about a report as a whole. */
export interface ReportWords {
  readonly knowledge: NameKnowledge;
  readonly support: Support;
  linesOf(blocks: readonly Block[]): Line[];
  tellingOfBlocks(blocks: readonly Block[]): Telling;
}

const familiar = new Set(['NHS', 'GP', 'UK', 'BBC']);

/** Reads a report once: its names, the text that supports names, its details. `more` is text that belongs to it, such as its layer. */
export function reportWords(document: Document, more: readonly Block[] = []): ReportWords {
  const spell = spellerOf(document.abbreviations);
  const linesOf = (blocks: readonly Block[]): Line[] =>
    bodyReadingOf({ children: blocks, footnotes: [] }).passages.map(({ text, at }) => ({
      text: spell(text),
      ...(at && { at }),
    }));
  const notes = document.footnotes.flatMap((note) => note.children);
  const all = [...linesOf(document.children), ...linesOf(notes)];
  const { meta } = document;
  const details: Line[] = [
    meta.title,
    meta.organisation,
    meta.date,
    meta.version,
    meta.summary ?? '',
    ...meta.signOff.flatMap(({ role, name, date }) => [role, name ?? '', date ?? '']),
    meta.contact.team ?? '',
    meta.contact.email ?? '',
    ...meta.contact.telephone,
    meta.contact.textRelay ?? '',
    ...meta.contact.post,
    meta.contact.web ?? '',
    meta.contact.replyWithin ?? '',
    meta.contact.note ?? '',
  ]
    .filter(Boolean)
    .map((text) => ({ text: spell(fold(text)) }));
  const knowledge = nameKnowledge([...details, ...all, ...linesOf(more)].map(({ text }) => text));
  const expansions = document.abbreviations.flatMap(({ short, expansion }) => [short, expansion]);
  const support: Support = {
    near: tellingOf(details, knowledge),
    text: textOfLines([...details, ...all, ...expansions.map((text) => ({ text }))]),
  };
  return {
    knowledge,
    support,
    linesOf,
    tellingOfBlocks: (blocks) =>
      tellingOf(linesOf(blocks), knowledge, { contacts: addressesOf(blocks), hints: countsOf(blocks) }),
  };
}

/** Each part of the layer with what it tells again. Empty where there is no layer. */
export function partPairs(document: Document): readonly PartPair[] {
  const { easyRead } = document;
  if (easyRead === undefined) return [];
  const words = reportWords(document, easyRead.children);
  const sections = sectionsOf(document);
  const pairOf = ({ covers, start, end, at }: EasyReadPart): PartPair => {
    const blocks = covers.length === 0 ? [] : blocksOf(covers, sections);
    const key = keyOfPart({ covers, start, end }, easyRead.children);
    const records = easyRead.records.filter(({ sections: named }) => named.some((id) => key.includes(id)));
    return {
      covers,
      key,
      report: words.tellingOfBlocks(withNotes(blocks, document)),
      easy: words.tellingOfBlocks(easyRead.children.slice(start, end)),
      support:
        covers.length === 0
          ? { ...words.support, near: words.tellingOfBlocks(document.children) }
          : words.support,
      record: records.flatMap(({ entries }) => entries),
      hasRecord: records.length > 0,
      ...(at && { at }),
    };
  };
  return easyRead.parts.map(pairOf);
}

/** What a record of facts says in `section` for a part. */
export function keyOfPart(
  { covers, start, end }: Pick<EasyReadPart, 'covers' | 'start' | 'end'>,
  blocks: readonly Block[],
): readonly string[] {
  if (covers.length > 0) return covers;
  return blocks
    .slice(start, end)
    .flatMap((block) => (block.type === 'heading' ? [block.id] : []))
    .slice(0, 1);
}

/** The blocks below each heading, down to the next one of the same or a higher level, without the heading. */
function sectionsOf(document: Document): ReadonlyMap<string, readonly Block[]> {
  const sections = new Map<string, Block[]>();
  const open: { depth: number; blocks: Block[] }[] = [];
  for (const block of document.children) {
    // The lists of words at the end of a report belong to the whole of it.
    if (block.type === 'definitionList' && block.kind !== 'details') continue;
    if (block.type === 'heading') while (open.length > 0 && open.at(-1)!.depth >= block.depth) open.pop();
    for (const { blocks } of open) blocks.push(block);
    if (block.type !== 'heading') continue;
    const blocks: Block[] = [block];
    sections.set(block.id, blocks);
    open.push({ depth: block.depth, blocks });
  }
  return sections;
}

function blocksOf(ids: readonly string[], sections: ReadonlyMap<string, readonly Block[]>): Block[] {
  return [...new Set(ids.flatMap((id) => sections.get(id) ?? []))];
}

/** Blocks with the footnotes that they refer to. */
function withNotes(blocks: readonly Block[], document: Document): Block[] {
  if (document.footnotes.length === 0) return [...blocks];
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, id } = value as { type?: unknown; id?: unknown };
    if (type === 'footnoteReference' && typeof id === 'string') ids.add(id);
    for (const inside of Object.values(value)) look(inside);
  };
  look(blocks);
  return [...blocks, ...document.footnotes.filter(({ id }) => ids.has(id)).flatMap((note) => note.children)];
}

function addressesOf(blocks: readonly Block[]): string[] {
  return bodyReadingOf({ children: blocks, footnotes: [] })
    .links.map(({ url }) => url)
    .filter((url) => !url.startsWith('#'))
    .map((url) => (url.startsWith('mailto:') ? url.slice(7).toLowerCase() : addressKey(url)));
}

/** Counts that a reader can make in the report: items of a list, their numbers, rows and columns of a table. */
function countsOf(blocks: readonly Block[]): number[] {
  const counts: number[] = [];
  for (const block of visitBlocks(blocks)) {
    if (block.type === 'list') {
      counts.push(block.children.length);
      if (block.ordered) counts.push(...block.children.map((_, at) => block.start + at));
    } else if (block.type === 'table') {
      const rows = block.groups.map((group) => group.rows.length);
      counts.push(
        ...rows,
        rows.reduce((sum, count) => sum + count, 0),
        block.groups.length,
      );
    }
  }
  return counts;
}

/** Abbreviations written out, so that "CCG" in the report and "Clinical Commissioning Group" in the layer are one name. */
function spellerOf(entries: readonly AbbreviationEntry[]): (text: string) => string {
  const long = new Map(
    entries
      .filter(({ short }) => short !== '' && !familiar.has(short))
      .map(({ short, expansion }) => [short, expansion]),
  );
  if (long.size === 0) return (text) => text;
  const shorts = [...long.keys()]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}@./])(${shorts.join('|')})(s?)(?![\\p{L}\\p{N}@])(?!\\.\\p{L})`,
    'gu',
  );
  return (text) => text.replace(pattern, (_, short: string, plural: string) => `${long.get(short)}${plural}`);
}
