import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { aceFindings } from './ace-results.ts';
import { findChromium } from './chromium.ts';
import type { Environment } from './find-program.ts';
import { type NotChecked, orNotChecked } from './not-checked.ts';
import { runTool, type ToolRun } from './run-tool.ts';

export interface AceChecked {
  readonly state: 'checked';
  /** For every file that was asked for: a finding for each rule that a page of the book breaks. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** @public The set-up gets this version of @daisy/ace-cli. */
export const aceVersion = '1.4.6';
/** @public Where the set-up puts Ace by DAISY, from the project's root. */
export const aceFolder = '.cache/ace';

/** Seconds to start, and for each book, on a busy machine: a book takes 3 CPU seconds (measured), each page its own tab. */
const startLimit = 60;
const fileLimit = 180;
/** Milliseconds that its browser may take to start; Ace's own limit is 5 seconds. */
const browserLimit = 120_000;

/**
 * Ace's command checks one book a process, in a browser of its own, each page in a new tab, and lists what is right on it too.
 * This checks many books in one browser and a few tabs, and asks axe only for what is wrong, all that Ace reports: about a
 * third of the processor time less (measured). Each book has its own report beside it.
 */
const batch = `const { createRequire } = require('node:module');
const [home, ...files] = process.argv.slice(2);
const load = createRequire(home + '/package.json');
const ace = load('@daisy/ace-core');
const runner = load('@daisy/ace-axe-runner-puppeteer');
const puppeteer = createRequire(load.resolve('@daisy/ace-axe-runner-puppeteer'))('puppeteer');
const { launch, close, run } = runner;
const start = puppeteer.launch.bind(puppeteer);
puppeteer.launch = async (options) => {
  const browser = await start({ ...options, args: [...options.args, '--disable-gpu', '--disable-dev-shm-usage'] });
  const open = browser.newPage.bind(browser);
  const free = [];
  browser.newPage = async () => {
    const known = free.pop();
    if (known !== undefined && !known.isClosed()) return known;
    const page = await open();
    page.close = async () => {
      page.removeAllListeners('request');
      free.push(page);
    };
    return page;
  };
  return browser;
};
let started;
const shared = {
  ...runner,
  concurrency: 2,
  launch: () => (started ??= launch.call(runner)),
  close: async () => {},
  run: (address, scripts, ...rest) => run.call(runner, address, [...scripts, process.cwd() + '/only-faults.js'], ...rest),
};
(async () => {
  for (const file of files) {
    const options = { cwd: process.cwd(), outdir: file + '.ace', jobId: '', silent: true, initLogger: true, fileName: 'ace.log' };
    await ace(file, options, shared).catch((error) => console.error(String(error && error.message || error)));
  }
  if (started !== undefined) await close.call(runner);
  process.exit();
})();
`;
/** For each page, behind axe. */
const onlyFaults = `{
  const run = axe.run.bind(axe);
  axe.run = (options, done) => run({ ...options, resultTypes: ['violations'] }, done);
}
`;

/**
 * Checks e-books with Ace by DAISY in a Chromium: the Ace whose packages are in the folder that ACE_FOLDER names, else in the
 * cache of the project at `root`, which may hold the browser too.
 */
export function checkWithAce(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
): Promise<AceChecked | NotChecked> {
  return orNotChecked(async () => {
    const named = env.ACE_FOLDER;
    const home = named === undefined || named === '' ? join(root, aceFolder) : named;
    const core = join(home, 'node_modules/@daisy/ace-core/package.json');
    if (!existsSync(core))
      throw new Failure('tool-missing', `Ace by DAISY was not found: ${core} is not there.`);
    const browser = await findChromium(root, env);
    const folder = await mkdtemp(join(tmpdir(), 'allformats-ace-'));
    try {
      const names = files.map((_, index) => `${index}.epub`);
      for (const [index, file] of files.entries()) {
        if ((await stat(file).catch(() => undefined))?.isFile() !== true)
          throw new Failure('file-missing', `${file} is not a file.`);
        await copyFile(file, join(folder, names[index]!));
      }
      await writeFile(join(folder, 'batch.cjs'), batch);
      await writeFile(join(folder, 'only-faults.js'), onlyFaults);
      const run = await runTool(process.execPath, ['batch.cjs', home, ...names], {
        seconds: startLimit + fileLimit * files.length,
        cwd: folder,
        env: {
          ...browser.env,
          PUPPETEER_EXECUTABLE_PATH: browser.path,
          ACE_TIMEOUT_INITIAL: String(browserLimit),
          // It writes settings and a log into the home of the person.
          HOME: folder,
          XDG_CONFIG_HOME: folder,
          XDG_STATE_HOME: folder,
        },
      });
      const findings = new Map<string, readonly Finding[]>();
      for (const [index, file] of files.entries()) {
        const name = names[index]!;
        findings.set(file, aceFindings(await reportOf(folder, name, run), name));
      }
      return { state: 'checked', findings };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function reportOf(folder: string, name: string, run: ToolRun): Promise<string> {
  try {
    return await readFile(join(folder, `${name}.ace/report.json`), 'utf8');
  } catch {
    const said = `${run.stderr} ${run.stdout}`.replace(/\s+/g, ' ').trim().slice(0, 2000);
    throw new Failure('tool-failed', `Ace by DAISY gave no report (exit code ${run.code}). ${said}`);
  }
}
