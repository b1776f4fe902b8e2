import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const rate = 22_050;
const path = join(import.meta.dirname, '../../.cache/fake-voice/tone.wav');

/** 0.6 seconds of a tone that swells and fades, between two silences, as a WAV file of 16-bit PCM. */
function toneWav(samples = rate): Uint8Array {
  const bytes = Buffer.alloc(44 + 2 * samples);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + 2 * samples, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(2 * rate, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(2 * samples, 40);
  for (let index = 0; index < samples; index++) {
    const place = index / samples;
    const swell = place < 0.2 || place > 0.8 ? 0 : Math.sin((Math.PI * (place - 0.2)) / 0.6);
    const wave = Math.sin((2 * Math.PI * 440 * index) / rate);
    bytes.writeInt16LE(Math.round(9000 * swell * wave), 44 + 2 * index);
  }
  return new Uint8Array(bytes);
}

/** An engine that says every sentence with the same tone: quick, and there on any machine with a shell. Its name has no letters. */
export function fakeVoice() {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, toneWav());
  return { command: ['/bin/sh', '-c', 'cat > /dev/null; cat "$0"', path], name: '1' };
}
