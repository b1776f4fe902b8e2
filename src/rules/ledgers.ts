import type { Clause, ClauseState, Ledger } from './clause-ledger.ts';
import { matterhorn } from './matterhorn.ts';

function clauses(
  rows: readonly (readonly [id: string, title: string, state: ClauseState, by: string])[],
): Clause[] {
  return rows.map(([id, title, state, by]) => ({ id, title, state, by }));
}

const axe = 'axe-core on every page';
const proof = 'the proof of every output';
const noMedia = 'no sound or film';
const noInput = 'nothing to fill in';
const noScript =
  'no timing, motion, gestures or keys of their own: the one script of our pages serves the reader’s settings';

/** WCAG 2.2, levels A and AA (4.1.1 was removed from it), for reports and the pages and PDFs made from them. */
const wcag: Ledger = {
  title: 'WCAG 2.2, levels A and AA',
  about:
    'What holds each success criterion in the reports and in what is made from them. Made from the rules. "Enforced" means that a breach is found by a machine, as far as one can; it does not mean that people need not look.',
  prefix: 'WCAG 2.2 ',
  clauses: clauses([
    ['1.1.1', 'Non-text content (A)', 'enforced', `${proof}; whether a description is good needs a person`],
    ['1.2.1', 'Audio-only and video-only (A)', 'none', noMedia],
    ['1.2.2', 'Captions (A)', 'none', noMedia],
    ['1.2.3', 'Audio description or alternative (A)', 'none', noMedia],
    ['1.2.4', 'Captions, live (AA)', 'none', noMedia],
    ['1.2.5', 'Audio description (AA)', 'none', noMedia],
    [
      '1.3.1',
      'Info and relationships (A)',
      'enforced',
      `${proof}: headings, lists, cells; ${axe}; veraPDF on every PDF`,
    ],
    ['1.3.2', 'Meaningful sequence (A)', 'enforced', proof],
    ['1.3.3', 'Sensory characteristics (A)', 'enforced', ''],
    ['1.3.4', 'Orientation (AA)', 'enforced', 'pages have one column that flows'],
    ['1.3.5', 'Identify input purpose (AA)', 'none', noInput],
    ['1.4.1', 'Use of colour (A)', 'enforced', 'colour inside pictures needs a person'],
    ['1.4.2', 'Audio control (A)', 'none', noMedia],
    ['1.4.3', 'Contrast, minimum (AA)', 'enforced', `${axe}; a test of every colour pair`],
    ['1.4.4', 'Resize text (AA)', 'enforced', 'every page is opened at 200%; sizes are relative'],
    ['1.4.5', 'Images of text (AA)', 'person', 'pictures belong to the author'],
    ['1.4.10', 'Reflow (AA)', 'enforced', 'every page is opened at 320 CSS pixels'],
    ['1.4.11', 'Non-text contrast (AA)', 'person', 'charts belong to the author'],
    ['1.4.12', 'Text spacing (AA)', 'enforced', 'every page is opened with these spaces'],
    ['1.4.13', 'Content on hover or focus (AA)', 'enforced', noScript],
    ['2.1.1', 'Keyboard (A)', 'enforced', axe],
    ['2.1.2', 'No keyboard trap (A)', 'enforced', 'every page is gone through by keyboard'],
    ['2.1.4', 'Character key shortcuts (A)', 'none', noScript],
    ['2.2.1', 'Timing adjustable (A)', 'none', noScript],
    ['2.2.2', 'Pause, stop, hide (A)', 'none', noScript],
    ['2.3.1', 'Three flashes (A)', 'none', noScript],
    ['2.4.1', 'Bypass blocks (A)', 'enforced', axe],
    ['2.4.2', 'Page titled (A)', 'enforced', `${proof}; ${axe}`],
    ['2.4.3', 'Focus order (A)', 'enforced', proof],
    ['2.4.4', 'Link purpose in context (A)', 'enforced', ''],
    ['2.4.5', 'Multiple ways (AA)', 'person', 'the start page and contents lists; the site is its owner’s'],
    ['2.4.6', 'Headings and labels (AA)', 'enforced', 'whether a heading describes its part needs a person'],
    ['2.4.7', 'Focus visible (AA)', 'enforced', 'every page is gone through by keyboard'],
    [
      '2.4.11',
      'Focus not obscured, minimum (AA)',
      'enforced',
      'the list of contents stands beside the page, never over it',
    ],
    ['2.5.1', 'Pointer gestures (A)', 'none', noScript],
    ['2.5.2', 'Pointer cancellation (A)', 'none', noScript],
    ['2.5.3', 'Label in name (A)', 'enforced', axe],
    ['2.5.4', 'Motion actuation (A)', 'none', noScript],
    ['2.5.7', 'Dragging movements (AA)', 'none', noScript],
    [
      '2.5.8',
      'Target size, minimum (AA)',
      'person',
      'links in sentences are excepted; lists of links are large',
    ],
    ['3.1.1', 'Language of page (A)', 'enforced', `${proof}; ${axe}`],
    [
      '3.1.2',
      'Language of parts (AA)',
      'enforced',
      'parts that are marked say their language; whether all are marked needs a person',
    ],
    ['3.2.1', 'On focus (A)', 'none', noScript],
    ['3.2.2', 'On input (A)', 'none', noInput],
    ['3.2.3', 'Consistent navigation (AA)', 'enforced', 'all pages are made alike'],
    ['3.2.4', 'Consistent identification (AA)', 'enforced', 'all pages are made alike'],
    ['3.2.6', 'Consistent help (A)', 'enforced', 'the way to ask stands in the same place of every output'],
    ['3.3.1', 'Error identification (A)', 'none', noInput],
    ['3.3.2', 'Labels or instructions (A)', 'none', noInput],
    ['3.3.3', 'Error suggestion (AA)', 'none', noInput],
    ['3.3.4', 'Error prevention (AA)', 'none', noInput],
    ['3.3.7', 'Redundant entry (A)', 'none', noInput],
    ['3.3.8', 'Accessible authentication, minimum (AA)', 'none', noInput],
    ['4.1.2', 'Name, role, value (A)', 'enforced', `${axe}; Nu HTML Checker on every page`],
    ['4.1.3', 'Status messages (AA)', 'none', noScript],
  ]),
};

