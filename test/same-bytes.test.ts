import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { manifestSchema } from '../src/pipeline/manifest.ts';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.js');
const report = join(root, 'sources/liverpool-ccg-equality-and-diversity.md');
const others = [22, 24].map((major) => join(root, `.cache/nodes/node_modules/node-${major}/bin/node`));
const missing = others.filter((path) => !existsSync(path));

/** Every output of one report as one Node writes it, in its own time zone and language: file name and hash. */
function hashesBy(node: string, zone: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync(node, [program, 'convert', report, '--out', folder, '--fail-on', 'never'], {
    cwd: root,
    stdio: 'ignore',
    env: { TZ: zone, LANG: zone === 'UTC' ? 'C' : 'de_DE.UTF-8' },
  });
  const { outputs } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  return outputs.map((output) => `${basename(output.path)} ${output.sha256}`);
}

it.skipIf(missing.length > 0 && !process.env.CI)(
  `writes the same bytes on Node 20, 22 and 24${missing.length > 0 ? ' (skipped: npm test installs them on Linux)' : ''}`,
  { timeout: 300_000 },
  () => {
    expect(missing, 'these versions of Node are not installed').toEqual([]);
    const own = hashesBy(process.execPath, 'UTC');
    expect(own.length).toBe(22);
    for (const other of others) expect(hashesBy(other, 'Asia/Tokyo'), other).toEqual(own);
  },
);
