import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { findJava } from './find-java.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { runTool, type ToolRun } from './run-tool.ts';

export interface VnuChecked {
  readonly state: 'checked';
  /** For every file that was asked for: a finding for each fault of its HTML. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** @public The set-up gets this version. */
export const vnuVersion = '26.9.27';
/** @public Where the set-up puts the Nu HTML Checker, from the project's root. */
export const vnuJar = '.cache/vnu/node_modules/vnu-jar/build/dist/vnu.jar';

/** Files in one Java process: starting it costs more than a page. */
const filesAtOnce = 100;
/** Seconds to start, and for each file, on a busy machine (measured: 6.6 CPU seconds for 9 pages). */
const startLimit = 60;
const fileLimit = 20;
/** MiB of stack: its schema needs more than Java gives for pages with deep lists in tables. */
const stackMiB = 16;
/** Findings of one rule that are told of one page. */
const most = 20;

/**
 * Checks HTML files with the Nu HTML Checker: the one that VNU_JAR names, else the one in the cache of the project at `root`;
 * Java comes from JAVA_HOME or the PATH. Warnings about style are left out.
 */
export function checkWithVnu(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
): Promise<VnuChecked | NotChecked> {
  return orNotChecked(async () => {
    const java = findJava(env);
    const named = env.VNU_JAR;
    const jar = named === undefined || named === '' ? join(root, vnuJar) : named;
    if (!existsSync(jar))
      throw new Failure('tool-missing', `The Nu HTML Checker was not found: ${jar} is not there.`);
    const findings = new Map<string, readonly Finding[]>();
    for (let start = 0; start < files.length; start += filesAtOnce) {
      const part = files.slice(start, start + filesAtOnce);
      // It says nothing about a file that is good, so each must be there before.
      for (const file of part) {
        if ((await stat(file).catch(() => undefined))?.isFile() !== true)
          throw new Failure('file-missing', `${file} is not a file.`);
      }
      const run = await runTool(
        java,
        [
          '-XX:+UseSerialGC',
          '-XX:TieredStopAtLevel=1',
          `-Xss${stackMiB}m`,
          '-Dsun.jnu.encoding=UTF-8',
          '-jar',
          jar,
          '--format',
          'json',
          '--exit-zero-always',
          '--stdout',
          '--errors-only',
          ...part.map((file) => resolve(file)),
        ],
        { seconds: startLimit + fileLimit * part.length },
      );
      const found = vnuFindings(run, part);
      for (const file of part) findings.set(file, found.get(resolve(file)) ?? []);
    }
    return { state: 'checked', findings };
  });
}

const report = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      url: z.string().optional(),
      lastLine: z.number().optional(),
      lastColumn: z.number().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

/** What it says of each of `files`, by absolute path. @throws Failure `tool-failed` where it could not work */
export function vnuFindings(run: ToolRun, files: readonly string[]): Map<string, readonly Finding[]> {
  const parsed = parse(run);
  const asked = new Set(files.map((file) => resolve(file)));
  const findings = new Map<string, Finding[]>();
  for (const { type, url, message, lastLine, lastColumn, extract } of parsed.messages) {
    if (type === 'non-document-error')
      throw new Failure('tool-failed', `The Nu HTML Checker could not work: ${message}`);
    if (type !== 'error') continue;
    if (isNoFault(message, extract ?? '')) continue;
    const path = url?.startsWith('file:') ? fileURLToPath(url) : url;
    if (path === undefined || !asked.has(path))
      throw new Failure(
        'tool-failed',
        `The Nu HTML Checker checked ${url ?? 'nothing'} instead of what was asked.`,
      );
    const all = findings.get(path) ?? [];
    findings.set(path, all);
    if (all.length >= most) continue;
    const where = lastLine === undefined ? '' : ` (line ${lastLine}, column ${lastColumn ?? 1} of the page)`;
    const near = extract === undefined ? '' : `: ${extract.replace(/\s+/g, ' ').trim()}`;
    all.push({
      rule: 'vnu/html',
      severity: 'error',
      message: `${message}${where}${near}`,
      fix: 'Mend it in the page. If allformats made it, please report it.',
    });
  }
  return findings;
}

// A role that says again what an element is, for tables that a style shows as cards: browsers then forget that they are tables.
const repeatedRole =
  /^The “role” attribute must not be used on an? “t[rhd]” element which has a “table” ancestor/;
const ownRole = /<t[rhd][^>]* role="(?:row|columnheader|rowheader|cell)"/;

/** What it reports though it is right: values of CSS variables, which it does not know, and roles that repeat. */
function isNoFault(message: string, extract: string): boolean {
  if (message.startsWith('CSS:')) return message.includes('var(');
  return repeatedRole.test(message) && ownRole.test(extract);
}

function parse(run: ToolRun): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(run.stdout));
  } catch {
    const said = `${run.stderr} ${run.stdout}`.replace(/\s+/g, ' ').trim().slice(0, 2000);
    throw new Failure('tool-failed', `The Nu HTML Checker gave no report (exit code ${run.code}). ${said}`);
  }
}
