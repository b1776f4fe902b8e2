import { encodeMp3 } from './encode-mp3.ts';
import { decodeMp3 } from './read-mp3.ts';
import { truePeak } from './true-peak.ts';

/** -1.05 dB: a little below what the finished sound may reach. */
const highest = 0.886;
/** What the encoder adds to a peak changes with each round; after so many the check tells what is left. */
const mostRounds = 4;

/** The sound as MP3 whose true peak stays below -1 dB: what the encoder adds is known only when it is decoded, and taken off then. */
export async function encodeBelowPeak(samples: Float32Array, bitrate: 48 | 64): Promise<Uint8Array> {
  let sound = samples;
  for (let round = 1; ; round++) {
    const mp3 = await encodeMp3(sound, bitrate);
    const peak = truePeak((await decodeMp3(mp3)).samples);
    if (peak <= highest || round === mostRounds) return mp3;
    const gain = (highest / peak) * 0.99;
    sound = sound.map((sample) => sample * gain);
  }
}
