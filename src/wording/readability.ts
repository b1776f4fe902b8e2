import { sentencesOf } from './sentences.ts';

export interface Readability {
  readonly sentences: number;
  readonly words: number;
  /** Words in a sentence, mean and most. */
  readonly mean: number;
  readonly longest: number;
  /** Flesch-Kincaid grade (Kincaid and others, 1975): years of school in the United States. Advisory: it counts syllables. */
  readonly grade: number;
}

/** How long the sentences of a text are, and its Flesch-Kincaid grade. Never a gate: frequency of words says more. */
export function readabilityOf(texts: readonly string[]): Readability {
  const lengths: number[] = [];
  let syllables = 0;
  for (const sentence of texts.flatMap(sentencesOf)) {
    const words = sentence.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
    if (words.length === 0) continue;
    lengths.push(words.length);
    for (const word of words) syllables += syllablesOf(word);
  }
  const words = lengths.reduce((sum, one) => sum + one, 0);
  const sentences = lengths.length;
  if (sentences === 0) return { sentences: 0, words: 0, mean: 0, longest: 0, grade: 0 };
  const mean = words / sentences;
  const grade = 0.39 * mean + 11.8 * (syllables / words) - 15.59;
  return { sentences, words, mean: round(mean), longest: Math.max(...lengths), grade: round(grade) };
}

/** Groups of vowels, without a silent e. */
function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0]!);
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
