import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { CheckReport } from '../kernel/check-report.ts';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { version } from '../kernel/version.ts';
import { checkReportSchema } from '../pipeline/check-report.ts';
import { openProject } from '../pipeline/project.ts';
import { writeWhole } from '../pipeline/write-file.ts';
import { findingsText } from '../report/findings-text.ts';
import { accessibilityStatement } from '../report/statement/accessibility-statement.ts';
import { aisStatement, formatsWithoutTime } from '../report/statement/ais-statement.ts';
import { readDetails } from '../report/statement/details.ts';
import { type StatementText, statementMarkdown, statementPage } from '../report/statement/page-parts.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const usualDetails = 'statement.yaml';
const usualResults = 'check.json';

/** Writes the accessibility statement from a check's results, or the statement on accessible information. */
export function statementCommand(args: Arguments, root: string, terminal: Terminal): number {
  const [which = 'accessibility', ...more] = args.rest;
  if ((which !== 'accessibility' && which !== 'ais') || more.length > 0)
    throw new Failure(
      'usage',
      `"${args.rest.join(' ')}" is no statement: write "statement" or "statement ais".`,
    );
  const file = args.details ?? usualDetails;
  const { details, findings: wrong } = readDetails(
    read(root, file, 'docs/statement.md shows what to write into it.'),
    file,
  );
  if (details === undefined) return tell(wrong, args, terminal);
  const day = args.date ?? details.reviewed;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new Failure('usage', `"${day}" is no day: write one such as 2026-11-23.`);
  const project = openProject(root, args.out);
  const write = (name: string, text: StatementText) => {
    for (const [ending, content] of [
      ['html', statementPage(text, version)],
      ['md', statementMarkdown(text)],
    ] as const) {
      const path = join(project.outputs, `${name}.${ending}`);
      writeWhole(path, content);
      if (!args.json) terminal.out(`Wrote ${relative(root, path)}`);
    }
  };
  if (which === 'ais') {
    const missing = formatsWithoutTime(project.profiles, details).map(
      (id): Finding => ({
        rule: 'statement/format-time',
        severity: 'error',
        message: `People are not told how long "${id}" takes.`,
        fix: 'Write it in "formats", by profile or as "default".',
        at: { file, line: 1, column: 1 },
      }),
    );
    write('accessible-information', aisStatement(project.profiles, details));
    return tell([...wrong, ...missing], args, terminal);
  }
  const { text, status, findings } = accessibilityStatement(results(args, root), details, day);
  write('accessibility-statement', text);
  if (!args.json) {
    terminal.out(`It says: ${status}. Publish it as a web page, and link to it from ${details.linkedFrom}.`);
  }
  return tell([...wrong, ...findings], args, terminal);
}

function tell(findings: readonly Finding[], args: Arguments, terminal: Terminal): number {
  if (args.json) terminal.out(JSON.stringify({ findings }, null, 2));
  else for (const line of findingsText(findings)) terminal.out(line);
  return findings.length > 0 && args.failOn !== 'never' ? 1 : 0;
}

function results(args: Arguments, root: string): CheckReport {
  const file = args.results ?? usualResults;
  const how = `Write it with: npx allformats check --report json=${file}.`;
  try {
    return checkReportSchema.parse(JSON.parse(read(root, file, how)));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('results-invalid', `${file} does not hold the results of a check. ${how}`);
  }
}

function read(root: string, file: string, how: string): string {
  try {
    return readFileSync(resolve(root, file), 'utf8');
  } catch {
    throw new Failure('file-missing', `${file} cannot be read. ${how}`);
  }
}
