import type { Passage } from '../document/passage.ts';
import { type Token, tokensOf } from '../document/tokens.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { align, longestRising, type Pairs } from './align.ts';
import { type DeclaredText, DeclaredTexts } from './declared-words.ts';

/** How the words of an output go with those of its source. */
export interface WordMatch {
  readonly source: readonly Token[];
  readonly output: readonly Token[];
  /** Words of the source that the output has, in rising order of both. */
  readonly pairs: Pairs;
  /** For each word of the output: `same` as in the source, `declared` as added, or `added` by nobody's word. */
  readonly states: readonly ('same' | 'declared' | 'added')[];
  /** Texts that were declared as added and are not there, or not whole, or in another order. */
  readonly missing: readonly MissingText[];
}

export interface MissingText {
  readonly text: DeclaredText;
  /** All its words are there, but not where they belong. */
  readonly isMoved: boolean;
  /** The word of the output after which it belongs; -1 where that is not known. */
  readonly after: number;
}

/**
 * Aligns source and output by way of the plan: what the plan added must stand exactly where the plan has it, and what the
 * writer added must be texts that it declared, whole and in their order. Without `planned` all added texts count as the
 * writer's.
 */
export function matchWords(
  source: readonly Passage[],
  planned: readonly Passage[] | undefined,
  output: readonly Passage[],
  changes: readonly DeclaredChange[],
): WordMatch {
  const from = tokensOf(source);
  const to = tokensOf(output);
  const sourceWords = from.map(({ word }) => word);
  const plannedWords = planned === undefined ? sourceWords : tokensOf(planned).map(({ word }) => word);
  const outputWords = to.map(({ word }) => word);
  const texts = new DeclaredTexts(changes);
  // For each planned word the word of the source, for each word of the output the planned one; -1 where it was added.
  const ofSource = partners(align(sourceWords, plannedWords), plannedWords.length);
  const planTexts = takeAdded(plannedWords, ofSource, texts);
  const ofPlan = partners(align(plannedWords, outputWords), outputWords.length);
  const writerTexts = takeAdded(outputWords, ofPlan, texts);

  const pairs: [number, number][] = [];
  const states: ('same' | 'declared' | 'added')[] = [];
  const isThere = new Uint8Array(plannedWords.length);
  ofPlan.forEach((word, index) => {
    if (word >= 0) isThere[word] = 1;
    const origin = word < 0 ? -1 : ofSource[word]!;
    if (origin >= 0) pairs.push([origin, index]);
    const declared = word < 0 ? writerTexts[index] : planTexts[word];
    states.push(origin >= 0 ? 'same' : declared === undefined ? 'added' : 'declared');
  });
  const missing = [
    ...missingOfPlan(planTexts, isThere, ofPlan),
    ...outOfOrder(writerTexts),
    ...texts.left.map((text) => ({ text, isMoved: false, after: -1 })),
  ];
  return { source: from, output: to, pairs, states, missing: withMoved(missing, states, outputWords) };
}

function partners(pairs: Pairs, length: number): Int32Array {
  const of = new Int32Array(length).fill(-1);
  for (const [one, other] of pairs) of[other] = one;
  return of;
}

/** The declared text of each added word. Runs that lie a little aside of a declared text are moved there. */
function takeAdded(
  words: readonly string[],
  partner: Int32Array,
  texts: DeclaredTexts,
): (DeclaredText | undefined)[] {
  const found: (DeclaredText | undefined)[] = Array.from({ length: words.length });
  for (let start = 0; start < words.length; start++) {
    if (partner[start]! >= 0) continue;
    let end = start + 1;
    while (end < words.length && partner[end]! < 0) end++;
    const { texts: own, shift } = texts.take(
      words,
      start,
      end,
      (inside, outside) =>
        inside >= 0 && inside < words.length && partner[inside]! >= 0 && words[inside] === words[outside],
    );
    slide(partner, start, end, shift);
    own.forEach((text, index) => {
      found[start + shift + index] = text;
    });
    start = Math.max(end, end + shift) - 1;
  }
  return found;
}

function slide(partner: Int32Array, start: number, end: number, shift: number): void {
  for (let step = 0; step < -shift; step++) {
    partner[end - 1 - step] = partner[start - 1 - step]!;
    partner[start - 1 - step] = -1;
  }
  for (let step = 0; step < shift; step++) {
    partner[start + step] = partner[end + step]!;
    partner[end + step] = -1;
  }
}

function missingOfPlan(
  texts: readonly (DeclaredText | undefined)[],
  isThere: Uint8Array,
  ofPlan: Int32Array,
): MissingText[] {
  const missing = new Map<DeclaredText, number>();
  texts.forEach((text, index) => {
    if (text !== undefined && isThere[index] === 0 && !missing.has(text)) missing.set(text, index);
  });
  if (missing.size === 0) return [];
  const inOutput = new Int32Array(texts.length).fill(-1);
  ofPlan.forEach((word, index) => {
    if (word >= 0) inOutput[word] = index;
  });
  return [...missing].map(([text, word]) => {
    let before = word;
    while (before >= 0 && inOutput[before]! < 0) before--;
    return { text, isMoved: false, after: before < 0 ? -1 : inOutput[before]! };
  });
}

/** Texts of the writer that stand before others that it declared earlier. */
function outOfOrder(found: readonly (DeclaredText | undefined)[]): MissingText[] {
  const order: { readonly text: DeclaredText; readonly at: number }[] = [];
  found.forEach((text, at) => {
    if (text !== undefined && order.at(-1)?.text !== text) order.push({ text, at });
  });
  const rising = new Set(
    longestRising(order.map(({ text }, index) => [index, text.number])).map(([one]) => one),
  );
  return order
    .filter((_, index) => !rising.has(index))
    .map(({ text, at }) => ({ text, isMoved: true, after: at - 1 }));
}

/** A text that is missing where it belongs and stands elsewhere was moved. */
function withMoved(
  missing: readonly MissingText[],
  states: readonly string[],
  words: readonly string[],
): MissingText[] {
  if (missing.length === 0) return [];
  const elsewhere = ` ${words.filter((_, index) => states[index] === 'added').join(' ')} `;
  return missing.map((one) => ({
    ...one,
    isMoved: one.isMoved || elsewhere.includes(` ${one.text.words.join(' ')} `),
  }));
}
