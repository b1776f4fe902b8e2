import { type CheckedFinding, type CheckReport, fails, type Subject } from '../kernel/check-report.ts';
import { escapeXml } from './escape-xml.ts';

interface Case {
  readonly name: string;
  readonly body: readonly string[];
  readonly outcome: 'passed' | 'failed' | 'error' | 'skipped';
}

/**
 * The check as JUnit XML, which build servers show: a suite for each file, a case for each rule of the sources, each judge
 * and the proof. What is below the level that fails is a passed case with its findings as output.
 */
export function junit(report: CheckReport): string {
  const suites = report.subjects.map((subject) => ({ name: subject.path, cases: casesOf(subject, report) }));
  const all = suites.flatMap(({ cases }) => cases);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="allformats"${totals(all)}>`];
  for (const { name, cases } of suites) {
    lines.push(`  <testsuite name="${escapeXml(name)}"${totals(cases)}>`);
    for (const one of cases) {
      const head = `    <testcase classname="${escapeXml(name)}" name="${escapeXml(one.name)}"`;
      if (one.body.length === 0) lines.push(`${head}/>`);
      else lines.push(`${head}>`, ...one.body.map((line) => `      ${line}`), '    </testcase>');
    }
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>', '');
  return lines.join('\n');
}

function totals(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function casesOf(subject: Subject, report: CheckReport): Case[] {
  const cases: Case[] = [];
  if (subject.failure) {
    const { code, message } = subject.failure;
    const body = [`<error type="${escapeXml(code)}" message="${escapeXml(message)}"/>`];
    cases.push({ name: 'can be made', body, outcome: 'error' });
    return cases;
  }
  const byRule = new Map<string, CheckedFinding[]>();
  for (const finding of subject.findings) {
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  for (const rule of report.rules) {
    const findings = byRule.get(rule.id) ?? [];
    if (findings.length === 0 && !(rule.ofSources && subject.kind === 'source')) continue;
    cases.push(ruleCase(`${rule.id}: ${rule.title}`, findings, report.failOn));
  }
  for (const { judge, paths, notChecked } of report.judges) {
    if (!paths.includes(subject.path)) continue;
    if (notChecked === undefined) cases.push({ name: `asked ${judge}`, body: [], outcome: 'passed' });
    else {
      const body = [`<skipped message="${escapeXml(`Not checked. ${notChecked}`)}"/>`];
      cases.push({ name: `asked ${judge}`, body, outcome: 'skipped' });
    }
  }
  for (const { path, counts } of report.proofs) {
    if (path !== subject.path) continue;
    const told = counts.map(({ what, total, found }) => `${found} of ${total} ${what}`).join(', ');
    cases.push({
      name: 'read back and compared with the source',
      body: [`<system-out>${escapeXml(told)}</system-out>`],
      outcome: 'passed',
    });
  }
  return cases;
}

function ruleCase(name: string, findings: readonly CheckedFinding[], failOn: CheckReport['failOn']): Case {
  if (findings.length === 0) return { name, body: [], outcome: 'passed' };
  const failing = findings.filter((finding) => fails(finding, failOn));
  const rest = findings.filter((finding) => !failing.includes(finding));
  const body: string[] = [];
  if (failing.length > 0) {
    const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : '';
    const { rule, message } = failing[0]!;
    const head = `<failure type="${escapeXml(rule)}" message="${escapeXml(message + more)}">`;
    body.push(`${head}${escapeXml(failing.map(line).join('\n'))}</failure>`);
  }
  if (rest.length > 0) body.push(`<system-out>${escapeXml(rest.map(line).join('\n'))}</system-out>`);
  return { name, body, outcome: failing.length > 0 ? 'failed' : 'passed' };
}

function line({ at, message, fix, known }: CheckedFinding): string {
  const place = at ? `${at.file}:${at.line}:${at.column}: ` : '';
  return `${place}${message} ${fix}${known ? ' (in the baseline)' : ''}`;
}
