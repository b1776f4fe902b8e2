import type { Format } from '../format.ts';
import { checkBraille } from './check.ts';
import { type BrailleOptions, brailleOptions } from './options.ts';
import { readBackBraille } from './read-back.ts';
import { engineOf, writeBraille } from './write.ts';

const braille: Format<BrailleOptions> = {
  id: 'braille',
  title: 'Braille',
  extension: 'brf',
  mediaType: 'application/x-brf',
  options: brailleOptions,
  loses: [
    { what: 'Pictures', reason: 'Braille holds words only: figures are told by their text.' },
    {
      what: 'Bold and italic of whole passages',
      reason: 'Signs for them take room and say nothing where everything has them; single words keep them.',
    },
    {
      what: 'The language of single words',
      reason: 'Words in another language than the report are uncontracted, in the code of the report.',
    },
  ],
  write: writeBraille,
  readBack: readBackBraille,
  check: checkBraille,
  stamp: async (options) => (await engineOf(options)).id,
};

export default braille;
