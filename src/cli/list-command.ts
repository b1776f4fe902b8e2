import { findReports, sourceOf } from '../pipeline/find-reports.ts';
import { listPictures } from '../pipeline/list-pictures.ts';
import { openProject, projectPath } from '../pipeline/project.ts';
import { tableText } from '../report/table-text.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export async function listCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  if (args.pictures) {
    const pictures = await listPictures(root);
    if (args.json) terminal.out(JSON.stringify(pictures, null, 2));
    else {
      const rows = pictures.map((one) => [one.concept, one.synonyms.join(', '), one.alt]);
      for (const line of tableText([['Concept', 'Also', 'Shows'], ...rows])) terminal.out(line);
    }
    return 0;
  }
  const project = openProject(root, args.out);
  const reports = findReports(project, args.rest).map((report) => ({
    source: projectPath(root, sourceOf(report)),
    easyRead: report.easyRead ? projectPath(root, report.easyRead) : undefined,
  }));
  if (args.json) {
    const profiles = project.profiles.map(({ file: _, ...profile }) => profile);
    terminal.out(JSON.stringify({ reports, profiles }, null, 2));
    return 0;
  }
  terminal.out(reports.length === 0 ? 'There is no report in sources/ yet.' : 'Reports');
  for (const { source, easyRead } of reports)
    terminal.out(`  ${source}${easyRead ? '' : '  (no Easy Read layer)'}`);
  terminal.out('');
  const rows = project.profiles.map((one) => [
    one.id,
    one.default ? one.title : `${one.title} (only with --profile ${one.id})`,
    one.needs.map((need) => need.code).join(', '),
  ]);
  for (const line of tableText([['Profile', 'What it is', 'Needs that it meets (SNOMED CT)'], ...rows]))
    terminal.out(line);
  return 0;
}
