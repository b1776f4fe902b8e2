import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { checkWithVeraPdf } from '../../src/tools/verapdf.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = join(import.meta.dirname, '../..');
const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

async function pdf(path: string, tagged: boolean): Promise<string> {
  const settings = {
    pdfVersion: '1.7',
    // The types of pdfkit do not know this subset.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged,
    lang: 'en',
    displayTitle: true,
    font,
  } as const;
  const document = new PDFDocument({ ...settings, info: { Title: 'Sample' } });
  const file = createWriteStream(path);
  document.pipe(file);
  if (tagged) {
    const heading = document.struct('H1', {}, () => document.text('Hello'));
    document.addStructure(document.struct('Document', {}, [heading]));
  } else {
    document.text('Hello');
  }
  document.end();
  await finished(file);
  return path;
}

test('passes a tagged file, names the rules that others break, and says when one is no PDF', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'vera ä '));
  const good = await pdf(join(folder, 'góod one.pdf'), true);
  const bad = await pdf(join(folder, 'bad.pdf'), false);
  const broken = join(folder, 'broken.pdf');
  writeFileSync(broken, 'no PDF at all');

  // Java in the C locale cannot open names outside ASCII.
  const env = process.env.LC_ALL;
  process.env.LC_ALL = 'C';
  const result = await checkWithVeraPdf([good, bad, broken], root);
  if (env === undefined) delete process.env.LC_ALL;
  else process.env.LC_ALL = env;

  const { findings } = mustBeChecked(context, result);
  expect(findings.get(good)).toEqual([]);
  expect(findings.get(bad)!.map((finding) => finding.rule)).toContain('verapdf/7.1-3');
  expect(findings.get(bad)!.flatMap((finding) => finding.clauses)).toContain('PDF/UA-1 7.1');
  expect(findings.get(bad)!.every((finding) => finding.severity === 'error')).toBe(true);
  expect(findings.get(broken)).toMatchObject([{ rule: 'verapdf/unreadable', severity: 'error' }]);
});

test('another standard gives another verdict', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'vera '));
  const good = await pdf(join(folder, 'good.pdf'), true);
  const { findings } = mustBeChecked(context, await checkWithVeraPdf([good], root, '2a'));
  expect(findings.get(good)!.length).toBeGreaterThan(0);
});

test('a file is asked for each standard that it declares, and PDF/UA must be one', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'vera '));
  const good = await pdf(join(folder, 'good.pdf'), true);
  const silent = join(folder, 'silent.pdf');
  const document = new PDFDocument({ font });
  const file = createWriteStream(silent);
  document.pipe(file);
  document.text('Hello');
  document.end();
  await finished(file);
  const { findings } = mustBeChecked(context, await checkWithVeraPdf([good, silent], root, '0'));
  expect(findings.get(good)).toEqual([]);
  expect(findings.get(silent)?.map((finding) => finding.rule)).toContain('verapdf/not-declared');
});

test('what is missing is never a pass', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vera '));
  const file = join(folder, 'missing.pdf');
  const noJava = await checkWithVeraPdf([file], root, 'ua1', { PATH: folder });
  expect(noJava).toMatchObject({ state: 'not-checked', why: expect.stringContaining('Java') });
  const noJar = await checkWithVeraPdf([file], folder, 'ua1');
  expect(noJar).toMatchObject({ state: 'not-checked', why: expect.stringMatching(/veraPDF|Java/) });
  const noFile = await checkWithVeraPdf([file], root, 'ua1');
  expect(noFile).toMatchObject({
    state: 'not-checked',
    why: expect.stringMatching(/missing\.pdf|veraPDF|Java/),
  });
});
