import { kindsOf } from '../finding-kind.ts';

/** What the measuring of braille pages finds, and signs that braille has no cells for. */
export const brailleKinds = kindsOf('braille', [
  [
    'page',
    'Braille pages fit their paper, and their numbers count on',
    'An embosser cuts off cells that do not fit, and a reader finds a place by the number of its page alone.',
    ['UKAAF B004 (2016)'],
    'This is a fault of allformats, not of your report. Do not emboss the file, and report the fault with the message.',
  ],
  [
    'unknown-sign',
    'Every sign of the report can be written in braille',
    'A sign without cells is missing for who reads braille, and nobody notices.',
    ['The Rules of Unified English Braille (2013), 3'],
    'Say in words what the sign says. Text in another script has a braille code of its own: give it to a transcriber.',
  ],
  [
    'unwritten-word',
    'Every word of the report can be written in braille so that it reads as itself',
    'A word that reads as another one in braille misleads, so it is left out; left out, it is missing.',
    ['The Rules of Unified English Braille (2013), 10'],
    'Write the words in another way in your report, or have a transcriber write these places.',
  ],
  [
    'rewritten-word',
    'Words are written with the contractions that readers expect',
    'The braille of a word that our reader could not read is replaced by one that it can, mostly with fewer contractions. Its letters are right, but it may look odd to who reads contracted braille.',
    ['The Rules of Unified English Braille (2013), 10'],
    'Ask a person who reads braille whether the listed words are written as they expect.',
  ],
  [
    'uncontracted',
    'Readers of contracted braille get contracted braille',
    'Who reads contracted braille reads uncontracted braille more slowly. Reports in other languages than English are uncontracted, because no second reader proves their contractions.',
    ['World Braille Usage, third edition (2013)'],
    'Ask the reader whether uncontracted braille is right for them, or give the report to a transcriber of the language.',
  ],
]);
