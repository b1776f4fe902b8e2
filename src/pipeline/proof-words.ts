/** What to do about a fault that the proof has found. */
export const doNotPublish =
  'This is a fault of allformats, not of the report. Please report it; do not publish this file.';
export const pleaseReport = 'This is a fault of allformats. Please report it.';

/** How many places of one kind are told; the rest is counted. */
export const mostTold = 20;

export function shorten(words: readonly string[]): string {
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ');
}
