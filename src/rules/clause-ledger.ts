import { pageName } from './rule-page.ts';

/**
 * What becomes of a clause of a standard. `enforced`: a rule, a judge or the way of writing holds it, and a test sees to that.
 * `author`: the writer's duty, nothing tells of a breach. `person`: somebody must look. `open`: nothing is done about it.
 * `none`: what we make has nothing that it is about.
 */
export type ClauseState = 'enforced' | 'author' | 'person' | 'open' | 'none';

export interface Clause {
  readonly id: string;
  readonly title: string;
  readonly state: ClauseState;
  /** Who or what holds it beside the rules, or why nothing does. */
  readonly by: string;
}

/** What a ledger needs to know of a rule, or of another finding. */
export interface Serving {
  readonly id: string;
  readonly clauses: readonly string[];
}

export interface Ledger {
  readonly title: string;
  readonly about: string;
  /** How rules name this standard in their clauses, before the clause's id. */
  readonly prefix: string;
  /** The clause that stands for one of these in another standard that rules name; absent where rules name this one. */
  readonly same?: (id: string) => string | undefined;
  readonly clauses: readonly Clause[];
}

const states: Readonly<Record<ClauseState, string>> = {
  enforced: 'enforced',
  author: "author's duty",
  person: 'needs a person',
  open: 'not covered',
  none: 'does not arise',
};

/** Rules that serve a clause. */
export function rulesOf(ledger: Ledger, clause: Clause, rules: readonly Serving[]): readonly Serving[] {
  const name = ledger.same === undefined ? `${ledger.prefix}${clause.id}` : ledger.same(clause.id);
  return name === undefined ? [] : rules.filter(({ clauses }) => clauses.includes(name));
}

/** The ledger as Markdown: each clause with its state and who holds it. */
export function ledgerPage(ledger: Ledger, rules: readonly Serving[]): string {
  const count = (state: ClauseState) => ledger.clauses.filter((clause) => clause.state === state).length;
  const totals = (Object.keys(states) as ClauseState[]).map((state) => `${count(state)} ${states[state]}`);
  return [
    `# ${ledger.title}`,
    '',
    ledger.about,
    '',
    `${ledger.clauses.length} clauses: ${totals.join(', ')}.`,
    '',
    '| Clause | What it asks for | State | By |',
    '| --- | --- | --- | --- |',
    ...ledger.clauses.map((clause) => {
      const named = rulesOf(ledger, clause, rules).map(({ id }) => `[\`${id}\`](../rules/${pageName(id)})`);
      return `| ${clause.id} | ${clause.title} | ${states[clause.state]} | ${[clause.by, ...named].filter(Boolean).join('; ')} |`;
    }),
    '',
  ].join('\n');
}
