// Debian packages, where they can be installed without asking for a password.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietly, root, say } from './prepare.mjs';

const { findProgram } = await import(pathToFileURL(join(root, 'dist/tools/find-program.js')).href);

/** Milliseconds for one installation on a slow line. */
export const installLimit = 15 * 60 * 1000;
export const mayInstall = process.env.ALLFORMATS_INSTALL !== 'no';

let listsAreFresh = false;

/** Installs Debian packages when that needs no password. Whether it worked. */
export function debian(...packages) {
  const aptGet = mayInstall ? findProgram(['apt-get']) : undefined;
  if (aptGet === undefined) return false;
  const sudo = process.getuid?.() === 0 ? [] : freeSudo();
  if (sudo === undefined) return false;
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', aptGet, '-q', ...args];
    return report(quietly(command, rest, { timeout: installLimit }));
  };
  say(`  installing ${packages.join(' ')} with apt-get ...`);
  if (!listsAreFresh) listsAreFresh = apt('update');
  return apt('-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...packages);
}

function freeSudo() {
  const sudo = findProgram(['sudo']);
  return sudo !== undefined && quietly(sudo, ['-n', 'true']).ok ? [sudo, '-n'] : undefined;
}

/** Shows what a failed command said: its errors where it marks them, else its last lines. Whether it worked. */
export function report(run) {
  if (run.ok) return true;
  const lines = run.output.split('\n');
  const errors = lines.filter((line) => /error|^E:/i.test(line)).slice(0, 4);
  const telling = errors.length > 0 ? errors : lines.slice(-8);
  say(`  that did not work:\n${telling.map((line) => `    ${line.slice(0, 400)}`).join('\n')}`);
  return false;
}
