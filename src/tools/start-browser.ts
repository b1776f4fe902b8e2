import type { Browser } from 'playwright-core';
import { Failure } from '../kernel/failure.ts';
import type { Chromium } from './chromium.ts';

/**
 * Starts the Chromium that was found, to be driven by playwright-core. @param stepLimit milliseconds until it must have started
 * @throws Failure `tool-missing` without the package, `tool-failed` where it does not start
 */
export async function startBrowser(found: Chromium, stepLimit: number): Promise<Browser> {
  const { chromium } = await loadPlaywright();
  return chromium
    .launch({
      executablePath: found.path,
      args: [...found.args],
      env: { ...ownEnvironment(), ...found.env },
      timeout: stepLimit,
    })
    .catch(failed('The browser did not start'));
}

/** For `catch`: ends a step of a tool with what went wrong in it. */
export function failed(what: string): (error: unknown) => never {
  return (error) => {
    throw new Failure('tool-failed', `${what}: ${error instanceof Error ? error.message : String(error)}`);
  };
}

/** The package that drives browsers. @throws Failure `tool-missing` */
export async function loadPlaywright() {
  try {
    return await import('playwright-core');
  } catch {
    throw new Failure(
      'tool-missing',
      'The package playwright-core is not installed. Run "npm test" in the project.',
    );
  }
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
