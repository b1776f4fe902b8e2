import { kindsOf } from '../finding-kind.ts';

const told = ['DAPB1605 (meet)', 'Department of Health Easy Read guidelines 2009'];

/** What is wrong with an organisation's own pictures for Easy Read. */
export const packKinds = kindsOf('pack', [
  [
    'unreadable',
    'The list of your own pictures can be read',
    'Otherwise Easy Read has other pictures than the ones that its readers know.',
    told,
    'Compare pictures/pack.json with docs/picture-packs.md. An editor that understands JSON Schema shows where it differs.',
  ],
  [
    'word-twice',
    'Each word of your own pictures stands for one picture',
    'A word with two meanings gives some readers the wrong picture.',
    told,
    'Take the word away from one of the two pictures in pictures/pack.json.',
  ],
  [
    'picture',
    'Each of your own pictures is there, is a picture, and needs nothing but itself',
    'A picture that is missing or fetched from elsewhere is an empty place beside the words.',
    told,
    'Save it again as SVG, PNG or JPEG of less than 2 MB beside pack.json, with all its parts inside.',
  ],
]);
