import { kindsOf } from '../finding-kind.ts';

const own = ['Our own: a translation tells what the report tells'];
const lang = ['WCAG 2.2 3.1.2'];

/** What is found in the file of a translation. */
export const translationKinds = kindsOf('translation', [
  [
    'codes',
    'A translation has each inline code of its source once',
    'A lost code loses a link, a footnote or a mark. The words stay in the language of the report until it is mended.',
    own,
  ],
  [
    'doubled',
    'Each unit stands in the file once',
    'Nobody can tell which of the two translations is meant.',
    own,
  ],
  [
    'kept',
    'Addresses, telephone numbers and protected names stay as they are',
    'A reader would write to an address that does not exist, or look for a body under a name that nobody knows.',
    own,
  ],
  [
    'language',
    'A translation is in its language',
    'A voice reads words of another language wrong, and the people it is made for cannot read them.',
    ['WCAG 2.2 3.1.1', ...lang],
  ],
  [
    'length',
    'A translated title is short enough to be taken in at once',
    'The title is the first thing that is heard, and what is seen in a list of pages or files.',
    ['NHS digital service manual: page titles'],
  ],
  [
    'missing',
    'Every part of the report is translated',
    'People who do not read the language of the report miss what the others are told.',
    ['Accessible Information Standard: other languages', ...lang],
  ],
  [
    'number',
    'A translation has the numbers of its source',
    'A wrong figure or date misleads, and readers cannot compare it with a source that they do not read.',
    own,
  ],
  [
    'same',
    'A translation is not its source copied',
    'It would be read with the voice of another language, under the claim that it is translated.',
    lang,
  ],
  [
    'stale',
    'A translation is of the report as it is now',
    'Readers would be told what is no longer true. The new words stand there in the language of the report instead.',
    own,
  ],
]);
