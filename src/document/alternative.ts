/** What stands in place of words that an author has not written. */
export const noDescription = 'Picture without description:';

const fileName = /^\S+\.(?:svg|png|jpe?g|gif|webp)$/i;

/** Whether the alternative of a picture tells anything: the name of a file does not. */
export function isTelling(alternative: string): boolean {
  const words = alternative.trim();
  return words !== '' && !words.startsWith(noDescription) && !fileName.test(words);
}
