import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import type { Script, Utterance } from './script.ts';

/** The script with what its opening says about how long it lasts; `time` in milliseconds. */
export function withLasts(script: Script, time: number, furniture: Furniture): Script {
  const words = lastsWords(time, furniture);
  const change = (one: Utterance): Utterance =>
    one.id === script.lasts
      ? { ...one, segments: one.segments.map((own) => ({ ...own, text: words })) }
      : one;
  const parts = script.parts.map((part, index) =>
    index > 0
      ? part
      : {
          ...part,
          passages: part.passages.map((passage) => ({
            ...passage,
            utterances: passage.utterances.map(change),
          })),
        },
  );
  return { ...script, parts };
}

function lastsWords(time: number, { speech }: Furniture): string {
  const minutes = Math.max(1, Math.round(time / 60_000));
  if (minutes < 60) return fill(speech.lasts, { minutes });
  return fill(speech.lastsHours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
