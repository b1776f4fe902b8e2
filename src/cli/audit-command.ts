import { join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { audit } from '../pipeline/audit.ts';
import { checkReport } from '../pipeline/check-report.ts';
import { openProject } from '../pipeline/project.ts';
import { writeWhole } from '../pipeline/write-file.ts';
import { auditPage, auditPartPage, auditParts } from '../report/audit-page.ts';
import { checkText } from '../report/check-text.ts';
import { reportWriters } from '../report/report-writers.ts';
import type { Arguments } from './arguments.ts';
import { codeOf, nothingMade, writeReports } from './check-command.ts';
import type { Terminal } from './terminal.ts';

/** Checks web pages by their addresses, as they are: a report of each page, and one of all. */
export async function auditCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  if (args.followLinks)
    throw new Failure('usage', '--follow-links asks the links of reports: use --follow with --url.');
  const addresses = [...args.urls, ...args.rest].map(addressOf);
  const project = openProject(root, args.out);
  const { verdicts, titles } = await audit(project, addresses, {
    follow: args.follow,
    limit: args.limit,
    listen: (address, number) => terminal.progress(`${number}: ${address}`),
  });
  const report = checkReport(nothingMade, verdicts, args.failOn);
  const folder = join(project.outputs, 'audit');
  const parts = auditParts(report, titles);
  for (const part of parts) {
    writeWhole(join(folder, 'pages', `${part.name}.html`), auditPartPage(part));
    writeWhole(join(folder, 'pages', `${part.name}.json`), reportWriters.json(part.report));
  }
  writeWhole(join(folder, 'index.html'), auditPage(report, parts, 'pages'));
  writeWhole(join(folder, 'audit.json'), reportWriters.json(report));
  if (args.json) terminal.out(reportWriters.json(report).trimEnd());
  else {
    for (const line of checkText(report)) terminal.out(line);
    terminal.out(`Wrote ${args.out}/audit/index.html, with a report of each page.`);
  }
  writeReports(args, root, report, terminal);
  return codeOf(report, args.strict);
}

/** @throws Failure `usage` */
function addressOf(word: string): string {
  try {
    const url = new URL(word);
    if (/^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.href;
  } catch {
    // Told below.
  }
  throw new Failure(
    'usage',
    `"${word}" is not the address of a web page: write one such as https://example.org/.`,
  );
}
