/** Samples a second of every sound that is made: all that speech needs. */
export const sampleRate = 22_050;
/** Samples that the encoder and every decoder put before the first one (LAME 576, decoder 529). */
export const encoderDelay = 1105;

let loaded: ReturnType<typeof load> | undefined;

/** One channel as MP3 (MPEG-2 layer III). @param bitrate kbit/s */
export async function encodeMp3(samples: Float32Array, bitrate: 48 | 64): Promise<Uint8Array> {
  loaded ??= load();
  const encoder = await loaded;
  encoder.configure({ sampleRate, channels: 1, bitrate });
  const parts: Uint8Array[] = [];
  const second = sampleRate * 10;
  for (let start = 0; start < samples.length; start += second)
    parts.push(encoder.encode([samples.subarray(start, start + second)]).slice());
  parts.push(encoder.finalize().slice());
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

async function load() {
  const { createMp3Encoder } = await import('wasm-media-encoders');
  return createMp3Encoder();
}
