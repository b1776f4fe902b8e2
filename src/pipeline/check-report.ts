import { z } from 'zod';
import type { CheckedFinding, CheckReport, ProofLine, RuleInfo, Subject } from '../kernel/check-report.ts';
import type { Finding } from '../kernel/finding.ts';
import { version } from '../kernel/version.ts';
import { kindOf } from '../rules/finding-kinds.ts';
import { rules } from '../rules/registry.ts';
import type { ConvertResult } from './convert.ts';
import type { Verdict } from './judge.ts';
import type { JobReport } from './make-output.ts';

const count = z.int().nonnegative();
const severity = z.enum(['error', 'warning', 'person']);
const position = z.strictObject({ file: z.string(), line: z.int().positive(), column: z.int().positive() });
const outputPlace = z.union([
  z.strictObject({
    page: z.int().positive(),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .describe('Left, bottom, right and top in points from the lower left corner of the page.'),
  }),
  z.strictObject({ selector: z.string().describe('CSS selector.') }),
  z.strictObject({ line: z.int().positive() }),
]);
const finding = z.strictObject({
  rule: z.string().describe('Id of the rule. Ids never change.'),
  severity,
  message: z.string().describe('What is wrong.'),
  fix: z.string().describe('What to do.'),
  at: position.exactOptional().describe('Where in the source.'),
  outputAt: outputPlace.exactOptional().describe('Where in the output.'),
  clauses: z
    .array(z.string())
    .exactOptional()
    .describe('Clauses of standards, where another program names them.'),
  known: z.literal(true).exactOptional().describe('It stands in the baseline.'),
});

/** The JSON report of a check. docs/check.schema.json is made from it; readers may rely on it. */
export const checkReportSchema = z.strictObject({
  format: z.literal(1).describe('Version of this file format.'),
  version: z.string().describe('Version of allformats.'),
  failOn: z.enum(['error', 'warning', 'person', 'never']),
  subjects: z.array(
    z.strictObject({
      kind: z.enum(['source', 'output']),
      path: z.string().describe('Relative to the project root, with /.'),
      findings: z.array(finding),
      failure: z
        .strictObject({
          code: z.string().describe('See docs/failures.md; `bug` is a fault of allformats.'),
          message: z.string(),
        })
        .exactOptional()
        .describe('Why an output was not made.'),
    }),
  ),
  proofs: z.array(
    z.strictObject({
      path: z.string(),
      counts: z.array(z.strictObject({ what: z.string(), total: count, found: count })),
      declaredChanges: count.describe('Differences from the source that were made on purpose.'),
    }),
  ),
  judges: z.array(
    z.strictObject({
      judge: z.string(),
      paths: z.array(z.string()),
      notChecked: z.string().exactOptional().describe('Why it checked nothing.'),
      counts: z
        .array(z.strictObject({ what: z.string(), total: count, found: count }))
        .exactOptional()
        .describe('What a second reader of the outputs found again.'),
      note: z.string().exactOptional().describe('What it left out, and why.'),
    }),
  ),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      severity,
      clauses: z.array(z.string()),
      ofSources: z.boolean(),
    }),
  ),
  mended: count.exactOptional().describe('Findings of the baseline that are no more.'),
}) satisfies z.ZodType<CheckReport>;

/** Puts together what the conversion and the judges found. */
export function checkReport(
  result: ConvertResult,
  verdicts: readonly Verdict[],
  failOn: CheckReport['failOn'],
): CheckReport {
  const sources = sourcesOf(result, verdicts);
  const subjects = [...sources, ...outputsOf(result, verdicts, new Set(sources.map(({ path }) => path)))];
  return {
    format: 1,
    version,
    failOn,
    subjects,
    proofs: result.jobs.flatMap(proofOf),
    judges: verdicts.map(({ judge, paths, notChecked, counts, note }) => ({
      judge,
      paths,
      ...(notChecked !== undefined && { notChecked }),
      ...(counts && { counts }),
      ...(note !== undefined && { note }),
    })),
    rules: rulesOf(
      subjects.flatMap((subject) => subject.findings),
      result.jobs.length > 0 || result.sources.length > 0,
    ),
  };
}

