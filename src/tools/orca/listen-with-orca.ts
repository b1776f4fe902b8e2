import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../../kernel/failure.ts';
import type { Environment } from '../find-program.ts';
import { type NotChecked, orNotChecked } from '../not-checked.ts';
import { findOrca } from './find-orca.ts';
import { OrcaSession } from './orca-session.ts';

export interface OrcaHeard {
  readonly state: 'checked';
  /** What Orca says in continuous reading, by file: one entry for each utterance. */
  readonly heard: ReadonlyMap<string, readonly string[]>;
}

/** Sessions that are tried before a page counts as not read. */
const attempts = 2;

/**
 * Lets the real Orca read HTML files in the real Chromium, on a screen without a monitor, all in one session. A session that
 * fails is started anew once, with the pages that are left.
 */
export function listenWithOrca(
  files: readonly string[],
  root: string,
  env: Environment = process.env,
): Promise<OrcaHeard | NotChecked> {
  return orNotChecked(async () => {
    const sizes = new Map<string, number>();
    for (const file of files) {
      const facts = await stat(file).catch(() => undefined);
      if (facts?.isFile() !== true) throw new Failure('file-missing', `${file} is not a file.`);
      sizes.set(file, facts.size);
    }
    const found = await findOrca(root, env);
    const heard = new Map<string, readonly string[]>();
    for (let attempt = 1; heard.size < sizes.size; attempt++) {
      const session = new OrcaSession(found);
      try {
        await session.open();
        for (const [file, size] of sizes) {
          if (heard.has(file)) continue;
          heard.set(file, await session.read(pathToFileURL(resolve(file)).href, size));
        }
      } catch (error) {
        if (attempt >= attempts) throw error;
      } finally {
        await session.close();
      }
    }
    return { state: 'checked', heard };
  });
}
