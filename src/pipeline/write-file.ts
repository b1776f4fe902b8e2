import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../kernel/failure.ts';

/** Writes under a temporary name and renames: nobody ever sees half a file. @throws Failure `write-failed` */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Failure('write-failed', `${path} cannot be written: ${(error as Error).message}.`);
  }
}
