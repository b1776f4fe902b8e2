import { resolve } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { version } from '../kernel/version.ts';
import { convert } from '../pipeline/convert.ts';
import { findReports } from '../pipeline/find-reports.ts';
import { openProject, projectPath } from '../pipeline/project.ts';
import { proveOutput } from '../pipeline/prove-output.ts';
import { writeWhole } from '../pipeline/write-file.ts';
import { proofPage } from '../report/proof-page.ts';
import type { Arguments } from './arguments.ts';
import { showProgress } from './convert-command.ts';
import type { Terminal } from './terminal.ts';

/** Writes a page that shows source and output side by side, for each report and format that is asked for. */
export async function proofCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  if (args.rest.length === 0)
    throw new Failure('usage', 'Say which report: npx allformats proof sources/my-report.md --profile html.');
  const project = openProject(root, args.out);
  const { rest: paths, profiles, cache } = args;
  const { jobs } = await convert({ project, paths, profiles, cache, listen: showProgress(terminal) });
  const reports = findReports(project, paths);
  let faults = 0;
  for (const { report, profile, outputs, failure, state } of jobs) {
    if (failure) {
      if (state === 'failed')
        throw new Failure(failure.code === 'bug' ? 'tool-failed' : failure.code, failure.message);
      continue;
    }
    const tale = await proveOutput(
      project,
      reports.find((one) => one.id === report)!,
      project.profiles.find((one) => one.id === profile)!,
      outputs,
    );
    const path = resolve(project.outputs, report, `${report}.${profile}.proof.html`);
    writeWhole(path, proofPage(tale, version));
    faults += tale.findings.filter(({ severity }) => severity === 'error').length;
    const figures = tale.counts.map(({ what, total, found }) => `${found} of ${total} ${what}`);
    terminal.out(`Wrote ${projectPath(root, path)}: ${figures.join(', ')}.`);
  }
  return faults > 0 ? 1 : 0;
}
