import { kindsOf } from '../finding-kind.ts';

const fault =
  'This is a fault of allformats, not of your report. Do not publish the file, and report the fault with the message.';

/** What is found in recordings, while they are made and when they are played. */
export const audioKinds = kindsOf('recording', [
  [
    'unreadable',
    'The recording can be opened',
    'A player refuses a book whose files are broken or missing, and nobody can listen to it.',
    ['DAISY 2.02, section 2'],
    fault,
  ],
  [
    'ncc',
    'The list of headings leads to the sound',
    'People who listen move from heading to heading with the keys of their player, which knows only this list.',
    ['DAISY 2.02, section 2.1'],
    fault,
  ],
  [
    'times',
    'The times of the sentences are those of the sound',
    'Where a time is wrong, a player starts in the middle of a word, or shows other words than it plays.',
    ['DAISY 2.02, section 2.2'],
    fault,
  ],
  [
    'clip',
    'Each sentence has sound',
    'A sentence that is in the book but not heard is lost to people who listen.',
    ['DAPB1605 (meet)'],
    fault,
  ],
  [
    'loudness',
    'Each track is as loud as the others',
    'People set their player once. A track that is too quiet is not heard, one that is too loud hurts.',
    ['ITU-R BS.1770-4'],
    fault,
  ],
  [
    'peak',
    'The sound is not distorted',
    'A wave that is too high for the player crackles, which is hard on people with a hearing aid.',
    ['ITU-R BS.1770-4, annex 2'],
    fault,
  ],
  [
    'silence',
    'No silence is longer than three seconds',
    'People take a long silence for the end, or for a fault of their player.',
    ['DAPB1605 (meet)'],
    fault,
  ],
  [
    'no-voice',
    'Words in another language have a voice of their own',
    'A voice that reads another language as if it were its own cannot be understood.',
    ['WCAG 2.2 3.1.2'],
    'Install eSpeak NG, which speaks many languages, or choose an engine that speaks these. Listen to the words before you publish.',
  ],
  [
    'not-said',
    'The voice says every word',
    'What the voice leaves out is lost to people who listen.',
    ['DAPB1605 (meet)'],
    'Say in the lexicon of the profile how it is said, or write it in other words.',
  ],
]);

/** What is found in the script of a recording. */
export const spokenScriptKinds = kindsOf('script', [
  [
    'numbers',
    'Each sentence of the script has the next number',
    'A studio names its takes by these numbers: one that is missing is a sentence that nobody records.',
    ['DAPB1605 (meet)'],
    fault,
  ],
  [
    'said',
    'What the script says about how words are said belongs to its sentence',
    'A reader who is told how a number of another sentence is said reads the wrong one.',
    ['DAPB1605 (meet)'],
    fault,
  ],
]);
