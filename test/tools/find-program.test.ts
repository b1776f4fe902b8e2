import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from '../../src/tools/find-program.ts';

function program(folder: string, name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
}

test.skipIf(process.platform === 'win32')(
  'finds the first name that may be run, in the order of the names',
  () => {
    const [one, two] = [mkdtempSync(join(tmpdir(), 'one ')), mkdtempSync(join(tmpdir(), 'two '))];
    const env = { PATH: [one, two].join(delimiter) };
    program(one, 'not-executable', 0o644);
    mkdirSync(join(one, 'a-folder'));
    const second = program(one, 'second');
    const first = program(two, 'first');

    expect(findProgram(['first', 'second'], env)).toBe(first);
    expect(findProgram(['missing', 'second'], env)).toBe(second);
    expect(findProgram(['not-executable'], env)).toBeUndefined();
    expect(findProgram(['a-folder'], env)).toBeUndefined();
    expect(findProgram(['first'], {})).toBeUndefined();
  },
);
