import type { Document } from '../document/tree.ts';
import type { Finding, Severity } from '../kernel/finding.ts';

/** What a rule tells at one place: the rest comes from the rule. */
export interface Told extends Pick<Finding, 'message' | 'fix' | 'at'> {
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/** A check of a report's content: data first, one file a rule. Ids never change. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters, and to whom, in a sentence or two for somebody who writes. */
  readonly why: string;
  /** Clauses of standards that it serves. */
  readonly clauses: readonly string[];
  check(document: Document): Iterable<Told>;
}
