import type { Position } from '../kernel/finding.ts';
import { type Fact, type FactKind, factsIn } from './facts.ts';
import type { NameKnowledge } from './names.ts';
import { type Stance, stancesIn } from './stances.ts';

/** A text with its place. */
export interface Line {
  readonly text: string;
  readonly at?: Position;
}

export interface CountedFact extends Fact {
  readonly count: number;
  /** Where it stands first. */
  readonly at?: Position;
}

/** What a run of text tells, counted: its facts by kind and value, what it hints at, and its stances. */
export interface Telling {
  readonly facts: ReadonlyMap<string, CountedFact>;
  readonly hints: ReadonlyMap<string, number>;
  readonly stances: ReadonlyMap<Stance, number>;
  /** All lines in small letters, a line break between them: names are looked for here, because their capitals vary (COVID-19). */
  readonly text: string;
}

function keyOf(kind: FactKind, value: string): string {
  return `${kind === 'name' || kind === 'term' ? kind : 'fact'} ${value.toLowerCase()}`;
}

export function tellingOf(
  lines: readonly Line[],
  knowledge: NameKnowledge,
  more: { readonly contacts?: readonly string[]; readonly hints?: readonly number[] } = {},
): Telling {
  const facts = new Map<string, CountedFact>();
  const hints = new Map<string, number>();
  const stances = new Map<Stance, number>();
  const add = (fact: Fact, at: Position | undefined) => {
    const key = keyOf(fact.kind, fact.value);
    const before = facts.get(key);
    facts.set(
      key,
      before ? { ...before, count: before.count + 1 } : { ...fact, count: 1, ...(at && { at }) },
    );
  };
  const hint = (value: string) => hints.set(value.toLowerCase(), (hints.get(value.toLowerCase()) ?? 0) + 1);
  for (const { text, at } of lines) {
    const found = factsIn(text, knowledge);
    for (const fact of found.facts) add(fact, at);
    for (const value of found.hints) hint(value);
    for (const [stance, count] of stancesIn(text)) stances.set(stance, (stances.get(stance) ?? 0) + count);
  }
  for (const value of more.contacts ?? [])
    if (!facts.has(keyOf('contact', value))) add({ kind: 'contact', value }, undefined);
  for (const value of more.hints ?? []) hint(String(value));
  return { facts, hints, stances, text: textOfLines(lines) };
}

export function textOfLines(lines: readonly Line[]): string {
  return lines.map(({ text }) => text.toLowerCase()).join('\n');
}
