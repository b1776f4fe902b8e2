import { readingOf } from '../document/passages.ts';
import type { Rule } from './rule.ts';

const common = new Set(
  'a i an as at be by do go he if in is it me my no of oh ok on or so to up us we am vs'.split(' '),
);

/** Pieces of words in a row: fewer come by chance. */
const least = 5;

/** Turned or spread letters come out of a copied page as pieces that nobody can read, hear or search. */
export const brokenLetters: Rule = {
  id: 'content/broken-letters',
  title: 'Words are whole',
  severity: 'error',
  why: 'Turned or widely set words come out of a copied page as pieces. Nobody can read them, hear them or search for them.',
  clauses: ['WCAG 2.2 1.3.2', 'UKAAF G003: clear and large print'],
  *check(document) {
    for (const passage of readingOf(document).passages) {
      const pieces = piecesIn(passage.text);
      if (pieces === undefined) continue;
      yield {
        message: `"${pieces}" is in pieces: letters that stood on end or far apart on a page.`,
        fix: 'Write the words whole.',
        ...(passage.at && { at: passage.at }),
      };
    }
  },
};

function piecesIn(text: string): string | undefined {
  let run: string[] = [];
  for (const word of [...text.split(' '), 'end']) {
    if (/^\p{L}{1,2}$/u.test(word)) {
      run.push(word);
      continue;
    }
    const strange = run.filter((one) => !common.has(one.toLowerCase())).length;
    if (run.length >= least && strange * 2 > run.length) return run.join(' ');
    run = [];
  }
  return undefined;
}
