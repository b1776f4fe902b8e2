// node bench/start.mjs [--runs N] [--dist FOLDER] [--report FILE]: what one command costs from a cold start, as CPU seconds and as
// a multiple of Node that does nothing, measured in turn. Asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../setup/prepare.mjs';
import { measure } from './measure.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    dist: { type: 'string' },
    report: { type: 'string', default: 'sources/staffordshire-stoke-equality-strategy.md' },
  },
});
const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);
if (values.dist === undefined) prepare();
const main = join(root, values.dist ?? 'dist', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const convert = (profile, anew = true) => [
  main,
  'convert',
  values.report,
  '--profile',
  profile,
  '--out',
  join(folder, profile),
  ...(anew ? ['--no-cache'] : []),
];
const commands = [
  ['Node, doing nothing', ['-e', '0']],
  ['--help', [main, '--help']],
  ['list', [main, 'list']],
  ['explain a rule', [main, 'explain', 'content/link-words']],
  ['need "large print 20"', [main, 'need', 'large print 20']],
  ['one report, plain text', convert('plain-text')],
  ['the same, nothing changed', convert('plain-text', false)],
  ['one report, web page', convert('html')],
  ['one report, large print 20', convert('large-print-20')],
  ['the same, nothing changed', convert('large-print-20', false)],
];
try {
  const least = commands.map(() => ({ cpu: Number.POSITIVE_INFINITY, wall: Number.POSITIVE_INFINITY }));
  // In turn, so that what else the machine does falls on all alike.
  for (let run = 0; run < runs; run++) {
    for (const [index, [name, args]] of commands.entries()) {
      const { cpu, wall, code, stderr } = measure(process.execPath, args, { cwd: root });
      if (code === 2) throw new Error(`${name}: ${stderr}`);
      least[index] = { cpu: Math.min(cpu, least[index].cpu), wall: Math.min(wall, least[index].wall) };
    }
  }
  console.log(`Node ${process.versions.node}, ${values.report}; the least of ${runs} runs.\n`);
  console.log(`${'from a cold start'.padEnd(28)}  CPU s  × Node  wall s`);
  for (const [index, [name]] of commands.entries()) {
    const { cpu, wall } = least[index];
    const times = (cpu / least[0].cpu).toFixed(1);
    console.log(
      `${name.padEnd(28)}  ${cpu.toFixed(2).padStart(5)}  ${times.padStart(6)}  ${wall.toFixed(2).padStart(6)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
