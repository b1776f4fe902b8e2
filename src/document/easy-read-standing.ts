import { easyReadParts, type PartState } from './easy-read-parts.ts';
import type { Document } from './tree.ts';

/** How the layer stands to the report and to the people who checked it. */
export interface EasyReadStanding {
  /** Parts whose sections of the report have changed since somebody compared them. */
  readonly stale: readonly PartState[];
  /**
   * `none`: the report names nobody. `not-recorded`: nothing says what they saw. `other-check`: what is recorded is of other
   * people or another day. `changed`: some of what they saw has changed since. `valid`: they saw what there is.
   */
  readonly check: 'none' | 'not-recorded' | 'other-check' | 'changed' | 'valid';
  /** Parts that are new or have changed since they were checked, where `check` is `changed`. */
  readonly changed: readonly PartState[];
  /** How many parts were taken out since. */
  readonly gone: number;
}

/** Compares the layer with its lock. */
export function easyReadStanding(document: Document): EasyReadStanding {
  const { claim, lock } = document.easyRead ?? {};
  const states = easyReadParts(document);
  const stale = states.filter(({ key, report }) => {
    const known = lock?.parts.get(key)?.report;
    return known !== undefined && known !== report;
  });
  const nothing = { stale, changed: [], gone: 0 } as const;
  if (claim === undefined) return { ...nothing, check: 'none' };
  if (lock?.checked === undefined) return { ...nothing, check: 'not-recorded' };
  const { by, on } = lock.checked;
  if (by !== claim.checkedBy || on !== claim.checkedOn) return { ...nothing, check: 'other-check' };
  const changed = states.filter(({ key, words }) => lock.parts.get(key)?.words !== words);
  const keys = new Set(states.map(({ key }) => key));
  const gone = [...lock.parts].filter(([key, { words }]) => words !== undefined && !keys.has(key)).length;
  const isValid = changed.length === 0 && gone === 0;
  return { stale, changed, gone, check: isValid ? 'valid' : 'changed' };
}
