import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { linksToSiblings } from '../formats/registry.ts';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Profile } from '../profiles/profile.ts';
import { findReports, ignoredFiles, type Report } from './find-reports.ts';
import { loadFingerprints, type Made, saveFingerprints } from './fingerprints.ts';
import { formatOf } from './format-of.ts';
import { type JobPool, openJobPool } from './job-pool.ts';
import { type JobReport, makeOutput, type Run } from './make-output.ts';
import type { ManifestOutput } from './manifest.ts';
import type { Project } from './project.ts';
import { forgetReadings } from './run-job.ts';
import { siblingsOf } from './siblings-of.ts';
import { readManifest, writeSummaries } from './summaries.ts';

export interface ConvertOptions {
  readonly project: Project;
  /** Files or folders; none means all of `sources/`. */
  readonly paths?: readonly string[];
  /** Ids; none means every profile that is made by default, and others whose outputs a report has already. */
  readonly profiles?: readonly string[];
  readonly cache?: boolean;
  /** 0 runs in this thread. */
  readonly threads?: number;
  readonly listen?: (event: ConvertEvent) => void;
}

export type ConvertEvent =
  | { readonly type: 'start'; readonly reports: number; readonly jobs: number }
  | { readonly type: 'job'; readonly job: JobReport; readonly done: number; readonly jobs: number };

export interface ConvertResult {
  readonly jobs: readonly JobReport[];
  /** Findings about each report itself. */
  readonly sources: readonly { readonly source: string; readonly findings: readonly Finding[] }[];
  readonly outputs: readonly ManifestOutput[];
  /** Files in `sources/` that nothing was made from; only where all reports were asked for. */
  readonly ignored: ReturnType<typeof ignoredFiles>;
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
  const isAsked = (report: Report, profile: Profile): boolean =>
    profile.default || (options.profiles ?? []).length > 0 || known.has(`${report.id}/${profile.id}`);
  const jobs: JobReport[] = [];
  const sources = new Map<string, readonly Finding[]>();
  const total = reports.flatMap((report) => profiles.filter((profile) => isAsked(report, profile))).length;
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
      const round = reports.flatMap((report) =>
        chosen.filter((profile) => isAsked(report, profile)).map((profile) => ({ report, profile })),
      );
      await Promise.all(
        round.map(async ({ report, profile }) => {
          const siblings = linking
            ? siblingsOf(
                report,
                profile,
                project.profiles,
                chosen.filter((one) => isAsked(report, one)),
                after,
              )
            : [];
          const job = await makeOutput(run, report, profile, siblings);
          jobs.push(job);
          listen({ type: 'job', job, done: jobs.length, jobs: total });
        }),
      );
    }
  } finally {
    await run.pool.close();
  }
  jobs.sort((a, b) => compare(a.report, b.report) || compare(a.profile, b.profile));
  if (whole) removeStale(project, after);
  saveFingerprints(project.outputs, after);
  const outputs = writeSummaries(project, after);
  const order = [...sources].sort(([a], [b]) => compare(a, b));
  return {
    jobs,
    sources: order.map(([source, findings]) => ({ source, findings })),
    outputs,
    ignored: whole ? ignoredFiles(project) : [],
  };
}

function chooseProfiles(project: Project, ids: readonly string[]): readonly Profile[] {
  if (ids.length === 0) return project.profiles;
  return [...new Set(ids)].map((id) => {
    const profile = project.profiles.find((one) => one.id === id);
    if (profile === undefined) throw new Failure('profile-unknown', `There is no profile "${id}".`);
    return profile;
  });
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
    const inside = path.startsWith(project.outputs + sep);
    if (current.has(output.path) || !inside || !existsSync(path)) continue;
    rmSync(path, { force: true });
    const folder = dirname(path);
    if (folder !== project.outputs && readdirSync(folder).length === 0) rmdirSync(folder);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
