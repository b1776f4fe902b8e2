import { kindsOf } from '../finding-kind.ts';

const clearPrint = 'UKAAF clear and large print (2019)';
const easyReadGuide = 'Department of Health Easy Read guidelines 2009';
const fault =
  'This is a fault of allformats, not of your report. Do not publish the file, and report the fault with the message.';

/** What the measuring of finished large print pages finds: docs/standards/ukaaf-large-print.md has the measures. */
export const printKinds = kindsOf('pdf', [
  [
    'too-small',
    'All letters have at least the size asked for',
    'A page number or a note in small print is missing for the person who asked for 20 point.',
    [clearPrint, 'DAPB1605 (meet)'],
    fault,
  ],
  [
    'font',
    'Letters have no serifs, and their font is in the file',
    'The recorded need says sans serif, and a font that is not in the file is replaced by another on the reader’s machine.',
    [clearPrint, 'DAPB1605 (meet)'],
    fault,
  ],
  [
    'italic',
    'No letters are slanted',
    'Slanted letters run into each other for people with low vision or dyslexia.',
    [clearPrint],
    fault,
  ],
  [
    'underline',
    'No words are underlined',
    'The line hides the lower parts of g, p and y.',
    [clearPrint],
    fault,
  ],
  [
    'capitals',
    'No words one after the other in capitals',
    'Capitals all have the same shape, so people with low vision must spell them out.',
    [clearPrint],
    'Write the words in small letters in your report.',
  ],
  [
    'rotated',
    'All words run level from left to right',
    'Who uses a magnifier cannot turn the page.',
    [clearPrint],
    fault,
  ],
  [
    'contrast',
    'Letters stand out from what is behind them',
    'Pale letters vanish first.',
    ['WCAG 2.2 1.4.3', 'WCAG 2.2 1.4.6'],
    'Choose other colours in the profile.',
  ],
  [
    'not-text',
    'The file says of every letter which one it is',
    'Otherwise a screen reader and search see no words.',
    ['PDF/UA-1 7.21.7'],
    fault,
  ],
  [
    'background',
    'The paper has the colour asked for, to its edges',
    'A white edge glares, which is what the person wished to avoid.',
    ['DAPB1605 (meet)'],
    fault,
  ],
  [
    'not-left',
    'Lines start at the same place on the left',
    'The eye, or the magnifier, finds the next line by its start.',
    [clearPrint],
    fault,
  ],
  [
    'justified',
    'Lines end where their words end: spaces are not spread to make them even',
    'Wide and narrow spaces make words hard to tell apart, and every line looks like the next.',
    [clearPrint],
    fault,
  ],
  [
    'print-settings',
    'The file asks to be printed as it is',
    'A page that is made to fit the paper has smaller letters than the reader asked for.',
    [clearPrint],
    fault,
  ],
  [
    'paper-advice',
    'The file says on which paper to print it',
    'Paper that shines or lets the back show through makes large letters hard to read again.',
    [clearPrint],
    fault,
  ],
  [
    'edition-notes',
    'The document tells at its end what this edition changes',
    'Who reads large print must know that a table of the others is a list of records here.',
    [clearPrint],
    fault,
  ],
  [
    'torn',
    'No hyphens at the ends of lines; dates, telephone numbers and amounts stay on one line',
    'Half a telephone number is hard to keep in mind on the way to the next line.',
    [clearPrint],
    'Shorten what stands there, or choose wider paper.',
  ],
  [
    'leading',
    'Lines have room between them',
    'Without it the eye slips into the line above or below.',
    [clearPrint],
    fault,
  ],
  [
    'paragraph-space',
    'A line of space stands between paragraphs',
    'It shows where a thought ends to people who see little of the page at a time.',
    [clearPrint],
    fault,
  ],
  [
    'line-length',
    'Lines are not too long',
    'On the way back from a long line people lose their place.',
    [clearPrint],
    'Choose narrower paper or larger letters in the profile.',
  ],
  [
    'paper',
    'The paper has the size asked for',
    'An enlarged small page has pale letters, is unwieldy, and does not fit a reading stand.',
    [clearPrint],
    fault,
  ],
  [
    'two-columns',
    'Text runs in one column',
    'With a magnifier, nobody sees that the line ends in mid page.',
    [clearPrint],
    fault,
  ],
  [
    'heading-size',
    'Headings are larger the higher they stand, and skip no level',
    'The size is how a person with low vision finds the parts.',
    ['WCAG 2.2 1.3.1', 'PDF/UA-1 7.4.2'],
    'Mend the levels of the headings in your report. If they are right, please report it.',
  ],
  [
    'over-picture',
    'No words stand over or beside a picture',
    'The picture breaks the shapes of the letters and moves the start of the line.',
    [clearPrint],
    fault,
  ],
  [
    'idea-row',
    'An Easy Read idea stands on one page, whole',
    'A picture on one page and its words on the next are two riddles.',
    [easyReadGuide],
    fault,
  ],
  [
    'idea-picture',
    'Each Easy Read idea has one picture beside its words',
    'Many people read the pictures first. A picture that is missing, or at the wrong words, tells them nothing or something wrong.',
    [easyReadGuide],
    fault,
  ],
  [
    'draft-stamp',
    'A draft of Easy Read says so on every page',
    'Pages are copied and handed out one by one. Nobody shall take for checked what no reader has checked.',
    ['DIN SPEC 33429', 'Inclusion Europe: Information for all'],
    fault,
  ],
  [
    'too-many-pages',
    'Easy Read has 24 pages at most',
    'A thick booklet frightens people off before they have read a word.',
    ['GOV.UK accessible communication formats: Easy Read'],
    'Tell less, or make two booklets of it: say what is left out with :::left-out.',
  ],
  [
    'page-number',
    'Every page has its number, always at the same place',
    'Large print has many pages, and a dropped pile must be put in order again.',
    [clearPrint],
    fault,
  ],
  [
    'no-contents',
    'A long document has a list of contents',
    'To leaf through 60 large pages is work.',
    ['WCAG 2.2 2.4.5'],
    'Switch the list of contents on in the profile.',
  ],
  [
    'margin',
    'The margins are wide enough to hold the page',
    'Fingers and staples cover the words.',
    [clearPrint],
    'Set margin to 20 or more in the profile.',
  ],
  [
    'outside',
    'Nothing is cut off or in the margin',
    'Words that are cut off are lost.',
    ['Our own: nothing of a report is left out in silence'],
    fault,
  ],
  [
    'overlap',
    'No words are printed over others',
    'Neither of the two can be read.',
    ['Our own: nothing of a report is left out in silence'],
    fault,
  ],
]);

