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
]);
