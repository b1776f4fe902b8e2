import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Pages in one browser of a peer, and between two lines that tell how far it is. */
const pagesAtOnce = 30;

/**
 * axe CLI, pa11y-ci and Lighthouse on pages that a server on this machine hands out, each as its users have it, with one
 * browser for many pages. Gives for each its name, the rules that each page breaks, and wall seconds.
 */
export async function* peersOn(files, { folder, modules, browser, root, only }) {
  const server = createServer((request, response) => answer(folder, request, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const { port } = server.address();
  const addressOf = (file) => `http://127.0.0.1:${port}${file.slice(folder.length)}`;
  const isAsked = (name) => only === undefined || only.split(',').includes(name);
  const has = (name) => isAsked(name) && existsSync(join(modules, name));
  try {
    if (browser.driver && isAsked('axe-cli'))
      yield await inParts('axe CLI', files, (part) => axeCli(part, { addressOf, browser, folder, root }));
    if (has('pa11y-ci'))
      yield await inParts('pa11y-ci (axe)', files, (part) =>
        pa11y(part, { addressOf, browser, folder, modules }),
      );
    if (has('lighthouse'))
      yield await inParts('Lighthouse', files, (part) => lighthouse(part, { addressOf, browser, modules }));
  } finally {
    server.close();
  }
}

async function inParts(name, files, run) {
  const found = new Map();
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  for (let start = 0; start < files.length; start += pagesAtOnce) {
    const part = files.slice(start, start + pagesAtOnce);
    for (const [file, rules] of await run(part)) found.set(file, rules);
    console.log(
      `  ${name}: ${Math.min(start + pagesAtOnce, files.length)} of ${files.length} pages, ${seconds().toFixed(0)} s`,
    );
  }
  return { name, found, seconds: seconds() };
}

async function axeCli(part, { addressOf, browser, folder, root }) {
  const out = join(folder, 'axe-cli-results');
  mkdirSync(out, { recursive: true });
  const program = join(root, 'node_modules/@axe-core/cli/dist/src/bin/cli.js');
  const env = { ...process.env, CHROME_TEST_PATH: browser.path, CHROMEDRIVER_TEST_PATH: browser.driver };
  const flags = ['--save', 'results.json', '--dir', out, '--chrome-options', 'no-sandbox,disable-gpu'];
  await later(process.execPath, [program, ...part.map(addressOf), ...flags], env, out);
  const saved = join(out, 'results.json');
  // It stops at the first page that leads away from itself: ask the rest in smaller parts.
  const results = existsSync(saved) ? JSON.parse(readFileSync(saved, 'utf8')) : [];
  rmSync(out, { recursive: true, force: true });
  if (results.length < part.length && part.length > 1) {
    const half = part.length >> 1;
    const rest = { addressOf, browser, folder, root };
    return new Map([...(await axeCli(part.slice(0, half), rest)), ...(await axeCli(part.slice(half), rest))]);
  }
  return new Map(part.map((file, index) => [file, (results[index]?.violations ?? []).map(({ id }) => id)]));
}

async function pa11y(part, { addressOf, browser, folder, modules }) {
  const config = join(folder, 'pa11y.json');
  const defaults = {
    runners: ['axe'],
    concurrency: 1,
    timeout: 60_000,
    chromeLaunchConfig: { executablePath: browser.path, args: ['--no-sandbox', '--disable-gpu'] },
  };
  writeFileSync(config, JSON.stringify({ defaults, urls: part.map(addressOf) }));
  const run = await later(
    join(modules, '.bin/pa11y-ci'),
    ['--json', '--config', config],
    process.env,
    folder,
  );
  const results = run === '' ? {} : JSON.parse(run).results;
  return new Map(
    part.map((file) => [file, (results[addressOf(file)] ?? []).flatMap(({ code }) => code ?? [])]),
  );
}

async function lighthouse(part, { addressOf, browser, modules }) {
  const load = (path) =>
    import(pathToFileURL(createRequire(join(modules, 'lighthouse/')).resolve(path)).href);
  const { default: run } = await load('lighthouse');
  const { launch } = await load('chrome-launcher');
  const chromeFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const chrome = await launch({ chromePath: browser.path, chromeFlags, logLevel: 'silent' });
  const found = new Map();
  const options = {
    port: chrome.port,
    onlyCategories: ['accessibility'],
    // The pages are at hand at once: to wait for them changes nothing but the time.
    throttlingMethod: 'provided',
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 0,
    cpuQuietThresholdMs: 0,
    maxWaitForLoad: 15_000,
    skipAboutBlank: true,
    disableStorageReset: true,
    logLevel: 'silent',
    disableFullPageScreenshot: true,
  };
  try {
    for (const file of part) {
      const result = await run(addressOf(file), options).catch(() => undefined);
      const audits = Object.values(result?.lhr.audits ?? {});
      const broken = audits.filter(
        ({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary',
      );
      found.set(
        file,
        broken.map(({ id }) => id),
      );
    }
  } finally {
    chrome.kill();
  }
  return found;
}

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

function answer(folder, request, response) {
  const path = join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile())
    return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
  response.end(readFileSync(path));
}

/** Standard output, without stopping this process: it serves the pages. */
function later(command, args, env, cwd) {
  return new Promise((resolve) => {
    execFile(command, args, { env, cwd, maxBuffer: 1 << 28, timeout: 1_800_000 }, (_, out) => resolve(out));
  });
}
