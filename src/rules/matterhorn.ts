import type { Clause, ClauseState, Ledger } from './clause-ledger.ts';

/** Lines of `number: what fails`. */
function conditions(state: ClauseState, by: string, lines: string): Clause[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, id, title] = /^\s*(\d\d-\d\d\d) (.+)$/.exec(line)!;
      return { id: id!, title: title!, state, by };
    });
}

const proof = 'the proof of every output';
const vera = (clause: string) => `veraPDF on every PDF, clause ${clause}`;

const clauses: readonly Clause[] = [
  ...conditions('enforced', vera('5'), '06-002 Nothing says that the file is PDF/UA'),
  ...conditions(
    'enforced',
    vera('7.1'),
    `01-003 An artifact stands inside tagged content
     01-004 Tagged content stands inside an artifact
     01-005 Content is neither tagged nor an artifact
     01-007 The file says itself that its tags are suspect
     02-001 A type of its own leads to no standard type
     02-003 Types lead round in a circle
     02-004 A standard type is given another meaning
     06-001 There are no XMP metadata
     06-003 The metadata have no title
     07-001 Nothing is said about showing the title
     07-002 The file asks not to show the title`,
  ),
  ...conditions(
    'enforced',
    vera('7.2'),
    `09-004 Parts of a table stand where none may
     09-005 Parts of a list stand where none may
     09-006 Parts of a list of contents stand where none may
     11-001 The language of words on the page is not known
     11-002 The language of a description or replacement is not known
     11-003 The language of bookmarks is not known
     11-004 The language of what an annotation says is not known
     11-005 The language of a field's name is not known
     11-006 The language of the metadata is not known`,
  ),
  ...conditions('enforced', vera('7.21.7'), '10-001 What a character code means is not known'),
  ...conditions('enforced', vera('7.3'), '13-004 A picture has no words in its place'),
  ...conditions(
    'enforced',
    vera('7.4.2'),
    '14-002 The first heading is not of level 1\n14-003 A level of headings is skipped',
  ),
  ...conditions(
    'enforced',
    vera('7.4.4'),
    '14-006 A part has two headings without a level\n14-007 Headings with and without a level are mixed',
  ),
  ...conditions('enforced', vera('7.5'), '15-003 A header cell does not say what it is the header of'),
  ...conditions('enforced', vera('7.9'), '19-003 A note has no ID\n19-004 Two notes have the same ID'),
  ...conditions('enforced', vera('7.11'), '21-001 An embedded file has no name in both forms'),
  ...conditions(
    'enforced',
    vera('7.16'),
    '26-001 It is encrypted and says nothing about permissions\n26-002 Permissions keep assistive technology out',
  ),
  ...conditions(
    'enforced',
    vera('7.18.1'),
    `28-002 An annotation of another kind is not in an element of its own
     28-004 An annotation has no words
     28-005 A form field has no name`,
  ),
  ...conditions('enforced', vera('7.18.2'), '28-007 There are traps for printing inks'),
  ...conditions(
    'enforced',
    vera('7.18.3'),
    '28-008 A page with annotations has no tab order\n28-009 The tab order is not that of the tags',
  ),
  ...conditions('enforced', vera('7.18.4'), '28-010 A form field is in no element for it'),
  ...conditions(
    'enforced',
    vera('7.18.5'),
    '28-011 A link is in no element for it\n28-012 A link has no words of its own',
  ),
  ...conditions('enforced', vera('7.18.8'), '28-017 A printer’s mark is in the structure'),
  ...conditions(
    'enforced',
    vera('7.20'),
    '30-001 Content of another file is shown\n30-002 Tagged content that is used twice',
  ),
  ...conditions(
    'enforced',
    vera('7.21.3'),
    `31-001 Font and character map name different registries
     31-002 Font and character map name different collections
     31-003 The font has an older supplement than its character map
     31-004 Which glyph belongs to a CID is told in a wrong way
     31-005 Which glyph belongs to a CID is not told
     31-006 A character map is neither known nor in the file
     31-007 Two places say different directions of writing
     31-008 A character map leads to one that is not known`,
  ),
  ...conditions(
    'enforced',
    vera('7.21.4'),
    `31-009 A font is not in the file
     31-011 A font in the file lacks glyphs that are used
     31-012 A glyph of a Type 1 font is not in its list
     31-013 The list of a Type 1 font names a glyph that is not there
     31-014 A glyph of a CID font is not in its list
     31-015 The list of a CID font names a glyph that is not there`,
  ),
  ...conditions('enforced', vera('7.21.5'), '31-016 Widths of glyphs differ between file and font'),
  ...conditions(
    'enforced',
    vera('7.21.6'),
    `31-017 A TrueType font for text has no usual table of characters
     31-018 A glyph cannot be found by that table
     31-019 Such a font does not say its encoding
     31-020 Its encoding has no base
     31-021 Its encoding is none of the two that are allowed
     31-022 Its encoding has names that nobody knows
     31-023 Names are changed and there is no Unicode table
     31-024 A font of symbols says an encoding
     31-025 A font of symbols has no table of characters
     31-026 A font of symbols has several tables and none for symbols`,
  ),
  ...conditions(
    'enforced',
    vera('7.21.7'),
    `31-027 A font tells in no way what its letters are
     31-028 A letter is said to be the character 0
     31-029 A letter is said to be a mark of byte order`,
  ),
  ...conditions('enforced', vera('7.21.8'), '31-030 Text uses the sign for a missing letter'),
  ...conditions(
    'enforced',
    `${proof}: each passage is what it is in the source, and furniture is an artifact`,
    `01-001 Furniture is tagged as content
     01-002 Content is marked as furniture
     01-006 An element has a type that does not fit
     02-002 A type of its own leads to one that does not fit
     06-004 The title does not name the document
     09-001 The tags are in another order than people read
     09-002 Elements are nested that do not belong into each other
     09-003 The type that an element stands for does not fit
     13-001 A picture is not tagged as one
     13-003 A caption is not tagged as one
     14-001 A heading is not tagged as one
     15-001 A header cell of a row is not tagged as one
     15-002 A header cell of a column is not tagged as one
     15-005 The header of a cell cannot be told
     16-003 A list is not tagged as one
     18-001 Running heads and feet are not artifacts
     19-001 A note is not tagged as one
     19-002 A reference to a note is not tagged as one
     28-001 A link stands at the wrong place of the order`,
  ),
  ...conditions(
    'enforced',
    'tests of the tag tree that the writer makes',
    `14-004 Levels of headings are not in Arabic numerals
     14-005 A seventh level is tagged as another
     16-001 A numbered list does not say that it is numbered
     16-002 It says so in a way that is not allowed
     18-002 Running heads and feet do not say which they are`,
  ),
  ...conditions(
    'enforced',
    'only open fonts are used; a font of your own must allow embedding',
    '31-010 A font may not be embedded',
  ),
  ...conditions(
    'person',
    'pictures, tables and words belong to the author',
    `04-001 Something is told by colour, contrast or place alone
     11-007 The language that is told is another one
     13-002 A picture behind a link has no words of its own
     13-005 A picture has its text where it needs a description
     13-006 A part of a picture is tagged on its own
     13-007 A form that more people can use is not used
     13-008 A picture of text does not give the text
     15-004 A table only arranges things`,
  ),
  ...conditions(
    'none',
    'no film, sound, script or scan',
    `03-001 An action makes the page flicker
     03-002 A film flickers
     03-003 A script makes the page flicker
     05-001 A film has sound that is told in no other way
     05-002 Sound is told in no other way
     05-003 A beep is told in no other way
     08-001 Recognised text has many errors
     08-002 Recognised text is not tagged
     28-014 A film does not say its kind
     28-015 A film has no description
     29-001 A script asks for keys at set times`,
  ),
  ...conditions(
    'none',
    'no such thing is made',
    `09-007 Parts of ruby text stand where none may
     09-008 Parts of warichu text stand where none may
     12-001 Stretched characters are told in a wrong way
     20-001 A choice of layers has no name
     20-002 The usual choice of layers has no name
     20-003 Layers switch themselves
     22-001 Threads are in another order than people read
     24-001 A printed form does not say what its fields are
     25-001 A form of the older kind (XFA) is dynamic
     28-003 An annotation is used only for its looks
     28-006 An annotation of an unknown kind is not in the structure
     28-013 A map of clicks is given in no other way
     28-016 A file on a page is not described as one
     28-018 A printer’s mark is no artifact`,
  ),
  ...conditions(
    'none',
    'the protocol has no test of its own for it',
    '23-001 Digital signatures\n27-001 Navigation',
  ),
  ...conditions(
    'open',
    'reports have no marks for them yet',
    `17-001 An expression is not tagged as one
     17-002 An expression has no description
     17-003 Its characters have no meaning`,
  ),
];

