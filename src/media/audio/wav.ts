/** Sound of one channel. */
export interface Sound {
  /** Samples a second. */
  readonly rate: number;
  /** From -1 to 1. */
  readonly samples: Float32Array;
}

/** A WAV file (16-bit PCM; several channels are mixed). Lengths of a file that was streamed may be wrong. @throws Error where it is none */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 12 || name(0) !== 'RIFF' || name(8) !== 'WAVE') throw new Error('it is no WAV file');
  let rate = 0;
  let channels = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (name(at) === 'fmt ' && start + 16 <= bytes.length) {
      const isPcm = [1, 0xfffe].includes(view.getUint16(start, true));
      channels = view.getUint16(start + 2, true);
      rate = view.getUint32(start + 4, true);
      if (!isPcm || view.getUint16(start + 14, true) !== 16)
        throw new Error('its samples are not 16-bit PCM');
      if (channels < 1 || rate < 8000 || rate > 192_000) throw new Error('it has no usual number of samples');
    }
    if (name(at) === 'data' && rate > 0) return { rate, samples: samplesOf(view, start, size, channels) };
    at = start + size + (size % 2);
  }
  throw new Error('it holds no sound');
}

function samplesOf(view: DataView, start: number, size: number, channels: number): Float32Array {
  const length = Math.floor(Math.min(size, view.byteLength - start) / (2 * channels));
  const samples = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += view.getInt16(start + 2 * (index * channels + channel), true);
    samples[index] = sum / (32_768 * channels);
  }
  return samples;
}
