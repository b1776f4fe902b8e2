import { expect, test } from 'vitest';
import { level } from '../../../src/media/audio/level.ts';
import { loudnessOf } from '../../../src/media/audio/loudness.ts';
import { resample } from '../../../src/media/audio/resample.ts';
import { truePeak } from '../../../src/media/audio/true-peak.ts';

function tone(rate: number, parts: readonly (readonly [seconds: number, decibel: number])[], hertz = 1000) {
  const samples: number[] = [];
  for (const [seconds, decibel] of parts) {
    const size = 10 ** (decibel / 20);
    for (let index = 0; index < seconds * rate; index++)
      samples.push(size * Math.sin((2 * Math.PI * hertz * samples.length) / rate));
  }
  return Float32Array.from(samples);
}

// EBU Tech 3341 gives stereo signals: one channel alone is 3.01 dB quieter.
test.each([22_050, 24_000, 48_000])('the signals of EBU Tech 3341 have their loudness at %i Hz', (rate) => {
  expect(loudnessOf(tone(rate, [[20, -23]]), rate).lufs).toBeCloseTo(-26.01, 1);
  expect(loudnessOf(tone(rate, [[20, -33]]), rate).lufs).toBeCloseTo(-36.01, 1);
  const gated = tone(rate, [
    [10, -36],
    [60, -23],
    [10, -36],
  ]);
  expect(loudnessOf(gated, rate).lufs).toBeCloseTo(-26.01, 1);
  const silent = tone(rate, [
    [10, -72],
    [10, -36],
    [60, -23],
    [10, -36],
    [10, -72],
  ]);
  expect(loudnessOf(silent, rate).lufs).toBeCloseTo(-26.01, 1);
});

test('silence has no loudness', () => {
  expect(loudnessOf(new Float32Array(22_050), 22_050)).toEqual({ power: 0, lufs: Number.NEGATIVE_INFINITY });
});

test('sound is brought to its loudness with every peak below the ceiling', () => {
  const rate = 22_050;
  const quiet = tone(rate, [
    [5, -40],
    [0.02, -6],
    [5, -40],
  ]);
  const out = level(quiet, rate);
  // The encoder takes 0.45 dB away again.
  expect(loudnessOf(out, rate).lufs).toBeCloseTo(-15.55, 0);
  expect(out.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThanOrEqual(0.708);
});

test('the true peak lies between the samples', () => {
  // A quarter of the sampling rate, half a step off: all samples are 3 dB below the peak of the wave.
  const samples = Float32Array.from({ length: 4000 }, (_, at) => Math.sin((Math.PI * at) / 2 + Math.PI / 4));
  expect(truePeak(samples)).toBeCloseTo(1, 1);
});

test('another sampling rate keeps what is heard and its length', () => {
  const slow = tone(16_000, [[2, -20]], 440);
  const out = resample({ rate: 16_000, samples: slow }, 22_050);
  expect(out.length).toBe(44_100);
  const wanted = tone(22_050, [[2, -20]], 440);
  for (let at = 1000; at < 43_000; at += 7) expect(out[at]).toBeCloseTo(wanted[at]!, 3);
});
