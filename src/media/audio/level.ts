import { gainTo, loudnessOf } from './loudness.ts';

/** Loudness of spoken word, in LUFS: what FORMAT-RULES and most makers of audiobooks and podcasts ask for. */
const targetLufs = -16;
/** The encoder makes everything 5 % smaller, to be safe from overflow: 0.45 dB (LAME's own scale). */
const encoderLoss = 0.45;
/** No sample is above it: -3 dB, so that what the encoder and the curve between two samples add seldom comes above -1 dB. */
const ceiling = 0.7079;
/** Milliseconds in which a peak is turned down. */
const attack = 5;

/** The sound with its peaks turned down, not cut off, so that it has the target loudness once it is MP3. */
export function level(samples: Float32Array, rate: number): Float32Array {
  let gain = 1;
  let out = samples;
  // Turning peaks down takes loudness away; each round gives back what the one before took.
  for (let round = 0; round < 8; round++) {
    const { power } = loudnessOf(out, rate);
    if (power === 0) return samples;
    const change = gainTo(targetLufs + encoderLoss, power);
    if (round > 0 && Math.abs(change - 1) < 0.01) break;
    gain *= change;
    out = limit(samples, gain, Math.round((rate * attack) / 1000));
  }
  return out;
}

/** Each sample is turned down by the least gain around it, smoothed: no peak passes and no edge is heard. */
function limit(samples: Float32Array, gain: number, reach: number): Float32Array {
  const length = samples.length;
  const needed = new Float64Array(length + 2 * reach).fill(1);
  for (let index = 0; index < length; index++) {
    const size = Math.abs((samples[index] as number) * gain);
    if (size > ceiling) needed[index + reach] = ceiling / size;
  }
  const width = 2 * reach + 1;
  const least = slidingLeast(needed, width);
  const out = new Float32Array(length);
  let sum = 0;
  const at = (index: number): number => least[Math.min(Math.max(index, 0), least.length - 1)] as number;
  for (let index = -reach; index < reach; index++) sum += at(index);
  for (let index = 0; index < length; index++) {
    sum += at(index + reach);
    out[index] = (samples[index] as number) * gain * Math.min(1, sum / width);
    sum -= at(index - reach);
  }
  return out;
}

/** The least of each `width` values that follow one another; `width - 1` fewer values than given. */
function slidingLeast(values: Float64Array, width: number): Float64Array {
  const out = new Float64Array(values.length - width + 1);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let index = 0; index < values.length; index++) {
    while (tail > head && (values[queue[tail - 1] as number] as number) >= (values[index] as number)) tail--;
    queue[tail++] = index;
    if ((queue[head] as number) <= index - width) head++;
    if (index >= width - 1) out[index - width + 1] = values[queue[head] as number] as number;
  }
  return out;
}
