import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cached } from '../../../src/tools/speech/clip-cache.ts';
import type { Saying, SpeechEngine } from '../../../src/tools/speech/speech-engine.ts';

function counting(id: string) {
  const spoken: string[] = [];
  const engine: SpeechEngine = {
    name: id,
    id,
    voiceOf: (language) => language,
    speak: async (sayings) =>
      sayings.map(({ text }) => {
        spoken.push(text);
        return new Uint8Array(Buffer.from(`${id} ${text}`.padEnd(60)));
      }),
  };
  return { engine, spoken };
}

const saying = (text: string, language = 'en'): Saying => ({ text, language });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'allformats-clips-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('the same words are spoken once, also by a later run', async () => {
  const place = folder();
  const first = counting('one');
  const sounds = await cached(first.engine, place).speak([saying('a'), saying('b'), saying('a')]);
  expect(first.spoken).toEqual(['a', 'b']);
  expect(sounds[2]).toEqual(sounds[0]);
  const later = counting('one');
  expect(await cached(later.engine, place).speak([saying('b'), saying('c')])).toHaveLength(2);
  expect(later.spoken).toEqual(['c']);
});

test('another engine, version or language is spoken anew', async () => {
  const place = folder();
  await cached(counting('one').engine, place).speak([saying('a')]);
  const other = counting('two');
  const [sound] = await cached(other.engine, place).speak([saying('a'), saying('a', 'cy')]);
  expect(other.spoken).toEqual(['a', 'a']);
  expect(Buffer.from(sound!).toString()).toMatch(/^two a/);
});

test('a damaged file is spoken anew, and a folder that cannot be used stops nothing', async () => {
  const place = folder();
  await cached(counting('one').engine, place).speak([saying('a')]);
  const [name] = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.z'),
  );
  writeFileSync(join(place, name!), 'broken');
  const again = counting('one');
  await cached(again.engine, place).speak([saying('a')]);
  expect(again.spoken).toEqual(['a']);
  const blocked = join(place, 'file');
  writeFileSync(blocked, '');
  const third = counting('one');
  expect(await cached(third.engine, blocked).speak([saying('a')])).toHaveLength(1);
});
