import type { Sound } from './wav.ts';

/** Half the length of the filter, in samples of the slower side. */
const half = 16;

/** The sound with another number of samples a second, by a windowed sinc that keeps what both can hold. */
export function resample({ rate, samples }: Sound, wanted: number): Float32Array {
  if (rate === wanted) return samples;
  const common = divisor(rate, wanted);
  const phases = wanted / common;
  const step = rate / common;
  const cut = Math.min(1, wanted / rate);
  const reach = Math.ceil(half / cut);
  const filters = Array.from({ length: phases }, (_, phase) => filterOf(phase / phases, cut, reach));
  const length = Math.floor((samples.length * phases) / step);
  const out = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    const at = index * step;
    const filter = filters[at % phases] as Float64Array;
    const first = Math.floor(at / phases) - reach + 1;
    let sum = 0;
    for (let tap = 0; tap < filter.length; tap++)
      sum += (filter[tap] as number) * (samples[first + tap] ?? 0);
    out[index] = sum;
  }
  return out;
}

function filterOf(offset: number, cut: number, reach: number): Float64Array {
  const taps = Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const x = tap - reach + 1 - offset;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (reach + 1));
    const angle = Math.PI * x * cut;
    // Rounded: another machine's sine may differ in the last digit, and the sound must not.
    return Number((window * cut * (x === 0 ? 1 : Math.sin(angle) / angle)).toFixed(9));
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}
