/**
 * Every word and sign that this format adds to a document. The writer makes them and the read-back takes them out again.
 *
 * - Heading: plus signs and a space. `+++` title, `++` section, `+` part of a section, then `+4`, `+5`, `+6`: the sign is read out by
 *   screen readers, is found by a search, and tells all six levels apart.
 * - A line in square brackets, `[Name]` or `[Name: words]`, is a mark between the words: {@link blockMarks}.
 * - `[words:  address ]` is a link, `[words:  see section "Words"]` one inside the document; `[deleted: words]`, `[picture: words]` and `[note 1]` stand inside a sentence.
 * - `- ` starts a list item, `1.  ` with two spaces a numbered one, `1.2.  ` one in a list in a list.
 * - `Name:  words`, with two spaces, is a term with its definition, or a cell with the name of its column.
 * - Words of the document never have two spaces in a row: no colon or number of theirs is taken for a mark.
 * - `\` before one of `[ ] \ + - :` or a digit says that the next sign is the document's own, where it would look like a mark.
 */
export const headingMarks = ['+++', '++', '+', '+4', '+5', '+6'] as const;

/** Names of the marks that have a line of their own. */
export const blockMarks = {
  about: 'About this text',
  contents: 'Contents',
  contentsEnd: 'End of contents',
  table: 'Table',
  records: 'Records',
  group: 'Group',
  tableEnd: 'End of table',
  figure: 'Figure',
  description: 'Description',
  figureEnd: 'End of figure',
  keyFacts: 'Key facts',
  keyFactsEnd: 'End of key facts',
  box: 'Box',
  boxEnd: 'End of box',
  contact: 'Contact',
  contactEnd: 'End of contact',
  quote: 'Quote',
  quoteEnd: 'End of quote',
  code: 'Code',
  codeEnd: 'End of code',
  language: 'Part in another language',
  languageEnd: 'End of part in another language',
  separator: 'Break',
  notes: 'Notes',
  notesEnd: 'End of notes',
  end: 'End of document',
} as const;

/** Stand before words, in the line. */
export const inlineMarks = {
  deleted: 'deleted',
  picture: 'picture',
  note: 'note',
  /** How deep a list item is whose indentation no longer tells it. */
  level: 'level',
  done: 'done',
  notDone: 'not done',
  empty: 'empty',
} as const;

/** Before the alternative text of a figure. */
export const altLabel = 'What it shows';
/** Between the number of records and the names of the columns. */
export const eachTells = 'Each tells';
export const recordName = 'Record';
/** Before the words of a heading, table or figure that a link leads to. */
export const seeWords = { section: 'see section', table: 'see table', figure: 'see figure' } as const;
/** Instead of the words, where they are the link's own. */
export const sameName = 'of this name';
/** In the first mark, where lines are broken for good: an empty line then ends each item. */
export const hardLines = 'Lines are broken after';

/** Names of languages that reports in the UK have parts in; others are told by their code. */
export const languageNames: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  bg: 'Bulgarian',
  bn: 'Bengali',
  ckb: 'Kurdish',
  cs: 'Czech',
  cy: 'Welsh',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fa: 'Persian',
  fr: 'French',
  ga: 'Irish',
  gd: 'Scottish Gaelic',
  gu: 'Gujarati',
  hi: 'Hindi',
  hu: 'Hungarian',
  it: 'Italian',
  ku: 'Kurdish',
  lt: 'Lithuanian',
  lv: 'Latvian',
  pa: 'Punjabi',
  pl: 'Polish',
  ps: 'Pashto',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  so: 'Somali',
  sq: 'Albanian',
  ta: 'Tamil',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
  yue: 'Cantonese',
  zh: 'Chinese',
};
