import type { CheckedFinding, CheckReport, RuleInfo } from '../../kernel/check-report.ts';
import type { Finding } from '../../kernel/finding.ts';
import { wcagOf } from '../wcag-names.ts';
import { contactParts, dayInWords } from './contact.ts';
import type { StatementDetails } from './details.ts';
import { heading, list, type Part, type Rich, type StatementText, text } from './page-parts.ts';

export type ComplianceStatus = 'fully compliant' | 'partially compliant' | 'not compliant';

export interface AccessibilityStatement {
  readonly text: StatementText;
  readonly status: ComplianceStatus;
  readonly findings: readonly Finding[];
}

interface Issue {
  readonly rule: string;
  readonly asked: string;
  readonly criteria: readonly string[];
  readonly files: readonly string[];
  readonly places: number;
}

const regulations =
  'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018';

/** WCAG 2.2 has 55 success criteria of levels A and AA. */
const criteriaOfAA = 55;

/**
 * The statement that the regulations ask UK public bodies to publish, in the form of the model statement, computed from a check.
 * `today` (ISO 8601) is the day for which it must be true: fixes are promised for later days, and the review is at most a year old.
 */
export function accessibilityStatement(
  report: CheckReport,
  details: StatementDetails,
  today: string,
): AccessibilityStatement {
  const issues = issuesOf(report);
  const unchecked = uncheckedOf(report, details);
  const status = statusOf(issues, unchecked, details);
  const findings = findingsOf(issues, details, today);
  const { organisation, about, address, kind, scope } = details;
  const parts: Part[] = [
    text(
      `${organisation} is committed to making its ${kind} accessible, in accordance with the ${regulations}.`,
    ),
    text('This accessibility statement applies to ', { words: about, address }, `. ${sentence(scope)}`),
    heading('Compliance status'),
    text(complianceSentence(kind, status, issues.length > 0, unchecked.length > 0, details)),
    ...nonAccessible(issues, unchecked, details),
    heading('Preparation of this accessibility statement'),
    text(
      `This statement was prepared on ${dayInWords(details.prepared)}. It was last reviewed on ${dayInWords(details.reviewed)}.`,
    ),
    ...methodOf(report, details),
    heading('Feedback and contact information'),
    text(
      'If you find any problems not listed on this page or think we are not meeting accessibility requirements, tell us. If you need information in a different format like large print, easy read, audio recording or braille, ask us.',
    ),
    ...contactParts(details),
    text(`We will consider your request and get back to you in ${details.replyWithin}.`),
    ...enforcement(details),
  ];
  return { text: { title: `Accessibility statement for ${about}`, parts }, status, findings };
}

/** Errors that break a success criterion of level A or AA, by rule. */
function issuesOf(report: CheckReport): Issue[] {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const found = new Map<string, { finding: CheckedFinding; files: Set<string>; places: number }>();
  for (const { path, findings } of report.subjects) {
    for (const finding of findings) {
      if (finding.severity !== 'error' || criteriaOf(finding, rules).length === 0) continue;
      const one = found.get(finding.rule) ?? { finding, files: new Set<string>(), places: 0 };
      one.files.add(path);
      one.places++;
      found.set(finding.rule, one);
    }
  }
  return [...found]
    .map(([rule, { finding, files, places }]) => ({
      rule,
      asked: askedBy(finding, rules.get(rule)),
      criteria: criteriaOf(finding, rules),
      files: [...files],
      places,
    }))
    .sort((a, b) => b.places - a.places || (a.rule < b.rule ? -1 : 1));
}

function criteriaOf({ rule, clauses }: CheckedFinding, rules: ReadonlyMap<string, RuleInfo>): string[] {
  const all = clauses ?? rules.get(rule)?.clauses ?? [];
  // Tags of a PDF are how it tells what is a heading, a list, a table.
  const told = rule.startsWith('verapdf/') ? [...all, 'WCAG 2.2 1.3.1'] : all;
  return [...new Set(told)].filter((clause) => wcagOf(clause) !== undefined);
}

function askedBy({ rule, message }: CheckedFinding, info: RuleInfo | undefined): string {
  if (rule.startsWith('axe/')) return message.split(': ')[0]!;
  if (rule.startsWith('verapdf/')) return 'PDFs carry tags that tell a screen reader what is what';
  return info?.title ?? rule;
}

/** Why nobody may say that all of it is accessible. */
function uncheckedOf({ judges, subjects }: CheckReport, { checkedByPeople }: StatementDetails): string[] {
  const missing = judges.filter(({ notChecked }) => notChecked !== undefined);
  const unread = subjects.filter(({ failure }) => failure !== undefined);
  return [
    ...missing.map(({ judge, paths }) => `${files(paths.length)} not been checked with ${judge}.`),
    ...unread.map(({ path }) => `${path} could not be checked.`),
    ...(checkedByPeople === undefined
      ? ['People have not checked it yet. Programs find only a part of all problems.']
      : []),
  ];
}

function statusOf(
  issues: readonly Issue[],
  unchecked: readonly string[],
  { disproportionateBurden }: StatementDetails,
): ComplianceStatus {
  const broken = new Set(issues.flatMap(({ criteria }) => criteria));
  if (broken.size > criteriaOfAA / 2) return 'not compliant';
  return broken.size + unchecked.length + disproportionateBurden.length > 0
    ? 'partially compliant'
    : 'fully compliant';
}