/** What our own checks of pages find in a browser. */
export const pageKinds = kindsOf('page', [
  [
    'fixed-spacing',
    'Readers can set their own spacing',
    'Wider spaces between letters and lines let people with dyslexia or low vision read; "!important" in the page wins over what they have set.',
    ['WCAG 2.2 1.4.12'],
    'Take "!important" away from the spacing in the style attribute.',
  ],
  [
    'text-spacing',
    'No words are cut off when a reader widens the spaces',
    'The end of the sentence is gone for everybody who reads with wider spaces.',
    ['WCAG 2.2 1.4.12'],
    'Let the box grow with its words: no fixed height, no "overflow: hidden".',
  ],
  [
    'zoom',
    'No words are cut off when the page is enlarged to 200%',
    'Enlarging is the first thing that people with low vision do.',
    ['WCAG 2.2 1.4.4'],
    'Let the box grow with its words: no fixed height, no "overflow: hidden".',
  ],
  [
    'reflow',
    'Text fits a screen of 320 pixels',
    'On a phone, or enlarged to 400%, every line would have to be pushed to and fro.',
    ['WCAG 2.2 1.4.10'],
    'Use widths in % or max-width, and let long words break (overflow-wrap: anywhere).',
  ],
  [
    'focus-visible',
    'It can be seen where the keyboard is',
    'Who uses no mouse cannot know what the Enter key will do.',
    ['WCAG 2.2 2.4.7'],
    'Do not take the outline away, or give the control another mark for :focus-visible.',
  ],
  [
    'keyboard-trap',
    'The keyboard leads out of everything',
    'Who uses no mouse must close the page and never reaches what comes after.',
    ['WCAG 2.2 2.1.2'],
    'Let the Tab key, or the Escape key, lead out of it.',
  ],
  [
    'contrast',
    'Words stand out from the picture or colours behind them',
    'Pale words on a picture vanish first for people with low vision, and for all in the sun. Styles do not tell the colours of a picture: the page is photographed without its letters, and a letter fails where even the best point behind it is too pale.',
    ['WCAG 2.2 1.4.3'],
    'Put a plain background behind the words, or choose another colour for them.',
  ],
  [
    'link-words',
    'Links say where they lead',
    'Screen readers list links on their own: a list of "more" helps nobody.',
    ['WCAG 2.2 2.4.4'],
    'Use the name of the document or page as the words of the link.',
  ],
  [
    'alt-words',
    'Pictures are told in words that say something',
    'The name of a file, read aloud, tells nothing of the picture.',
    ['WCAG 2.2 1.1.1'],
    'Tell what the picture says. Where it says nothing, write alt="".',
  ],
]);

