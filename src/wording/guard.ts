import type { Position } from '../kernel/finding.ts';
import { type Fact, tells } from './facts.ts';
import { type Stance, stanceNames } from './stances.ts';
import type { CountedFact, Telling } from './telling.ts';

/** One line of the record of facts: how often the text told again has a value, of how often the report has it. */
export interface RecordEntry {
  readonly value: string;
  readonly told: number;
  /** Absent where the author wrote the value alone: it is left out. */
  readonly of?: number;
  readonly at?: Position;
}

/** What is wrong with a text that was told again. `told` of `of`: mentions in it, and in the report. */
export type Violation =
  | {
      readonly kind: 'dropped';
      readonly fact: CountedFact;
      readonly told: number;
      readonly of: number;
      readonly recorded?: number;
    }
  | { readonly kind: 'invented'; readonly fact: CountedFact; readonly told: number }
  | {
      readonly kind: 'stance';
      readonly stance: Stance;
      readonly told: number;
      readonly of: number;
      readonly recorded?: RecordEntry;
    }
  | { readonly kind: 'idle'; readonly entry: RecordEntry };

/** What counts as being in the report although the sections told again lack it: its title, details, other sections for names. */
export interface Support {
  readonly near: Telling;
  /** The whole report in small letters, its abbreviations written out: a name from anywhere in it is not invented. */
  readonly text: string;
}

/** Short forms that every reader knows: they may stand for what the report writes in full. */
const familiarNames: ReadonlySet<string> = new Set(['NHS', 'GP', 'GPs', 'UK', 'BBC']);

interface Difference {
  readonly key: string;
  readonly value: string;
  readonly told: number;
  readonly of: number;
  /** Whether it needs a line of the record; without, a line is a lower bound that may stand there. */
  readonly isNeeded: boolean;
  readonly fact?: CountedFact;
  readonly stance?: Stance;
}

/**
 * Every difference between a report's text and the text that tells it again: facts told less often, facts that the report
 * lacks, words such as "not" and "must" told more or less often. Values told more often are given too (not needed), so that
 * a record can hold on to them.
 */
export function differences(report: Telling, easy: Telling, support: Support): readonly Difference[] {
  const found: Difference[] = [];
  for (const [key, fact] of report.facts) {
    const told = timesTold(fact, key, easy);
    const of = fact.count;
    const isNeeded = fact.kind === 'term' ? told === 0 : told < of;
    if (fact.kind === 'term' ? isNeeded : told !== of)
      found.push({ key, value: fact.value, told, of, isNeeded, fact });
  }
  for (const [key, fact] of easy.facts) {
    if (report.facts.has(key)) continue;
    const isNeeded = !isTold(fact, key, report) && !isSupported(fact, key, support);
    found.push({ key, value: fact.value, told: fact.count, of: 0, isNeeded, fact });
  }
  for (const stance of stanceNames) {
    const [told, of] = [easy.stances.get(stance) ?? 0, report.stances.get(stance) ?? 0];
    if (told !== of) found.push({ key: `stance ${stance}`, value: stance, told, of, isNeeded: true, stance });
  }
  return found;
}

