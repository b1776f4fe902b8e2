import { relative } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { draftEasyRead, type EasyReadDraft } from '../pipeline/draft-easy-read.ts';
import { easyReadRecord } from '../pipeline/easy-read-record.ts';
import { findReports, type Report } from '../pipeline/find-reports.ts';
import { openProject, projectPath } from '../pipeline/project.ts';
import { readReport } from '../pipeline/read-report.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Helps to write an Easy Read version. Never changes what a person wrote. @throws Failure */
export async function draftCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  const [what, ...files] = args.rest;
  if (what !== 'easy-read' || files.length !== 1) {
    throw new Failure('usage', 'Say which report: npx allformats draft easy-read FILE.');
  }
  const project = openProject(root, args.out);
  const [report] = findReports(project, files);
  if (report === undefined) throw new Failure('file-missing', `There is no report in ${files[0]}.`);
  if (args.record) return record(project.root, report, terminal);
  const draft = await draftEasyRead(project, report, {
    listOnly: args.toDo,
    ...(args.simplifier !== undefined && { simplifier: args.simplifier }),
  });
  if (args.json) terminal.out(JSON.stringify({ ...draft.toDo, draft: draft.layer }, null, 2));
  else tell(draft, project.root, terminal);
  if (draft.simplifierFailed) terminal.err(`${draft.simplifierFailed.message} ${draft.simplifierFailed.fix}`);
  return draft.simplifierFailed ? 2 : 0;
}

function tell({ file, isBeside, lists, toDo, layer }: EasyReadDraft, root: string, terminal: Terminal): void {
  if (file !== undefined) {
    terminal.out(`Wrote ${relative(root, file)}`);
    if (!isBeside)
      terminal.out('The report has an Easy Read version: it is as it was. Take from the draft what helps.');
    const points = layer?.parts.flatMap((part) => part.points) ?? [];
    const edits = points.reduce((sum, { edits }) => sum + edits.length, 0);
    const reverted = points.reduce((sum, point) => sum + point.reverted.length, 0);
    terminal.out(
      `${points.length} sentences of the report, ${edits} edits; ${reverted} were undone because a fact would have changed.`,
    );
  }
  for (const path of lists) terminal.out(`Wrote ${relative(root, path)}`);
  const open = toDo.parts.reduce(
    (sum, { guard, ideas }) => sum + guard.length + ideas.reduce((all, idea) => all + idea.open.length, 0),
    0,
  );
  terminal.out(
    `${open} things are open. A draft is no Easy Read: people write it anew, and people with a learning disability check it.`,
  );
}

function record(root: string, report: Report, terminal: Terminal): number {
  const { document } = readReport(root, report);
  if (document.easyRead === undefined) {
    throw new Failure('layer-missing', `${projectPath(root, report.path)} has no Easy Read layer.`);
  }
  const text = easyReadRecord(document);
  terminal.out(text === '' ? 'This Easy Read version needs no record of facts.' : text);
  return 0;
}
