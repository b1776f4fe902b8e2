/** Every fixed word that web pages add around a report. English: pages in another language mark them with `lang="en"`. */
export const words = {
  skip: 'Skip to the main content',
  contents: 'Contents',
  otherFormats: 'Other formats of this document',
  otherFormatsShort: 'Other formats',
  otherFormatsIntro: 'Choose the way of reading that suits you.',
  footnotes: 'Footnotes',
  backToTop: 'Back to the top of the page',
  deletedStart: '[Deleted: ',
  deletedEnd: ' End of deleted text]',
  done: 'Done: ',
  notDone: 'Not done: ',
  boxes: { 'key-facts': 'Key facts', note: 'Note', contact: 'Contact' },
  easyRead: 'Easy Read',
  pictures: 'About the pictures',
} as const;

/** What a screen reader says for the mark of a footnote in the text. */
export function footnoteName(number: number): string {
  return `Footnote ${number}`;
}

/** What a screen reader says for the link back from a footnote; `use` counts the places that refer to it. */
export function backLinkName(number: number, use: number): string {
  return use === 1 ? `Back to footnote ${number} in the text` : `Back to use ${use} of footnote ${number} in the text`;
}
