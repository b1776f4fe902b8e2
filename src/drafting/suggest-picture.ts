/** A concept of the picture map with the words that stand for it. */
export interface ConceptWords {
  readonly concept: string;
  readonly synonyms: readonly string[];
}

/** Words of the map that mean too many things in a sentence to choose a picture by them. */
const vague = new Set(
  `no not none never yes ok like live live time times when why some most other various same good bad work working new more less less right rights few many end find
  hear see say tell place area where story facts paper file files record different change changes lead follow long best well use hours day week month year
  person people everyone group users number numbers start started finished complete share contact office development role`.split(
    /\s+/,
  ),
);

/**
 * The picture for an idea, by the map alone: a concept or synonym of two words, or one that stands for one thing. Nothing
 * where no word is sure, because a picture of something else says something else.
 */
export function suggestPicture(text: string, concepts: readonly ConceptWords[]): string | undefined {
  const small = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  let best: { readonly concept: string; readonly score: number } | undefined;
  for (const { concept, synonyms } of concepts) {
    for (const word of [concept.replaceAll('-', ' '), ...synonyms]) {
      if (vague.has(word)) continue;
      const key = word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
      const at = small.indexOf(` ${key} `);
      if (at === -1) continue;
      // Longer phrases first; of equals the one that stands first in the sentence.
      const score = key.split(' ').length * 1000 + key.length * 10 - at / 100;
      if (best === undefined || score > best.score) best = { concept, score };
    }
  }
  return best?.concept;
}
