import { basename } from 'node:path';
import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import type { ToolRun } from './run-tool.ts';

const rule = z.object({
  ruleStatus: z.string(),
  specification: z.string(),
  clause: z.string(),
  testNumber: z.number(),
  failedChecks: z.number(),
  description: z.string(),
  checks: z.array(z.object({ context: z.string(), errorMessage: z.string().nullish() })),
});
const validation = z.object({
  profileName: z.string().optional(),
  compliant: z.boolean(),
  details: z.object({ passedChecks: z.number(), failedChecks: z.number(), ruleSummaries: z.array(rule) }),
});
const job = z.object({
  itemDetails: z.object({ name: z.string() }),
  validationResult: z.array(validation).optional(),
  taskException: z.object({ exceptionMessage: z.string() }).optional(),
});
const report = z.object({ report: z.object({ jobs: z.array(job) }) });

type Job = z.infer<typeof job>;
type Rule = z.infer<typeof rule>;

/**
 * The findings for each of `names` (file names of one run, in this order); `isDeclared`: each must declare PDF/UA. Throws a Failure `tool-failed` when the report
 * does not hold a verdict on each of them: the exit code alone says too little.
 */
export function veraPdfFindings(
  run: ToolRun,
  names: readonly string[],
  isDeclared = false,
): readonly (readonly Finding[])[] {
  const jobs = new Map(jobsOf(run).map((entry) => [basename(entry.itemDetails.name), entry]));
  return names.map((name) => {
    const entry = jobs.get(name);
    if (entry === undefined)
      throw new Failure('tool-failed', `veraPDF gave no verdict on one file. ${said(run)}`);
    return findingsOf(entry, run, isDeclared);
  });
}

function jobsOf(run: ToolRun): readonly Job[] {
  try {
    return report.parse(JSON.parse(run.stdout)).report.jobs;
  } catch {
    throw new Failure('tool-failed', `veraPDF gave no report (exit code ${run.code}). ${said(run)}`);
  }
}

function said(run: ToolRun): string {
  return run.stderr.trim().slice(0, 2000);
}

function findingsOf(entry: Job, run: ToolRun, isDeclared: boolean): readonly Finding[] {
  const results = entry.validationResult ?? [];
  if (results.length === 0) return [unreadable(entry.taskException?.exceptionMessage ?? said(run))];
  const isPdfUa = results.some(({ profileName }) => profileName?.startsWith('PDF/UA'));
  // A file that declares nothing would only be asked what it does not claim.
  return [...(isDeclared && !isPdfUa ? [undeclared] : []), ...results.flatMap(verdictOf)];
}

const undeclared: Finding = {
  rule: 'verapdf/not-declared',
  severity: 'error',
  message: 'The file does not say that it meets PDF/UA.',
  fix: 'Make the file again. If it stays so, the PDF writer has a fault.',
};

/** A file that declares several standards has a verdict on each. */
function verdictOf(result: z.infer<typeof validation>): readonly Finding[] {
  if (result.compliant) {
    if (result.details.passedChecks > 0) return [];
    throw new Failure('tool-failed', 'veraPDF made no check on a file that it passed.');
  }
  const findings = result.details.ruleSummaries
    .filter((entry) => entry.ruleStatus === 'FAILED')
    .map(ruleFinding);
  if (findings.length > 0) return findings;
  throw new Failure('tool-failed', 'veraPDF failed a file and named no rule.');
}

function unreadable(why: string): Finding {
  return {
    rule: 'verapdf/unreadable',
    severity: 'error',
    message: `veraPDF cannot read the file as a PDF: ${why}`,
    fix: 'Make the file again. If it stays so, the PDF writer has a fault.',
  };
}

/** Names of standards in clauses, by the names in veraPDF's report. */
const standards: Readonly<Record<string, string>> = {
  'ISO 14289-1:2014': 'PDF/UA-1',
  'ISO 14289-2:2024': 'PDF/UA-2',
};

function ruleFinding(failed: Rule): Finding {
  const first = failed.checks[0];
  const times = failed.failedChecks === 1 ? 'once' : `${failed.failedChecks} times`;
  const where =
    first === undefined ? '' : ` First: ${first.errorMessage ?? failed.description} (${first.context})`;
  return {
    rule: `verapdf/${failed.clause}-${failed.testNumber}`,
    severity: 'error',
    message: `Fails ${times}: ${failed.description}.${where}`,
    fix: `The program that made the PDF has to meet ${failed.specification}, clause ${failed.clause}. If it is allformats, please report it.`,
    clauses: [`${standards[failed.specification] ?? failed.specification} ${failed.clause}`],
  };
}
