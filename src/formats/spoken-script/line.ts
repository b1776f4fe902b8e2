import type { PassageKind } from '../../document/passage.ts';

/** Behind the number of a sentence: what its passage is. Headings, heads of columns, terms and paragraphs need none. */
export const kindSigns = {
  definition: '=',
  caption: '^',
  alt: '!',
  group: '#',
  code: '`',
} as const satisfies Partial<Record<PassageKind, string>>;

/** Before each line that tells how words are said. */
export const arrow = '→';

const special = /[\\[\]<>|]/g;

/** Words of the report, so that none of their signs is taken for one of the script. */
export function escaped(text: string): string {
  return text.replace(special, '\\$&');
}

/** A line with a sentence: `++ 12: words`, `13 =: words`, `14 (1.2.3): words`. Indented by two columns for each list around it. */
export const sentenceLine =
  /^(?<indent> *)(?:(?<depth>\++) )?(?<number>\d+)(?: (?<sign>[=^!#`]))?(?: \((?<table>\d+)\.(?<row>\d+)\.(?<column>\d+)\))?: (?<words>.*)$/u;

/** A line that tells how words of the sentence above are said. */
export const sayingLine = /^ +→ (?<written>.+?) → (?<said>.+)$/u;

/** An address as it is shown: a number or an email address without its scheme. */
export function shownAddress(url: string): string {
  return url.replace(/^tel:(?=\+?\d+$)|^mailto:(?=[^:/?#@]+@[^/?#]+$)/, '');
}

/** The address that {@link shownAddress} shows. */
export function addressOf(shown: string): string {
  if (/^\+?\d+$/.test(shown)) return `tel:${shown}`;
  return /^[^:/?#@]+@[^/?#]+$/.test(shown) ? `mailto:${shown}` : shown;
}
