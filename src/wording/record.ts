import { differences } from './guard.ts';
import type { PartPair } from './parts.ts';

/**
 * The record of facts that a part needs as it stands: what it leaves out, what it adds, and how often it says "not" and
 * "must". Values that it tells more often than the report are held on to as well, so that a later slip is seen.
 */
export function recordOf({ report, easy, support }: PartPair): readonly string[] {
  const seen = new Set<string>();
  return differences(report, easy, support)
    .filter(({ fact, isNeeded }) => isNeeded || fact?.kind !== 'term')
    .filter(({ value }) => !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()))
    .map(({ value, told, of }) => (told === 0 && of === 1 ? value : `${value} (${told} of ${of})`));
}
