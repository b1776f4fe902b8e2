import { littleWords } from './little-words.ts';
import { type NameKnowledge, surelyNames } from './names.ts';
import { isOrdinaryWord } from './word-frequency.ts';

/** What the texts of a report show about which of its words are names. */
export function nameKnowledge(texts: readonly string[]): NameKnowledge {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const text of texts) {
    for (const name of surelyNames(text)) names.add(name);
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+/gu)) small.add(word);
  }
  return {
    isOrdinary: (word) => small.has(word.toLowerCase()) && !names.has(word),
    isName: (word) =>
      names.has(word) ||
      (!small.has(word.toLowerCase()) && !littleWords.has(word.toLowerCase()) && !isOrdinaryWord(word)),
  };
}
