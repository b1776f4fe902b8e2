// node bench/check.mjs [--reports 100] [--sample 5]: how long `allformats check` takes for many reports, each as a web page, a
// PDF and an e-book: wall seconds of each judge, beside axe CLI and veraPDF started once for each file. Asserts nothing.
// The reports are copies of those in sources/ under other names. The peers are run on a sample and multiplied.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../setup/prepare.mjs';

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '100' }, sample: { type: 'string', default: '5' } },
});
const [reports, sample] = [Number(values.reports), Number(values.sample)];
const { findChromium } = await import(join(root, 'dist/tools/chromium.js'));
const { veraPdfJar } = await import(join(root, 'dist/tools/verapdf.js'));
const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
try {
  const names = makeProject();
  const formats = ['html', 'large-print-20', 'epub'].flatMap((name) => ['--profile', name]);
  const asked = ['check', ...formats, '--timings', '--fail-on', 'never'];
  const started = performance.now();
  const { status, stdout, stderr } = run(
    process.execPath,
    [join(root, 'dist/cli/main.js'), ...asked],
    folder,
  );
  const took = seconds(started);
  if (status !== 0) throw new Error(`check ended with code ${status}: ${stderr.slice(-2000)}`);
  console.log(
    `${names.length} reports, copies of ${originals().length}; ${cpus().length} processors; wall seconds, two judges at a time.\n`,
  );
  console.log(stdout.slice(stdout.indexOf('\nTime:') + 1).trimEnd());
  for (const line of stdout.split('\n')) if (/not checked/i.test(line)) console.log(line);
  console.log(`allformats check, convert and proof included: ${took.toFixed(0)} s\n`);
  const browser = await findChromium(root);
  const files = (ending) =>
    names.slice(0, sample).flatMap((name) => {
      const of = join(folder, 'outputs', name);
      return readdirSync(of)
        .filter((file) => file.endsWith(ending))
        .map((file) => join(of, file));
    });
  peer('axe CLI, once per file', files('.html.html'), (file) => [
    process.execPath,
    [
      join(root, 'node_modules/@axe-core/cli/dist/src/bin/cli.js'),
      `file://${file}`,
      '--chrome-options',
      'no-sandbox,disable-gpu',
    ],
    { CHROME_TEST_PATH: browser.path, CHROMEDRIVER_TEST_PATH: browser.driver ?? '' },
  ]);
  peer('veraPDF, once per file', files('.pdf'), (file) => [
    'java',
    ['-jar', join(root, veraPdfJar), '-f', 'ua1', '--format', 'json', file],
    {},
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function originals() {
  return readdirSync(join(root, 'sources')).filter(
    (name) => name.endsWith('.md') && !name.endsWith('.easy.md'),
  );
}

function makeProject() {
  const to = join(folder, 'sources');
  mkdirSync(to, { recursive: true });
  cpSync(join(root, 'sources/images'), join(to, 'images'), { recursive: true });
  cpSync(join(root, 'profiles'), join(folder, 'profiles'), { recursive: true });
  symlinkSync(join(root, '.cache'), join(folder, '.cache'));
  const all = originals();
  return Array.from({ length: reports }, (_, index) => {
    const name = `report-${String(index + 1).padStart(3, '0')}`;
    writeFileSync(join(to, `${name}.md`), readFileSync(join(root, 'sources', all[index % all.length])));
    return name;
  });
}

function peer(name, files, commandOf) {
  const started = performance.now();
  for (const file of files) {
    const [command, args, env] = commandOf(file);
    if (run(command, args, folder, env).error) return console.log(`${name}: not installed`);
  }
  const took = seconds(started);
  const all = (took / files.length) * reports;
  console.log(
    `${name}: ${took.toFixed(0)} s for ${files.length} files, so about ${all.toFixed(0)} s for ${reports}`,
  );
}

function run(command, args, cwd, env = {}) {
  return spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
}

function seconds(since) {
  return (performance.now() - since) / 1000;
}
