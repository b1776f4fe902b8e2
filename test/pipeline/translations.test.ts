import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convert } from '../../src/pipeline/convert.ts';
import { findReports } from '../../src/pipeline/find-reports.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { exportTranslation, importTranslation } from '../../src/pipeline/translation-files.ts';
import { put, tempProject } from '../support/temp-project.ts';

const example = (name: string) => readFileSync(join(import.meta.dirname, '../translation/examples', name));
const project = (file: string, text: string | Uint8Array = example('report.md')) =>
  tempProject({ 'sources/report.md': text, 'sources/report.cy.xlf': example(file) });
const run = (root: string, profiles = ['html', 'plain-text']) =>
  convert({ project: openProject(root), profiles, threads: 0 });

test('a translation beside a report is a report of its own, proved against the translated text', async () => {
  const root = project('passes.xlf');
  const { jobs, sources } = await run(root);
  expect(
    jobs.map(({ report, source, profile, state, proof }) => [
      report,
      source,
      profile,
      state,
      proof!.found === proof!.words,
    ]),
  ).toEqual([
    ['report', 'sources/report.md', 'html', 'made', true],
    ['report', 'sources/report.md', 'plain-text', 'made', true],
    ['report.cy', 'sources/report.cy.xlf', 'html', 'made', true],
    ['report.cy', 'sources/report.cy.xlf', 'plain-text', 'made', true],
  ]);
  expect(jobs.flatMap(({ findings }) => findings)).toEqual([]);
  expect(sources.find(({ source }) => source.endsWith('.xlf'))!.findings).toEqual([]);
  const page = readFileSync(join(root, 'outputs/report.cy/report.cy.html.html'), 'utf8');
  expect(page).toContain('<html lang="cy"');
  expect(page).toContain('2,500 o finiau');
  expect(page).toContain('Gofyn am y ddogfen hon mewn fformat arall');
  const index = readFileSync(join(root, 'outputs/index.html'), 'utf8');
  expect(index).toContain('In Welsh (<span lang="cy">Cymraeg</span>).');
  expect(index.indexOf('report.cy.html.html')).toBeGreaterThan(index.indexOf('report.html.html'));
  // Nothing has changed; then only the translation has.
  expect((await run(root)).jobs.every(({ state }) => state === 'unchanged')).toBe(true);
  writeFileSync(join(root, 'sources/report.cy.xlf'), example('missing.xlf'));
  const again = await run(root);
  expect(again.jobs.map(({ state }) => state)).toEqual(['unchanged', 'unchanged', 'made', 'made']);
  expect(again.jobs.every(({ proof }) => proof!.found === proof!.words)).toBe(true);
  const partly = readFileSync(join(root, 'outputs/report.cy/report.cy.html.html'), 'utf8');
  expect(partly).toContain("Nid yw rhai rhannau o'r adroddiad hwn wedi'u cyfieithu eto.");
  expect(partly).toMatch(/lang="en-GB"[^>]*>Ask Anytown Council/);
  const [finding] = again.sources.find(({ source }) => source.endsWith('.xlf'))!.findings;
  expect(finding).toMatchObject({ rule: 'translation/missing', at: { file: 'sources/report.cy.xlf' } });
});

test('where the report says so, an unfinished translation makes no output, and the report is made', async () => {
  const text = example('report.md')
    .toString()
    .replace('translations:\n', 'translations:\n  missing: block\n');
  const { jobs } = await run(project('missing.xlf', text), ['plain-text']);
  expect(jobs.map(({ state, failure }) => [state, failure?.code])).toEqual([
    ['made', undefined],
    ['failed', 'translation-incomplete'],
  ]);
  expect(jobs[1]!.failure!.message).toMatch(
    /^sources\/report\.cy\.xlf: 1 of 6 texts .* line \d+: "Ask Anytown Council/,
  );
});

test.each([
  ['no XML', 'Dear colleagues <segment> <target'],
  ['XLIFF 1.2', '<xliff version="1.2"><file><trans-unit><target>x</target></trans-unit></file></xliff>'],
  ['a DTD', '<!DOCTYPE xliff [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>'],
  ['nothing', ''],
])('%s in place of a translation costs no other output', async (_, text) => {
  const root = project('passes.xlf');
  put(root, 'sources/report.cy.xlf', text);
  const { jobs } = await run(root, ['plain-text']);
  expect(jobs.map(({ state, failure }) => [state, failure?.code])).toEqual([
    ['made', undefined],
    ['failed', 'translation-invalid'],
  ]);
  expect(jobs[1]!.failure!.message).toContain('sources/report.cy.xlf');
});

test('a file of 100 MB is not read', async () => {
  const root = project('passes.xlf');
  put(root, 'sources/report.cy.xlf', new Uint8Array(100_000_000));
  const { jobs } = await run(root, ['plain-text']);
  expect(jobs[1]!.failure).toMatchObject({ code: 'file-too-large' });
});

test('texts go out, come back, and only what changed goes out again', async () => {
  const root = tempProject({ 'sources/report.md': example('report.md') });
  const opened = openProject(root);
  const report = () => findReports(opened, [join(root, 'sources/report.md')])[0]!;
  expect(exportTranslation(opened, report(), 'cy', 'xliff', false)).toMatchObject({
    units: 6,
    translated: 0,
  });
  // What nobody has begun to translate makes no report.
  expect(findReports(opened, [])).toHaveLength(1);
  put(root, 'returned.xlf', example('passes.xlf'));
  expect(importTranslation(opened, report(), join(root, 'returned.xlf'))).toMatchObject({
    units: 6,
    translated: 6,
  });
  expect(readFileSync(join(root, 'sources/report.cy.xlf'), 'utf8')).toBe(example('passes.xlf').toString());
  expect(findReports(opened, []).map(({ id }) => id)).toEqual(['report', 'report.cy']);
  expect(exportTranslation(opened, report(), 'cy', 'xliff', true)).toMatchObject({ units: 0, left: 6 });
  expect(existsSync(join(root, 'sources/report.cy.changed.xlf'))).toBe(false);
  put(root, 'sources/report.md', example('report.md').toString().replace('bigger bin', 'second bin'));
  const changed = exportTranslation(opened, report(), 'cy', 'xliff', true);
  expect(changed).toMatchObject({ file: 'sources/report.cy.changed.xlf', units: 1, left: 5 });
  const text = readFileSync(join(root, changed.file), 'utf8');
  expect(text).toContain('second bin');
  expect(text).toContain('<note category="target-before">Gofynnwch i Anytown Council');
  const done = text.replace(
    '</source>\n',
    '</source>\n        <target>Gofynnwch i Anytown Council am ail fin.</target>\n',
  );
  put(root, 'returned.xlf', done);
  expect(importTranslation(opened, report(), join(root, 'returned.xlf'))).toMatchObject({
    units: 6,
    translated: 6,
  });
  put(root, 'other.xlf', done.replace('second bin', 'third bin'));
  expect(() => importTranslation(opened, report(), join(root, 'other.xlf'))).toThrow(
    /belongs to another report/,
  );
});
