// The program that translates braille: liblouis 3.30 from Maven Central where Maven is there, else Debian's. Without either the
// one of the npm packages is used, which is less correct: nothing fails.
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
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { debian, installLimit, mayInstall, report } from './debian.mjs';
import { quietly, root, say } from './prepare.mjs';

const tool = (name) => import(pathToFileURL(join(root, 'dist/tools', name)).href);
const { findProgram } = await tool('find-program.js');
const { louisFolder, louisVersion } = await tool('liblouis/find-engine.js');

const mavenPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';
const folder = join(root, louisFolder, louisVersion);
const tried = join(root, louisFolder, 'tried');
/** Milliseconds until a set-up that did not work is tried again. */
const again = 24 * 60 * 60 * 1000;

/** Installs an engine where none is there. Returns where it is, or undefined. `findMaven` may install Maven. */
export async function prepareBraille(findMaven = () => findProgram(['mvn'])) {
  if (existsSync(join(folder, 'complete'))) return folder;
  if (mayInstall && !wasTried()) {
    const fits = process.platform === 'linux' && process.arch === 'x64';
    const maven = fits ? findMaven() : undefined;
    if (maven !== undefined && (await fromMaven(maven))) return folder;
    if (findProgram(['lou_translate']) === undefined) debian('liblouis-bin');
    if (findProgram(['lou_translate']) === undefined) {
      mkdirSync(dirname(tried), { recursive: true });
      writeFileSync(tried, '');
    }
  }
  return findProgram(['lou_translate']);
}

function wasTried() {
  return existsSync(tried) && Date.now() - statSync(tried).mtimeMs < again;
}

async function fromMaven(maven) {
  say('  getting liblouis with Maven (4 MB) ...');
  const fresh = `${folder}-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  const places = [
    ['amd64-Linux-gpp-executable', (name) => name.endsWith('/lou_translate'), 'bin'],
    ['amd64-Linux-gpp-shared', (name) => /\.so(\.\d+)*$/.test(name), 'lib'],
    ['noarch', (name) => name.includes('/tables/') && !name.endsWith('/'), 'tables'],
  ];
  for (const [classifier, wanted, place] of places) {
    const files = await unpackFromMaven(
      maven,
      `org.liblouis:louis:${louisVersion}:nar:${classifier}`,
      wanted,
    );
    if (files.length === 0) return false;
    mkdirSync(join(fresh, place), { recursive: true });
    for (const { name, bytes } of files) writeFileSync(join(fresh, place, basename(name)), bytes);
  }
  chmodSync(join(fresh, 'bin/lou_translate'), 0o755);
  const run = quietly(join(fresh, 'bin/lou_translate'), ['--version'], {
    timeout: 20_000,
    env: { ...process.env, LD_LIBRARY_PATH: join(fresh, 'lib') },
  });
  if (report(run)) {
    writeFileSync(join(fresh, 'complete'), '');
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  }
  rmSync(fresh, { recursive: true, force: true });
  return existsSync(join(folder, 'complete'));
}

/** Files of an archive on Maven Central; none where it cannot be had. */
export async function unpackFromMaven(maven, artifact, wanted) {
  const place = join(root, '.cache', `maven-${process.pid}`);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  try {
    const args = ['-q', '-B', mavenPlugin, `-Dartifact=${artifact}`, `-DoutputDirectory=${place}`];
    if (!report(quietly(maven, args, { timeout: installLimit }))) return [];
    const [archive] = readdirSync(place);
    if (archive === undefined) return [];
    const files = unzipSync(readFileSync(join(place, archive)), { filter: ({ name }) => wanted(name) });
    return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
