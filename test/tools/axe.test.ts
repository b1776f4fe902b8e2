import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWithAxe } from '../../src/tools/axe.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = join(import.meta.dirname, '../..');
const good = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Good</title></head>
<body><main><h1>Good</h1><p>Some words.</p></main></body></html>`;
const bad = `<!doctype html><html><head><meta charset="utf-8"><title>Bad</title></head>
<body><main><h1>Bad</h1><img src="data:,"><p style="color:#ccc;background:#fff">Pale words.</p></main></body></html>`;

function pages() {
  const folder = mkdtempSync(join(tmpdir(), 'axe pages, ä '));
  const paths = { good: join(folder, 'good one.html'), bad: join(folder, 'bad ü, one.html') };
  writeFileSync(paths.good, good);
  writeFileSync(paths.bad, bad);
  return { folder, ...paths };
}

test('finds the faults of each file and none in a good one', async (context) => {
  const { good, bad } = pages();
  const { findings } = mustBeChecked(context, await checkWithAxe([good, bad], root));
  expect(findings.get(good)).toEqual([]);
  const rules = findings.get(bad)!.map(({ rule, severity }) => `${rule} ${severity}`);
  expect(rules.sort()).toEqual([
    'axe/color-contrast error',
    'axe/html-has-lang error',
    'axe/image-alt error',
  ]);
});

test('finds the same without a chromedriver', async (context) => {
  const { bad, folder } = pages();
  const none = join(folder, 'none');
  const withDriver = mustBeChecked(context, await checkWithAxe([bad], root));
  const { findChromium } = await import('../../src/tools/chromium.ts');
  const { runAxeInBrowser } = await import('../../src/tools/axe-in-browser.ts');
  const { axeFindings, axePages } = await import('../../src/tools/axe-results.ts');
  const browser = await findChromium(root, { ...process.env, CHROMEDRIVER_PATH: none });
  const [page] = axePages(await runAxeInBrowser([bad], browser), [bad]);
  expect(axeFindings(page!)).toEqual(withDriver.findings.get(bad));
});

test('a missing file is never a pass', async () => {
  const { good, folder } = pages();
  const result = await checkWithAxe([good, join(folder, 'missing.html')], root);
  expect(result).toMatchObject({
    state: 'not-checked',
    why: expect.stringMatching(/missing\.html|Chromium/),
  });
});

test('no browser is never a pass', async () => {
  const { good, folder } = pages();
  const nowhere = await checkWithAxe([good], folder, { PATH: folder });
  expect(nowhere).toMatchObject({ state: 'not-checked', why: expect.stringContaining('No Chromium') });
  const wrong = await checkWithAxe([good], folder, { ...process.env, CHROME_PATH: join(folder, 'chrome') });
  expect(wrong).toMatchObject({ state: 'not-checked', why: expect.stringContaining('CHROME_PATH') });
});

test.skipIf(process.platform === 'win32')('a browser that fails to start is never a pass', async () => {
  const { good, folder } = pages();
  const browser = join(folder, 'chrome');
  writeFileSync(browser, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const result = await checkWithAxe([good], folder, { PATH: folder, CHROME_PATH: browser });
  expect(result.state).toBe('not-checked');
});
