import type { CheckReport, Subject } from '../kernel/check-report.ts';
import { checkPage } from './check-page.ts';
import { escapeXml as text } from './escape-xml.ts';
import { ownPage } from './own-page.ts';
import { againText, groupsOf, things, verdictOf } from './summary.ts';

/** One page of an audit: its own report, in a file whose name tells its number and address. */
export interface AuditedPart {
  readonly name: string;
  readonly address: string;
  readonly title: string;
  readonly report: CheckReport;
}

/** The report of an audit, divided by page. Titles go by address. */
export function auditParts(report: CheckReport, titles: ReadonlyMap<string, string>): AuditedPart[] {
  const digits = String(report.subjects.length).length;
  return report.subjects.map((subject, index) => {
    const { host, pathname } = new URL(subject.path);
    const words = `${host}${pathname}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    return {
      name: `${String(index + 1).padStart(digits, '0')}-${words.slice(0, 60)}`,
      address: subject.path,
      title: titles.get(subject.path) ?? '',
      report: {
        ...report,
        subjects: [subject],
        judges: report.judges
          .filter(({ paths }) => paths.includes(subject.path))
          .map((judge) => ({ ...judge, paths: [subject.path] })),
      },
    };
  });
}

/** The report of one page. */
export function auditPartPage({ address, report }: AuditedPart): string {
  return checkPage(report, `Accessibility check of ${address}`);
}

/** All pages of an audit with what was found on each, and each rule with the pages that break it. `parts` lie in `folder`. */
export function auditPage(report: CheckReport, parts: readonly AuditedPart[], folder: string): string {
  const verdict = verdictOf(report);
  const link = ({ name, address, title }: AuditedPart) =>
    `<a href="${text(`${folder}/${name}.html`)}">${text(title.trim() === '' ? address : title)}</a>`;
  const main = [
    `<p class="verdict${verdict.good ? '' : ' bad'}">${text(verdict.text)}</p>`,
    '<h2>Pages</h2>',
    '<div class="scroll" role="region" aria-labelledby="pages" tabindex="0">',
    '<table>',
    '<caption id="pages">What was found on each page</caption>',
    '<thead><tr><th scope="col">Page</th><th scope="col">Mend this</th><th scope="col">Make this better</th><th scope="col">A person must look</th></tr></thead>',
    '<tbody>',
    ...parts.map((part) => {
      const [subject] = part.report.subjects;
      const isMissed = part.report.judges.every(({ notChecked }) => notChecked !== undefined);
      const counts = isMissed
        ? '<td colspan="3"><strong>Not checked</strong></td>'
        : (['error', 'warning', 'person'] as const)
            .map((severity) => `<td>${count(subject, severity)}</td>`)
            .join('');
      return `<tr><th scope="row">${link(part)} <span class="where">${text(part.address)}</span></th>${counts}</tr>`;
    }),
    '</tbody>',
    '</table>',
    '</div>',
    '<h2>Rules that pages break</h2>',
    ...rules(report, parts, link),
    '<h2>Checkers that were asked</h2>',
    '<ul>',
    ...report.judges.map(({ judge, paths, notChecked, ...read }) =>
      notChecked === undefined
        ? `<li>${text(judge)}: ${text(againText(read))}${things(paths.length, 'page')} checked</li>`
        : `<li>${text(judge)}: <strong>not checked</strong>. ${text(notChecked)}</li>`,
    ),
    '</ul>',
  ];
  return ownPage('Audit of web pages', main, report.version);
}

function count(subject: Subject | undefined, severity: 'error' | 'warning' | 'person'): number {
  return subject?.findings.filter((finding) => finding.severity === severity).length ?? 0;
}

function rules(
  report: CheckReport,
  parts: readonly AuditedPart[],
  link: (part: AuditedPart) => string,
): string[] {
  const groups = groupsOf(report);
  if (groups.length === 0) return ['<p>None.</p>'];
  return groups.flatMap(({ rule, title, severity, clauses, places }) => {
    const paths = new Set(places.map(({ subject }) => subject.path));
    const serves = clauses.length > 0 ? `. Serves: ${clauses.join('; ')}` : '';
    return [
      `<h3>${text(title)} <span class="quiet">(${things(paths.size, 'page')})</span></h3>`,
      `<p class="quiet">Rule <code>${text(rule)}</code>, ${severity === 'person' ? 'a person must look' : severity}${text(serves)}</p>`,
      `<p>${text(places[0]!.finding.message)} ${text(places[0]!.finding.fix)}</p>`,
      '<ul>',
      ...parts.filter(({ address }) => paths.has(address)).map((part) => `<li>${link(part)}</li>`),
      '</ul>',
    ];
  });
}
