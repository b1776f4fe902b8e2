// npm test: installs what is missing (packages, browser, PDF validator), then runs the tests.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, say } from './prepare.mjs';

prepare();
const { prepareValidators } = await import('./validators.mjs');
await prepareValidators();

const report = join(root, '.cache/vitest.json');
rmSync(report, { force: true });
const { NODE_ENV: _, ...env } = process.env;
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env },
);
if (run.error) say(`The tests could not be started: ${run.error.message}`);
process.exit(run.status ?? 2);
