import { Failure } from '../kernel/failure.ts';
import { acceptEasyRead, type Recorded, signOffEasyRead } from '../pipeline/easy-read-lock.ts';
import { findReports } from '../pipeline/find-reports.ts';
import { openProject } from '../pipeline/project.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Records that the Easy Read version was compared with the report, or that its readers have checked it. */
export function easyReadCommand(args: Arguments, root: string, terminal: Terminal): number {
  const [what, file, ...keys] = args.rest;
  if (what !== 'accept' && what !== 'sign-off')
    throw new Failure(
      'usage',
      `"${what ?? ''}" is nothing to record: write "easy-read accept" or "easy-read sign-off".`,
    );
  const project = openProject(root, args.out);
  if (what === 'sign-off' && (file === undefined || keys.length > 0))
    throw new Failure('usage', 'Name the one report whose Easy Read version was checked.');
  const reports = findReports(project, file === undefined ? [] : [file]).filter(
    (one) => (one.hasEasyRead || file) && one.translation === undefined,
  );
  const recorded: readonly Recorded[] = reports.map((report) =>
    what === 'accept' ? acceptEasyRead(project, report, keys) : signOffEasyRead(project, report),
  );
  if (args.json) {
    terminal.out(JSON.stringify(recorded, null, 2));
    return 0;
  }
  for (const { file: written, parts } of recorded) {
    const blocks = parts.length === 1 ? '1 block' : `${parts.length} blocks`;
    terminal.out(
      what === 'accept'
        ? `${written}: ${blocks} compared with the report as it is now.`
        : `${written}: ${blocks} as the readers saw them. The outputs no longer say that they are a draft.`,
    );
  }
  return 0;
}
