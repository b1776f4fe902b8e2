import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Entry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
const packages: Readonly<Record<string, Entry>> = JSON.parse(text).packages;

/** Whether a package at `path` finds `name`, in its own node_modules or in one further up. */
function finds(path: string, name: string): boolean {
  const parts = path.split('/node_modules/');
  for (let depth = parts.length; depth > 0; depth--) {
    if (`${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}` in packages) return true;
  }
  return `node_modules/${name}` in packages;
}

// npm leaves out what it could not download when the lock file was made, and "npm ci" then refuses the file.
test('the lock file names the packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !finds(path, name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no server', () => {
  const servers = Object.values(packages).filter((entry) => !entry.link && entry.resolved !== undefined);
  expect(servers).toEqual([]);
});
