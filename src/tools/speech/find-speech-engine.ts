import { join } from 'node:path';
import { libraryRoot } from '../../kernel/library-root.ts';
import { findProgram } from '../find-program.ts';
import { cached } from './clip-cache.ts';
import { commandEngine } from './command-engine.ts';
import { espeakEngine } from './espeak-engine.ts';
import { fliteEngine } from './flite-engine.ts';
import type { SpeechEngine } from './speech-engine.ts';

export type EngineChoice =
  | 'best'
  | 'embedded'
  | { readonly command: readonly string[]; readonly name: string };

/** Where sound is kept, so that a sentence that is said again is not made again. It may be deleted at any time. */
const folder = join(libraryRoot, '.cache/speech');

const known = new Map<string, Promise<SpeechEngine>>();

/**
 * The engine that is asked for. `best` is eSpeak NG where it is installed, because it speaks British English, Welsh and many
 * other languages; else the embedded one.
 * @param speed words a minute
 */
export function findSpeechEngine(choice: EngineChoice, speed: number): Promise<SpeechEngine> {
  const key = JSON.stringify([choice, speed]);
  const engine = known.get(key) ?? search(choice, speed).then((one) => cached(one, folder));
  known.set(key, engine);
  return engine;
}

async function search(choice: EngineChoice, speed: number): Promise<SpeechEngine> {
  if (typeof choice === 'object') return commandEngine(choice.command, choice.name, speed);
  const path = choice === 'best' ? findProgram(['espeak-ng']) : undefined;
  return (path === undefined ? undefined : await espeakEngine(path, speed)) ?? fliteEngine(speed);
}
