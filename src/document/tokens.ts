import type { Position } from '../kernel/finding.ts';
import type { Passage } from './passage.ts';

/** One word, number or sign that carries meaning, with the passage it stands in. */
export interface Token {
  readonly word: string;
  readonly at?: Position;
}

// Soft hyphens, joiners and direction marks change how words look, not what they are.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/g;
const word = /[\p{L}\p{N}\p{M}]+|[%£€$+=<>@°✓✔✗✘]|\p{Extended_Pictographic}/gu;

/** A text as the proof reads it: composed (NFC), without signs that nobody sees. */
export function seen(text: string): string {
  return text.replace(invisible, '').normalize('NFC');
}

/** The words of a text as the proof compares them: composed (NFC), without punctuation. */
export function wordsOf(text: string): string[] {
  return seen(text).match(word) ?? [];
}

export function tokensOf(passages: readonly Passage[]): Token[] {
  const tokens: Token[] = [];
  for (const { text, at } of passages) {
    for (const one of wordsOf(text)) tokens.push(at ? { word: one, at } : { word: one });
  }
  return tokens;
}
