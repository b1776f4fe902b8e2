import { wordsOf } from '../../document/tokens.ts';
import { Failure } from '../../kernel/failure.ts';
import { encodeBelowPeak } from '../../media/audio/encode-below-peak.ts';
import { encoderDelay, sampleRate } from '../../media/audio/encode-mp3.ts';
import { level } from '../../media/audio/level.ts';
import { mp3Facts } from '../../media/audio/read-mp3.ts';
import { resample } from '../../media/audio/resample.ts';
import { readWav, type Sound } from '../../media/audio/wav.ts';
import { type SpokenPart, spoken, type Utterance, utterancesOf } from '../../media/speech/script.ts';
import type { Saying, SpeechEngine } from '../../tools/speech/speech-engine.ts';
import type { AudioOptions } from './options.ts';

/** When an utterance is heard, in milliseconds from the start of its track. */
export interface Clip {
  readonly id: string;
  readonly begin: number;
  readonly end: number;
}

export interface Recording {
  readonly mp3: Uint8Array;
  /** Without a gap, from the start of the track to its end. */
  readonly clips: readonly Clip[];
  /** Milliseconds. */
  readonly time: number;
  /** Utterances with words of which the voice made no sound. */
  readonly unsaid: readonly Utterance[];
  /** Languages of words that were said by the voice of the report's language. */
  readonly foreign: readonly string[];
}

/** Silence between two voices in one utterance, and what is kept of an engine's own silence at both ends, in milliseconds. */
const between = 80;
const margin = 25;
/** Below it (-46 dB) sound counts as silence. */
const quiet = 0.005;
/** Where nothing can be said, in milliseconds. */
const nothing = 250;

/** Speaks one part, each utterance for itself, and makes one MP3 of it. @throws Failure */
export async function recordPart(
  part: SpokenPart,
  language: string,
  engine: SpeechEngine,
  { lexicon, bitrate }: Pick<AudioOptions, 'lexicon' | 'bitrate'>,
): Promise<Recording> {
  const utterances = utterancesOf(part);
  const foreign = new Set<string>();
  const sayings: Saying[] = [];
  const runs = utterances.map((utterance) =>
    spoken(utterance, lexicon).map((run) => {
      const hasVoice = engine.voiceOf(run.language) !== undefined;
      if (!hasVoice) foreign.add(run.language);
      return sayings.push({ text: run.text, language: hasVoice ? run.language : language }) - 1;
    }),
  );
  const wavs = await engine.speak(sayings);
  const pieces: Float32Array[] = [];
  const ends: number[] = [];
  const unsaid: Utterance[] = [];
  let length = 0;
  const add = (samples: Float32Array): void => {
    pieces.push(samples);
    length += samples.length;
  };
  for (const [index, utterance] of utterances.entries()) {
    const before = length;
    for (const [place, saying] of (runs[index] ?? []).entries()) {
      const sound = trimmed(soundOf(wavs[saying], engine));
      if (sound.length > 0 && place > 0) add(silence(between));
      add(sound);
    }
    if (length === before) {
      add(silence(nothing));
      if (wordsOf(utterance.segments.map(({ text }) => text).join('')).length > 0) unsaid.push(utterance);
    }
    add(silence(utterance.pause));
    ends.push(length);
  }
  const mp3 = await encodeBelowPeak(level(joined(pieces, length), sampleRate), bitrate);
  const time = milliseconds(mp3Facts(mp3).samples);
  const clips = utterances.map(({ id }, index) => ({
    id,
    begin: index === 0 ? 0 : milliseconds(encoderDelay + (ends[index - 1] ?? 0)),
    end: index === utterances.length - 1 ? time : milliseconds(encoderDelay + (ends[index] ?? 0)),
  }));
  return { mp3, clips, time, unsaid, foreign: [...foreign] };
}

function soundOf(wav: Uint8Array | undefined, engine: SpeechEngine): Sound {
  try {
    return readWav(wav ?? new Uint8Array(0));
  } catch (error) {
    const why = (error as Error).message;
    throw new Failure('tool-failed', `The sound of ${engine.name} cannot be used: ${why}.`);
  }
}

function trimmed(sound: Sound): Float32Array {
  const samples = resample(sound, sampleRate);
  const first = samples.findIndex((sample) => Math.abs(sample) > quiet);
  if (first < 0) return new Float32Array(0);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > quiet);
  const rim = Math.round((sampleRate * margin) / 1000);
  return samples.subarray(Math.max(0, first - rim), last + 1 + rim);
}

function silence(duration: number): Float32Array {
  return new Float32Array(Math.round((sampleRate * duration) / 1000));
}

function joined(pieces: readonly Float32Array[], length: number): Float32Array {
  const out = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function milliseconds(samples: number): number {
  return Math.round((samples * 1000) / sampleRate);
}
