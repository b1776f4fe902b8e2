import type { Tier } from './lexicon.ts';

export type Operation = 'substitute' | 'number' | 'share' | 'brackets' | 'split';

/** A proposed change of one sentence. `start` and `end` count in the sentence as it was before this edit. */
export interface Edit {
  readonly operation: Operation;
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  /** Of a share: the exact value that the report has. */
  readonly exact?: string;
}

/** The text with an edit in it; "a" and "an" follow the new word, and a sentence still begins with a capital. */
export function withEdit(text: string, { start, end, to }: Edit): string {
  let before = text.slice(0, start);
  const article = /(?<![\p{L}])([Aa])(n?) $/u.exec(before);
  if (article !== null && to !== '') {
    const vowel = /^(?:[aeio]|u(?!n[ie]|s[eu]))/i.test(to);
    before = `${before.slice(0, article.index)}${article[1]}${vowel ? 'n' : ''} `;
  }
  const after = text.slice(end);
  const joined = `${before}${to}${after}`
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .trim();
  return joined.replace(
    /^(["“‘(]?)(\p{Ll})/u,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  );
}

/** What stands in quotation marks is somebody else's wording. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (before.match(/"/g)?.length ?? 0) % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');
}
