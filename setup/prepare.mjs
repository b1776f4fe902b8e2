// What both "npm start" and "npm test" need first: the right Node, the packages, and the built program.
// Plain Node without packages, because it runs before they are there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist/cli/main.js');
const buildMark = join(root, '.cache/build.sha256');

/** A line about the set-up, apart from what the program itself prints. */
export function say(words) {
  process.stderr.write(`${words}\n`);
}

/** Ends the set-up with a message for a person. */
export function giveUp(message) {
  say(`\n${message}`);
  process.exit(2);
}

/** Checks Node, installs the packages when they are not those of package-lock.json, and builds when the sources changed. */
export function prepare() {
  checkNode();
  installPackages();
  build();
}

/** Runs a command quietly; returns { ok, output, seconds }. */
export function quietly(command, args, options = {}) {
  const start = Date.now();
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  });
  const output = [run.stdout, run.stderr, run.error?.message].filter(Boolean).join('\n').trim();
  return { ok: run.status === 0, output, seconds: Math.round((Date.now() - start) / 1000) };
}

/** Runs npm, with the npm that started us when there is one. */
export function npm(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return quietly(process.execPath, [own, ...args]);
  return quietly('npm', args, { shell: process.platform === 'win32' });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 11)) return;
  giveUp(
    `allformats needs Node 20.11 or newer. This is Node ${process.versions.node}.\n` +
      'Install a newer Node (https://nodejs.org), then run the same command again.',
  );
}

function installPackages() {
  if (packagesAreThere()) return;
  say('Installing the packages. This takes about a minute the first time ...');
  // A production setting of the machine would leave out the compiler.
  const run = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn']);
  if (!run.ok)
    giveUp(
      `${beginning(run.output)}\n\nThe packages could not be installed. The lines above are what npm said.`,
    );
  say(`Installed the packages (${run.seconds} s).`);
}

/** npm explains its own options below what went wrong. */
function beginning(output) {
  const lines = output.split('\n');
  return lines.length > 40 ? [...lines.slice(0, 40), '...'].join('\n') : output;
}

/** Whether each package of package-lock.json that is not left out for this platform is installed in its version. */
function packagesAreThere() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined)
    giveUp('package-lock.json is missing. Get the whole project again, for example with "git clone".');
  if (found === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    if (entry.optional && found[path] === undefined) return true;
    return found[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function build() {
  const state = stateOfSources();
  if (existsSync(program) && existsSync(buildMark) && readFileSync(buildMark, 'utf8') === state) return;
  say('Building ...');
  const cache = dirname(buildMark);
  mkdirSync(cache, { recursive: true });
  const fresh = join(cache, `dist-${process.pid}`);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const run = quietly(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', fresh]);
  if (!run.ok) {
    rmSync(fresh, { recursive: true, force: true });
    giveUp(`${beginning(run.output)}\n\nThe build failed. The lines above are what the compiler said.`);
  }
  const bundled = quietly(process.execPath, [join(root, 'setup/bundle.mjs'), fresh]);
  if (!bundled.ok)
    say(
      `${beginning(bundled.output)}\n\nThe program works, but starts slower: its modules could not be put together.`,
    );
  // npx runs this file itself, so it must be a program.
  chmodSync(join(fresh, 'cli/main.js'), 0o755);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist'));
  writeFileSync(buildMark, state);
  say(`Built (${run.seconds + bundled.seconds} s).`);
}

/** A hash of everything that the build depends on. */
export function stateOfSources() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join('src', name));
  const files = sources.filter((file) => statSync(join(root, file)).isFile()).sort();
  const further = ['setup/bundle.mjs', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
  for (const file of [...files, ...further]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
