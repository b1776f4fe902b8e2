// node bench/run.mjs [--runs N]: how much time allformats takes, beside pandoc where that is installed. Asserts nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../setup/prepare.mjs';
import { measure } from './measure.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);
/** The formats that pandoc can make too, so that the work compared is about the same. */
const pandocFormats = { html: 'html', 'plain-text': 'plain' };

prepare();
const folder = mkdtempSync(join(root, '.cache/bench-'));
const out = join(folder, 'outputs');
const cli = join(root, 'dist/cli/main.js');
const clean = () => rmSync(out, { recursive: true, force: true });
const convert = (words, options = {}) =>
  checked(
    'allformats',
    measure(process.execPath, [cli, 'convert', ...words, '--out', out, '--json'], { cwd: root, ...options }),
  );

try {
  const reports = readdirSync(join(root, 'sources'))
    .filter((name) => name.endsWith('.md') && !name.endsWith('.easy.md'))
    .map((name) => join('sources', name));
  const load = loadavg()[0].toFixed(1);
  console.log(
    `Node ${process.versions.node}, ${cpus().length} processors, load ${load}; the best of ${runs} runs by CPU.\n`,
  );

  const start = measure(process.execPath, [cli, '--version'], { runs, cwd: root });
  const cold = convert(['--no-cache'], { runs, before: clean });
  const again = convert([], { runs });
  const pairs = made(cold);
  table([
    ['allformats', 'wall s', 'CPU s', 'peak MiB', 'ms CPU an output'],
    ['start alone (--version)', ...figures(start), ''],
    [
      `all ${reports.length} reports, ${pairs} outputs`,
      ...figures(cold),
      ((cold.cpu / pairs) * 1000).toFixed(0),
    ],
    [`again, nothing changed: ${made(again)} made`, ...figures(again), ''],
  ]);

  const pandoc = findPandoc();
  if (pandoc === undefined)
    console.log('pandoc not found: not compared. PANDOC=/path/to/pandoc names one.\n');
  const heads = [
    'each report alone, all formats',
    'wall s',
    'CPU s',
    'peak MiB',
    'html + text',
    'pandoc',
    'ratio',
  ];
  table([heads, ...reports.map((report) => compare(report, pandoc))]);
  console.log(
    'html + text, pandoc: CPU seconds for these two formats. allformats also reads both back and proves them.',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(report, pandoc) {
  const all = convert([report, '--no-cache'], { runs, before: clean });
  const profiles = Object.keys(pandocFormats).flatMap((name) => ['--profile', name]);
  const two = convert([report, ...profiles, '--no-cache'], { runs, before: clean });
  const row = [report.replace('sources/', ''), ...figures(all), two.cpu.toFixed(2)];
  if (pandoc === undefined) return [...row, '', ''];
  let cpu = 0;
  for (const format of Object.values(pandocFormats)) {
    const args = [
      '--standalone',
      '-f',
      'markdown',
      '-t',
      format,
      '-o',
      join(folder, `pandoc.${format}`),
      report,
    ];
    cpu += checked('pandoc', measure(pandoc, args, { runs, cwd: root })).cpu;
  }
  return [...row, cpu.toFixed(2), (two.cpu / cpu).toFixed(1)];
}

function made(run) {
  return JSON.parse(run.stdout).jobs.filter((job) => job.state === 'made').length;
}

/** Findings (code 1) are results; anything above is none. */
function checked(name, run) {
  if (run.code === 0 || (run.code === 1 && name === 'allformats')) return run;
  throw new Error(`${name} ended with code ${run.code}: ${run.stderr}`);
}

function findPandoc() {
  const named = process.env.PANDOC || 'pandoc';
  const run = spawnSync(named, ['--version'], { encoding: 'utf8' });
  if (run.status !== 0) return undefined;
  console.log(`Compared with ${run.stdout.split('\n')[0]}.\n`);
  return named;
}

function figures(run) {
  return [run.wall.toFixed(2), run.cpu.toFixed(2), run.memory === undefined ? '-' : run.memory.toFixed(0)];
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
  console.log();
}
