import { relative } from 'node:path';
import { Failure, failureCodes } from '../kernel/failure.ts';
import { countFindings } from '../kernel/finding.ts';
import { type ConvertEvent, type ConvertResult, convert } from '../pipeline/convert.ts';
import { fileSize } from '../pipeline/file-details.ts';
import type { JobReport } from '../pipeline/make-output.ts';
import { openProject, type Project } from '../pipeline/project.ts';
import { watch } from '../pipeline/watch.ts';
import { countsText, findingsText } from '../report/findings-text.ts';
import { tableText } from '../report/table-text.ts';
import type { Arguments } from './arguments.ts';
import { exitCode, isAboutTheFile } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** How many findings of one report are told on the terminal. */
const most = 8;

export async function convertCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  const once = async (): Promise<number> => {
    const project = openProject(root, args.out);
    const result = await convertAsAsked(args, project, terminal);
    if (args.json) terminal.out(JSON.stringify(result, null, 2));
    else for (const line of resultText(result, project)) terminal.out(line);
    return exitCode(result, args.failOn);
  };
  const code = await once();
  if (!args.watch) return code;
  terminal.out('Waiting for changes in sources/ and profiles/. Press Ctrl and C to stop.');
  return watch(root, async () => {
    terminal.out('');
    try {
      await once();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      terminal.err(`${error.message} ${error.fix}`);
    }
    terminal.out('Waiting for changes.');
  });
}

/** What the command line asks for, with progress for a person. */
export function convertAsAsked(
  args: Arguments,
  project: Project,
  terminal: Terminal,
): Promise<ConvertResult> {
  return convert({
    project,
    paths: args.rest,
    profiles: args.profiles,
    cache: args.cache,
    listen: args.json ? () => {} : showProgress(terminal),
  });
}

export function showProgress(terminal: Terminal): (event: ConvertEvent) => void {
  return (event) => {
    if (event.type === 'start') terminal.progress(`Converting ${number(event.reports, 'report')} …`);
    else terminal.progress(`${event.done} of ${event.jobs}: ${event.job.report}, ${event.job.profile}`);
  };
}

/** What was made, where, and with which findings. */
export function resultText(result: ConvertResult, project: Project): string[] {
  const { jobs } = result;
  if (jobs.length === 0) return [noReport];
  const lines = madeTable(jobs);
  for (const { source, findings } of result.sources) {
    if (findings.length === 0) continue;
    const isOld = !jobs.some((job) => job.source === source && job.state !== 'unchanged');
    lines.push(`${source}: ${countsText(countFindings(findings))}`);
    // What was told when the report was converted is not told again with each run, but for what must be mended.
    lines.push(
      ...findingsText(isOld ? findings.filter((one) => one.severity === 'error') : findings, most),
      '',
    );
  }
  for (const { file, why } of result.ignored) lines.push(`Not converted: ${file}`, `  ${why}`, '');
  for (const job of jobs) {
    if (job.state === 'unchanged' || job.findings.length === 0) continue;
    lines.push(
      `${job.outputs[0]?.path ?? job.source}: ${countsText(job.counts)}`,
      ...findingsText(job.findings, most),
      '',
    );
  }
  lines.push(...failures(jobs));
  lines.push(summary(jobs, project), ...verdict(result));
  return lines;
}

/** The last line: what is to be done in the reports themselves. */
function verdict({ sources }: ConvertResult): string[] {
  const counts = countFindings(sources.flatMap((source) => source.findings));
  return counts.error > 0
    ? [`In the reports there is something to mend before you publish: ${countsText(counts)}.`]
    : [];
}

/** What was made, without its findings. */
export function madeText(result: ConvertResult, project: Project): string[] {
  const { jobs } = result;
  return jobs.length === 0 ? [noReport] : [...madeTable(jobs), summary(jobs, project)];
}

const noReport = 'There is no report in sources/. Put one there: see docs/writing.md.';

function madeTable(jobs: readonly JobReport[]): string[] {
  const made = jobs.filter((job) => job.state === 'made');
  if (made.length === 0) return [];
  const head = ['Report', 'Format', 'Pages', 'Size', 'Words proved', 'Time', 'This file'];
  return [...tableText([head, ...made.map(row)], [2, 3, 4, 5]), ''];
}

function row(job: JobReport): string[] {
  const pages = job.outputs[0]?.pages;
  const bytes = job.outputs.reduce((sum, output) => sum + output.bytes, 0);
  return [
    job.report,
    job.profile,
    pages === undefined ? '' : String(pages),
    fileSize(bytes),
    job.proof ? `${job.proof.found} of ${job.proof.words}` : '',
    `${(job.time / 1000).toFixed(1)} s`,
    countsText(job.counts),
  ];
}

/** A report that cannot be read fails in every format for the same reason: it is told once. */
function failures(jobs: readonly JobReport[]): string[] {
  const lines: string[] = [];
  const told = new Set<string>();
  for (const { state, failure, source, profile } of jobs) {
    if (state !== 'failed' || failure === undefined || told.has(source + failure.message)) continue;
    told.add(source + failure.message);
    const fix =
      failure.code === 'bug'
        ? 'This is a fault of allformats. Please report it with these lines.'
        : failureCodes[failure.code];
    const where = isAboutTheFile(failure.code) ? source : `${source}, ${profile}`;
    lines.push(`Not made: ${where}`, `  ${failure.message}`, `  ${fix}`, '');
  }
  return lines;
}

function summary(jobs: readonly JobReport[], project: Project): string {
  const count = (state: JobReport['state']) => jobs.filter((job) => job.state === state).length;
  const folder = relative(process.cwd(), project.outputs) || '.';
  const start = `Open ${folder}/index.html to see them.`;
  const left = count('not-asked') > 0 ? ` ${count('not-asked')} without an Easy Read layer.` : '';
  const failed = count('failed') > 0 ? ` ${count('failed')} could not be made.` : '';
  if (count('made') === 0 && count('failed') === 0) {
    return `Nothing has changed: ${count('unchanged') === 1 ? 'the output is' : `all ${count('unchanged')} outputs are`} up to date.${left} ${start}`;
  }
  const same = count('unchanged') > 0 ? ` ${count('unchanged')} were up to date.` : '';
  return `Made ${number(count('made'), 'output')} in ${folder}/.${same}${left}${failed} ${start}`;
}

function number(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
