/** Every fixed word that web pages add around a report. English: pages in another language mark them with `lang="en"`. */
export const words = {
  skip: 'Skip to the main content',
  contents: 'Contents',
  showContents: 'Show the contents',
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
  pictures: 'Who made the pictures',
  eachPicture: 'Show who made each picture',
} as const;

/** What a screen reader says for the mark of a footnote in the text. */
export function footnoteName(number: number): string {
  return `Footnote ${number}`;
}

/** The words of a link from a footnote to the text, and the longer name that screen readers say; `use` counts the places. */
export function backLink(
  number: number,
  use: number,
  uses: number,
): { readonly seen: string; readonly name: string } {
  const seen = uses === 1 ? 'Back to the text' : `Back to the text (${use})`;
  return { seen, name: `${seen}, footnote ${number}` };
}

/** Marks fixed words as English on a page that is not. An English page says nothing, so that voices keep their accent. */
export function english(language: string): { readonly lang?: 'en'; readonly dir?: 'ltr' } {
  return /^en\b/i.test(language) ? {} : { lang: 'en', dir: 'ltr' };
}
