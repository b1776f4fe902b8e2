// node bench/pdf-batch.mjs DIST SIZE: all reports in large print, one after another in this process, as bench/pdf.mjs asks for it.
// Prints the CPU seconds of each step as JSON.
import { join } from 'node:path';
import { root } from '../setup/prepare.mjs';

const [dist, size] = process.argv.slice(2);
const load = (path) => import(join(dist, path));
const steps = { start: 0, reading: 0, writing: 0, proof: 0 };
let last = { user: 0, system: 0 };
const mark = (step) => {
  const now = process.cpuUsage();
  steps[step] += (now.user + now.system - last.user - last.system) / 1e6;
  last = now;
};

(await load('cli/quick-start.js')).quickStart();
const { openProject } = await load('pipeline/project.js');
const { findReports } = await load('pipeline/find-reports.js');
const { readReport } = await load('pipeline/read-report.js');
const { expectedReading, plan } = await load('plan/plan.js');
const { bodyReadingOf } = await load('document/passages.js');
const { prove } = await load('pipeline/prove.js');
const { default: format } = await load('formats/large-print-pdf/index.js');
const project = openProject(root);
const profile = project.profiles.find(({ id }) => id === 'large-print-20');
const options = format.options.parse({ ...profile.options, size: Number(size) });
mark('start');
for (const report of findReports(project, [])) {
  const { document } = readReport(project.root, report);
  mark('reading');
  const planned = plan(document, profile);
  const written = await format.write(planned.document, options);
  mark('writing');
  const back = await format.readBack(written.outputs);
  const changes = [...planned.changes, ...written.changes];
  prove(expectedReading(document, profile), back, changes, document.meta, bodyReadingOf(planned.document));
  await format.check(written.outputs, options);
  mark('proof');
}
console.log(JSON.stringify(steps));
