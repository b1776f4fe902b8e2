import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../kernel/failure.ts';
import { axeDisabled, axeTags } from './axe-options.ts';
import type { Chromium } from './chromium.ts';
import { runTool, type ToolRun } from './run-tool.ts';

/** Seconds: to start the browser, and for each page on a busy machine (measured: 1.4 CPU seconds a page, 7.4 for 7,700 words). */
const startLimit = 90;
const pageLimit = 60;

/**
 * Runs @axe-core/cli once over all files (absolute paths) and returns the results that it saved. Its exit code is not used:
 * it is 0 for pages with violations (always with --stdout) and 0 for pages that never opened.
 */
export async function runAxeCli(paths: readonly string[], browser: Chromium): Promise<unknown> {
  const require = createRequire(import.meta.url);
  const program = locate(require, '@axe-core/cli/package.json');
  const source = locate(require, 'axe-core/axe.js');
  const folder = await mkdtemp(join(tmpdir(), 'allformats-axe-'));
  try {
    const run = await runTool(
      process.execPath,
      [
        join(dirname(program), 'dist/src/bin/cli.js'),
        ...paths.map((path) => pathToFileURL(path).href),
        '--tags',
        axeTags.join(','),
        '--disable',
        axeDisabled.join(','),
        '--axe-source',
        source,
        '--save',
        'results.json',
        '--dir',
        folder,
        '--timeout',
        String(pageLimit),
        '--chrome-options',
        browser.args.map((arg) => arg.replace(/^--/, '')).join(','),
      ],
      {
        seconds: startLimit + pageLimit * paths.length,
        // The tool takes an axe.js of the folder it is started in before any other.
        cwd: folder,
        env: { ...browser.env, CHROME_TEST_PATH: browser.path, CHROMEDRIVER_TEST_PATH: browser.driver ?? '' },
      },
    );
    return await saved(join(folder, 'results.json'), run);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function locate(require: NodeJS.Require, file: string): string {
  try {
    return require.resolve(file);
  } catch {
    throw new Failure(
      'tool-missing',
      `The package of ${file} is not installed. Run "npm test" in the project.`,
    );
  }
}

async function saved(file: string, run: ToolRun): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    const said = `${run.stderr}\n${run.stdout}`.trim().slice(0, 2000);
    throw new Failure('tool-failed', `axe saved no results (exit code ${run.code}): ${said}`);
  }
}