/** The steps of the standard; the full text of its requirements was not at hand. */
const ais: Ledger = {
  title: 'Accessible Information Standard (DAPB1605)',
  about:
    'What holds each step of the standard. Made from the rules. Only the steps are listed: the full text of the requirements was not at hand when this was made.',
  prefix: 'DAPB1605 ',
  clauses: clauses([
    [
      '(identify)',
      'Ask people about their needs, and find out how to meet them',
      'author',
      'the team’s duty',
    ],
    ['(record)', 'Record needs in a set way', 'author', 'the team’s duty; `allformats need` reads the codes'],
    ['(flag)', 'Make recorded needs highly visible', 'author', 'the team’s duty'],
    ['(share)', 'Share needs with others who care for the person', 'author', 'the team’s duty'],
    ['(meet)', 'Give information in a format that meets the need', 'enforced', `${proof}`],
    ['(review)', 'Ask again whether needs have changed', 'author', 'the team’s duty'],
  ]),
};

/** Criteria of WCAG 2.2 that WCAG 2.1, and so EN 301 549 V3.2.1, has not. */
const newIn22 = new Set(['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8']);
/** They are about sets of web pages: clause 10 leaves them out. */
const leftOut = new Set(['2.4.1', '2.4.5', '3.2.3', '3.2.4']);

/** The clauses for documents, each of them a criterion of WCAG 2.1. */
const en301549: Ledger = {
  title: 'EN 301 549 V3.2.1, clause 10: documents that are no web pages',
  about:
    'What holds each clause in the PDFs, e-books and text files that are made. Each is a success criterion of WCAG 2.1 (A and AA) said of documents, so the rules are those of WCAG. Pages are clause 9, which is WCAG itself. Listed from the structure of the standard; its wording was not at hand when this was made.',
  prefix: 'EN 301 549 ',
  same: (id) =>
    /^10\.\d+\.\d+\.\d+$/.test(id) && !leftOut.has(id.slice(3)) ? `WCAG 2.2 ${id.slice(3)}` : undefined,
  clauses: [
    ...wcag.clauses
      .filter(({ id }) => !newIn22.has(id))
      .map(({ id, title, state, by }): Clause => {
        const name = { id: `10.${id}`, title };
        if (leftOut.has(id))
          return { ...name, state: 'none', by: 'the standard leaves it out: it is about sets of web pages' };
        return { ...name, state, by: by.replaceAll('every page', 'every web page; the PDF is measured') };
      }),
    { id: '10.4.1.1', title: 'Parsing (A)', state: 'enforced', by: 'veraPDF on every PDF' },
    { id: '10.5', title: 'Caption positioning', state: 'none', by: noMedia },
    { id: '10.6', title: 'Audio description timing', state: 'none', by: noMedia },
  ],
};

const vera = 'veraPDF on every PDF';

