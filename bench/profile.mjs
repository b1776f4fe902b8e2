import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../setup/prepare.mjs';

/** Milliseconds; a sample that comes later than this came late because another program ran. */
const longest = 1;

/**
 * Where a CPU profile of V8 spent its time: self time as milliseconds and as a share, by module of ours, by package of others,
 * and by what Node and V8 do themselves; the `most` that took most.
 */
export function selfTimes(profile, most = 15) {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map();
  let all = 0;
  for (const [index, id] of profile.samples.entries()) {
    const time = Math.min(profile.timeDeltas[index] / 1000, longest);
    const name = names.get(id);
    if (name === undefined) continue;
    all += time;
    times.set(name, (times.get(name) ?? 0) + time);
  }
  const sorted = [...times].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, most).map(([name, time]) => ({ name, time, share: time / all }));
}

/** Undefined where nothing ran. */
function nameOf({ functionName, url, lineNumber }) {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (functionName === '(garbage collector)') return functionName;
  if (url.startsWith('node:')) return functionName.startsWith('compile') ? 'node: compiling modules' : 'node';
  if (!url.startsWith('file:')) return 'V8';
  const file = fileURLToPath(url);
  const path = moduleAt(file, lineNumber) ?? relative(root, file).replaceAll('\\', '/');
  return /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}

const bundles = new Map();

/** The module that stands at a line of a file of the bundle: each begins with a line that names it. */
function moduleAt(file, line) {
  let starts = bundles.get(file);
  if (starts === undefined) {
    const isBundle = /[\\/](bundle|cli)[\\/][^\\/]+$/.test(file) && existsSync(file);
    const lines = isBundle ? readFileSync(file, 'utf8').split('\n') : [];
    starts = lines.flatMap((text, at) => {
      const path = /^\/\/ ((?:src|node_modules)\/\S+)$/.exec(text)?.[1];
      return path === undefined ? [] : { at, path };
    });
    bundles.set(file, starts);
  }
  return starts.findLast(({ at }) => at <= line)?.path;
}
