import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of allformats itself, with `profiles/` and `package.json`. Built files lie two folders below it too. */
export const libraryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