function sourcesOf({ sources, jobs }: ConvertResult, verdicts: readonly Verdict[]): Subject[] {
  const judged = verdicts.flatMap(({ findings }) => findings);
  const told: Subject[] = sources.map(({ source, findings }) => {
    const more = judged.filter(({ path }) => path === source).flatMap((one) => one.findings);
    return { kind: 'source', path: source, findings: [...findings, ...more] };
  });
  // A report that cannot be read has no findings; its failure is the same in every format.
  for (const { source, failure, state } of jobs) {
    if (state !== 'failed' || failure === undefined || !isAboutTheFile(failure.code)) continue;
    if (!told.some(({ path }) => path === source)) {
      told.push({ kind: 'source', path: source, findings: [], failure });
    }
  }
  return told;
}

function outputsOf(
  { jobs }: ConvertResult,
  verdicts: readonly Verdict[],
  sources: ReadonlySet<string>,
): Subject[] {
  const judged = new Map<string, Finding[]>();
  for (const verdict of verdicts) {
    for (const { path, findings } of verdict.findings) {
      judged.set(path, [...(judged.get(path) ?? []), ...findings]);
    }
  }
  const subjects: Subject[] = [];
  for (const job of jobs) {
    if (job.state === 'failed' && job.failure && !isAboutTheFile(job.failure.code)) {
      const path = `${job.source} (${job.profile})`;
      subjects.push({ kind: 'output', path, findings: [], failure: job.failure });
    }
    job.outputs.forEach(({ path }, index) => {
      const own: readonly CheckedFinding[] = index === 0 ? job.findings : [];
      subjects.push({ kind: 'output', path, findings: [...own, ...(judged.get(path) ?? [])] });
      judged.delete(path);
    });
  }
  // Files of other programs, and the start page, are told also where nothing was found.
  for (const path of new Set(verdicts.flatMap(({ paths }) => paths))) {
    if (sources.has(path) || subjects.some((subject) => subject.path === path)) continue;
    subjects.push({ kind: 'output', path, findings: judged.get(path) ?? [] });
  }
  return subjects;
}

/** A file that is empty or no text is something to mend in the sources, like a finding. */
function isAboutTheFile(code: string): boolean {
  return (
    code === 'file-empty' ||
    code === 'file-not-text' ||
    code === 'file-too-large' ||
    code === 'translation-invalid' ||
    code === 'translation-incomplete'
  );
}

function proofOf({ outputs, proof }: JobReport): ProofLine[] {
  const [first] = outputs;
  if (first === undefined || proof === undefined) return [];
  const { words, found, links, linksFound, structure } = proof;
  return [
    {
      path: first.path,
      counts: [
        { what: 'words', total: words, found },
        { what: 'links', total: links, found: linksFound },
        ...structure.filter(({ total }) => total > 0),
      ],
      declaredChanges: first.declaredChanges,
    },
  ];
}

/** The rules for reports are told only where there was a report. */
function rulesOf(findings: readonly Finding[], hasReports: boolean): RuleInfo[] {
  const all = new Map<string, RuleInfo>();
  for (const { id, title, severity, clauses } of hasReports ? rules : []) {
    all.set(id, { id, title, severity, clauses, ofSources: true });
  }
  for (const { rule, severity, clauses: told } of findings) {
    if (all.has(rule)) continue;
    const [family = '', name = ''] = rule.split('/');
    const kind = kindOf(rule);
    // A page that stands for a family says nothing of one rule of it.
    const title = kind?.id === rule ? kind.title : `${kind?.title ?? family}: ${name.replaceAll('-', ' ')}`;
    const clauses = told ?? (kind?.id === rule ? kind.clauses : []);
    all.set(rule, { id: rule, title, severity, clauses, ofSources: family === 'source' });
  }
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
