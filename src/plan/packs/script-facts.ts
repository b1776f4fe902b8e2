import { fold, textOf } from '../../document/text.ts';
import type { Document } from '../../document/tree.ts';
import { visitBlocks } from '../../document/visit.ts';
import { takeContacts } from '../../wording/contacts.ts';
import { takeDates } from '../../wording/dates.ts';
import { nameKnowledge } from '../../wording/name-knowledge.ts';
import { namesIn } from '../../wording/names.ts';
import { numberPattern, worthOf } from '../../wording/numbers.ts';
import type { Chunk, Part } from './chunks.ts';

/** Something that must be right to the letter, and the chunks that say it. */
export interface Mention {
  readonly text: string;
  readonly chunks: readonly number[];
}

/** What a person who signs, speaks or writes the document must prepare for. */
export interface ScriptFacts {
  /** People, bodies, places, laws. */
  readonly names: readonly Mention[];
  readonly shortForms: readonly (Mention & { readonly expansion: string })[];
  /** Words that the document explains, with their meaning. */
  readonly terms: readonly { readonly term: string; readonly meaning: string }[];
  /** Numbers, amounts, shares and dates as they are written, by chunk; chunks without any are left out. */
  readonly figures: readonly { readonly chunk: number; readonly texts: readonly string[] }[];
  /** Addresses and telephone numbers to show while they are said. */
  readonly contacts: readonly Mention[];
  /** Pictures, charts and tables. */
  readonly shown: readonly { readonly chunk: number; readonly isTable: boolean; readonly text: string }[];
}

export function scriptFactsOf(document: Document, parts: readonly Part[]): ScriptFacts {
  const chunks = parts.flatMap((part) => part.chunks);
  const short = new Set(document.abbreviations.map((entry) => entry.short));
  const knowledge = nameKnowledge(chunks.flatMap(({ texts }) => texts));
  const names = new Map<string, Set<number>>();
  const contacts = new Map<string, Set<number>>();
  const figures: ScriptFacts['figures'][number][] = [];
  for (const chunk of chunks) {
    const said: string[] = [];
    for (const text of chunk.texts) {
      const found = takeContacts(text);
      for (const { index, length } of found.contacts)
        note(contacts, text.slice(index, index + length), chunk);
      for (const { value } of namesIn(found.rest, knowledge))
        if (!short.has(value.replace(/s$/, ''))) note(names, value, chunk);
      said.push(...figuresIn(text, found.rest));
    }
    const texts = [...new Map(said.map((one) => [one.toLowerCase(), one])).values()];
    if (texts.length > 0) figures.push({ chunk: chunk.number, texts });
  }
  const inText = (value: string) => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal(value)}s?(?![\\p{L}\\p{N}])`, 'u');
    return chunks.filter(({ texts }) => texts.some((text) => pattern.test(text))).map(({ number }) => number);
  };
  return {
    names: mentions(names),
    shortForms: document.abbreviations.map(({ short: text, expansion }) => ({
      text,
      expansion,
      chunks: inText(text),
    })),
    terms: termsOf(document),
    figures,
    contacts: mentions(contacts),
    shown: shownIn(document, chunks),
  };
}

function note(into: Map<string, Set<number>>, text: string, chunk: Chunk): void {
  const before = into.get(text);
  if (before === undefined) into.set(text, new Set([chunk.number]));
  else before.add(chunk.number);
}

/** In the order of the alphabet, which is how people look for a name; by code unit, the same on every machine. */
function mentions(found: ReadonlyMap<string, ReadonlySet<number>>): Mention[] {
  return [...found]
    .map(([text, chunks]) => ({ text, chunks: [...chunks] }))
    .sort((one, other) => (one.text < other.text ? -1 : 1));
}

/** As they are written: `6.8%`, `£1,200`, `29 September 2021`, `18`. */
function figuresIn(text: string, withoutContacts: string): string[] {
  const places: { readonly from: number; readonly to: number }[] = [];
  const { dates, rest } = takeDates(withoutContacts);
  for (const { index, length } of dates) places.push({ from: index, to: index + length });
  for (const match of rest.matchAll(numberPattern))
    if (worthOf(match) !== undefined) places.push({ from: match.index, to: match.index + match[0].length });
  return places
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => {
      const sign = /[£$€]$/.exec(text.slice(0, from))?.[0] ?? '';
      const unit = /^ ?(?:%|per ?cent\b|million\b|billion\b)/.exec(text.slice(to))?.[0] ?? '';
      return sign + text.slice(from, to) + unit;
    });
}

function termsOf(document: Document): ScriptFacts['terms'] {
  const terms: { term: string; meaning: string }[] = [];
  for (const block of visitBlocks(document.children)) {
    if (block.type !== 'definitionList' || block.kind !== 'glossary') continue;
    for (const { term, definition } of block.items)
      terms.push({ term: fold(textOf(term)), meaning: fold(textOf(definition)) });
  }
  return terms;
}

function shownIn(document: Document, chunks: readonly Chunk[]): ScriptFacts['shown'] {
  const shown: ScriptFacts['shown'][number][] = [];
  document.children.forEach((outer, index) => {
    const chunk = chunks.findLast(({ start }) => start <= index)?.number ?? 1;
    for (const block of visitBlocks([outer])) {
      if (block.type === 'table') shown.push({ chunk, isTable: true, text: block.caption ?? '' });
      if (block.type === 'figure' && !block.decorative)
        shown.push({ chunk, isTable: false, text: fold(`${block.caption ?? ''} ${block.alt}`) });
    }
  });
  return shown;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
