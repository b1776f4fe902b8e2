import type { Format } from '../format.ts';
import { checkSpokenScript } from './check.ts';
import { type SpokenScriptOptions, spokenScriptOptions } from './options.ts';
import { readBackSpokenScript } from './read-back.ts';
import { writeSpokenScript } from './write.ts';

const spokenScript: Format<SpokenScriptOptions> = {
  id: 'spoken-script',
  title: 'Script of the recording',
  extension: 'txt',
  mediaType: 'text/plain',
  options: spokenScriptOptions,
  loses: [
    { what: 'Pictures', reason: 'What is said has words only: figures are told by their text.' },
    { what: 'Bold and italic', reason: 'The voice does not stress single words.' },
    {
      what: 'The language of single words',
      reason: 'A text file cannot mark it; whoever speaks sees it from the words.',
    },
    {
      what: 'How words are said in other languages than English',
      reason: 'There the voice decides, so the script has nothing to tell.',
    },
  ],
  write: writeSpokenScript,
  readBack: readBackSpokenScript,
  check: checkSpokenScript,
};

export default spokenScript;
