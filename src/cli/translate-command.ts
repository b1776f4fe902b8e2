import { resolve } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { findReports } from '../pipeline/find-reports.ts';
import { openProject } from '../pipeline/project.ts';
import {
  exportTranslation,
  importTranslation,
  type TranslationFile,
  type TranslationFormat,
  translationFormats,
} from '../pipeline/translation-files.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Gives the texts of a report to translators, and takes back what they made. @throws Failure */
export function translateCommand(args: Arguments, root: string, terminal: Terminal): number {
  const [what, file, returned, ...others] = args.rest;
  if ((what !== 'export' && what !== 'import') || file === undefined || others.length > 0)
    throw new Failure(
      'usage',
      'Write "translate export REPORT --to LANGUAGE" or "translate import REPORT FILE".',
    );
  const project = openProject(root, args.out);
  const [report] = findReports(project, [file]);
  if (report === undefined) throw new Failure('file-missing', `There is no report in ${file}.`);
  if (what === 'import') {
    if (returned === undefined) throw new Failure('usage', 'Name the file that the translators sent back.');
    const made = importTranslation(project, report, resolve(root, returned));
    tell(made, args, terminal, `${made.file}: ${made.translated} of ${texts(made.units)} translated.`);
    return 0;
  }
  if (args.to === undefined || !language.test(args.to))
    throw new Failure('usage', 'Say the language by its code: --to cy.');
  const format = formatOf(args.format);
  const made = exportTranslation(project, report, args.to, format, args.changed);
  if (made.units === 0) {
    tell(made, args, terminal, 'Nothing to translate: every text has a translation.');
    return 0;
  }
  const left = made.left > 0 ? ` ${made.left} more have a translation.` : '';
  tell(
    made,
    args,
    terminal,
    `Wrote ${made.file}: ${texts(made.units)}, ${made.translated} of them translated.${left}`,
  );
  return 0;
}

function formatOf(word: string): TranslationFormat {
  const found = translationFormats.find((one) => one === word);
  if (found === undefined)
    throw new Failure('usage', `"${word}" is not a kind of file: use ${translationFormats.join(', ')}.`);
  return found;
}

function texts(count: number): string {
  return count === 1 ? '1 text' : `${count} texts`;
}

function tell(made: TranslationFile, args: Arguments, terminal: Terminal, sentence: string): void {
  terminal.out(args.json ? JSON.stringify(made, null, 2) : sentence);
}
