import type { Format } from '../format.ts';
import { checkAudio } from './check.ts';
import { type AudioOptions, audioOptions } from './options.ts';
import { readBackAudio } from './read-back.ts';
import { engineOf, writeAudio } from './write.ts';

const audio: Format<AudioOptions> = {
  id: 'audio',
  title: 'Audio (DAISY and MP3)',
  extension: 'zip',
  mediaType: 'application/zip',
  options: audioOptions,
  loses: [
    { what: 'Pictures', reason: 'A recording holds sound only: figures are told by their text.' },
    { what: 'Bold and italic', reason: 'The voice does not stress single words.' },
  ],
  write: writeAudio,
  readBack: readBackAudio,
  check: checkAudio,
  stamp: async (options) => (await engineOf(options)).id,
};

export default audio;
