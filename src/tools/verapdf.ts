import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { findJava } from './find-java.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { runTool } from './run-tool.ts';
import { veraPdfFindings } from './verapdf-results.ts';

/** A standard by veraPDF's own name for it: PDF/UA-1, PDF/UA-2, PDF/A-2a, PDF/A-3a, PDF/A-4; `0`: each that a file declares. */
export type PdfStandard = '0' | 'ua1' | 'ua2' | '2a' | '3a' | '4';

export interface VeraPdfChecked {
  readonly state: 'checked';
  /** For every file that was asked for: a finding for each rule that fails. None: the file meets the standard. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** @public The set-up gets this version. */
export const veraPdfVersion = '1.30.2';
/** @public Where the set-up puts veraPDF, from the project's root. */
export const veraPdfJar = `.cache/verapdf/cli-${veraPdfVersion}.jar`;

/** Files in one Java process: starting it costs 2 CPU seconds, a file of 27 pages 0.7 (measured). */
const filesAtOnce = 100;
/** Seconds to start, and for each file: 308 pages take about 20 on a quiet machine. */
const startLimit = 60;
const fileLimit = 60;

/**
 * Validates PDF files with veraPDF against a standard. The program is the one that VERAPDF_JAR names, else the one in the
 * cache of the project at `root`; Java comes from JAVA_HOME or the PATH.
 */
export function checkWithVeraPdf(
  files: readonly string[],
  root: string,
  standard: PdfStandard = 'ua1',
  env: Environment = process.env,
): Promise<VeraPdfChecked | NotChecked> {
  return orNotChecked(async () => {
    const java = findJava(env);
    const jar = findJar(root, env);
    const findings = new Map<string, readonly Finding[]>();
    for (let start = 0; start < files.length; start += filesAtOnce) {
      const part = files.slice(start, start + filesAtOnce);
      const found = await validate(part, java, jar, standard);
      for (const [index, file] of part.entries()) findings.set(file, found[index]!);
    }
    return { state: 'checked', findings };
  });
}

function findJar(root: string, env: Environment): string {
  const named = env.VERAPDF_JAR;
  const jar = named === undefined || named === '' ? join(root, veraPdfJar) : named;
  if (!existsSync(jar)) throw new Failure('tool-missing', `veraPDF was not found: ${jar} is not there.`);
  return jar;
}

async function validate(files: readonly string[], java: string, jar: string, standard: PdfStandard) {
  const folder = await mkdtemp(join(tmpdir(), 'allformats-verapdf-'));
  try {
    // Java cannot open a name outside ASCII where the locale is C, as it is in most containers: give it plain names.
    const names = files.map((_, index) => `${index}.pdf`);
    for (const [index, file] of files.entries()) {
      if ((await stat(file).catch(() => undefined))?.isFile() !== true)
        throw new Failure('file-missing', `${file} is not a file.`);
      await copyFile(file, join(folder, names[index]!));
    }
    const run = await runTool(
      java,
      [
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        '-jar',
        jar,
        '-f',
        standard,
        '--format',
        'json',
        '--maxfailuresdisplayed',
        '5',
        ...names,
      ],
      { seconds: startLimit + fileLimit * files.length, cwd: folder },
    );
    return veraPdfFindings(run, names, standard === '0');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
