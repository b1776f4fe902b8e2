import type { Clause, ClauseState, Ledger } from './clause-ledger.ts';

function clauses(
  rows: readonly (readonly [id: string, title: string, state: ClauseState, by: string])[],
): Clause[] {
  return rows.map(([id, title, state, by]) => ({ id, title, state, by }));
}

const axe = 'axe-core on every page';
const proof = 'the proof of every output';
const noMedia = 'no sound or film';
const noInput = 'nothing to fill in';
const noScript = 'pages have no script, timing or motion';

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
    ['1.4.4', 'Resize text (AA)', 'person', 'sizes are relative; nobody has looked at every page at 200%'],
    ['1.4.5', 'Images of text (AA)', 'person', 'pictures belong to the author'],
    ['1.4.10', 'Reflow (AA)', 'enforced', 'a browser test at 320 CSS pixels of sample pages'],
    ['1.4.11', 'Non-text contrast (AA)', 'person', 'charts belong to the author'],
    ['1.4.12', 'Text spacing (AA)', 'open', ''],
    ['1.4.13', 'Content on hover or focus (AA)', 'none', noScript],
    ['2.1.1', 'Keyboard (A)', 'enforced', axe],
    ['2.1.2', 'No keyboard trap (A)', 'enforced', noScript],
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
    ['2.4.7', 'Focus visible (AA)', 'enforced', 'a browser test of sample pages'],
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
      'author',
      'parts that are marked are carried; the proof does not compare them yet',
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

/** Every ledger by the name of its page in docs/standards. */
export const ledgers: Readonly<Record<string, Ledger>> = { 'ais.md': ais, 'wcag-2.2.md': wcag };
