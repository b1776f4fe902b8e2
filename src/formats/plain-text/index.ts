import type { Format } from '../format.ts';
import { checkPlainText } from './check.ts';
import { type PlainTextOptions, plainTextOptions } from './options.ts';
import { readBackPlainText } from './read-back.ts';
import { writePlainText } from './write.ts';

const plainText: Format<PlainTextOptions> = {
  id: 'plain-text',
  title: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain',
  options: plainTextOptions,
  loses: [
    {
      what: 'Pictures',
      reason:
        'A text file holds words only: figures are told by their text, Easy Read pictures are left out.',
    },
    {
      what: 'Bold and italic',
      reason: 'A text file has no type styles, and marks for them are read aloud as noise.',
    },
    {
      what: 'The language of single words',
      reason: 'A text file cannot switch the voice; whole parts are marked in words.',
    },
    {
      what: 'Links inside the document',
      reason: 'A text file has no places to jump to: the heading is named, so that it can be searched for.',
    },
  ],
  write: writePlainText,
  readBack: readBackPlainText,
  check: checkPlainText,
};

export default plainText;
