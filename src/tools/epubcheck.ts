import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { epubCheckFindings } from './epubcheck-results.ts';
import { findJava } from './find-java.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { runTool, type ToolRun } from './run-tool.ts';

export interface EpubCheckChecked {
  readonly state: 'checked';
  /** For every file that was asked for: a finding for each fault of the book. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** @public The set-up gets this version. */
export const epubCheckVersion = '5.3.0';
/** @public EPUBCheck itself checks one book a process; this runs it over many in one. */
export const rhinoVersion = '1.7.15';
/** @public Where the set-up puts EPUBCheck with all that it needs, from the project's root. */
export const epubCheckFolder = `.cache/epubcheck-${epubCheckVersion}`;

/** Books in one Java process: starting it costs 2 CPU seconds, a book 0.5 (measured). */
const filesAtOnce = 100;
/** Seconds to start, and for each book, on a busy machine. */
const startLimit = 90;
const fileLimit = 30;

/** For Rhino, a JavaScript engine in Java: each book has its own checker, and its own report beside it. */
const batch = `for (var i = 0; i < arguments.length; i++) {
  new Packages.com.adobe.epubcheck.tool.EpubChecker().run([arguments[i], '--json', arguments[i] + '.json', '-q']);
}
`;

/**
 * Checks e-books with EPUBCheck: the one whose jars are in the folder that EPUBCHECK_FOLDER names, else in the cache of the
 * project at `root`; Java comes from JAVA_HOME or the PATH.
 */
export function checkWithEpubCheck(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
): Promise<EpubCheckChecked | NotChecked> {
  return orNotChecked(async () => {
    const java = findJava(env);
    const jars = findJars(root, env);
    const findings = new Map<string, readonly Finding[]>();
    for (let start = 0; start < files.length; start += filesAtOnce) {
      const part = files.slice(start, start + filesAtOnce);
      const found = await check(part, java, jars);
      for (const [index, file] of part.entries()) findings.set(file, found[index]!);
    }
    return { state: 'checked', findings };
  });
}

function findJars(root: string, env: Environment): string {
  const named = env.EPUBCHECK_FOLDER;
  const folder = named === undefined || named === '' ? join(root, epubCheckFolder) : named;
  for (const jar of [`epubcheck-${epubCheckVersion}.jar`, `rhino-${rhinoVersion}.jar`]) {
    if (!existsSync(join(folder, jar)))
      throw new Failure('tool-missing', `EPUBCheck was not found: ${join(folder, jar)} is not there.`);
  }
  return folder;
}

async function check(files: readonly string[], java: string, jars: string): Promise<(readonly Finding[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'allformats-epubcheck-'));
  try {
    // Java cannot open a name outside ASCII where the locale is C, as it is in most containers: give it plain names.
    const names = files.map((_, index) => `${index}.epub`);
    for (const [index, file] of files.entries()) {
      if ((await stat(file).catch(() => undefined))?.isFile() !== true)
        throw new Failure('file-missing', `${file} is not a file.`);
      await copyFile(file, join(folder, names[index]!));
    }
    await writeFile(join(folder, 'batch.js'), batch);
    const run = await runTool(
      java,
      [
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        '-Djava.awt.headless=true',
        '-Duser.language=en',
        '-Duser.country=GB',
        '-cp',
        // Its own copy of the engine first, whatever else the folder holds.
        [join(jars, `rhino-${rhinoVersion}.jar`), join(jars, '*')].join(delimiter),
        'org.mozilla.javascript.tools.shell.Main',
        'batch.js',
        ...names,
      ],
      { seconds: startLimit + fileLimit * files.length, cwd: folder },
    );
    return await Promise.all(
      names.map(async (name) => epubCheckFindings(await reportOf(folder, name, run), name)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reportOf(folder: string, name: string, run: ToolRun): Promise<string> {
  try {
    return await readFile(join(folder, `${name}.json`), 'utf8');
  } catch {
    const said = `${run.stderr} ${run.stdout}`.replace(/\s+/g, ' ').trim().slice(0, 2000);
    throw new Failure('tool-failed', `EPUBCheck gave no report (exit code ${run.code}). ${said}`);
  }
}
