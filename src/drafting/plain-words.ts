import { littleWords } from '../wording/little-words.ts';
import { type NameKnowledge, surelyNames } from '../wording/names.ts';
import { isOrdinaryWord } from '../wording/word-frequency.ts';

/** What can be known of the names in a text that stands alone. */
export function plainWords(text: string): NameKnowledge {
  const names = new Set(surelyNames(text));
  return {
    isOrdinary: (word) => !names.has(word) && isOrdinaryWord(word),
    isName: (word) => names.has(word) || (!littleWords.has(word.toLowerCase()) && !isOrdinaryWord(word)),
  };
}
