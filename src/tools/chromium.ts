import { dirname, join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { type Environment, findProgram, isProgram } from './find-program.ts';
import { packagedChromium } from './packaged-chromium.ts';
import { runTool } from './run-tool.ts';

export interface Chromium {
  readonly path: string;
  /** Arguments that this copy needs to start. */
  readonly args: readonly string[];
  /** Environment variables that this copy needs. */
  readonly env: Readonly<Record<string, string>>;
  /** A chromedriver of the same major version, when there is one. */
  readonly driver?: string;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
/** Seconds for a program to print its version: generous for a busy machine. */
const versionLimit = 60;

/**
 * Finds a Chromium: the one that CHROME_PATH names, else one on the PATH, else the copy that `npm test` put in the cache of
 * the project at `root`. Throws a Failure `tool-missing` when there is none.
 */
export async function findChromium(root: string, env: Environment = process.env): Promise<Chromium> {
  const named = env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (!isProgram(named))
      throw new Failure('tool-missing', `CHROME_PATH names ${named}, which is not a program.`);
    return withDriver(named, await majorVersion(named), env);
  }
  for (const name of names) {
    const path = findProgram([name], env);
    if (path === undefined) continue;
    // Some systems have a program of this name that only says how to install the browser.
    const version = await majorVersion(path);
    if (version !== undefined) return withDriver(path, version, env);
  }
  const packaged = await packagedChromium(root);
  if (packaged !== undefined) return { ...packaged, args: [...args, '--no-zygote'] };
  throw new Failure(
    'tool-missing',
    'No Chromium was found: not in CHROME_PATH, on the PATH or in .cache/sparticuz.',
  );
}

async function withDriver(path: string, version: string | undefined, env: Environment): Promise<Chromium> {
  const places = [
    env.CHROMEDRIVER_PATH,
    join(dirname(path), 'chromedriver'),
    findProgram(['chromedriver'], env),
  ];
  const drivers = new Set(places.filter((place): place is string => place !== undefined && isProgram(place)));
  for (const driver of drivers) {
    if (version !== undefined && (await majorVersion(driver)) === version)
      return { path, args, env: {}, driver };
  }
  return { path, args, env: {} };
}

/** A browser and a driver work together only when the first number of their versions is the same. */
async function majorVersion(program: string): Promise<string | undefined> {
  try {
    const run = await runTool(program, ['--version'], { seconds: versionLimit });
    return run.stdout.match(/\b(\d+)\.\d+\.\d+/)?.[1];
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
