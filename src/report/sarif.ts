import { createHash } from 'node:crypto';
import type { CheckedFinding, CheckReport, RuleInfo, Subject } from '../kernel/check-report.ts';
import type { Severity } from '../kernel/finding.ts';
import { outputPlaceText } from './output-place.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', person: 'note' };

/** The check as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a source. */
export function sarif(report: CheckReport): string {
  const missing = report.judges.filter((judge) => judge.notChecked !== undefined);
  const failed = report.subjects.filter((subject) => subject.failure !== undefined);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'allformats', version: report.version, rules: report.rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: [
              ...missing.map(({ judge, notChecked }) => ({
                level: 'warning',
                message: { text: `${judge}: not checked. ${notChecked}` },
              })),
              ...failed.map(({ path, failure }) => ({
                level: 'error',
                message: { text: `${path}: ${failure?.message}` },
              })),
            ],
          },
        ],
        results: report.subjects.flatMap((subject) => resultsOf(subject, report)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, title, severity, clauses }: RuleInfo) {
  return {
    id,
    shortDescription: { text: title },
    help: { text: clauses.length > 0 ? `${title}. Serves: ${clauses.join('; ')}.` : `${title}.` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['accessibility', ...clauses] },
  };
}

function resultsOf(subject: Subject, report: CheckReport) {
  const seen = new Map<string, number>();
  return subject.findings.map((finding) => {
    const print = fingerprint(subject, finding);
    const times = (seen.get(print) ?? 0) + 1;
    seen.set(print, times);
    return {
      ruleId: finding.rule,
      ruleIndex: report.rules.findIndex((rule) => rule.id === finding.rule),
      // Only a failed result may have a level (SARIF 3.27.10): what a person must look at is open.
      ...(finding.severity === 'person'
        ? { kind: 'review', level: 'none' }
        : { kind: 'fail', level: levels[finding.severity] }),
      message: { text: `${finding.message} ${finding.fix}` },
      locations: [location(subject, finding)],
      ...(subject.kind === 'output' &&
        finding.at && {
          relatedLocations: [
            {
              message: {
                text: finding.outputAt ? `The output: ${outputPlaceText(finding.outputAt)}` : 'The output',
              },
              physicalLocation: outputLocation(subject, finding),
            },
          ],
        }),
      partialFingerprints: { 'allformats/v1': `${print}:${times}` },
      ...(report.mended !== undefined && { baselineState: finding.known ? 'unchanged' : 'new' }),
    };
  });
}

function location(subject: Subject, { at }: CheckedFinding) {
  if (at === undefined) return { physicalLocation: { artifactLocation: artifact(subject.path) } };
  return {
    physicalLocation: {
      artifactLocation: artifact(at.file),
      region: { startLine: at.line, startColumn: at.column },
    },
  };
}

/** Where the file is a text, its line; a page or a selector is told in words. */
function outputLocation(subject: Subject, { outputAt }: CheckedFinding) {
  const line = outputAt && 'line' in outputAt ? outputAt.line : undefined;
  return {
    artifactLocation: artifact(subject.path),
    ...(line !== undefined && { region: { startLine: line } }),
  };
}

function artifact(path: string) {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** The same while a finding only moves to another line. */
function fingerprint(subject: Subject, { rule, message, at }: CheckedFinding): string {
  const text = [rule, subject.path, at?.file ?? '', message].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
