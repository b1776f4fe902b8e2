// ACT_RULES=FOLDER node bench/act.mjs [--proposed] [--every N] [--peers FOLDER [--only-peers axe-cli,pa11y-ci,lighthouse]]
// The test cases of the W3C ACT rules through our judges of pages: true failures found, and false alarms. Asserts nothing.
// FOLDER holds testcases.json, testcases/ and test-assets/, as in the folder content-assets/wcag-act-rules of W3C's
// repository wcag-act-rules. The peers' folder holds node_modules with pa11y-ci and lighthouse.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../setup/prepare.mjs';
import { peersOn } from './act-peers.mjs';

const { values } = parseArgs({
  options: {
    proposed: { type: 'boolean', default: false },
    peers: { type: 'string' },
    'only-peers': { type: 'string' },
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
const header = 'judge                           found  of  false alarms  wall s';
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
  const browser = await findChromium(root);
  console.log(header);
  const only = values['only-peers'];
  if (only === undefined) for await (const one of ownJudges(browser)) tell(one);
  if (values.peers !== undefined) {
    const modules = resolve(values.peers, 'node_modules');
    for await (const one of peersOn(files, { folder, modules, browser, root, only })) tell(one);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** axe-core as it comes, as check asks it, our own rules, and both together. */
async function* ownJudges(browser) {
  const timed = async (name, run) => {
    const started = performance.now();
    const found = await run();
    return { name, found, seconds: (performance.now() - started) / 1000 };
  };
  yield timed('axe-core, its usual rules', () => withAxe(browser, {}));
  const wide = await timed('axe-core, as check asks it', () => withAxe(browser));
  yield wide;
  const own = await timed('own rules for pages', withOwnRules);
  yield own;
  const rules = (file) => [...(wide.found.get(file) ?? []), ...(own.found.get(file) ?? [])];
  const found = new Map(files.map((file) => [file, rules(file)]));
  yield { name: 'allformats check', found, seconds: wide.seconds + own.seconds };
}

async function withOwnRules() {
  const result = await checkPages(files, root);
  if (result.state !== 'checked') throw new Error(result.why);
  for (const [file, why] of result.missed) console.log(`not checked: ${file}: ${why.slice(0, 150)}`);
  return new Map([...result.findings].map(([file, all]) => [file, all.map(({ rule }) => rule)]));
}

function tell({ name, found, seconds }) {
  const failed = cases.filter((one) => one.expected === 'failed');
  const hit = (one) => (found.get(one.file) ?? []).some((rule) => rulesFor(one.ruleId).includes(rule));
  const alarms = cases.filter((one) => one.expected !== 'failed' && hit(one));
  const figures = [
    String(failed.filter(hit).length).padStart(6),
    String(failed.length).padStart(3),
    String(alarms.length).padStart(13),
    seconds.toFixed(0).padStart(7),
  ];
  console.log(`${name.padEnd(30)} ${figures.join(' ')}`);
  if (!values.verbose || name === 'axe-core, its usual rules' || name === 'axe-core, as check asks it')
    return;
  for (const one of failed.filter((one) => !hit(one)))
    console.log(`  missed ${one.ruleId} ${one.ruleName}: ${one.relativePath}`);
  for (const one of alarms)
    console.log(`  false  ${one.ruleId} ${one.ruleName}: ${one.relativePath} ${found.get(one.file)}`);
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
