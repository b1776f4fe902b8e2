import {
  type CheckedFinding,
  type CheckReport,
  fails,
  type JudgeLine,
  type Subject,
} from '../kernel/check-report.ts';
import type { Severity } from '../kernel/finding.ts';

/** All places where one rule found something: people mend by rule, not by line. */
export interface Group {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly clauses: readonly string[];
  readonly places: readonly Place[];
  /** Places that are a reason to fail. */
  readonly failing: number;
}

export interface Place {
  readonly subject: Subject;
  readonly finding: CheckedFinding;
}

const order: readonly Severity[] = ['error', 'warning', 'person'];

/** Findings by rule: what fails first, then the worst, then what comes most often. */
export function groupsOf(report: CheckReport): Group[] {
  const groups = new Map<string, { severity: Severity; places: Place[] }>();
  for (const subject of report.subjects) {
    for (const finding of subject.findings) {
      const key = `${finding.severity} ${finding.rule}`;
      const group = groups.get(key) ?? { severity: finding.severity, places: [] };
      group.places.push({ subject, finding });
      groups.set(key, group);
    }
  }
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  return [...groups.values()]
    .map(({ severity, places }): Group => {
      const { rule } = places[0]!.finding;
      const info = rules.get(rule);
      const failing = places.filter(({ finding }) => fails(finding, report.failOn)).length;
      return { rule, title: info?.title ?? rule, severity, clauses: info?.clauses ?? [], places, failing };
    })
    .sort(
      (a, b) =>
        Number(b.failing > 0) - Number(a.failing > 0) ||
        order.indexOf(a.severity) - order.indexOf(b.severity) ||
        b.places.length - a.places.length ||
        compare(familyOf(a.rule), familyOf(b.rule)),
    );
}

function familyOf(rule: string): string {
  return rule.split('/')[0]!;
}

/** Rules of one family stay as they were found: each lists first what must be mended first. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The outcome in a few words, the reason to fail, and what to do first. */
export function verdictOf(report: CheckReport): { readonly good: boolean; readonly text: string } {
  const groups = groupsOf(report);
  const failing = groups.reduce((sum, group) => sum + group.failing, 0);
  const unmade = report.subjects.filter((subject) => subject.failure !== undefined).length;
  const silent = report.judges.filter((judge) => judge.notChecked !== undefined).length;
  const parts: string[] = [];
  if (failing > 0) parts.push(`${things(failing, 'place')} to mend`);
  if (unmade > 0) parts.push(`${things(unmade, 'file')} that could not be read or made`);
  if (parts.length > 0) return { good: false, text: `Not ready: ${parts.join(', ')}.` };
  if (silent > 0) {
    const were = silent === 1 ? 'was' : 'were';
    return {
      good: false,
      text: `Nothing to mend was found, but ${things(silent, 'checker')} ${were} not asked.`,
    };
  }
  return { good: true, text: 'Ready: nothing that must be mended.' };
}

export function things(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** `sources/a.md:12:3`, or the path where no line is known. */
export function placeText({ subject, finding }: Place): string {
  const { at } = finding;
  return at ? `${at.file}:${at.line}:${at.column}` : subject.path;
}

/** What a second reader found again: `2689 of 2689 words, their order in 1 of 5 …, `; nothing where it is none. */
export function againText({ counts = [], note }: Pick<JudgeLine, 'counts' | 'note'>): string {
  const figures = counts.map(({ what, total, found }) => `${found} of ${total} ${what}`);
  return [...figures, ...(note === undefined ? [] : [note])].map((one) => `${one}, `).join('');
}