/** Compares a text with what it tells again, under the record of what was left out or added on purpose. */
export function guard(
  report: Telling,
  easy: Telling,
  support: Support,
  record: readonly RecordEntry[] = [],
): readonly Violation[] {
  const violations: Violation[] = [];
  const byValue = new Map(record.map((entry) => [entry.value.toLowerCase(), entry]));
  const used = new Set<RecordEntry>();
  for (const { key, value, told, of, isNeeded, fact, stance } of differences(report, easy, support)) {
    const entry = byValue.get(value.toLowerCase());
    if (entry) used.add(entry);
    if (stance !== undefined) {
      if (entry?.told === told && (entry.of ?? of) === of) continue;
      violations.push({ kind: 'stance', stance, told, of, ...(entry && { recorded: entry }) });
    } else if (fact !== undefined) {
      const isKept = entry === undefined ? !isNeeded : of > 0 ? told >= entry.told : told === entry.told;
      if (isKept) continue;
      if (of === 0 && told > 0 && entry === undefined) violations.push({ kind: 'invented', fact, told });
      else violations.push({ kind: 'dropped', fact, told, of, ...(entry && { recorded: entry.told }) });
    } else throw new Error(key);
  }
  for (const entry of record) {
    if (used.has(entry)) continue;
    const stance = stanceNames.find((name) => name === entry.value.toLowerCase());
    const count = stance ? (easy.stances.get(stance) ?? 0) : mentions(entry.value, easy);
    if (stance !== undefined && (entry.told !== count || entry.of !== count)) {
      violations.push({
        kind: 'stance',
        stance,
        told: count,
        of: report.stances.get(stance) ?? 0,
        recorded: entry,
      });
    } else if (stance === undefined && count < entry.told) {
      const fact = { kind: 'name', value: entry.value, count: 0 } as const;
      violations.push({ kind: 'dropped', fact, told: count, of: entry.of ?? 0, recorded: entry.told });
    } else violations.push({ kind: 'idle', entry });
  }
  return violations;
}

function mentions(value: string, telling: Telling): number {
  const fact = ['fact', 'term']
    .map((kind) => telling.facts.get(`${kind} ${value.toLowerCase()}`))
    .find(Boolean);
  return fact?.count ?? telling.hints.get(value.toLowerCase()) ?? timesNamed(value, telling.text);
}

function timesTold(fact: CountedFact, key: string, easy: Telling): number {
  if (fact.kind === 'name') return timesNamed(fact.value, easy.text);
  let times = easy.facts.get(key)?.count ?? 0;
  if (fact.kind === 'date' || fact.kind === 'number') times += easy.hints.get(fact.value.toLowerCase()) ?? 0;
  if (fact.ratio) {
    for (const [other, one] of easy.facts) {
      if (other !== key && one.ratio && tells(one.ratio, fact.ratio)) times += one.count;
    }
  }
  return times;
}

/** Whether the report has what a fact of the other text says, in its own way. */
function isTold(fact: Fact, key: string, report: Telling): boolean {
  if (report.facts.has(key) || report.hints.has(fact.value.toLowerCase())) return true;
  if (fact.ratio) {
    for (const one of report.facts.values()) if (one.ratio && tells(fact.ratio, one.ratio)) return true;
  }
  if (fact.kind === 'contact')
    return report.text.replace(/\s/g, '').includes(fact.value.toLowerCase().replace(/\s/g, ''));
  return fact.kind === 'name' && isNamed(fact.value, report.text);
}

function isSupported(fact: Fact, key: string, support: Support): boolean {
  if (isTold(fact, key, support.near)) return true;
  if (fact.kind === 'term') return true;
  return fact.kind === 'name' && (familiarNames.has(fact.value) || isNamed(fact.value, support.text));
}

/** A name stands in a text as a whole, or in parts that "of", "for" or a hyphen join. */
function isNamed(name: string, text: string): boolean {
  if (timesNamed(name, text) > 0) return true;
  const parts = name.split(/ (?:of|for)(?: the)? | and | & |-/);
  return parts.length > 1 && parts.every((part) => timesNamed(part, text) > 0);
}

function timesNamed(name: string, text: string): number {
  const singular = name.toLowerCase().replace(/(?<=\p{Ll}{3})s$/u, '');
  let times = 0;
  for (let at = text.indexOf(singular); at !== -1; at = text.indexOf(singular, at + 1)) {
    const before = text[at - 1];
    const after = text.slice(at + singular.length, at + singular.length + 2);
    if (before !== undefined && /[\p{L}\p{N}]/u.test(before)) continue;
    if (/^(?:s?(?![\p{L}\p{N}])|s?$)/u.test(after)) times++;
  }
  return times;
}
