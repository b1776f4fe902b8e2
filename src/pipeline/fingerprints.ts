import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../kernel/version.ts';
import type { ManifestOutput } from './manifest.ts';
import { hashOfFile, sha256 } from './read-report.ts';
import type { JobResult } from './run-job.ts';
import { writeWhole } from './write-file.ts';

/** What is known of an output that was made before, so that an unchanged one is not made again. */
export interface Made extends Omit<JobResult, 'outputs' | 'changes'> {
  readonly key: string;
  readonly outputs: readonly ManifestOutput[];
}

const fileName = '.fingerprints.json';

/** Known outputs by `report/profile`; none where the file is missing or damaged. */
export function loadFingerprints(outputs: string): Map<string, Made> {
  try {
    const value: unknown = JSON.parse(readFileSync(join(outputs, fileName), 'utf8'));
    return new Map(Object.entries(value as Record<string, Made>));
  } catch {
    return new Map();
  }
}

export function saveFingerprints(outputs: string, made: ReadonlyMap<string, Made>): void {
  const sorted = [...made].sort(([a], [b]) => (a < b ? -1 : 1));
  writeWhole(join(outputs, fileName), JSON.stringify(Object.fromEntries(sorted)));
}

/** Whether all that an output was made from, and the output itself, are as they were. */
export function isUpToDate(made: Made, key: string, root: string): boolean {
  return (
    made.key === key &&
    Object.entries(made.files).every(([path, hash]) => hashOfFile(path) === hash) &&
    made.outputs.every((output) => hashOfFile(resolve(root, output.path)) === output.sha256)
  );
}

/** The bundler puts the sum of all sources and packages here; elsewhere it is not defined. */
declare const sumOfSources: string | undefined;

let stamp: string | undefined;

/** Changes with the version and with any line of the program. */
export function codeStamp(): string {
  if (typeof sumOfSources === 'string') return sumOfSources;
  if (stamp === undefined) {
    const parts: string[] = [version];
    const visit = (folder: string) => {
      for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      )) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) visit(path);
        else parts.push(entry.name, sha256(readFileSync(path)));
      }
    };
    visit(join(dirname(fileURLToPath(import.meta.url)), '..'));
    stamp = sha256(parts.join('\n'));
  }
  return stamp;
}
