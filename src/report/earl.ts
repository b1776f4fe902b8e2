import type { CheckedFinding, CheckReport, JudgeLine, Subject } from '../kernel/check-report.ts';
import { wcagAddress } from './wcag-names.ts';

type Json = Readonly<Record<string, unknown>>;
/** A node for each test, and the clauses that it serves in words. */
type Tests = Map<string, { readonly node: Json; readonly clauses: ReadonlyMap<string, string> }>;
type Outcome = 'passed' | 'failed' | 'cantTell' | 'untested';

/** Self-contained: a reader needs no network. Terms of W3C EARL 1.0, Pointer Methods in RDF and Dublin Core. */
const context = {
  earl: 'http://www.w3.org/ns/earl#',
  ptr: 'http://www.w3.org/2009/pointers#',
  dct: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  Assertion: 'earl:Assertion',
  assertedBy: { '@id': 'earl:assertedBy', '@type': '@id' },
  subject: { '@id': 'earl:subject', '@type': '@id' },
  test: { '@id': 'earl:test', '@type': '@id' },
  mode: { '@id': 'earl:mode', '@type': '@id' },
  result: 'earl:result',
  outcome: { '@id': 'earl:outcome', '@type': '@id' },
  pointer: 'earl:pointer',
  title: 'dct:title',
  identifier: 'dct:identifier',
  description: 'dct:description',
  isPartOf: { '@id': 'dct:isPartOf', '@type': '@id' },
};

/**
 * The check as EARL 1.0 in JSON-LD: an assertion for each file and each rule that was asked of it, with its outcome. What a
 * program cannot tell is `cantTell`; what a judge that is not installed would have told is `untested`, never a pass.
 */
export function earl(report: CheckReport): string {
  const tests: Tests = new Map();
  const assertions = report.subjects.flatMap((subject, index) => assertionsOf(subject, index, report, tests));
  const graph: Json[] = [
    {
      '@id': '_:allformats',
      '@type': ['earl:Assertor', 'earl:Software'],
      title: 'allformats',
      'doap:name': 'allformats',
      'doap:revision': report.version,
    },
    ...report.subjects.map(({ path }, index) => ({
      '@id': `_:file${index}`,
      '@type': 'earl:TestSubject',
      title: path,
      identifier: path,
    })),
    ...clausesOf(tests),
    ...[...tests.values()].map(({ node }) => node),
    ...assertions,
  ];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

function assertionsOf(subject: Subject, index: number, report: CheckReport, tests: Tests): Json[] {
  const assertions: Json[] = [];
  const say = (test: string, outcome: Outcome, findings: readonly CheckedFinding[], why?: string) =>
    assertions.push({
      '@type': 'Assertion',
      assertedBy: '_:allformats',
      subject: `_:file${index}`,
      test,
      mode: 'earl:automatic',
      result: {
        '@type': 'earl:TestResult',
        outcome: `earl:${outcome}`,
        ...(why !== undefined && { description: why }),
        ...(findings.length > 0 && {
          description: findings.map(({ message, fix }) => `${message} ${fix}`).join('\n'),
        }),
        ...pointersOf(findings),
      },
    });
  for (const { id, title, clauses, ofSources } of report.rules) {
    const findings = subject.findings.filter(({ rule }) => rule === id);
    const isAsked = ofSources && subject.kind === 'source';
    if (findings.length === 0 && !isAsked) continue;
    const test = testOf(id, title, clauses, tests);
    if (subject.failure) say(test, 'untested', [], subject.failure.message);
    else say(test, outcomeOf(findings), findings);
  }
  if (subject.failure && subject.kind === 'output') {
    say(testOf('made', 'The file can be made', [], tests), 'failed', [], subject.failure.message);
  }
  for (const judge of report.judges) {
    if (!judge.paths.includes(subject.path)) continue;
    const findings = subject.findings.filter(({ rule }) => rule.startsWith(`${familyOf(judge)}/`));
    const test = testOf(familyOf(judge), `Nothing is found by ${judge.judge}`, [], tests);
    if (judge.notChecked !== undefined) say(test, 'untested', [], judge.notChecked);
    else say(test, outcomeOf(findings), []);
  }
  for (const { path, counts } of report.proofs) {
    if (path !== subject.path) continue;
    const test = testOf('fidelity', 'The output says what its source says', ['DAPB1605 (meet)'], tests);
    const told = counts.map(({ what, total, found }) => `${found} of ${total} ${what}`).join(', ');
    say(test, outcomeOf(subject.findings.filter(({ rule }) => rule.startsWith('fidelity/'))), [], told);
  }
  return assertions;
}

function outcomeOf(findings: readonly CheckedFinding[]): Outcome {
  if (findings.length === 0) return 'passed';
  return findings.every(({ severity }) => severity === 'person') ? 'cantTell' : 'failed';
}

/** The first word of a judge's name is the family of its findings. */
function familyOf({ judge }: JudgeLine): string {
  return judge.split(/[ -]/)[0]!.toLowerCase();
}

function testOf(id: string, title: string, clauses: readonly string[], tests: Tests): string {
  const name = `_:test-${id.replace(/[^\w-]/g, '-')}`;
  if (!tests.has(name)) {
    const parts = new Map(
      clauses.map((clause) => [wcagAddress(clause) ?? `_:clause-${clause.replace(/\W/g, '-')}`, clause]),
    );
    const node = {
      '@id': name,
      '@type': ['earl:TestCriterion', 'earl:TestCase'],
      identifier: id,
      title,
      ...(parts.size > 0 && { isPartOf: [...parts.keys()] }),
    };
    tests.set(name, { node, clauses: parts });
  }
  return name;
}

/** Each clause once, as a requirement. */
function clausesOf(tests: Tests): Json[] {
  const all = new Map([...tests.values()].flatMap(({ clauses }) => [...clauses]));
  return [...all].map(([id, title]) => ({
    '@id': id,
    '@type': ['earl:TestCriterion', 'earl:TestRequirement'],
    title,
  }));
}

function pointersOf(findings: readonly CheckedFinding[]): Json {
  const pointers = findings.flatMap(({ at }) =>
    at === undefined
      ? []
      : [
          {
            '@type': 'ptr:LineCharPointer',
            'ptr:reference': { '@type': 'earl:TestSubject', identifier: at.file },
            'ptr:lineNumber': at.line,
            'ptr:charNumber': at.column,
          },
        ],
  );
  return pointers.length > 0 ? { pointer: pointers } : {};
}
