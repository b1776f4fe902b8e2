import type { Sound } from './wav.ts';

export interface Mp3Facts {
  readonly rate: number;
  /** Samples of all frames: what a player plays. */
  readonly samples: number;
  /** Bytes that are neither an ID3 tag nor part of a frame. */
  readonly strayBytes: number;
  readonly channels: 1 | 2;
}

const bitratesOf1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitratesOf2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const rates = [44_100, 48_000, 32_000];

/** Counts the frames of an MP3 file by their headers (ISO 11172-3 and 13818-3), independent of any encoder. */
export function mp3Facts(bytes: Uint8Array): Mp3Facts {
  let at = tagLength(bytes);
  let strayBytes = 0;
  let samples = 0;
  let rate = 0;
  let channels: 1 | 2 = 1;
  while (at < bytes.length) {
    const frame = at + 4 <= bytes.length ? frameAt(bytes, at) : undefined;
    if (frame === undefined || at + frame.length > bytes.length) {
      strayBytes++;
      at++;
      continue;
    }
    rate = frame.rate;
    channels = frame.channels;
    samples += frame.samples;
    at += frame.length;
  }
  return { rate, samples, strayBytes, channels };
}

function frameAt(bytes: Uint8Array, at: number) {
  const [one, two, three, four] = bytes.subarray(at, at + 4) as unknown as [number, number, number, number];
  // Eleven bits set, layer III; MPEG 1 (3) or MPEG 2 (2).
  if (one !== 0xff || (two & 0xe6) !== 0xe2) return undefined;
  const version = (two >> 3) & 3;
  if (version < 2) return undefined;
  const kilobits = (version === 3 ? bitratesOf1 : bitratesOf2)[three >> 4];
  const base = rates[(three >> 2) & 3];
  if (!kilobits || base === undefined) return undefined;
  const rate = version === 3 ? base : base / 2;
  const samples = version === 3 ? 1152 : 576;
  const length = Math.floor((samples * kilobits * 125) / rate) + ((three >> 1) & 1);
  return { rate, samples, length, channels: four >> 6 === 3 ? (1 as const) : (2 as const) };
}

/** Bytes of the ID3v2 tag at the start. */
export function tagLength(bytes: Uint8Array): number {
  if (bytes.length < 10 || String.fromCharCode(...bytes.subarray(0, 3)) !== 'ID3') return 0;
  return 10 + [6, 7, 8, 9].reduce((size, at) => size * 128 + ((bytes[at] as number) & 127), 0);
}

/** The sound of an MP3 file as mpg123 plays it; of several channels the first. */
export async function decodeMp3(bytes: Uint8Array): Promise<Sound> {
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  try {
    const { channelData, sampleRate } = decoder.decode(bytes.subarray(tagLength(bytes)));
    return { rate: sampleRate, samples: channelData[0] ?? new Float32Array(0) };
  } finally {
    decoder.free();
  }
}
