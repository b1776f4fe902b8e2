import { z } from 'zod';
import type { CheckedFinding, CheckReport } from '../kernel/check-report.ts';
import { Failure } from '../kernel/failure.ts';

const schema = z.strictObject({
  format: z.literal(1),
  findings: z.array(
    z.strictObject({
      path: z.string(),
      rule: z.string(),
      message: z.string(),
      count: z.int().positive(),
    }),
  ),
});

/** Findings that were there when a team began: they are told, and fail nothing. Lines are left out because they move. */
export type Baseline = z.infer<typeof schema>;

/** Lost or changed words exclude a reader without anybody noticing: that can never be accepted. */
const neverAccepted = /^fidelity\//;

/** The findings of a report, sorted, so that a change to the file can be reviewed. */
export function baselineOf(report: CheckReport): Baseline {
  const counts = new Map<string, Baseline['findings'][number]>();
  for (const { path, findings } of report.subjects) {
    for (const { rule, message } of findings) {
      if (neverAccepted.test(rule)) continue;
      const key = keyOf(path, rule, message);
      counts.set(key, { path, rule, message, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { format: 1, findings: sorted.map(([, one]) => one) };
}

/** The report with the findings marked that the baseline knows. */
export function withBaseline(report: CheckReport, baseline: Baseline): CheckReport {
  const left = new Map<string, number>();
  for (const { path, rule, message, count } of baseline.findings) {
    const key = keyOf(path, rule, message);
    left.set(key, (left.get(key) ?? 0) + count);
  }
  const mark = (path: string, finding: CheckedFinding): CheckedFinding => {
    const key = keyOf(path, finding.rule, finding.message);
    const count = left.get(key) ?? 0;
    if (count === 0 || neverAccepted.test(finding.rule)) return finding;
    left.set(key, count - 1);
    return { ...finding, known: true };
  };
  const subjects = report.subjects.map((subject) => ({
    ...subject,
    findings: subject.findings.map((finding) => mark(subject.path, finding)),
  }));
  return { ...report, subjects, mended: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

/** @throws Failure `baseline-invalid` */
export function parseBaseline(text: string, path: string): Baseline {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Failure('baseline-invalid', `${path} is not a baseline of allformats.`);
  }
}

function keyOf(path: string, rule: string, message: string): string {
  return [path, rule, message].join('\n');
}