/** What is missing for a statement. */
export const statementKinds = kindsOf('statement', [
  [
    'details',
    'The details of a statement are complete',
    'People who report a problem need somebody who answers, and the regulations ask for each detail.',
    ['Accessibility Regulations 2018: model statement'],
    'Write it in statement.yaml: docs/statement.md shows every detail.',
  ],
  [
    'fix-date',
    'Each known problem has a day, yet to come, by which it will be mended',
    'People plan by it; a day that is past says that nobody looks after the page.',
    ['Accessibility Regulations 2018: model statement'],
    'Write it in "fixBy" of statement.yaml, by rule or as "default".',
  ],
  [
    'review',
    'The statement was reviewed within the last year',
    'An old statement tells of problems that are gone and not of new ones.',
    ['Accessibility Regulations 2018: model statement'],
    'Check again, review it, and write the day in "reviewed".',
  ],
  [
    'format-time',
    'People are told how long each format takes',
    'Who must answer a letter within a week has to know whether braille comes in time.',
    ['DAPB1605 (meet)'],
    'Write it in "formats" of statement.yaml, by profile or as "default".',
  ],
]);

/** What the field's own checkers find. Their ids belong to them: one page stands for each of them. */
export const judgeKinds = [
  ...kindsOf('axe', [
    [
      '*',
      'The page breaks no rule of axe-core',
      'axe-core tests web pages in a real browser for what stops people who use a screen reader, a keyboard or enlarged text. Severity "person" means that axe itself could not tell.',
      [
        'WCAG 2.2 1.1.1',
        'WCAG 2.2 1.3.1',
        'WCAG 2.2 1.4.3',
        'WCAG 2.2 2.4.4',
        'WCAG 2.2 3.1.1',
        'WCAG 2.2 4.1.2',
      ],
      'The message names the rule and where on the page (a CSS selector). Open the address behind "See" for what to change. In a page that allformats made, please report it.',
    ],
  ]),
  ...kindsOf('chromium', [
    [
      'differs',
      'A browser tells screen readers what the page says',
      'The words in the file are no use to a blind reader when the browser does not hand them on.',
      ['WCAG 2.2 1.3.1', 'WCAG 2.2 4.1.2'],
      'Two readers with nothing in common read each page: one its HTML, the other the tree that Chromium gives to screen readers. They must agree word for word. Please report it, and do not publish the file.',
    ],
    [
      'unseen',
      'What is read aloud can be seen',
      'People who see and hear a page at once, and people who look at it with a carer, get two different documents.',
      ['WCAG 2.2 1.3.1', 'WCAG 2.2 1.4.3'],
      'Please report it, and do not publish the file.',
    ],
  ]),
  ...kindsOf('poppler', [
    [
      'differs',
      'Another program reads the same words in the PDF',
      'A PDF that only one program can read is silence in the others.',
      ['PDF/UA-1 7.1'],
      'Poppler shares no code with what wrote the file. It must find every word that our own reader finds, and in short files in the same order. Please report it, and do not publish the file.',
    ],
  ]),
  ...kindsOf('verapdf', [
    [
      '*',
      'The PDF meets each clause that veraPDF tests',
      'A PDF with faults in its tags is silence or noise in a screen reader, though it looks right.',
      ['PDF/UA-1'],
      'The name of the rule is the clause and test number of the standard, such as 7.1-3. In a file of another program, mend it there: give the document tags, a title, a language and descriptions of pictures, and export it as "PDF/UA" or "tagged PDF". In a file of allformats, please report it.',
    ],
    [
      'not-declared',
      'The PDF says that it meets PDF/UA',
      'Libraries and readers trust the declaration, and only then is the file held to it.',
      ['PDF/UA-1 5'],
      'Export it as "PDF/UA". In a file of allformats, please report it.',
    ],
    [
      'unreadable',
      'The file is a PDF that can be read',
      'Nobody can open it.',
      ['PDF/UA-1 7.1'],
      'Make the file again.',
    ],
  ]),
  ...kindsOf('vnu', [
    [
      'html',
      'The page is valid HTML',
      'Browsers guess what broken HTML means, and a screen reader may be given another guess than the eye.',
      ['WCAG 2.2 4.1.2'],
      'The message says what is wrong, with the line and column of the page. In a page that allformats made, please report it.',
    ],
  ]),
  ...kindsOf('epubcheck', [
    [
      '*',
      'The e-book is a valid EPUB',
      'Each reading program mends a faulty book in its own way, or refuses it.',
      ['EPUB 3.3'],
      'The name of the rule is the message of EPUBCheck, such as rsc-005; the text says in which file of the book. Where it is about a picture of your report, save the picture again as plain SVG, PNG or JPEG. Otherwise please report it.',
    ],
  ]),
  ...kindsOf('ace', [
    [
      '*',
      'The e-book breaks no rule of Ace by DAISY',
      'Ace opens every page of the book in a browser and looks for what stops people who use a screen reader, a keyboard or enlarged text, and for what the book does not tell about itself.',
      ['EPUB Accessibility 1.1', 'WCAG 2.2 1.1.1', 'WCAG 2.2 1.3.1', 'WCAG 2.2 4.1.2'],
      'The message names the page of the book and where on it. Open the address behind "See" for what to change. In a book that allformats made, please report it.',
    ],
  ]),
];
