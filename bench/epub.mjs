// node bench/epub.mjs [--runs N]: the e-book stage, cold and in a warm process, beside pandoc where that is installed. Asserts nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../setup/prepare.mjs';
import { measure } from './measure.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, dist: { type: 'string' } },
});
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);
if (values.dist === undefined) prepare();
const dist = join(root, values.dist ?? 'dist');
const load = (path) => import(join(dist, path));
const { openProject } = await load('pipeline/project.js');
const { findReports } = await load('pipeline/find-reports.js');
const { readReport } = await load('pipeline/read-report.js');
const { plan } = await load('plan/plan.js');
const { default: format } = await load('formats/epub/index.js');

const folder = mkdtempSync(join(tmpdir(), 'bench-epub-'));
const project = openProject(root, folder);
const profile = project.profiles.find(({ id }) => id === 'epub');
const options = format.options.parse(profile.options);
const pandoc = process.env.PANDOC || 'pandoc';
const peer = spawnSync(pandoc, ['--version'], { encoding: 'utf8' });
const hasPeer = peer.status === 0;
try {
  console.log(`Node ${process.versions.node}; the least CPU seconds of ${runs} runs.`);
  console.log(
    `${hasPeer ? peer.stdout.split('\n')[0] : 'pandoc is not installed: nothing to compare with'}.\n`,
  );
  console.log(
    'report                                     kB   write  read back   whole command  pandoc  ratio',
  );
  for (const report of findReports(project, [])) {
    const { document } = readReport(project.root, report);
    const planned = plan(document, profile).document;
    const write = await least(() => format.write(planned, options));
    const back = await least(() => format.readBack(write.result.outputs));
    const words = ['convert', report.path, '--profile', 'epub', '--no-cache', '--out', join(folder, 'out')];
    const whole = measure(process.execPath, [join(dist, 'cli/main.js'), ...words], { runs, cwd: root });
    const args = ['-f', 'markdown', '-t', 'epub3', '--toc', '-o', join(folder, 'pandoc.epub'), report.path];
    const other = hasPeer ? cpuOf(measure(pandoc, args, { runs, cwd: join(root, 'sources') })) : undefined;
    const cells = [
      report.id.slice(0, 38).padEnd(38),
      (write.result.outputs[0].bytes.length / 1000).toFixed(0).padStart(6),
      write.cpu.toFixed(2).padStart(7),
      back.cpu.toFixed(2).padStart(10),
      cpuOf(whole).toFixed(2).padStart(15),
      (other?.toFixed(2) ?? '-').padStart(7),
      (other === undefined ? '-' : (cpuOf(whole) / other).toFixed(1)).padStart(6),
    ];
    console.log(cells.join(' '));
  }
  console.log(
    '\nWrite and read back: in one warm process. Whole command: Node starts, reads the report, writes, reads back, proves, and\n' +
      'writes index and manifest. pandoc reads and writes; its book has no proof, and the figures compare time only.',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
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
