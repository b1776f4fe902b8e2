import { existsSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of quiet after a change: editors write a file in several steps. */
const quiet = 150;

/** Calls `again` after each change in `sources/` and `profiles/`, one call at a time. Never comes back by itself. */
export function watch(root: string, again: () => Promise<void>): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let waiting = false;
  const run = async (): Promise<void> => {
    if (running) {
      waiting = true;
      return;
    }
    running = true;
    do {
      waiting = false;
      await again();
    } while (waiting);
    running = false;
  };
  for (const name of ['sources', 'profiles']) {
    const folder = join(root, name);
    if (!existsSync(folder)) continue;
    watchFolder(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(run, quiet);
    });
  }
  return new Promise(() => {});
}
