import { littleWords } from '../wording/little-words.ts';
import type { SourceSection, SourceSentence } from './source-sentences.ts';

const most = 12;
const least = 3;

/**
 * The sentences of a section that tell most of it: those at the beginning of paragraphs, with promises, numbers and dates,
 * and with the words that the section often uses; long ones less. About a third of them, 3 to 12, in their order.
 */
export function keyPoints({ title, sentences }: SourceSection): SourceSentence[] {
  const weight = new Map<string, number>();
  for (const { text } of sentences)
    for (const word of new Set(wordsOf(text))) weight.set(word, (weight.get(word) ?? 0) + 1);
  const titleWords = new Set(wordsOf(title));
  const scored = sentences.map((sentence, at) => {
    const words = [...new Set(wordsOf(sentence.text))];
    const length = sentence.text.split(' ').length;
    let score =
      sentence.place === 'key-fact' ? 3 : sentence.place === 'first' ? 2 : sentence.place === 'item' ? 1 : 0;
    if (at === 0) score += 2;
    if (/\b(?:must|will|can|should|may|not)\b/i.test(sentence.text)) score += 1.5;
    if (/\d/.test(sentence.text)) score += 1;
    score += words.filter((word) => titleWords.has(word)).length * 0.8;
    score +=
      words.reduce((sum, word) => sum + Math.min(3, (weight.get(word) ?? 1) - 1), 0) / (words.length + 3);
    if (length > 30) score -= 1.5;
    if (length < 4) score -= 1;
    // Contact details are what a reader needs most.
    if (/@|\b0\d{3,4} ?\d{3}/.test(sentence.text)) score += 5;
    return { sentence, at, score };
  });
  const count = Math.min(most, Math.max(least, Math.ceil(sentences.length * 0.35)));
  return scored
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence);
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !littleWords.has(word));
}
