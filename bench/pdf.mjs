// node bench/pdf.mjs [--runs N] [--size 20] [--profile]: the PDF stage in a warm process, all reports in one process, and one report
// from a cold start, beside Typst and WeasyPrint (Python packages of these names; PYTHON names the program) and Chromium, where they
// are installed. With --profile also where the time of the first and the last of these goes. Asserts nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../setup/prepare.mjs';
import { measure } from './measure.mjs';
import { judge } from './pdf-gate.mjs';
import { htmlOf, typstOf } from './peer-sources.mjs';
import { selfTimes } from './profile.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    size: { type: 'string', default: '20' },
    dist: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);
const size = Number(values.size);
if (values.dist === undefined) prepare();
const dist = join(root, values.dist ?? 'dist');
const load = (path) => import(join(dist, path));
const { openProject } = await load('pipeline/project.js');
const { findReports } = await load('pipeline/find-reports.js');
const { readReport } = await load('pipeline/read-report.js');
const { plan } = await load('plan/plan.js');
const { default: format } = await load('formats/large-print-pdf/index.js');
/** The report that is made alone: one of middle length. */
const single = 'sources/staffordshire-stoke-equality-strategy.md';

const atkinson = '@expo-google-fonts/atkinson-hyperlegible-next';
const font = (file) => createRequire(import.meta.url).resolve(`${atkinson}/${file}`);
const faces = {
  regular: font('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  bold: font('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
};
const fontFolder = dirname(dirname(faces.regular));
/** Our own files, and what is to be told below the figures. */
const made = [];
const notes = [];
const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
const project = openProject(root, folder);
const profile = project.profiles.find(({ id }) => id === 'large-print-20');
const options = format.options.parse({ ...profile.options, size });
try {
  const reports = findReports(project, []);
  const documents = reports.map((report) => {
    const { document } = readReport(project.root, report);
    return { name: document.meta.title, planned: plan(document, profile).document };
  });
  const alone = reports.findIndex(({ path }) => path === join(root, single));
  console.log(`Node ${process.versions.node}, ${size} point; the least CPU of ${runs} runs.\n`);
  const rows = [['report', 'pages', 'kB', 'CPU s', 'pages/s', 'check CPU s']];
  for (const { name, planned } of documents) rows.push(await own(name, planned));
  table(rows);
  const words = documents.map(({ planned }) => planned);
  const pages = words.map((planned) => htmlOf(planned, size, faces));
  const typst = `import typst\ndef make(path, out):\n    typst.compile(path, output=out, pdf_standards=['ua-1'], font_paths=[${JSON.stringify(fontFolder)}])`;
  const weasy =
    "import weasyprint\ndef make(path, out):\n    weasyprint.HTML(filename=path).write_pdf(out, pdf_variant='pdf/ua-1')";
  const sources = words.map((planned) => typstOf(planned, size));
  const typstRun = python('typst', sources, 'typ', typst);
  const weasyRun = python('weasyprint', pages, 'html', weasy);
  const chromiumRun = chromium(pages);
  table([
    ['all reports', 'pass', 'pages', 'kB', 'pages/s', 'CPU s of all', 'kB of all'],
    await row('allformats', { files: made }, '0'),
    await row('typst', typstRun, 'ua1'),
    await row('weasyprint', weasyRun, 'ua1'),
    await row('chromium, with its start', chromiumRun, 'ua1'),
  ]);
  table([
    ['whole processes, CPU s', 'all reports', 'of it start', 'reading', 'writing', 'proof', 'one report'],
    ['allformats', ...batch(), told(() => convertAlone(), runs)],
    [
      'typst',
      told(() => typstRun),
      '',
      '',
      '',
      '',
      told(() => python('typst', [sources[alone]], 'typ', typst), runs),
    ],
    [
      'weasyprint',
      told(() => weasyRun),
      '',
      '',
      '',
      '',
      told(() => python('weasyprint', [pages[alone]], 'html', weasy)),
    ],
    ['chromium', told(() => chromiumRun), '', '', '', '', told(() => chromium([pages[alone]]))],
  ]);
  if (values.profile) await showProfiles(words);
  for (const note of new Set(notes)) console.log(note);
  console.log(
    '\nPages, kB and pages/s count only files that pass: veraPDF (PDF/UA-1; of ours, every standard that they declare), and on\n' +
      'the finished page no letter is smaller than asked for, cut off, over other letters, or without a meaning. Peers get the\n' +
      'same headings, paragraphs, lists and tables in the same font, size and paper; not the pictures. Nobody reads theirs back.\n' +
      'Whole processes: ours reads Markdown, writes, reads back, proves and measures; theirs get ready sources and only write.',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function own(name, planned) {
  let cpu = Number.POSITIVE_INFINITY;
  let check = Number.POSITIVE_INFINITY;
  let written;
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage();
    written = await format.write(planned, options);
    cpu = Math.min(cpu, seconds(process.cpuUsage(before)));
    const between = process.cpuUsage();
    await format.readBack(written.outputs);
    await format.check(written.outputs, options);
    check = Math.min(check, seconds(process.cpuUsage(between)));
  }
  const path = join(folder, `allformats-${made.length}.pdf`);
  writeFileSync(path, written.outputs[0].bytes);
  made.push({ path, cpu });
  return figures(name.slice(0, 40), written.pages, written.outputs[0].bytes.length, cpu, check);
}

/** One Python process makes all files once: Typst remembers what it compiled, so that a second run would cost it nothing. */
function python(name, sources, ending, code) {
  const files = saved(name, sources, ending);
  const script = `${code}
import json, resource, sys
def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
took = []
for path in json.loads(sys.argv[1]):
    start = cpu()
    make(path, path + '.pdf')
    took.append(cpu() - start)
print(json.dumps(took))
`;
  const program = process.env.PYTHON || 'python3';
  const run = measure(program, ['-c', script, JSON.stringify(files)]);
  if (run.code !== 0) return { why: run.stderr.trim().split('\n').at(-1)?.slice(0, 60) || 'not found' };
  const took = JSON.parse(run.stdout.trim().split('\n').at(-1));
  return { files: files.map((path, index) => ({ path: `${path}.pdf`, cpu: took[index] })), cpu: run.cpu };
}

/** One process a file: its start is in the figures. */
function chromium(sources) {
  const program = process.env.CHROME_BIN || '/usr/bin/chromium';
  if (!existsSync(program)) return { why: 'not found' };
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
  const files = saved('chromium', sources, 'html').map((path) => {
    const out = ['--no-pdf-header-footer', `--print-to-pdf=${path}.pdf`, `file://${path}`];
    const profile = `--user-data-dir=${join(folder, 'chromium')}`;
    const { cpu } = measure(program, [...flags, '--generate-pdf-document-outline', profile, ...out]);
    return { path: `${path}.pdf`, cpu };
  });
  return { files, cpu: files.reduce((sum, { cpu }) => sum + cpu, 0) };
}

/** All reports in one process of ours that starts for it: the steps of the run that took least. */
function batch() {
  let best;
  for (let run = 0; run < runs; run++) {
    const { code, stdout, stderr } = measure(process.execPath, [
      join(root, 'bench/pdf-batch.mjs'),
      dist,
      String(size),
    ]);
    if (code !== 0) throw new Error(stderr);
    const { start, reading, writing, proof } = JSON.parse(stdout);
    const all = start + reading + writing + proof;
    if (best === undefined || all < best[0]) best = [all, start, reading, writing, proof];
  }
  return best.map((cpu) => cpu.toFixed(2));
}

/** What a person does who has changed one report. `flags` are for Node. */
function convertAlone(flags = []) {
  const out = ['--out', join(folder, 'alone'), '--no-cache', '--fail-on', 'never'];
  const words = [join(dist, 'cli/main.js'), 'convert', single, '--profile', 'large-print-20', ...out];
  const run = measure(process.execPath, [...flags, ...words], { cwd: root });
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
}

/** The least CPU seconds of so many runs; nothing where the program is not there. */
function told(run, times = 1) {
  const all = Array.from({ length: times }, () => run().cpu);
  return all.includes(undefined) ? '' : Math.min(...all).toFixed(2);
}

async function showProfiles(documents) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  for (let run = 0; run < runs; run++) for (const planned of documents) await format.write(planned, options);
  const { profile: warm } = await session.post('Profiler.stop');
  const profiles = join(folder, 'profiles');
  convertAlone(['--cpu-prof', `--cpu-prof-dir=${profiles}`, '--cpu-prof-interval', '250']);
  const [cold] = readdirSync(profiles).map((name) => JSON.parse(readFileSync(join(profiles, name), 'utf8')));
  for (const [name, profile] of [
    ['writing in a warm process', warm],
    ['one report from a cold start', cold],
  ]) {
    const rows = selfTimes(profile).map(({ name, share }) => [name, `${(share * 100).toFixed(1)} %`]);
    table([[`${name}: self time`, ''], ...rows]);
  }
}

function saved(name, sources, ending) {
  return sources.map((source, index) => {
    const path = join(folder, `${name}-${index}.${ending}`);
    writeFileSync(path, source);
    return path;
  });
}

/** Pages, size and time of the files that pass, and what speaks against the others. */
async function row(name, { files, why: missing }, standard) {
  if (files === undefined) return [name, missing, '', '', '', '', ''];
  const { why, faults } = await judge(
    files.map(({ path }) => path),
    load,
    options,
    standard,
  );
  const all = files.reduce((sum, { cpu }) => sum + cpu, 0).toFixed(2);
  if (faults === undefined) {
    notes.push(`Nothing is counted: ${why}`);
    return [name, `0 of ${files.length}`, '', '', '', all, kilobytes(files)];
  }
  const counted = files.filter(({ path }) => faults.get(path).length === 0);
  for (const { path } of files) {
    if (faults.get(path).length > 0) notes.push(`${name}: ${faults.get(path).slice(0, 5).join(', ')}`);
  }
  const sum = (value) => counted.reduce((total, file) => total + value(file), 0);
  const [pages, cpu] = [sum(({ path }) => pagesOf(path)), sum((file) => file.cpu)];
  const speed = counted.length > 0 ? (pages / cpu).toFixed(0) : '';
  const kB = kilobytes(counted);
  return [name, `${counted.length} of ${files.length}`, String(pages), kB, speed, all, kilobytes(files)];
}

function kilobytes(files) {
  return (files.reduce((total, { path }) => total + statSync(path).size, 0) / 1024).toFixed(0);
}

function pagesOf(path) {
  const run = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
  return Number(/^Pages:\s+(\d+)/m.exec(run.stdout ?? '')?.[1] ?? 0);
}

function seconds({ user, system }) {
  return (user + system) / 1e6;
}

function figures(name, pages, bytes, ...cpus) {
  const [first] = cpus;
  const [own, ...more] = cpus.map((cpu) => cpu.toFixed(3));
  return [name, String(pages), (bytes / 1024).toFixed(0), own, (pages / first).toFixed(0), ...more];
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
  console.log();
}
