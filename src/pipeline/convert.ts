import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linksToSiblings } from '../formats/registry.ts';
import { Failure, type FailureCode } from '../kernel/failure.ts';
import { countFindings, type Finding, type FindingCounts } from '../kernel/finding.ts';
import type { Profile } from '../profiles/profile.ts';
import { findReports, type Report } from './find-reports.ts';
import { codeStamp, isUpToDate, loadFingerprints, type Made, saveFingerprints } from './fingerprints.ts';
import { formatOf } from './format-of.ts';
import { type JobPool, openJobPool } from './job-pool.ts';
import type { ManifestOutput } from './manifest.ts';
import { type Project, projectPath } from './project.ts';
import { sha256 } from './read-report.ts';
import { forgetReadings, type JobResult } from './run-job.ts';
import { type Sibling, siblingOf } from './sibling.ts';
import { readManifest, writeSummaries } from './summaries.ts';
import { writeWhole } from './write-file.ts';

export interface ConvertOptions {
  readonly project: Project;
  /** Files or folders; none means all of `sources/`. */
  readonly paths?: readonly string[];
  /** Ids; none means every profile. */
  readonly profiles?: readonly string[];
  readonly cache?: boolean;
  /** 0 runs in this thread. */
  readonly threads?: number;
  readonly listen?: (event: ConvertEvent) => void;
}

export type ConvertEvent =
  | { readonly type: 'start'; readonly reports: number; readonly jobs: number }
  | { readonly type: 'job'; readonly job: JobReport; readonly done: number; readonly jobs: number };

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

export interface ConvertResult {
  readonly jobs: readonly JobReport[];
  /** Findings about each report itself. */
  readonly sources: readonly { readonly source: string; readonly findings: readonly Finding[] }[];
  readonly outputs: readonly ManifestOutput[];
}

/** Converts reports to profiles. A format that fails never stops the rest. @throws Failure about paths and profiles */
export async function convert(options: ConvertOptions): Promise<ConvertResult> {
  const { project, listen = () => {} } = options;
  const reports = findReports(project, options.paths ?? []);
  const profiles = chooseProfiles(project, options.profiles ?? []);
  const whole = (options.paths ?? []).length === 0 && (options.profiles ?? []).length === 0;
  const known = loadFingerprints(project.outputs);
  const before = options.cache === false ? new Map<string, Made>() : known;
  const after = new Map<string, Made>(whole ? [] : known);
  const jobs: JobReport[] = [];
  const sources = new Map<string, readonly Finding[]>();
  const total = reports.length * profiles.length;
  listen({ type: 'start', reports: reports.length, jobs: total });
  forgetReadings();
  let checked: Promise<unknown> | undefined;
  const run: Run = {
    project,
    before,
    after,
    sources,
    pool: lazyPool(total, options.threads),
    check: () => {
      checked ??= Promise.all(profiles.map((profile) => formatOf(profile)));
      return checked;
    },
  };
  try {
    // Pages link to the other formats of a report, so they are written when it is known which of these exist.
    for (const linking of [false, true]) {
      const chosen = profiles.filter((profile) => linksToSiblings(profile.format) === linking);
      const round = reports.flatMap((report) => chosen.map((profile) => ({ report, profile })));
      const sofar = [...jobs];
      await Promise.all(
        round.map(async ({ report, profile }) => {
          const siblings = linking ? siblingsOf(report, profile, chosen, sofar, project) : [];
          const job = await one(run, report, profile, siblings);
          jobs.push(job);
          listen({ type: 'job', job, done: jobs.length, jobs: total });
        }),
      );
    }
  } finally {
    await run.pool.close();
  }
  jobs.sort((a, b) => compare(a.source, b.source) || compare(a.profile, b.profile));
  if (whole) removeStale(project, after);
  saveFingerprints(project.outputs, after);
  const outputs = writeSummaries(project, after);
  const order = [...sources].sort(([a], [b]) => compare(a, b));
  return { jobs, sources: order.map(([source, findings]) => ({ source, findings })), outputs };
}

interface Run {
  readonly project: Project;
  readonly before: ReadonlyMap<string, Made>;
  readonly after: Map<string, Made>;
  readonly sources: Map<string, readonly Finding[]>;
  readonly pool: JobPool;
  /** Before anything is written, all profiles must be right. @throws Failure `profile-invalid` */
  check(): Promise<unknown>;
}

async function one(
  run: Run,
  report: Report,
  profile: Profile,
  siblings: readonly Sibling[],
): Promise<JobReport> {
  const { project } = run;
  const source = projectPath(project.root, report.path);
  const name = `${report.id}/${profile.id}`;
  const base = { report: report.id, source, profile: profile.id };
  const key = sha256(JSON.stringify([codeStamp(), profile, siblings, report.easyRead !== undefined]));
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
  const single = result.outputs.length === 1;
  return result.outputs.map((output) => {
    const path = single ? `${stem}.${output.name}` : join(stem, output.name);
    writeWhole(path, output.bytes);
    return {
      source,
      profile: profile.id,
      format: profile.format,
      path: projectPath(project.root, path),
      mediaType: output.mediaType,
      bytes: output.bytes.length,
      sha256: sha256(output.bytes),
      ...(result.pages !== undefined && { pages: result.pages }),
      words: result.words,
      findings: countFindings(result.findings),
      declaredChanges: result.changes.length,
    };
  });
}

function chooseProfiles(project: Project, ids: readonly string[]): readonly Profile[] {
  if (ids.length === 0) return project.profiles;
  return [...new Set(ids)].map((id) => {
    const profile = project.profiles.find((one) => one.id === id);
    if (profile === undefined) throw new Failure('profile-unknown', `There is no profile "${id}".`);
    return profile;
  });
}

function siblingsOf(
  report: Report,
  self: Profile,
  linking: readonly Profile[],
  jobs: readonly JobReport[],
  project: Project,
): Sibling[] {
  const siblings: Sibling[] = [];
  for (const profile of project.profiles) {
    if (profile.id === self.id) continue;
    const output = jobs.find((job) => job.report === report.id && job.profile === profile.id)?.outputs[0];
    const page = linking.some((one) => one.id === profile.id) && willExist(report, profile);
    if (output || page) siblings.push(siblingOf(report, profile, output));
  }
  return siblings;
}

/** Only the Easy Read page may be missing: when nobody wrote the layer. */
function willExist(report: Report, profile: Profile): boolean {
  return !profile.transforms.includes('easy-read-layer') || report.easyRead !== undefined;
}

function lazyPool(jobs: number, threads: number | undefined): JobPool {
  let pool: JobPool | undefined;
  return {
    run: (job) => {
      pool ??= openJobPool(jobs, threads);
      return pool.run(job);
    },
    close: async () => pool?.close(),
  };
}

/** Files that an earlier run made from reports or profiles that are no more. */
function removeStale(project: Project, after: ReadonlyMap<string, Made>): void {
  const current = new Set([...after.values()].flatMap((made) => made.outputs.map((output) => output.path)));
  for (const output of readManifest(project)?.outputs ?? []) {
    const path = resolve(project.root, output.path);
    const inside = path.startsWith(project.outputs);
    if (!current.has(output.path) && inside && existsSync(path)) rmSync(path, { force: true });
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
