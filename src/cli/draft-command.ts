import { Failure } from '../kernel/failure.ts';
import { easyReadRecord } from '../pipeline/easy-read-record.ts';
import { findReports } from '../pipeline/find-reports.ts';
import { openProject, projectPath } from '../pipeline/project.ts';
import { readReport } from '../pipeline/read-report.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Helps to write an Easy Read version. Never changes what a person wrote. @throws Failure */
export function draftCommand(args: Arguments, root: string, terminal: Terminal): number {
  const [what, ...files] = args.rest;
  if (what !== 'easy-read' || files.length !== 1) {
    throw new Failure('usage', 'Say which report: npx allformats draft easy-read FILE.');
  }
  if (!args.record) throw new Failure('usage', 'Add --record.');
  const project = openProject(root, args.out);
  const [report] = findReports(project, files);
  if (report === undefined) throw new Failure('file-missing', `There is no report in ${files[0]}.`);
  const { document } = readReport(project.root, report);
  if (document.easyRead === undefined) {
    throw new Failure('layer-missing', `${projectPath(project.root, report.path)} has no Easy Read layer.`);
  }
  const record = easyReadRecord(document);
  terminal.out(record === '' ? 'This Easy Read version needs no record of facts.' : record);
  return 0;
}
