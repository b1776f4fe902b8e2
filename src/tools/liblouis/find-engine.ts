import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryRoot } from '../../kernel/library-root.ts';
import { findProgram } from '../find-program.ts';
import { runTool } from '../run-tool.ts';
import type { BrailleEngine } from './braille-engine.ts';
import { embeddedEngine } from './embedded-engine.ts';
import { programEngine } from './program-engine.ts';

/** @public The set-up gets this version from Maven Central (org.liblouis:louis). */
export const louisVersion = '3.30.0-p1';
/** @public Where the set-up puts it, from the project's root. */
export const louisFolder = '.cache/liblouis';

let found: Promise<BrailleEngine> | undefined;

/**
 * The most correct engine that is there (share of the words of liblouis' UEB dictionary that it writes right): liblouis 3.30 from Maven
 * Central (99.99 %), Debian's 3.24 (99.89 %), else the embedded 3.2 (97.0 %).
 */
export function findBrailleEngine(): Promise<BrailleEngine> {
  found ??= search();
  return found;
}

async function search(): Promise<BrailleEngine> {
  const folder = join(libraryRoot, louisFolder, louisVersion);
  const path = join(folder, 'bin/lou_translate');
  const tables = join(folder, 'tables');
  if (existsSync(join(folder, 'complete'))) {
    const env = { LD_LIBRARY_PATH: join(folder, 'lib'), LOUIS_TABLEPATH: tables };
    const version = await versionOf(path, env);
    if (version !== undefined) return programEngine({ path, version, origin: 'Maven Central', env });
  }
  const installed = findProgram(['lou_translate']);
  if (installed !== undefined) {
    const version = await versionOf(installed, {});
    if (version !== undefined)
      return programEngine({ path: installed, version, origin: originOf(), env: {} });
  }
  return embeddedEngine();
}

/** Undefined where it does not start, or cannot write Unified English Braille. */
async function versionOf(path: string, env: Readonly<Record<string, string>>): Promise<string | undefined> {
  try {
    const { stdout } = await runTool(path, ['--version'], { seconds: 20, env });
    const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
    if (version === undefined) return undefined;
    const [cells] = await programEngine({ path, version, origin: '', env }).translate(
      ['and'],
      ['en-ueb-g2.ctb'],
    );
    return cells === '\u282f' ? version : undefined;
  } catch {
    return undefined;
  }
}

function originOf(): string {
  try {
    const name = /^NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
    return /debian|ubuntu/i.test(name) ? name.replace(/ GNU\/Linux$/, '') : 'installed on this computer';
  } catch {
    return 'installed on this computer';
  }
}