function complianceSentence(
  kind: string,
  status: ComplianceStatus,
  hasIssues: boolean,
  isUnchecked: boolean,
  { disproportionateBurden, outOfScope }: StatementDetails,
): string {
  const many = kind.endsWith('s');
  const start = `${many ? 'These' : 'This'} ${kind} ${many ? 'are' : 'is'} ${status} with the Web Content Accessibility Guidelines version 2.2 AA standard`;
  const reasons = [
    ...(hasIssues ? ['the non-compliances'] : []),
    ...(disproportionateBurden.length + outOfScope.length > 0 ? ['the exemptions'] : []),
    ...(isUnchecked ? ['the parts that are not checked'] : []),
  ];
  if (status === 'fully compliant' || reasons.length === 0) return `${start}.`;
  const last = reasons.at(-1)!;
  const named = reasons.length > 1 ? `${reasons.slice(0, -1).join(', ')} and ${last}` : last;
  return `${start}, due to ${named} listed below.`;
}

function nonAccessible(
  issues: readonly Issue[],
  unchecked: readonly string[],
  { disproportionateBurden, outOfScope, fixBy }: StatementDetails,
): Part[] {
  if (issues.length + unchecked.length + disproportionateBurden.length + outOfScope.length === 0) return [];
  const parts: Part[] = [
    heading('Non-accessible content'),
    text('The content listed below is non-accessible for the following reasons.'),
  ];
  if (issues.length > 0) {
    parts.push(
      heading('Non-compliance with the accessibility regulations', 3),
      ...list(issues.map((issue) => issueText(issue, fixBy))),
    );
  }
  if (unchecked.length > 0) {
    parts.push(heading('What is not checked', 3), ...list(unchecked.map((one) => [one])));
  }
  if (disproportionateBurden.length > 0) {
    parts.push(
      heading('Disproportionate burden', 3),
      ...list(
        disproportionateBurden.map(({ content, reason, assessment }) => [
          `${sentence(content)} ${sentence(reason)} Assessment: ${sentence(assessment)}`,
        ]),
      ),
    );
  }
  if (outOfScope.length > 0) {
    parts.push(
      heading('Content that is not within the scope of the accessibility regulations', 3),
      ...list(outOfScope.map(({ content, reason }) => [`${sentence(content)} ${sentence(reason)}`])),
    );
  }
  return parts;
}

function issueText({ rule, asked, criteria, files, places }: Issue, fixBy: StatementDetails['fixBy']): Rich {
  const where = `This is not so in ${places} ${places === 1 ? 'place' : 'places'}, in ${files.length === 1 ? files[0] : `${files.length} files, such as ${files[0]}`}.`;
  const named = criteria.map((clause) => {
    const { number, name } = wcagOf(clause)!;
    return `${number} (${name})`;
  });
  const fails = `This fails WCAG 2.2 success ${named.length === 1 ? 'criterion' : 'criteria'} ${named.join(', ')}.`;
  const date = fixBy[rule] ?? fixBy.default;
  const promise = date === undefined ? '' : ` We plan to fix this by ${dayInWords(date)}.`;
  return [`${sentence(asked)} ${where} ${fails}${promise}`];
}

function methodOf({ judges, subjects, proofs }: CheckReport, { checkedByPeople }: StatementDetails): Part[] {
  const asked = judges.filter(({ notChecked }) => notChecked === undefined).map(({ judge }) => judge);
  const programs = asked.length > 0 ? ` with ${asked.join(', ')}` : '';
  const parts = [
    text(
      `We checked ${subjects.length} files of it${programs}, and with rules for the text itself.${proofs.length > 0 ? ` ${files(proofs.length)} been read back and compared with the source, word by word.` : ''}`,
    ),
  ];
  if (checkedByPeople !== undefined) {
    const { who, on, how } = checkedByPeople;
    parts.push(text(`It was also tested by ${who} on ${dayInWords(on)}. ${sentence(how)}`));
  }
  return parts;
}

function enforcement({ country }: StatementDetails): Part[] {
  const isNorthern = country === 'NI';
  return [
    heading('Enforcement procedure'),
    isNorthern
      ? text(
          `The Equality Commission for Northern Ireland (ECNI) is responsible for enforcing the ${regulations} (the ‘accessibility regulations’). If you are not happy with how we respond to your complaint, `,
          {
            words: 'contact the Equality Commission for Northern Ireland (ECNI)',
            address: 'https://www.equalityni.org/',
          },
          '.',
        )
      : text(
          `The Equality and Human Rights Commission (EHRC) is responsible for enforcing the ${regulations} (the ‘accessibility regulations’). If you are not happy with how we respond to your complaint, `,
          {
            words: 'contact the Equality Advisory and Support Service (EASS)',
            address: 'https://www.equalityadvisoryservice.com/',
          },
          '.',
        ),
  ];
}

function findingsOf(issues: readonly Issue[], details: StatementDetails, today: string): Finding[] {
  const findings: Finding[] = [];
  const add = (rule: string, message: string, fix: string) =>
    findings.push({ rule, severity: 'error', message, fix });
  for (const { rule } of issues) {
    const date = details.fixBy[rule] ?? details.fixBy.default;
    if (date === undefined)
      add(
        'statement/fix-date',
        `There is no day by which ${rule} will be mended.`,
        'Write it in fixBy, by rule or as "default".',
      );
    else if (date <= today)
      add(
        'statement/fix-date',
        `${rule} was to be mended by ${dayInWords(date)}, which is past.`,
        'Mend it, or write a new day in fixBy.',
      );
  }
  const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  if (details.reviewed < aYearAgo)
    add(
      'statement/review',
      `The statement was last reviewed on ${dayInWords(details.reviewed)}, more than a year ago.`,
      'Review it, and write the day in "reviewed".',
    );
  if (details.reviewed > today || details.prepared > today)
    add(
      'statement/review',
      'The statement says that it was prepared or reviewed on a day to come.',
      'Mend "prepared" and "reviewed", or give another --date.',
    );
  return findings;
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function files(count: number): string {
  return count === 1 ? 'One file has' : `${count} files have`;
}