/** The 31 checkpoints of the Matterhorn Protocol 1.1: all ways to fail PDF/UA-1, sorted. */
const pdfUa: Ledger = {
  title: 'PDF/UA-1 (ISO 14289-1), by the Matterhorn Protocol 1.1',
  about:
    'Who sees to each of the 31 checkpoints of the Matterhorn Protocol 1.1 in the PDFs that are made. Each way to fail that the protocol sorts under them has its line in [the ledger of its conditions](matterhorn-1.1.md): those that a machine can find are found by veraPDF, those that need human judgement are answered by the proof, which reads the tags back and compares each with the source, where it can. "Needs a person" stands where neither can tell.',
  prefix: 'Matterhorn ',
  same: (id) =>
    ({ '06': 'PDF/UA-1 5', '10': 'PDF/UA-1 7.21.7', '14': 'PDF/UA-1 7.4.2', '01': 'PDF/UA-1 7.1' })[id],
  clauses: clauses([
    ['01', 'Real content is tagged, and nothing else', 'enforced', `${vera}; ${proof}`],
    ['02', 'Role mapping', 'enforced', `${vera}; only standard types are used`],
    ['03', 'Flickering', 'none', 'no film and no script'],
    [
      '04',
      'Colour and contrast',
      'enforced',
      'the finished pages are measured; nothing is told by colour alone',
    ],
    ['05', 'Sound', 'none', noMedia],
    ['06', 'Metadata', 'enforced', vera],
    ['07', 'Dictionary: the title is shown', 'enforced', vera],
    ['08', 'Text from pictures (OCR)', 'none', 'nothing is scanned'],
    ['09', 'Appropriate tags', 'enforced', `${vera}; ${proof}: each passage is what it is in the source`],
    ['10', 'Characters can be read', 'enforced', vera],
    [
      '11',
      'Natural language',
      'enforced',
      `${vera}; ${proof}; whether every foreign word is marked needs a person`,
    ],
    ['12', 'Stretchable characters', 'none', 'none are used'],
    ['13', 'Graphics', 'enforced', `${vera}; ${proof}; whether a description is good needs a person`],
    ['14', 'Headings', 'enforced', `${vera}; ${proof}`],
    ['15', 'Tables', 'enforced', `${vera}; ${proof}: each value in its row and column`],
    ['16', 'Lists', 'enforced', `${vera}; ${proof}`],
    ['17', 'Mathematical expressions', 'open', 'reports have no marks for them yet'],
    ['18', 'Page headers and footers', 'enforced', `${vera}; ${proof} reads them as furniture`],
    ['19', 'Notes and references', 'enforced', `${vera}; ${proof}`],
    ['20', 'Optional content', 'none', 'no layers'],
    ['21', 'Embedded files', 'enforced', vera],
    ['22', 'Article threads', 'none', 'none are made'],
    ['23', 'Digital signatures', 'none', 'none are made'],
    ['24', 'Forms that are not interactive', 'none', noInput],
    ['25', 'XFA', 'none', noInput],
    ['26', 'Security', 'enforced', `${vera}; nothing is locked`],
    ['27', 'Navigation', 'enforced', 'bookmarks and a list of contents are made from the headings'],
    ['28', 'Annotations', 'enforced', `${vera}; only links are made`],
    ['29', 'Actions', 'none', 'no script'],
    ['30', 'XObjects', 'enforced', vera],
    ['31', 'Fonts', 'enforced', vera],
  ]),
};

/** The sections of the standard that ask something of a book. */
const epub: Ledger = {
  title: 'EPUB Accessibility 1.1',
  about: 'What holds each section that asks something of an e-book. Made from the rules.',
  prefix: 'EPUB Accessibility 1.1, section ',
  clauses: clauses([
    [
      '2',
      'Metadata for people who look for a book',
      'enforced',
      `${proof}: what they say is computed from the content`,
    ],
    [
      '3.2',
      'WCAG, at least level A',
      'enforced',
      'see the ledger of WCAG 2.2; its pages are made as the web page is',
    ],
    [
      '3.3',
      'Page marks, and reading aloud in step',
      'open',
      `marks and list of the pages of a printed edition, where the report has them: ${proof}; no recorded speech`,
    ],
    ['3.5', 'Claims of conformance', 'enforced', ''],
  ]),
};

/** Every ledger by the name of its page in docs/standards. */
export const ledgers: Readonly<Record<string, Ledger>> = {
  'ais.md': ais,
  'en-301-549.md': en301549,
  'epub-accessibility-1.1.md': epub,
  'matterhorn-1.1.md': matterhorn,
  'pdf-ua-1.md': pdfUa,
  'wcag-2.2.md': wcag,
};
