// ACT_RULES=FOLDER node bench/act.mjs [--proposed] [--peers FOLDER] [--every N]: the test cases of the W3C ACT rules
// through our judges of pages: true failures found, and false alarms. Asserts nothing.
// FOLDER holds testcases.json, testcases/ and test-assets/, as in the folder content-assets/wcag-act-rules of W3C's
// repository wcag-act-rules. The peers' folder holds node_modules with pa11y-ci and lighthouse.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../setup/prepare.mjs';

const { values } = parseArgs({
  options: {
    proposed: { type: 'boolean', default: false },
    peers: { type: 'string' },
    every: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});
const act = process.env.ACT_RULES;
if (!act || !existsSync(join(act, 'testcases.json'))) {
  console.error('Set ACT_RULES to a folder with testcases.json, testcases/ and test-assets/.');
  process.exit(2);
}
const load = (path) => import(join(root, 'dist', path));
const { checkPages } = await load('tools/pages/check-pages.js');
const { runAxeInBrowser } = await load('tools/axe-in-browser.js');
const { axePages } = await load('tools/axe-results.js');
const { findChromium } = await load('tools/chromium.js');
const axe = createRequire(join(root, 'package.json'))('axe-core');

/** Which ACT rules a rule of ours is about. */
const ours = {
  'page/fixed-spacing': ['24afc2', '9e45ec', '78fd32'],
  'page/contrast': ['afw4f7'],
  'page/focus-visible': ['oj04fd'],
  'page/keyboard-trap': ['80af7b', 'a1b64e', 'ebe86a'],
  'page/link-words': ['aizyf1', '5effbb'],
  'page/alt-words': ['qt1vmo'],
  'page/zoom': ['59br37'],
};
const axeRules = new Map();
for (const { ruleId, actIds = [] } of axe.getRules()) {
  for (const id of actIds) axeRules.set(id, [...(axeRules.get(id) ?? []), ruleId]);
}
// axe-core has this rule and does not say which ACT rule it is about.
axeRules.set('2t702h', ['summary-name']);
const ourRules = (id) => Object.keys(ours).filter((rule) => ours[rule].includes(id));

const folder = mkdtempSync(join(tmpdir(), 'bench-act-'));
const base = '/WAI/content-assets/wcag-act-rules/';
const cases = JSON.parse(readFileSync(join(act, 'testcases.json'), 'utf8'))
  .testcases.filter(({ approved }) => values.proposed || approved)
  .filter(({ relativePath }) => relativePath.endsWith('.html'))
  .filter(({ ruleId }) => values.only === '' || values.only.split(',').includes(ruleId))
  .filter((_, index) => index % Number(values.every) === 0)
  .map((one) => ({ ...one, file: join(folder, one.relativePath) }));
// Pages name their pictures by a path from the server's root: make these work from a folder.
cpSync(join(act, 'test-assets'), join(folder, 'test-assets'), { recursive: true });
for (const { file, relativePath } of cases) {
  const up = '../'.repeat(relativePath.split('/').length - 1);
  mkdirSync(dirname(file), { recursive: true });
  const text = readFileSync(join(act, relativePath), 'utf8');
  writeFileSync(file, text.replaceAll(base, up));
}
const files = [...new Set(cases.map(({ file }) => file))];

try {
  console.log(
    `${cases.length} test cases: ${cases.filter((one) => one.expected === 'failed').length} failed.\n`,
  );
  const results = [];
  const browser = await findChromium(root);
  const timed = async (name, run) => {
    const started = performance.now();
    const found = await run();
    results.push({ name, found, seconds: (performance.now() - started) / 1000 });
    return found;
  };
  await timed('axe-core, its usual rules', () => withAxe(browser, {}));
  const wide = await timed('axe-core, as check asks it', () => withAxe(browser));
  const own = await timed('own rules for pages', async () => {
    const found = new Map();
    const ask = async (part) => {
      const result = await checkPages(part, root);
      if (result.state === 'checked') {
        for (const [file, why] of result.missed) console.log(`not checked: ${file}: ${why.slice(0, 150)}`);
        for (const [file, all] of result.findings)
          found.set(
            file,
            all.map(({ rule }) => rule),
          );
      } else if (part.length === 1) console.log(`not checked: ${result.why.slice(0, 150)}`);
      else {
        const half = part.length >> 1;
        await ask(part.slice(0, half));
        await ask(part.slice(half));
      }
    };
    for (let start = 0; start < files.length; start += 40) await ask(files.slice(start, start + 40));
    return found;
  });
  const both = new Map(files.map((file) => [file, [...(wide.get(file) ?? []), ...(own.get(file) ?? [])]]));
  const seconds = results.at(-1).seconds + results.at(-2).seconds;
  results.push({ name: 'allformats check', found: both, seconds });
  if (values.peers !== undefined) for (const peer of await peers()) results.push(peer);
  console.log('judge                           found  of  false alarms  wall s');
  for (const { name, found, seconds, of = cases } of results) {
    const failed = of.filter((one) => one.expected === 'failed');
    const hit = (one) => (found.get(one.file) ?? []).some((rule) => rulesFor(one.ruleId).includes(rule));
    const alarms = of.filter((one) => one.expected !== 'failed' && hit(one));
    const count = failed.filter(hit).length;
    console.log(
      `${name.padEnd(30)} ${String(count).padStart(6)} ${String(failed.length).padStart(3)} ${String(alarms.length).padStart(13)} ${seconds.toFixed(0).padStart(7)}`,
    );
    if (values.verbose && name === 'allformats check') {
      for (const one of failed.filter((one) => !hit(one)))
        console.log(`  missed ${one.ruleId} ${one.ruleName}: ${one.relativePath}`);
      for (const one of alarms)
        console.log(`  false  ${one.ruleId} ${one.ruleName}: ${one.relativePath} ${found.get(one.file)}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function rulesFor(id) {
  return [...(axeRules.get(id) ?? []), ...ourRules(id)];
}

/** The rules that each page breaks; a page that leads away from itself is left out. */
async function withAxe(browser, options) {
  const found = new Map();
  const ask = async (part) => {
    try {
      const pages = axePages(await runAxeInBrowser(part, browser, options), part);
      for (const [index, page] of pages.entries())
        found.set(
          part[index],
          page.violations.map(({ id }) => id),
        );
    } catch (error) {
      if (part.length === 1) return console.log(`not checked: ${String(error.message).slice(0, 150)}`);
      const half = part.length >> 1;
      await ask(part.slice(0, half));
      await ask(part.slice(half));
    }
  };
  for (let start = 0; start < files.length; start += 40) await ask(files.slice(start, start + 40));
  return found;
}

/** pa11y-ci and Lighthouse on the same pages. Both report rules of axe-core, and pa11y its own names of them. */
async function peers() {
  const bin = join(values.peers, 'node_modules/.bin');
  const chrome = (await findChromium(root)).path;
  const env = { ...process.env, CHROME_PATH: chrome, PUPPETEER_EXECUTABLE_PATH: chrome };
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (!path.startsWith(folder) || !existsSync(path)) return response.writeHead(404).end();
    const types = {
      '.html': 'text/html',
      '.css': 'text/css',
      '.js': 'text/javascript',
      '.svg': 'image/svg+xml',
    };
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(readFileSync(path));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = server.address().port;
  const addressOf = (file) => `http://127.0.0.1:${port}${file.slice(folder.length)}`;
  const all = [];
  try {
    if (existsSync(join(bin, 'pa11y-ci'))) all.push(await pa11y(bin, env, addressOf));
    if (existsSync(join(bin, 'lighthouse'))) all.push(await lighthouse(bin, env, addressOf));
  } finally {
    server.close();
  }
  return all;
}

async function pa11y(bin, env, addressOf) {
  const config = join(folder, 'pa11y.json');
  const defaults = {
    runners: ['axe'],
    concurrency: 1,
    timeout: 60000,
    chromeLaunchConfig: { executablePath: env.CHROME_PATH, args: ['--no-sandbox'] },
  };
  writeFileSync(config, JSON.stringify({ defaults, urls: files.map(addressOf) }));
  const started = performance.now();
  const run = await later(join(bin, 'pa11y-ci'), ['--json', '--config', config], env);
  const { results } = JSON.parse(run);
  const found = new Map(
    files.map((file) => [file, (results[addressOf(file)] ?? []).map(({ code }) => code)]),
  );
  return { name: 'pa11y-ci (axe)', found, seconds: (performance.now() - started) / 1000 };
}

async function lighthouse(bin, env, addressOf) {
  const found = new Map();
  const started = performance.now();
  for (const file of files) {
    const flags = [
      '--only-categories=accessibility',
      '--output=json',
      '--quiet',
      '--chrome-flags=--headless --no-sandbox --disable-gpu',
    ];
    try {
      const { audits } = JSON.parse(await later(join(bin, 'lighthouse'), [addressOf(file), ...flags], env));
      const broken = Object.values(audits).filter(
        ({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary',
      );
      found.set(
        file,
        broken.map(({ id }) => id),
      );
    } catch {
      found.set(file, []);
    }
  }
  return { name: 'Lighthouse', found, seconds: (performance.now() - started) / 1000 };
}

/** Standard output, without stopping this process: it serves the pages. */
function later(command, args, env) {
  return new Promise((resolve) => {
    execFile(command, args, { env, maxBuffer: 1 << 28 }, (_, out) => resolve(out));
  });
}
