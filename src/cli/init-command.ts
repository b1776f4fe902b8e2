import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { libraryRoot } from '../kernel/library-root.ts';
import { writeWhole } from '../pipeline/write-file.ts';
import type { Arguments } from './arguments.ts';
import { sampleProject } from './sample-project.ts';
import type { Terminal } from './terminal.ts';

/** Writes a small project that converts at once. Never overwrites anything. @throws Failure `usage` */
export function initCommand(args: Arguments, root: string, terminal: Terminal): number {
  const folder = resolve(root, args.rest[0] ?? '.');
  const sources = join(folder, 'sources');
  if (existsSync(sources) && readdirSync(sources).length > 0) {
    throw new Failure('project-there', `There are reports in ${sources} already.`);
  }
  for (const [name, text] of Object.entries(sampleProject)) {
    const path = join(folder, name);
    if (existsSync(path)) continue;
    writeWhole(path, text);
    terminal.out(`Wrote ${relative(root, path)}`);
  }
  terminal.out('');
  terminal.out(`Write your report in ${join(relative(root, folder), 'sources/my-first-report.md')}.`);
  terminal.out('Then go into the folder and run:');
  terminal.out(`  node "${join(libraryRoot, 'dist/cli/main.js')}" convert`);
  return 0;
}