const rulesFor: Readonly<Record<string, string>> = {
  '01-005': 'PDF/UA-1 7.1',
  '06-002': 'PDF/UA-1 5',
  '10-001': 'PDF/UA-1 7.21.7',
  '11-001': 'PDF/UA-1 7.2',
  '13-004': 'PDF/UA-1 7.3',
  '14-001': 'PDF/UA-1 7.4',
  '14-003': 'PDF/UA-1 7.4.2',
  '15-003': 'PDF/UA-1 7.5',
  '26-002': 'PDF/UA-1 7.16',
  '28-005': 'PDF/UA-1 7.18.1',
  '28-009': 'PDF/UA-1 7.18.3',
  '28-011': 'PDF/UA-1 7.18.5',
};

/** Every failure condition of the Matterhorn Protocol 1.1, in our own words. */
export const matterhorn: Ledger = {
  title: 'Matterhorn Protocol 1.1: every way to fail PDF/UA-1',
  about:
    'What holds each failure condition in the PDFs that are made. The numbers are those of the protocol, the words are ours. The protocol says that it has 136; its tables have 137, because 13-008 was added in version 1.1. Of the 87 that it leaves to a machine, veraPDF is asked about all that can arise. Rules that start with "file/" look for the same in PDFs of other programs.',
  prefix: 'Matterhorn ',
  same: (id) => rulesFor[id],
  clauses: [...clauses].sort((a, b) => (a.id < b.id ? -1 : 1)),
};
