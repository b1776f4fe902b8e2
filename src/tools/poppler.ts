import { stat } from 'node:fs/promises';
import { Failure } from '../kernel/failure.ts';
import { type Environment, findProgram } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { runTool } from './run-tool.ts';

export interface PopplerRead {
  readonly state: 'checked';
  /** For every file that was asked for. */
  readonly texts: ReadonlyMap<string, PopplerText>;
}

export interface PopplerText {
  /** What is painted, as pdftotext tells it. */
  readonly painted: string;
  /** The words of the structure tree in its order; undefined for a longer file. */
  readonly structure?: string;
}

/** A file to read, and how many pages it has. */
export interface PopplerFile {
  readonly path: string;
  readonly pages: number;
}

/**
 * Pages of a file whose structure tree poppler is asked for: the time grows with the square of the pages (poppler 22.12:
 * 2 CPU seconds for 9 pages, 6 for 16, 93 for 308).
 */
export const mostPagesInOrder = 14;
/** Seconds for one file on a busy machine. */
const fileLimit = 120;

/** Reads PDF files with poppler, which shares no code with what writes and reads them here. */
export function readWithPoppler(
  files: readonly PopplerFile[],
  env: Environment = process.env,
): Promise<PopplerRead | NotChecked> {
  return orNotChecked(async () => {
    const [pdftotext, pdfinfo] = [program('pdftotext', env), program('pdfinfo', env)];
    const texts = new Map<string, PopplerText>();
    for (const { path, pages } of files) {
      if ((await stat(path).catch(() => undefined))?.isFile() !== true)
        throw new Failure('file-missing', `${path} is not a file.`);
      const painted = await run(pdftotext, ['-q', '-enc', 'UTF-8', path, '-'], path);
      const inOrder = pages <= mostPagesInOrder;
      const structure = inOrder
        ? await run(pdfinfo, ['-enc', 'UTF-8', '-struct-text', path], path)
        : undefined;
      texts.set(path, { painted, ...(structure !== undefined && { structure: wordsInOrder(structure) }) });
    }
    return { state: 'checked', texts };
  });
}

function program(name: string, env: Environment): string {
  const found = findProgram([name], env);
  if (found === undefined)
    throw new Failure('tool-missing', `${name} was not found. It is in the package poppler-utils.`);
  return found;
}

async function run(tool: string, args: readonly string[], path: string): Promise<string> {
  const { code, stdout, stderr } = await runTool(tool, args, { seconds: fileLimit });
  if (code !== 0)
    throw new Failure('tool-failed', `${tool} did not read ${path}: ${stderr.trim().slice(0, 200)}`);
  return stdout;
}

/** Elements and words are lines of their own, indented; a block begins a new word. */
function wordsInOrder(structure: string): string {
  let words = '';
  for (const line of structure.split('\n')) {
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    if (text !== undefined) words += text;
    else if (!/\(inline\)|^\s*Object \d/.test(line)) words += '\n';
  }
  return words;
}
