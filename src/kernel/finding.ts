/** A place in a file that a person wrote. `file` is relative to the project's root with `/`; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A place in a finished file: a page (from 1) with a box in points from its lower left corner (left, bottom, right, top),
 * a CSS selector, or a line (from 1).
 */
export type OutputPlace =
  | { readonly page: number; readonly box: readonly [number, number, number, number] }
  | { readonly selector: string }
  | { readonly line: number };

/** `error` excludes a reader, `warning` makes reading harder, `person` needs a human judgement. */
export type Severity = 'error' | 'warning' | 'person';

/** Something about the content that is expected to happen: what is wrong, where, and what to do. */
export interface Finding {
  /** The stable id of the rule, such as `source/empty-link`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do, in a sentence. */
  readonly fix: string;
  readonly at?: Position;
  /** Where in the output. */
  readonly outputAt?: OutputPlace;
  /** Clauses of standards, where they belong to another program's rule; a rule of ours has its own. */
  readonly clauses?: readonly string[];
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly person: number;
}

export function countFindings(findings: Iterable<Finding>): FindingCounts {
  const counts = { error: 0, warning: 0, person: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}
