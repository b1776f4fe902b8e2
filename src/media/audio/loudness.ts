/** How loud sound is. */
export interface Loudness {
  /** Integrated loudness in LUFS (ITU-R BS.1770-4, gated); -Infinity where all is silent. */
  readonly lufs: number;
  /** Mean square of the weighted samples that count: what a gain is reckoned from. */
  readonly power: number;
}

/** A channel at -0.691 LUFS has a mean square of 1 (BS.1770-4, annex 1). */
const offset = -0.691;
/** -70 LUFS as a mean square: blocks below are silence. */
const silence = 10 ** ((-70 - offset) / 10);

/** The loudness of one channel, in blocks of 400 ms that overlap by three quarters. */
export function loudnessOf(samples: Float32Array, rate: number): Loudness {
  const weighted = weigh(samples, rate);
  const hop = Math.round(rate / 10);
  const hops = Math.floor(weighted.length / hop);
  const sums = new Float64Array(hops);
  for (let index = 0; index < hops; index++) {
    let sum = 0;
    for (let at = index * hop; at < (index + 1) * hop; at++) sum += (weighted[at] as number) ** 2;
    sums[index] = sum;
  }
  const blocks: number[] = [];
  for (let index = 0; index + 4 <= hops; index++) {
    let sum = 0;
    for (let part = 0; part < 4; part++) sum += sums[index + part] as number;
    blocks.push(sum / (4 * hop));
  }
  const loud = blocks.filter((block) => block > silence);
  // The relative gate: 10 LU below the mean of what is no silence.
  const gate = mean(loud) / 10;
  const power = mean(loud.filter((block) => block > gate));
  return { power, lufs: power > 0 ? offset + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY };
}

/** The factor that brings sound of this power to `lufs`. */
export function gainTo(lufs: number, power: number): number {
  const wanted = Number((10 ** ((lufs - offset) / 10)).toPrecision(12));
  return power > 0 ? Math.sqrt(wanted / power) : 1;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The K-weighting: a shelf for the head, then a high pass. Analogue values as in EBU Tech 3341's reference filters. */
function weigh(samples: Float32Array, rate: number): Float64Array {
  const shelf = shelfAt(rate);
  const pass = passAt(rate);
  const out = new Float64Array(samples.length);
  let [x1, x2, y1, y2, z1, z2] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index] as number;
    const y = shelf.b0 * x + shelf.b1 * x1 + shelf.b2 * x2 - shelf.a1 * y1 - shelf.a2 * y2;
    const z = y - 2 * y1 + y2 - pass.a1 * z1 - pass.a2 * z2;
    [x2, x1] = [x1, x];
    [y2, y1] = [y1, y];
    [z2, z1] = [z1, z];
    out[index] = z;
  }
  return out;
}

function shelfAt(rate: number) {
  const k = steady(Math.tan((Math.PI * 1681.974450955533) / rate));
  const q = 0.7071752369554196;
  const high = steady(10 ** (3.999843853973347 / 20));
  const band = steady(high ** 0.4996667741545416);
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

function passAt(rate: number) {
  const k = steady(Math.tan((Math.PI * 38.13547087602444) / rate));
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}

/** The same number on any machine: functions of angles may differ in the last digit. */
function steady(value: number): number {
  return Number(value.toPrecision(12));
}
