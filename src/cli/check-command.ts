import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CheckReport, fails } from '../kernel/check-report.ts';
import { Failure } from '../kernel/failure.ts';
import { checkReport } from '../pipeline/check-report.ts';
import type { ConvertResult } from '../pipeline/convert.ts';
import { followLinks } from '../pipeline/follow-links.ts';
import { type ForeignFile, judge, type Verdict } from '../pipeline/judge.ts';
import { openProject, projectPath } from '../pipeline/project.ts';
import { writeWhole } from '../pipeline/write-file.ts';
import { baselineOf, parseBaseline, withBaseline } from '../report/baseline.ts';
import { checkText } from '../report/check-text.ts';
import { reportWriters } from '../report/report-writers.ts';
import type { Arguments } from './arguments.ts';
import { convertAsAsked, madeText } from './convert-command.ts';
import { isAboutTheFile } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

const usualBaseline = 'allformats-baseline.json';

/** Converts what is out of date, then asks every judge. A judge that is not installed is never a pass. */
export async function checkCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  const project = openProject(root, args.out);
  const known = args.writeBaseline || args.baseline === undefined ? undefined : read(root, args.baseline);
  const foreign = foreignFiles(args.rest, root);
  const reports = args.rest.filter((path) => typeOf(path) === undefined);
  const onlyForeign = foreign.length > 0 && reports.length === 0;
  if (args.followLinks && onlyForeign)
    throw new Failure('usage', '--follow-links asks the links of reports: name a report, or no file.');
  const started = performance.now();
  const result = onlyForeign
    ? nothingMade
    : await convertAsAsked({ ...args, rest: reports }, project, terminal);
  const made = performance.now() - started;
  terminal.progress('Asking the checkers …');
  const [judged, links] = await Promise.all([
    judge(
      project,
      result.jobs.flatMap((job) => job.outputs),
      foreign,
      args.withOrca,
    ),
    args.followLinks ? followLinks(project, reports, args.allowPrivate) : [],
  ]);
  const verdicts = [...judged, ...links];
  const found = checkReport(result, verdicts, args.failOn);
  const baseline = args.writeBaseline ? baselineOf(found) : known;
  const report = baseline === undefined ? found : withBaseline(found, baseline);
  if (args.json) terminal.out(reportWriters.json(report).trimEnd());
  else {
    const told = result === nothingMade ? [] : [...madeText(result, project), ''];
    for (const line of [...told, ...checkText(report)]) terminal.out(line);
    if (args.timings) for (const line of timesText(made, verdicts)) terminal.out(line);
  }
  writeReports(args, root, report, terminal);
  if (args.writeBaseline && baseline !== undefined) {
    const file = args.baseline ?? usualBaseline;
    writeWhole(resolve(root, file), `${JSON.stringify(baseline, null, 2)}\n`);
    if (!args.json) terminal.out(`Wrote ${file}. Use it: npx allformats check --baseline ${file}`);
  }
  return codeOf(report, args.strict);
}

/** Where only what others made is checked. */
export const nothingMade: ConvertResult = { jobs: [], sources: [], outputs: [], ignored: [] };

/** Pages and PDFs that are checked as they are; anything else is a report. */
function typeOf(path: string): ForeignFile['mediaType'] | undefined {
  if (/\.(?:html?|xhtml)$/i.test(path)) return 'text/html';
  if (/\.epub$/i.test(path)) return 'application/epub+zip';
  return /\.pdf$/i.test(path) ? 'application/pdf' : undefined;
}

function foreignFiles(paths: readonly string[], root: string): ForeignFile[] {
  return paths.flatMap((path) => {
    const mediaType = typeOf(path);
    if (mediaType === undefined) return [];
    const file = resolve(root, path);
    if (!existsSync(file)) throw new Failure('file-missing', `${path} is not there.`);
    return [{ path: projectPath(root, file), mediaType }];
  });
}

function timesText(made: number, verdicts: readonly Verdict[]): string[] {
  const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
  return [
    'Time:',
    `  convert and prove: ${seconds(made)}`,
    ...verdicts.map(({ judge: name, files, time }) => {
      const each = files > 0 ? `, ${seconds(time / files)} a file` : '';
      return `  ${name}: ${seconds(time)}${each}`;
    }),
  ];
}

function read(root: string, file: string) {
  let text: string;
  try {
    text = readFileSync(resolve(root, file), 'utf8');
  } catch {
    throw new Failure('baseline-invalid', `${file} cannot be read.`);
  }
  return parseBaseline(text, file);
}

/** The reports that the command line asks for. */
export function writeReports(args: Arguments, root: string, report: CheckReport, terminal: Terminal): void {
  for (const { kind, file } of args.reports) {
    writeWhole(resolve(root, file), reportWriters[kind](report));
    if (!args.json) terminal.out(`Wrote ${file}`);
  }
}

/** 0 all is well, 1 findings at or above the level, 2 something could not be done. */
export function codeOf(report: CheckReport, strict: boolean): 0 | 1 | 2 {
  const failures = report.subjects.flatMap(({ failure }) => failure ?? []);
  if (failures.some(({ code }) => !isAboutTheFile(code))) return 2;
  if (strict && report.judges.some(({ notChecked }) => notChecked !== undefined)) return 2;
  if (report.failOn === 'never') return 0;
  const failing = report.subjects.some(({ findings }) => findings.some((one) => fails(one, report.failOn)));
  return failing || failures.length > 0 ? 1 : 0;
}
