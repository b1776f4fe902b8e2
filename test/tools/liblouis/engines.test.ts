import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { embeddedEngine } from '../../../src/tools/liblouis/embedded-engine.ts';
import { findBrailleEngine } from '../../../src/tools/liblouis/find-engine.ts';
import { programEngine } from '../../../src/tools/liblouis/program-engine.ts';

const g2 = ['en-ueb-g2.ctb'];

describe.each([
  ['the embedded engine', async () => embeddedEngine()],
  ['the best engine of this computer', findBrailleEngine],
] as const)('%s', (_, find) => {
  test('translates lines one by one, in order', async () => {
    const engine = await find();
    expect(await engine.translate(['The child', '', 'knowledge', 'a b'], g2)).toEqual([
      '⠠⠮⠀⠡',
      '',
      '⠅',
      '⠁⠀⠰⠃',
    ]);
    expect(engine.id).toMatch(/^liblouis \d+\.\d+\.\d+ /);
  });

  test('takes lines of any length, and words of any length', async () => {
    const engine = await find();
    const words = 'word '.repeat(3000).trim();
    const [long, wide] = await engine.translate([words, 'x'.repeat(5000)], ['en-ueb-g1.ctb']);
    expect(long!.split('⠀')).toHaveLength(3000);
    expect(wide).toBe('⠭'.repeat(5000));
  });

  test('a sign without cells has more than six dots, so that it is never taken for a word', async () => {
    const [cells] = await (await find()).translate(['中'], g2);
    expect(cells).toMatch(/[⡀-⣿]/u);
  });

  test('says which table is missing', async () => {
    await expect((await find()).translate(['a'], ['no-such-table.ctb'])).rejects.toMatchObject({
      code: 'tool-failed',
    });
  });
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A program that stands in for lou_translate. */
function program(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'louis-'));
  folders.push(folder);
  const path = join(folder, 'lou_translate');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return programEngine({ path, version: '0.0.0', origin: 'test', env: {} }, 2);
}

test.each([
  ['crashes', 'kill -SEGV $$'],
  ['hangs', 'sleep 60'],
  ['ends with an error', 'echo no >&2; exit 1'],
  ['answers with too few lines', 'echo ⠁'],
  ['does not read its input', 'exit 0'],
])('an engine that %s is a failure of this format alone', async (_, script) => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
  await expect(program(script).translate(lines, g2)).rejects.toMatchObject({
    name: 'Failure',
    code: 'tool-failed',
  });
});

test('an engine that is not there is a failure', async () => {
  const missing = programEngine({ path: '/no/such/lou_translate', version: '0', origin: 'test', env: {} });
  await expect(missing.translate(['a'], g2)).rejects.toMatchObject({ code: 'tool-missing' });
});
