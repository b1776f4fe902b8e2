import { kindsOf } from '../finding-kind.ts';

const fault =
  'This is a fault of allformats, not of your report. Do not publish the file, and report the fault with the message.';

/** What is found in finished e-books. */
export const bookKinds = kindsOf('epub', [
  [
    'unreadable',
    'The e-book can be opened',
    'A reading program refuses a book whose files are broken or missing, and nobody can read it.',
    ['EPUB 3.3, sections 4 and 5'],
    fault,
  ],
  [
    'container',
    'The e-book begins with its media type',
    'Phones and e-readers know by it that the file is a book.',
    ['EPUB 3.3, section 4.3'],
    fault,
  ],
  [
    'summary',
    'The e-book says in words who can use it',
    'People who look for a book that they can read see these words in catalogues and shops.',
    ['EPUB Accessibility 1.1, section 2'],
    fault,
  ],
  [
    'conformance',
    'The e-book claims a standard only where somebody vouches for it',
    'A claim that nobody has checked lets people down who trust it.',
    ['EPUB Accessibility 1.1, section 3.5'],
    'Set certifiedBy in the profile when your organisation has checked its books, and take it out when it has not.',
  ],
  [
    'link-out-of-book',
    'Links lead to a place in the e-book or to a whole address',
    'People read an e-book away from the website, so an address that leaves out the website leads nowhere.',
    ['WCAG 2.2 2.4.4'],
    'Give the whole address, such as https://example.org/file.pdf, or mend the link.',
  ],
]);
