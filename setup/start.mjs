// npm start: from a fresh copy of the project to every report in every format. Needs Node alone.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root, say } from './prepare.mjs';

prepare();
// Braille is made without it too, by the liblouis of the packages.
try {
  const { prepareBraille } = await import('./braille.mjs');
  await prepareBraille();
} catch (error) {
  say(`liblouis could not be set up: ${error?.message ?? error}`);
}
// Recordings are made without it too, by the American voice of the packages.
try {
  const { prepareSpeech } = await import('./speech.mjs');
  prepareSpeech();
} catch (error) {
  say(`eSpeak NG could not be set up: ${error?.message ?? error}`);
}
const run = spawnSync(
  process.execPath,
  [join(root, 'dist/cli/main.js'), 'convert', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
const code = run.status ?? 2;
if (code === 1)
  say(`\nSome findings need attention: see above. What could be made is in ${join(root, 'outputs')}`);
process.exit(code);
