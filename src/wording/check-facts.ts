import type { Document } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { guard, type Violation } from './guard.ts';
import { type PartPair, partPairs } from './parts.ts';

/** What the guard finds in one part of a layer. */
export interface PartFacts {
  readonly pair: PartPair;
  readonly violations: readonly Violation[];
  readonly at?: Position;
}

const checked = new WeakMap<Document, readonly PartFacts[]>();

/** The guard over a whole layer; the same document is compared once. Empty for languages whose words it does not know. */
export function checkFacts(document: Document): readonly PartFacts[] {
  const known = checked.get(document);
  if (known) return known;
  const parts = isGuarded(document) ? partPairs(document) : [];
  const result = parts.map(
    (pair): PartFacts => ({
      pair,
      violations: guard(pair.report, pair.easy, pair.support, pair.record),
      ...(pair.at && { at: pair.at }),
    }),
  );
  checked.set(document, result);
  return result;
}

/** The guard knows the numbers, months, modal verbs and negations of English alone. */
export function isGuarded(document: Document): boolean {
  return /^en\b/i.test(document.meta.language);
}
