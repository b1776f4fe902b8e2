import { join } from 'node:path';
import { Failure, type FailureCode } from '../kernel/failure.ts';
import { countFindings, type Finding, type FindingCounts } from '../kernel/finding.ts';
import type { Profile } from '../profiles/profile.ts';
import { type Report, sourceOf } from './find-reports.ts';
import { codeStamp, isUpToDate, type Made } from './fingerprints.ts';
import { stampOf } from './format-of.ts';
import type { JobPool } from './job-pool.ts';
import type { ManifestOutput } from './manifest.ts';
import { type Project, projectPath } from './project.ts';
import { sha256 } from './read-report.ts';
import type { JobResult } from './run-job.ts';
import type { Sibling } from './sibling.ts';
import { writeWhole } from './write-file.ts';

/** What became of one report in one profile. */
export interface JobReport {
  readonly report: string;
  /** Relative to the project's root. */
  readonly source: string;
  readonly profile: string;
  readonly state: 'made' | 'unchanged' | 'failed' | 'not-asked';
  /** Milliseconds of work; 0 where nothing was made. */
  readonly time: number;
  readonly outputs: readonly ManifestOutput[];
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  readonly proof?: JobResult['proof'];
  readonly failure?: { readonly code: FailureCode | 'bug'; readonly message: string };
}

/** One call of convert: what was known before, what is known now. Outputs go by `report/profile`. */
export interface Run {
  readonly project: Project;
  readonly before: ReadonlyMap<string, Made>;
  readonly after: Map<string, Made>;
  readonly sources: Map<string, readonly Finding[]>;
  readonly pool: JobPool;
  /** Before anything is written, all profiles must be right. @throws Failure `profile-invalid` */
  check(): Promise<unknown>;
}

/** Makes one report in one profile, unless it is up to date. @throws Failure `profile-invalid` */
export async function makeOutput(
  run: Run,
  report: Report,
  profile: Profile,
  siblings: readonly Sibling[],
): Promise<JobReport> {
  const { project } = run;
  const source = projectPath(project.root, sourceOf(report));
  const name = `${report.id}/${profile.id}`;
  const base = { report: report.id, source, profile: profile.id };
  const made = { ...profile, file: undefined, default: undefined };
  const key = sha256(
    JSON.stringify([codeStamp(), made, siblings, report.easyRead !== undefined, await stampOf(profile)]),
  );
  const known = run.before.get(name);
  if (known && isUpToDate(known, key, project.root)) {
    run.after.set(name, known);
    run.sources.set(source, known.sourceFindings);
    const { findings, outputs, proof } = known;
    return {
      ...base,
      state: 'unchanged',
      time: 0,
      outputs,
      findings,
      counts: countFindings(findings),
      proof,
    };
  }
  await run.check();
  const failed = (code: FailureCode | 'bug', message: string): JobReport => {
    run.after.delete(name);
    const asked = code !== 'layer-missing';
    return {
      ...base,
      state: asked ? 'failed' : 'not-asked',
      time: 0,
      outputs: [],
      findings: [],
      counts: countFindings([]),
      failure: { code, message },
    };
  };
  try {
    const result = await run.pool.run({ root: project.root, report, profile, siblings });
    if ('failure' in result) return failed(result.failure.code, result.failure.message);
    const outputs = writeOutputs(run, report, profile, source, result);
    const { outputs: _, changes: __, ...rest } = result;
    run.after.set(name, { ...rest, key, outputs });
    run.sources.set(source, result.sourceFindings);
    const { findings, proof, time } = result;
    return { ...base, state: 'made', time, outputs, findings, counts: countFindings(findings), proof };
  } catch (error) {
    if (error instanceof Failure) return failed(error.code, error.message);
    return failed('bug', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function writeOutputs(
  { project }: Run,
  report: Report,
  profile: Profile,
  source: string,
  result: JobResult,
): ManifestOutput[] {
  const stem = join(project.outputs, report.id, `${report.id}.${profile.id}`);
  const single = result.outputs.filter((output) => !output.isCompanion).length === 1;
  return result.outputs.map((output) => {
    const path = single || output.isCompanion ? `${stem}.${output.name}` : join(stem, output.name);
    writeWhole(path, output.bytes);
    return {
      source,
      profile: profile.id,
      format: profile.format,
      path: projectPath(project.root, path),
      mediaType: output.mediaType,
      bytes: output.bytes.length,
      sha256: sha256(output.bytes),
      ...(result.pages !== undefined && !output.isCompanion && { pages: result.pages }),
      words: output.isCompanion ? 0 : result.words,
      findings: countFindings(output.isCompanion ? [] : result.findings),
      declaredChanges: output.isCompanion ? 0 : result.changes.length,
    };
  });
}
