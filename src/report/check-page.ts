import type { CheckReport } from '../kernel/check-report.ts';
import type { Severity } from '../kernel/finding.ts';
import { escapeXml as text } from './escape-xml.ts';
import { outputPlaceText } from './output-place.ts';
import { ownPage } from './own-page.ts';
import { againText, type Group, groupsOf, type Place, placeText, things, verdictOf } from './summary.ts';

const names: Readonly<Record<Severity, string>> = {
  error: 'Mend this',
  warning: 'Make this better',
  person: 'A person must look at this',
};

/** The check as a page that is accessible itself: the outcome, what to do first, each rule with its places, the proof, the judges. */
export function checkPage(report: CheckReport, title = 'Accessibility check'): string {
  const groups = groupsOf(report);
  const verdict = verdictOf(report);
  const main = [
    `<p class="verdict${verdict.good ? '' : ' bad'}">${text(verdict.text)}</p>`,
    ...firstStep(report, groups),
    ...unmade(report),
    ...(['error', 'warning', 'person'] as const).flatMap((severity) =>
      section(
        severity,
        groups.filter((group) => group.severity === severity),
      ),
    ),
    ...proofs(report),
    ...judges(report),
    ...asked(report),
  ];
  return ownPage(title, main, report.version);
}

function firstStep({ subjects }: CheckReport, groups: readonly Group[]): string[] {
  if (subjects.some(({ failure }) => failure !== undefined)) return [];
  const place = groups
    .find(({ failing }) => failing > 0)
    ?.places.find(({ finding }) => finding.known === undefined);
  if (place === undefined) return [];
  const { message, fix } = place.finding;
  return [
    '<h2>Start here</h2>',
    `<p><code>${text(placeText(place))}</code></p>`,
    `<p>${text(message)} ${text(fix)}</p>`,
  ];
}

function unmade({ subjects }: CheckReport): string[] {
  const items = subjects.flatMap(({ path, failure }) =>
    failure ? [`<li><code>${text(path)}</code>: ${text(failure.message)}</li>`] : [],
  );
  return items.length === 0 ? [] : ['<h2>Could not be read or made</h2>', '<ul>', ...items, '</ul>'];
}

function section(severity: Severity, groups: readonly Group[]): string[] {
  if (groups.length === 0) return [];
  return [
    `<h2>${names[severity]}</h2>`,
    ...groups.flatMap(({ rule, title, clauses, places }) => [
      `<h3>${text(title)} <span class="quiet">(${things(places.length, 'place')})</span></h3>`,
      `<p class="quiet">Rule <code>${text(rule)}</code>${clauses.length > 0 ? `. Serves: ${text(clauses.join('; '))}` : ''}</p>`,
      '<ul>',
      ...places.map(item),
      '</ul>',
    ]),
  ];
}

function item(place: Place): string {
  const { subject, finding } = place;
  const known = finding.known ? ' <span class="quiet">In the baseline.</span>' : '';
  const { outputAt } = finding;
  const where = outputAt ? `: ${text(outputPlaceText(outputAt))}` : '';
  const of =
    subject.kind === 'output' && (finding.at || outputAt)
      ? `<span class="where">In <code>${text(subject.path)}</code>${where}</span>`
      : '';
  return `<li><code>${text(placeText(place))}</code>${of} <p>${text(finding.message)} ${text(finding.fix)}${known}</p></li>`;
}

function proofs(report: CheckReport): string[] {
  if (report.proofs.length === 0) return [];
  const columns = [...new Set(report.proofs.flatMap(({ counts }) => counts.map(({ what }) => what)))];
  const head = [
    'Output',
    ...columns.map((what) => what[0]!.toUpperCase() + what.slice(1)),
    'Declared changes',
  ];
  return [
    '<h2>The proof</h2>',
    '<p>Each output was read back from its bytes and compared with the source: what was found again, in order.</p>',
    '<div class="scroll" role="region" aria-labelledby="proofs" tabindex="0">',
    '<table>',
    '<caption id="proofs">Found again, in order</caption>',
    `<thead><tr>${head.map((one) => `<th scope="col">${text(one)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...report.proofs.map(({ path, counts, declaredChanges }) => {
      const cells = columns.map((what) => {
        const one = counts.find((count) => count.what === what);
        return `<td>${one ? `${one.found} of ${one.total}` : 'not told'}</td>`;
      });
      return `<tr><th scope="row"><code>${text(path)}</code></th>${cells.join('')}<td>${declaredChanges}</td></tr>`;
    }),
    '</tbody>',
    '</table>',
    '</div>',
  ];
}

function judges(report: CheckReport): string[] {
  if (report.judges.length === 0) return [];
  return [
    '<h2>Checkers that were asked</h2>',
    '<ul>',
    ...report.judges.map(({ judge, paths, notChecked, ...read }) =>
      notChecked === undefined
        ? `<li>${text(judge)}: ${text(againText(read))}${things(paths.length, 'file')} checked</li>`
        : `<li>${text(judge)}: <strong>not checked</strong>. ${text(notChecked)}</li>`,
    ),
    '</ul>',
  ];
}

function asked({ rules, subjects }: CheckReport): string[] {
  const found = new Set(subjects.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const passed = rules.filter(({ id }) => !found.has(id));
  if (passed.length === 0) return [];
  return [
    '<h2>Rules that every report passed</h2>',
    '<ul>',
    ...passed.map(
      ({ id, title }) => `<li>${text(title)} <span class="quiet">(<code>${text(id)}</code>)</span></li>`,
    ),
    '</ul>',
  ];
}
