import { kindsOf } from '../finding-kind.ts';

const clauses = ['Our own: an output says what its source says', 'DAPB1605 (meet)'];
const fault =
  'This is a fault of allformats, not of your report. Do not publish the file, and report the fault with the message. `npx allformats proof FILE` shows both sides.';
const order = ['WCAG 2.2 1.3.2', ...clauses];
const roles = ['WCAG 2.2 1.3.1', ...clauses];

/** What the proof finds when it reads an output back from its bytes and compares it with the source. */
export const proofKinds = kindsOf('fidelity', [
  [
    'lost',
    'Every word of the source is in the output',
    'A lost "not" turns advice into its opposite, and the reader of this format is the only one who never knows.',
    clauses,
    fault,
  ],
  [
    'moved',
    'Words stand in the order of the source',
    'A sentence in the wrong place answers another question.',
    order,
    fault,
  ],
  [
    'added',
    'The output adds no words but those it declares',
    'Readers would take the words for the report’s own.',
    clauses,
    fault,
  ],
  [
    'inserted',
    'Nothing stands inside a passage that the source has not',
    'The sentence would say something else.',
    clauses,
    fault,
  ],
  [
    'repeated',
    'Nothing is told twice',
    'Who listens cannot skip at a glance what comes again.',
    clauses,
    fault,
  ],
  [
    'notice-lost',
    'The notices that a format must carry are in it',
    'A draft that nobody has checked would look finished.',
    clauses,
    fault,
  ],
  [
    'addition-lost',
    'What a format adds for its readers stands where it belongs',
    'Who reads on paper cannot follow a link whose printed address is missing, and an explanation in another place explains something else.',
    order,
    fault,
  ],
  [
    'language-part',
    'Words in another language are marked with it',
    'A voice that reads Welsh as if it were English cannot be understood.',
    ['WCAG 2.2 3.1.2', ...clauses],
    fault,
  ],
  [
    'title',
    'The file calls itself what the report is called',
    'The title is the first thing that a screen reader says, and how people find the file again.',
    ['WCAG 2.2 2.4.2', ...clauses],
    fault,
  ],
  [
    'language',
    'The file says its language',
    'A screen reader and braille would speak the wrong one.',
    ['WCAG 2.2 3.1.1', ...clauses],
    fault,
  ],
  [
    'metadata',
    'The metadata claims what the file holds, and no more',
    'People choose a file by its metadata: a blind reader who trusts "alternativeText" would meet pictures that say nothing.',
    clauses,
    fault,
  ],
  [
    'link-lost',
    'Every link of the source is in the output, in its place',
    'The way to the next step is gone.',
    ['WCAG 2.2 2.4.4', ...clauses],
    fault,
  ],
  [
    'link-words',
    'Links keep their words',
    'The words are all that says where a link leads.',
    ['WCAG 2.2 2.4.4', ...clauses],
    fault,
  ],
  [
    'role',
    'A heading is a heading, a list item a list item, a cell a cell',
    'What a passage is decides how it is read out and how people get to it.',
    roles,
    fault,
  ],
  [
    'list',
    'A list item stays in its list, at its level',
    'The level says what belongs to what.',
    roles,
    fault,
  ],
  [
    'cell',
    'Each value stands in its row and column',
    'One column to the left, and the figure is another town’s.',
    roles,
    fault,
  ],
  [
    'number',
    'Numbers are written as in the source',
    'A changed digit is a changed dose, date or budget.',
    clauses,
    fault,
  ],
  [
    'split',
    'A passage is one passage',
    'Torn in two, half of it is read as something of its own.',
    roles,
    fault,
  ],
  [
    'joined',
    'Two passages stay two',
    'Read as one, the end of the first becomes the start of the second.',
    roles,
    fault,
  ],
]);
