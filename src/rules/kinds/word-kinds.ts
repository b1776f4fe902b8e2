import { kindsOf } from '../finding-kind.ts';

const fault =
  'This is a fault of allformats, not of your report. Do not publish the file, and report the fault with the message.';
/** Microsoft, "Rules for the Accessibility Checker". */
const checker = "Word's accessibility checker";

/** What is found in finished Word documents. */
export const wordKinds = kindsOf('docx', [
  [
    'unreadable',
    'The Word document can be opened',
    'A word processor refuses a file whose parts are broken or missing, and nobody can read it.',
    ['ECMA-376 part 2'],
    fault,
  ],
  [
    'title',
    'The document has a title',
    'Screen readers and lists of files say the title; without one they say the name of the file.',
    [checker, 'WCAG 2.2 2.4.2'],
    fault,
  ],
  [
    'language',
    'The document says its language',
    'A voice reads words of another language wrong, and the spelling checker marks each of them.',
    ['WCAG 2.2 3.1.1'],
    fault,
  ],
  [
    'heading-order',
    'Headings skip no level',
    'People who go from heading to heading with a screen reader think that they have missed a part.',
    [checker, 'WCAG 2.2 1.3.1'],
    fault,
  ],
  [
    'table-header',
    'Tables have a header row that is repeated',
    'On the second page of a table nobody knows what its columns are; a screen reader says cells without their names.',
    [checker, 'WCAG 2.2 1.3.1'],
    fault,
  ],
  [
    'merged-cells',
    'Tables have no merged cells',
    'Screen readers count the columns wrong from there on.',
    [checker],
    fault,
  ],
  [
    'alt',
    'Pictures have an alternative text or are marked as decorative',
    'Who cannot see a picture meets only the word "picture".',
    [checker, 'WCAG 2.2 1.1.1'],
    fault,
  ],
  [
    'picture',
    'Pictures can be read',
    'A picture whose file is broken is missing for everybody.',
    ['WCAG 2.2 1.1.1'],
    'Replace the file with an SVG, PNG or JPEG that opens.',
  ],
  [
    'floating',
    'Pictures stand in the line of text',
    'Screen readers meet a floating picture at another place than the words about it.',
    [checker],
    fault,
  ],
  [
    'text-box',
    'No words stand in a text box',
    'Screen readers pass text boxes over, and they do not grow with larger letters.',
    [checker],
    fault,
  ],
  [
    'size',
    'All letters have at least the size asked for',
    'Who asked for large letters cannot read the small ones.',
    ['UKAAF Clear and large print (2012)'],
    fault,
  ],
  [
    'italic',
    'No words are in italic letters',
    'Slanted letters are hard to read with low vision or dyslexia.',
    ['UKAAF Clear and large print (2012)'],
    fault,
  ],
  [
    'justified',
    'Lines are not spread to both margins',
    'Uneven gaps between words make lines hard to follow.',
    ['UKAAF Clear and large print (2012)'],
    fault,
  ],
  [
    'list',
    'Lists are described',
    'A word processor shows no marks for a list that it does not know, and screen readers do not count it.',
    ['ECMA-376 part 1, 17.9'],
    fault,
  ],
]);
