// node bench/braille.mjs [--runs N] [--grade 2]: report to braille beside liblouis' own lou_translate (LOU_TRANSLATE names the program), where
// it is installed. Asserts nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../setup/prepare.mjs';
import { measure } from './measure.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    grade: { type: 'string', default: '2' },
    dist: { type: 'string' },
  },
});
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);
const grade = values.grade === '1' ? 1 : 2;
if (values.dist === undefined) prepare();
const dist = join(root, values.dist ?? 'dist');
const load = (path) => import(join(dist, path));
const { openProject } = await load('pipeline/project.js');
const { findReports } = await load('pipeline/find-reports.js');
const { readReport } = await load('pipeline/read-report.js');
const { bodyReadingOf } = await load('document/passages.js');
const { plan } = await load('plan/plan.js');
const { default: format } = await load('formats/braille/index.js');

const folder = mkdtempSync(join(tmpdir(), 'bench-braille-'));
const project = openProject(root, folder);
const profile = project.profiles.find(({ id }) => id === `braille-grade-${grade}`);
const options = format.options.parse(profile.options);
const program = process.env.LOU_TRANSLATE || 'lou_translate';
const version = measure(program, ['--version']);
const hasPeer = version.code === 0;
const tables = `unicode.dis,en-ueb-g${grade}.ctb`;
const total = { characters: 0, peer: 0, write: 0, back: 0, whole: 0 };
try {
  console.log(
    `Node ${process.versions.node}; ${await format.stamp(options)}; the least CPU seconds of ${runs} runs.`,
  );
  console.log(
    `${hasPeer ? version.stdout.split('\n')[0] : 'lou_translate is not installed: nothing to compare with'}.\n`,
  );
  console.log(
    'report                                 1,000 chars  lou_translate   write  read back  whole command',
  );
  for (const report of findReports(project, [])) {
    const { document } = readReport(project.root, report);
    const planned = plan(document, profile).document;
    const lines = bodyReadingOf(planned).passages.map(({ text }) => text);
    const file = join(folder, 'lines.txt');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const characters = lines.join('').length;
    const shell = ['-c', '"$0" --forward "$1" <"$2"', program, tables, file];
    const peer = hasPeer ? cpuOf(measure('bash', shell, { runs })) : 0;
    const write = await least(() => format.write(planned, options));
    const back = await least(() => format.readBack(write.result.outputs));
    const words = [
      'convert',
      report.path,
      '--profile',
      profile.id,
      '--no-cache',
      '--out',
      join(folder, 'out'),
    ];
    const whole = cpuOf(
      measure(process.execPath, [join(dist, 'cli/main.js'), ...words], { runs, cwd: root }),
    );
    total.characters += characters;
    total.peer += peer;
    total.write += write.cpu;
    total.back += back.cpu;
    total.whole += whole;
    row(report.id, { characters, peer, write: write.cpu, back: back.cpu, whole });
  }
  row('all', total);
  const speed = (seconds) => `${Math.round(total.characters / seconds / 1000)}`;
  console.log(
    `\n1,000 characters a CPU second: ${hasPeer ? `lou_translate ${speed(total.peer)}, ` : ''}write ${speed(total.write)}, whole command ${speed(total.whole)}.`,
  );
  console.log(
    'lou_translate turns lines into cells and is done. Write makes pages of BRF, PEF, text and preview in one warm process; the CPU of an\n' +
      'engine that is a program of its own is not in it, but in the whole command: Node starts, reads the report, writes, reads back and proves.',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function row(name, { characters, peer, write, back, whole }) {
  const cells = [
    name.slice(0, 38).padEnd(38),
    (characters / 1000).toFixed(1).padStart(11),
    (hasPeer ? peer.toFixed(2) : '-').padStart(14),
    write.toFixed(2).padStart(7),
    back.toFixed(2).padStart(10),
    whole.toFixed(2).padStart(14),
  ];
  console.log(cells.join(' '));
}

/** A run that failed has no figure. Findings (code 1) are results. */
function cpuOf({ code, cpu, stderr }) {
  if (code > 1) throw new Error(`ended with code ${code}: ${stderr}`);
  return cpu;
}

async function least(work) {
  let cpu = Number.POSITIVE_INFINITY;
  let result;
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(before);
    cpu = Math.min(cpu, (user + system) / 1e6);
  }
  return { cpu, result };
}
