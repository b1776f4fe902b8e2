import type { HeardLine } from '../../kernel/heard-page.ts';

/** Characters of the page that a message quotes. */
const most = 60;

/** The page's own words of one stop. */
export function wordsOfLine({ parts }: HeardLine): string {
  return parts
    .flatMap(({ by, text, sign }) => (by === 'page' ? [sign === undefined ? text : ` ${text} `] : [' ']))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

export function quoted(words: string): string {
  const whole = words.replace(/\s+/g, ' ').trim();
  return `"${whole.length <= most ? whole : `${whole.slice(0, most).replace(/\s\S*$/, '')} …`}"`;
}

/** For comparing: small letters and digits, one space between words. */
export function folded(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
