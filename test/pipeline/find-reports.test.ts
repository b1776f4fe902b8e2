import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findReports } from '../../src/pipeline/find-reports.ts';
import type { Project } from '../../src/pipeline/project.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reports-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), 'words');
  }
}

function find(...paths: string[]): string[] {
  const project: Project = { root, outputs: join(root, 'outputs'), profiles: [] };
  return findReports(
    project,
    paths.map((path) => join(root, path)),
  ).map(({ id, easyRead }) => `${id}${easyRead ? ` + ${basename(easyRead)}` : ''}`);
}

test('all reports of the folder, with the Easy Read beside them, and nothing else', () => {
  put(
    'sources/b.md',
    'sources/a.md',
    'sources/a.easy.md',
    'sources/README.md',
    'sources/.x.md',
    'sources/c.txt',
    'sources/d/e.md',
  );
  expect(find()).toEqual(['a + a.easy.md', 'b', 'd-e']);
});

test('names with spaces and umlauts', () => {
  put('sources/Bericht über Öl & Gas (1).md', 'sources/ .md', 'sources/v1.2 plan.md');
  expect(find().sort()).toEqual(['Bericht-über-Öl-Gas-1', 'report', 'v1.2-plan']);
});

test('two reports never share an id, and keep it when asked for alone', () => {
  put('sources/a b.md', 'sources/a-b.md', 'sources/A-B.md', 'sources/a/b.md', 'other/a-b.md');
  const all = find('sources', 'other/a-b.md');
  expect(new Set(all.map((id) => id.toLowerCase())).size).toBe(5);
  const alone = ['sources/A-B.md', 'sources/a b.md', 'sources/a-b.md', 'sources/a/b.md'].flatMap((path) =>
    find(path),
  );
  expect(new Set(alone)).toEqual(new Set(find()));
});

test('an Easy Read file stands for its report', () => {
  put('sources/a.md', 'sources/a.easy.md', 'sources/lone.easy.md');
  expect(find('sources/a.easy.md', 'sources/a.md')).toEqual(['a + a.easy.md']);
  expect(() => find('sources/lone.easy.md')).toThrow('There is no sources/lone.md.');
});

test('a report without an ending, and one outside sources', () => {
  put('x.y/report', 'x.y/report.easy.md');
  expect(find('x.y/report')).toEqual(['report + report.easy.md']);
});

test('what is missing is told', () => {
  expect(() => find()).toThrow('There is no sources.');
  expect(() => find('gone.md')).toThrow('There is no gone.md.');
});
