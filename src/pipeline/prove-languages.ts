import type { Passage } from '../document/passage.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Pairs } from './align.ts';
import { doNotPublish, mostTold, shorten } from './proof-words.ts';
import type { StructureCount } from './prove-structure.ts';
import type { PlacedFinding } from './prove-words.ts';

/** A word with the language that a reader of the file takes it for. */
interface Spoken {
  readonly passage: number;
  readonly word: string;
  lang: string;
}

export interface LanguageProof {
  readonly count: StructureCount;
  readonly faults: readonly PlacedFinding[];
}

/**
 * Compares the language of each word that was found again. `languages` are those of the two documents, which words without
 * a mark of their own have.
 */
export function proveLanguages(
  source: readonly Passage[],
  output: readonly Passage[],
  pairs: Pairs,
  languages: readonly [source: string, output: string],
): LanguageProof {
  const what = 'passages in another language';
  const hasMark = ({ languages: marked }: Passage) => marked !== undefined;
  if (!source.some(hasMark) && !output.some(hasMark)) {
    return { count: { what, total: 0, found: 0 }, faults: [] };
  }
  const wanted = spokenWords(source, languages[0]);
  const got = spokenWords(output, languages[1]);
  // A document in another language than the source's is told once, not for each word.
  const [own, ownOfOutput] = languages.map((one) => one.toLowerCase());
  const wrong = new Set<number>();
  const faults: { want: Spoken; have: Spoken; words: string[]; last: number; word: number }[] = [];
  for (const [from, to] of pairs) {
    const want = wanted[from]!;
    const have = got[to]!;
    if (want.lang === have.lang || (want.lang === own && have.lang === ownOfOutput)) continue;
    wrong.add(want.passage);
    const open = faults.at(-1);
    if (open !== undefined && open.last === from - 1 && open.want.passage === want.passage) {
      open.words.push(want.word);
      open.last = from;
    } else faults.push({ want, have, words: [want.word], last: from, word: to });
  }
  const marked = source.flatMap((passage, index) => (hasMark(passage) ? [index] : []));
  return {
    count: { what, total: marked.length, found: marked.filter((index) => !wrong.has(index)).length },
    faults: faults.slice(0, mostTold).map(({ want, have, words, word }) => {
      const { at } = source[want.passage]!;
      const message = `"${shorten(words)}" is in the language "${want.lang}" in the source and in "${have.lang}" in the output.`;
      const rule = 'fidelity/language-part';
      return { finding: { rule, severity: 'error', message, fix: doNotPublish, ...(at && { at }) }, word };
    }),
  };
}

function spokenWords(passages: readonly Passage[], language: string): Spoken[] {
  const spoken: Spoken[] = [];
  const usual = language.toLowerCase();
  passages.forEach(({ text, languages = [] }, passage) => {
    const own = wordsOf(text).map((word) => ({ passage, word, lang: usual }));
    for (const { lang, start, end } of languages) {
      const first = wordsOf(text.slice(0, start)).length;
      const last = first + wordsOf(text.slice(start, end)).length;
      for (let word = first; word < last && word < own.length; word++) own[word]!.lang = lang.toLowerCase();
    }
    for (const one of own) spoken.push(one);
  });
  return spoken;
}
