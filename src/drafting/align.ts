import { littleWords } from '../wording/little-words.ts';
import { numberPattern, worthOf } from '../wording/numbers.ts';
import type { SourceSentence } from './source-sentences.ts';

/** Finds the sentence of a section that an Easy Read idea most likely tells again; undefined where none shares its words. */
export function aligner(sentences: readonly SourceSentence[]): (text: string) => SourceSentence | undefined {
  const rows = sentences.map((sentence) => ({ sentence, stems: new Set(stemsOf(sentence.text)) }));
  const spread = new Map<string, number>();
  for (const { stems } of rows) for (const stem of stems) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const weight = (stem: string) => Math.log(1 + rows.length / (spread.get(stem) ?? rows.length + 1));
  return (text) => {
    const stems = [...new Set(stemsOf(text))];
    const total = stems.reduce((sum, stem) => sum + weight(stem), 0);
    let best: { readonly sentence: SourceSentence; readonly score: number } | undefined;
    for (const { sentence, stems: own } of rows) {
      let shared = 0;
      for (const stem of stems) if (own.has(stem)) shared += weight(stem);
      const score = shared / (total + 0.1 * own.size);
      if (score > 0.34 && (best === undefined || score > best.score)) best = { sentence, score };
    }
    return best?.sentence;
  };
}

/** Words in small letters, cut to what their forms share. */
function stemsOf(text: string): string[] {
  return (
    inDigits(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => !littleWords.has(word))
    .map((word) => (/\d/.test(word) ? word : word.slice(0, 6).replace(/(?:ing|ed|es|s|e)$/, '')));
}

function inDigits(text: string): string {
  return text.replace(numberPattern, (found) => {
    const match = new RegExp(numberPattern.source, 'iu').exec(found);
    return String((match && worthOf(match)) ?? found);
  });
}
