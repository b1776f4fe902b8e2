import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

/** Short forms come in rows of two or three; whole words in capitals are told by their length. */
const least = 4;

/** People who read by the shape of words, and screen readers that spell capitals, lose them. */
export const capitals: Rule = {
  id: 'content/capitals',
  title: 'Words are not written in capitals',
  severity: 'warning',
  why: 'Words in capitals all have the same shape, which slows down people with dyslexia or low vision. Some screen readers spell them.',
  clauses: ['NHS digital service manual: formatting', 'UKAAF G003: clear and large print'],
  *check(document) {
    const known = new Set(document.abbreviations.map(({ short }) => short));
    for (const passage of readingOf(document).passages) {
      const run = shouted(passage.text, known);
      if (run === undefined) continue;
      yield {
        message: `"${run}" is written in capitals.`,
        fix: 'Write it in small letters. Formats show what is important in bold.',
        ...(passage.at && { at: passage.at }),
      };
    }
  },
};

/** The first run of words in capitals that holds a word too long to be a short form, and that is none that the report lists. */
function shouted(text: string, known: ReadonlySet<string>): string | undefined {
  let run: string[] = [];
  for (const word of [...text.split(' '), '']) {
    const letters = word.replace(/[^\p{L}]/gu, '');
    if (letters !== '' && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
      run.push(word);
      continue;
    }
    const isWord = (one: string) => {
      const letters = one.replace(/[^\p{L}]/gu, '');
      return letters.length > 4 && !known.has(letters);
    };
    if (run.length >= least && run.some(isWord)) return run.slice(0, 8).join(' ');
    run = [];
  }
  return undefined;
}
