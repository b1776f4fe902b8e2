import { keyOfTokens } from './tokens.ts';
import type { Entry, Translation } from './translation.ts';
import type { Unit } from './units.ts';

export type Match =
  | {
      readonly state: 'translated';
      readonly entry: Entry & { readonly target: NonNullable<Entry['target']> };
    }
  /** The source has changed since. */
  | { readonly state: 'stale'; readonly entry: Entry }
  | { readonly state: 'missing'; readonly entry?: Entry };

/**
 * The translation of each unit: the one with its id where its source is still the same, else one of the same source. Earlier
 * files go before later ones.
 */
export function matchUnits(units: readonly Unit[], translations: readonly Translation[]): Map<Unit, Match> {
  const byId = new Map<string, Entry[]>();
  const bySource = new Map<string, Entry[]>();
  const keys = new Set(units.map((unit) => keyOfTokens(unit.source.tokens)));
  for (const { entries } of translations) {
    for (const entry of entries) {
      push(byId, entry.id, entry);
      if (entry.target !== undefined) push(bySource, keyOfTokens(entry.source), entry);
    }
  }
  return new Map(units.map((unit) => [unit, matchOf(unit, byId, bySource, keys)]));
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function matchOf(
  unit: Unit,
  byId: ReadonlyMap<string, Entry[]>,
  bySource: ReadonlyMap<string, Entry[]>,
  keys: ReadonlySet<string>,
): Match {
  const key = keyOfTokens(unit.source.tokens);
  const own = byId.get(unit.id) ?? [];
  const same = own.filter((entry) => keyOfTokens(entry.source) === key);
  const [untold] = same;
  // A text that was left open on purpose does not take the words of its like.
  const found = same.find(isTranslated) ?? (untold ? undefined : bySource.get(key)?.find(isTranslated));
  if (found !== undefined) return { state: 'translated', entry: found };
  if (untold !== undefined) return { state: 'missing', entry: untold };
  // The entry of another text that only moved says nothing about this one.
  const old = own.find((entry) => isTranslated(entry) && !keys.has(keyOfTokens(entry.source)));
  return old === undefined ? { state: 'missing' } : { state: 'stale', entry: old };
}

function isTranslated(entry: Entry): entry is Entry & { readonly target: NonNullable<Entry['target']> } {
  return entry.target !== undefined;
}
