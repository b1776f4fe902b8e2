/**
 * Something that a report of a check can show and that is no rule for reports: the reader of sources, the proof, the
 * measuring of pages and the judges tell it. Data for its page in docs/rules and for the reports.
 */
export interface FindingKind {
  /** The id in findings; `axe/*` stands for every one of a family whose ids belong to another program. */
  readonly id: string;
  /** What is asked for, as a sentence without its full stop. */
  readonly title: string;
  /** Why it matters, and to whom. */
  readonly why: string;
  /** What to do. Absent where the examples in the tests say it. */
  readonly mend?: string;
  /** Clauses of standards that it serves. */
  readonly clauses: readonly string[];
}

/** A row of a table of kinds: id without its family, title, why, clauses, and what to do where no example says it. */
export type KindRow = readonly [
  name: string,
  title: string,
  why: string,
  clauses: readonly string[],
  mend?: string,
];

export function kindsOf(family: string, rows: readonly KindRow[]): readonly FindingKind[] {
  return rows.map(([name, title, why, clauses, mend]) => ({
    id: `${family}/${name}`,
    title,
    why,
    clauses,
    ...(mend !== undefined && { mend }),
  }));
}
