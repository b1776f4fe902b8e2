import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageOf, writePages } from '../support/heard-pages.ts';
import { runCli } from '../support/run-cli.ts';

test('listen prints and stores what is heard, and says which pages it cannot read', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'allformats-listen-'));
  context.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writePages(folder, {
    sound: pageOf('<main><h1>Parks</h1><p>All open.</p></main>'),
    faulty: pageOf('<main><h1>Parks</h1><p>Go <a href="/x"></a>.</p></main>'),
  });
  expect((await runCli(folder, 'listen')).code).toBe(2);
  expect((await runCli(folder, 'listen', 'nowhere.html')).code).toBe(2);
  expect((await runCli(folder, 'listen', 'sound.html', '--with', 'siri')).code).toBe(2);
  const sound = await runCli(folder, 'listen', 'sound.html', '--out', 'heard');
  if (sound.code === 2) {
    if (process.env.CI) throw new Error(sound.err);
    return context.skip(sound.err);
  }
  expect(sound.code).toBe(0);
  expect(sound.out).toContain('[heading level 1] Parks');
  expect(readFileSync(join(folder, 'heard/sound.heard.txt'), 'utf8')).toContain('All open.');
  expect(JSON.parse(readFileSync(join(folder, 'heard/sound.heard.json'), 'utf8'))).toMatchObject({
    path: 'sound.html',
    page: { title: 'Parks' },
    findings: [],
  });
  const faulty = await runCli(folder, 'listen', 'faulty.html', '--json');
  expect(faulty.code).toBe(1);
  expect(JSON.parse(faulty.out)).toMatchObject({ pages: [{ findings: [{ rule: 'heard/no-name' }] }] });
});
