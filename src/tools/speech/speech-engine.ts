/** Words of one language that are said in one breath. */
export interface Saying {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/** Makes speech of text. */
export interface SpeechEngine {
  /** Name and version, for people: `eSpeak NG 1.51`. */
  readonly name: string;
  /** Changes with everything that the sound depends on beside text and language: engine, version, speed. */
  readonly id: string;
  /** The voice for a language, for people: `British English (en-gb)`; undefined where it has none. */
  voiceOf(language: string): string | undefined;
  /**
   * Each saying as one WAV file (16-bit PCM). The same saying has the same sound, whatever is around it.
   * @throws Failure `tool-missing` or `tool-failed`
   */
  speak(sayings: readonly Saying[]): Promise<readonly Uint8Array[]>;
}

/** Words a minute where nothing else is asked for. */
export const usualSpeed = 165;

/** Runs `work` on each of `items`, `width` of them at a time, and returns the results in their order. */
export async function eachOf<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
