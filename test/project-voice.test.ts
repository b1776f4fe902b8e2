import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
/** Folders that are made, not written. */
const made = new Set(['node_modules', 'dist', '.cache', 'coverage', '.git', 'outputs']);

/** What would tie the project to one machine or one way of working. Written in parts, so that this file does not match. */
const giveAways: readonly RegExp[] = [
  new RegExp(['(?<![\\w.-])/', 'work', '/'].join('')),
  new RegExp(['/ro', 'ot/|/tmp/', 'brief'].join('')),
  new RegExp(['\\bhelper', '-\\d'].join('')),
  new RegExp(['poly', 'glot'].join(''), 'i'),
  new RegExp(['registry\\.', 'npmjs'].join('')),
  new RegExp(['repo1?\\.', 'maven'].join('')),
  new RegExp(['"resolved": ', '"https?:'].join('')),
  new RegExp(['\\b(?:co-)?', 'authored', '-by:'].join(''), 'i'),
];

/** What git knows or would add; where there is no git, everything that is not made. */
function trackedFiles(): readonly string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const git = spawnSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (!existsSync(join(root, '.git')) || git.status !== 0) return walk(root);
  return git.stdout.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return folder === root && made.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [relative(root, path)] : [];
  });
}

/** Undefined for pictures and other files that are no text. */
function textOf(file: string): string | undefined {
  const bytes = readFileSync(join(root, file));
  return bytes.subarray(0, 8000).includes(0) ? undefined : bytes.toString('utf8');
}

test('no file speaks of the machine or the workplace that it was made on', () => {
  const files = trackedFiles();
  expect(files).toContain('package.json');
  const found = files.flatMap((file) => {
    const text = textOf(file);
    if (text === undefined) return [];
    return giveAways.flatMap((pattern) => {
      const match = text.match(pattern);
      return match === null ? [] : [`${file}: ${match[0]}`];
    });
  });
  expect(found).toEqual([]);
});
