import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const gnuTime = '/usr/bin/time';

/**
 * Runs a command `runs` times and gives the run with the least processor time: { wall, cpu } in seconds, `memory` in MiB
 * (undefined where GNU time is not installed), `code` and `stdout`. CPU is user and system time of the process and all that
 * it started, so it depends little on what else the machine does. `before` is called ahead of each run.
 */
export function measure(command, args, { runs = 1, before = () => {}, cwd } = {}) {
  let best;
  for (let run = 0; run < runs; run++) {
    before();
    const result = once(command, args, cwd);
    if (best === undefined || result.cpu < best.cpu) best = result;
  }
  return best;
}

function once(command, args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const note = join(folder, 'time');
  const [program, ...rest] = existsSync(gnuTime)
    ? [gnuTime, '-o', note, '-f', '%e %U %S %M', command, ...args]
    : [
        'bash',
        '-c',
        'TIMEFORMAT="%R %U %S"; note=$1; shift; { time "$@" 2>&3; } 3>&2 2>"$note"',
        'bash',
        note,
        command,
        ...args,
      ];
  const run = spawnSync(program, rest, { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.error) throw run.error;
  const lines = readFileSync(note, 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  const [wall, user, system, kibibytes] = lines.at(-1).split(' ').map(Number);
  return {
    wall,
    cpu: user + system,
    memory: kibibytes === undefined ? undefined : kibibytes / 1024,
    code: run.status,
    stdout: run.stdout,
    stderr: run.stderr,
  };
}
