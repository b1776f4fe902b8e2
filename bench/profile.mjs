import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../setup/prepare.mjs';

/**
 * Where a CPU profile of V8 spent its time: self time as milliseconds and as a share, by file of ours, by package of others,
 * and by what Node and V8 do themselves; the `most` that took most.
 */
export function selfTimes(profile, most = 15) {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map();
  let all = 0;
  for (const [index, id] of profile.samples.entries()) {
    const time = profile.timeDeltas[index] / 1000;
    const name = names.get(id);
    if (name === undefined) continue;
    all += time;
    times.set(name, (times.get(name) ?? 0) + time);
  }
  const sorted = [...times].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, most).map(([name, time]) => ({ name, time, share: time / all }));
}

/** Undefined where nothing ran. */
function nameOf({ functionName, url }) {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (url === '') return functionName === '' ? '(V8)' : functionName;
  if (!url.startsWith('file:')) return url.startsWith('node:') ? 'node itself' : '(V8)';
  const path = relative(root, fileURLToPath(url)).replaceAll('\\', '/');
  const parts = path.split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return path;
  return parts.slice(at + 1, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join('/');
}
