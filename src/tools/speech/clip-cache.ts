import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { eachOf, type Saying, type SpeechEngine } from './speech-engine.ts';

/** Sayings that are made before they are kept: a run that is stopped loses no more than these. */
const batch = 200;

/** The same engine, which keeps what it said in `folder` and never says the same words twice. A folder that cannot be used is left alone. */
export function cached(engine: SpeechEngine, folder: string): SpeechEngine {
  const pathOf = ({ text, language }: Saying): string => {
    const voice = engine.voiceOf(language) ?? '';
    const key = createHash('sha256')
      .update(JSON.stringify([engine.id, voice, language, text]))
      .digest('hex');
    return join(folder, key.slice(0, 2), `${key}.wav.z`);
  };
  return {
    ...engine,
    async speak(sayings) {
      const paths = sayings.map(pathOf);
      const found = new Map<string, Uint8Array>();
      await eachOf([...new Set(paths)], 8, async (path) => {
        const sound = await load(path);
        if (sound !== undefined) found.set(path, sound);
      });
      const missing = new Map<string, Saying>();
      for (const [index, saying] of sayings.entries()) {
        const path = paths[index] as string;
        if (!found.has(path)) missing.set(path, saying);
      }
      const wanted = [...missing];
      for (let start = 0; start < wanted.length; start += batch) {
        const part = wanted.slice(start, start + batch);
        const made = await engine.speak(part.map(([, saying]) => saying));
        for (const [index, [path]] of part.entries()) {
          const sound = made[index] as Uint8Array;
          found.set(path, sound);
          await keep(path, sound);
        }
      }
      return paths.map((path) => found.get(path) as Uint8Array);
    },
  };
}

/** Undefined where it is not there or damaged. */
async function load(path: string): Promise<Uint8Array | undefined> {
  try {
    const sound = new Uint8Array(inflateRawSync(await readFile(path)));
    return sound.length >= 44 ? sound : undefined;
  } catch {
    return undefined;
  }
}

async function keep(path: string, sound: Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}-${threadId}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, deflateRawSync(sound, { level: 1 }));
    await rename(part, path);
  } catch {
    // A disk that is full or read-only costs time, not the output.
  }
}
