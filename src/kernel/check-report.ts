import type { Finding, Severity } from './finding.ts';

/** Everything that one check found: the reports for people and machines are all made from it. */
export interface CheckReport {
  /** Version of this file format. */
  readonly format: 1;
  /** Version of allformats. */
  readonly version: string;
  readonly failOn: Severity | 'never';
  readonly subjects: readonly Subject[];
  readonly proofs: readonly ProofLine[];
  readonly judges: readonly JudgeLine[];
  /** Every rule that was asked, and every other one that found something. */
  readonly rules: readonly RuleInfo[];
  /** Findings of the baseline that are no more. Absent without a baseline. */
  readonly mended?: number;
}

/** A file that was checked. */
export interface Subject {
  readonly kind: 'source' | 'output';
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly findings: readonly CheckedFinding[];
  /** Why it could not be read or made; the codes are in docs/failures.md, and `bug`. */
  readonly failure?: { readonly code: string; readonly message: string };
}

export interface CheckedFinding extends Finding {
  /** It stands in the baseline: told, but no reason to fail. */
  readonly known?: true;
}

/** How many things of the source an output was found to have, in order. */
export interface ProofLine {
  readonly path: string;
  readonly counts: readonly ProofCount[];
  readonly declaredChanges: number;
}

export interface ProofCount {
  /** In the plural, such as `words` or `table cells`. */
  readonly what: string;
  readonly total: number;
  readonly found: number;
}

/** One of the field's own checkers. */
export interface JudgeLine {
  readonly judge: string;
  readonly paths: readonly string[];
  /** Why it checked nothing; absent when it did. */
  readonly notChecked?: string;
  /** What a second reader of the outputs found again. */
  readonly counts?: readonly ProofCount[];
  /** What it left out, and why. */
  readonly note?: string;
}

export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly clauses: readonly string[];
  /** It reads the source, so each source passes it or fails it. */
  readonly ofSources: boolean;
}

const levels: readonly Severity[] = ['person', 'warning', 'error'];

/** Whether a finding is a reason to fail. */
export function fails(finding: CheckedFinding, failOn: CheckReport['failOn']): boolean {
  return (
    failOn !== 'never' && finding.known !== true && levels.indexOf(finding.severity) >= levels.indexOf(failOn)
  );
}
