import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { countFindings } from '../kernel/finding.ts';
import { libraryRoot } from '../kernel/library-root.ts';
import { type Listening, listenToPages, readerTitles } from '../pipeline/listen.ts';
import { projectPath } from '../pipeline/project.ts';
import type { ReaderName } from '../pipeline/reader-phrases.ts';
import { writeWhole } from '../pipeline/write-file.ts';
import { comparisonText, saidText, transcriptText } from '../report/transcript-text.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Prints what screen readers say of pages, or stores it. A reader that is not installed is told, and never a pass. */
export async function listenCommand(args: Arguments, root: string, terminal: Terminal): Promise<number> {
  if (args.rest.length === 0)
    throw new Failure(
      'usage',
      'Say which pages: npx allformats listen outputs/my-report/my-report.html.html.',
    );
  const files = args.rest.map((path) => {
    const file = resolve(root, path);
    if (!existsSync(file)) throw new Failure('file-missing', `${path} is not there.`);
    if (!/\.x?html?$/i.test(path)) throw new Failure('usage', `${path} is not a web page.`);
    return file;
  });
  terminal.progress('Listening …');
  const { pages, notChecked } = await listenToPages(files, readersOf(args.with), libraryRoot);
  if (args.json)
    terminal.out(
      JSON.stringify({ format: 1, pages: pages.map((one) => jsonOf(one, root)), notChecked }, null, 2),
    );
  else for (const page of pages) for (const line of pageText(page, root)) terminal.out(line);
  for (const line of notChecked) terminal.err(line);
  if (args.transcripts !== undefined)
    store(pages, resolve(root, args.transcripts), root, terminal, args.json);
  const errors = pages.reduce((sum, { findings }) => sum + countFindings(findings).error, 0);
  if (notChecked.length > 0 && (args.strict || pages.length === 0)) return 2;
  return errors > 0 ? 1 : 0;
}

function readersOf(words: readonly string[]): ReaderName[] {
  for (const word of words) {
    if (word !== 'orca' && word !== 'model' && word !== 'virtual')
      throw new Failure('usage', `"${word}" is not a reader: use model, orca or virtual.`);
  }
  return (['orca', 'virtual'] as const).filter((reader) => words.includes(reader));
}

function pageText({ file, page, findings, others }: Listening, root: string): string[] {
  const path = projectPath(root, file);
  return [
    `== ${path}`,
    transcriptText(page),
    ...others.flatMap(({ reader, said, comparison }) => [
      `What ${readerTitles[reader]} said`,
      '',
      saidText(said),
      comparisonText(readerTitles[reader], comparison),
    ]),
    findings.length === 0 ? 'Nothing to mend was heard.' : 'To mend',
    ...findings.map(({ message, fix, rule }) => `  ${message}\n    ${fix}  [${rule}]`),
    '',
  ];
}

function jsonOf({ file, page, findings, others }: Listening, root: string) {
  return { path: projectPath(root, file), page, findings, others };
}

function store(
  pages: readonly Listening[],
  folder: string,
  root: string,
  terminal: Terminal,
  isQuiet: boolean,
): void {
  const taken = new Map<string, number>();
  for (const one of pages) {
    const own = basename(one.file).replace(/\.x?html?$/i, '');
    const number = (taken.get(own) ?? 0) + 1;
    taken.set(own, number);
    const name = number === 1 ? own : `${own}-${number}`;
    const write = (ending: string, text: string) => {
      const path = resolve(folder, `${name}.${ending}`);
      writeWhole(path, text);
      if (!isQuiet) terminal.out(`Wrote ${projectPath(root, path)}`);
    };
    write('heard.txt', transcriptText(one.page));
    write('heard.json', `${JSON.stringify(jsonOf(one, root), null, 2)}\n`);
    for (const { reader, said } of one.others) write(`heard.${reader}.txt`, saidText(said));
  }
}
