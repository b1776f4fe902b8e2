/** Four samples for each one, as ITU-R BS.1770-4, annex 2, asks for at 48 kHz. */
const times = 4;
/** Half the length of the filter in samples. */
const reach = 12;
/** Three quarters of the loudest sample: what is quieter has no peak between its samples that counts. */
const near = 0.7;

const filters: readonly Float64Array[] = Array.from({ length: times - 1 }, (_, phase) =>
  Float64Array.from({ length: 2 * reach }, (__, tap) => {
    const x = tap - reach + 1 - (phase + 1) / times;
    const angle = Math.PI * x;
    return (0.5 + 0.5 * Math.cos(angle / (reach + 1))) * (Math.sin(angle) / angle);
  }),
);

/** The highest point of the wave, also between two samples. 1 is full scale. */
export function truePeak(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const loud = peak * near;
  for (let index = 0; index < samples.length; index++) {
    const here = Math.abs(samples[index] as number);
    if (Math.max(here, Math.abs(samples[index + 1] ?? 0)) < loud) continue;
    for (const filter of filters) {
      let sum = 0;
      for (let tap = 0; tap < filter.length; tap++)
        sum += (filter[tap] as number) * (samples[index + tap - reach + 1] ?? 0);
      peak = Math.max(peak, Math.abs(sum));
    }
  }
  return peak;
}
