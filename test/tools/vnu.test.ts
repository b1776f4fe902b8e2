import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPage } from '../../src/report/check-page.ts';
import { checkWithVnu, vnuFindings } from '../../src/tools/vnu.ts';
import { sampleReport } from '../support/check-reports.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title></head><body>${body}</body></html>`;

let folder = '';
const file = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'allformats vnu é '));
  writeFileSync(file('good.html'), page('<h1>A</h1>'));
  writeFileSync(file('bad one.html'), page('<h1>A</h1><a href="a b[]c">x</a><ul><p>no item</p></ul>'));
  writeFileSync(file('report.html'), checkPage(sampleReport));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('finds what is wrong in each page of one run, and nothing in the good one', async (context) => {
  const files = ['good.html', 'bad one.html', 'report.html'].map(file);
  const { findings } = mustBeChecked(context, await checkWithVnu(files, root));
  expect([...findings.keys()]).toEqual(files);
  expect(findings.get(files[0]!)).toEqual([]);
  expect(findings.get(files[1]!)!.map(({ rule }) => rule)).toContain('vnu/html');
  expect(findings.get(files[1]!)!.some(({ message }) => message.includes('not allowed'))).toBe(true);
  expect(findings.get(files[2]!)).toEqual([]);
});

describe('is never a pass', () => {
  test.each([
    ['without Java', ['good.html'], { PATH: '' }, 'Java was not found'],
    ['without the jar', ['good.html'], { ...process.env, VNU_JAR: '/nowhere/vnu.jar' }, 'was not found'],
  ])('%s', async (_, names, env, why) => {
    const result = await checkWithVnu(names.map(file), root, env);
    expect(result).toMatchObject({ state: 'not-checked' });
    expect('why' in result && result.why).toMatch(new RegExp(`${why}|Java was not found`));
  });

  test('for a file that is not there', async (context) => {
    mustBeChecked(context, await checkWithVnu([file('good.html')], root));
    expect(await checkWithVnu([file('missing.html')], root)).toMatchObject({ state: 'not-checked' });
  });

  test.each([
    ['words instead of a report', 'Exception in thread "main"'],
    ['a report about another file', '{"messages":[{"type":"error","url":"file:/other.html","message":"x"}]}'],
    ['a report that it could not work', '{"messages":[{"type":"non-document-error","message":"no memory"}]}'],
  ])('for %s', (_, stdout) => {
    expect(() => vnuFindings({ code: 1, stdout, stderr: '' }, ['/a.html'])).toThrow('Nu HTML Checker');
  });
});
