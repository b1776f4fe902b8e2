import type { PassageKind } from '../../document/passage.ts';
import type { Lexicon } from './lexicon.ts';
import { say } from './say.ts';

/** Words in one language inside an utterance. */
export interface Segment {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Where the words lead, as the report says it. */
  readonly url?: string;
  /** Said by the format, not by the report. */
  readonly isAdded: boolean;
}

/** What is said in one breath: a sentence, or an announcement. The smallest piece that has a time of its own. */
export interface Utterance {
  /** Unique in the script: `u1`, `u2` … */
  readonly id: string;
  readonly segments: readonly Segment[];
  /** Silence behind it, in milliseconds. */
  readonly pause: number;
}

/** A passage of the report with its sentences, or an announcement between two passages. */
export interface SpokenPassage {
  readonly kind: PassageKind | 'announcement';
  readonly utterances: readonly Utterance[];
  /** Depth of a heading. */
  readonly level?: number;
  /** A heading's id in the report. */
  readonly id?: string;
  readonly lists?: number;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

/** What becomes one track: the title with the opening, then each heading of depth 2 with all that is under it. */
export interface SpokenPart {
  readonly title: string;
  readonly passages: readonly SpokenPassage[];
}

export interface Script {
  readonly language: string;
  readonly parts: readonly SpokenPart[];
  /** The utterance that tells how long it lasts; its words are known when all others have been spoken. */
  readonly lasts: string;
}

export function utterancesOf(part: SpokenPart): readonly Utterance[] {
  return part.passages.flatMap(({ utterances }) => utterances);
}

/** Words in one language, as they are written. */
export interface Run {
  readonly language: string;
  readonly text: string;
}

/** An utterance in runs of one language. */
export function runsOf({ segments }: Utterance): readonly Run[] {
  const runs: { language: string; text: string }[] = [];
  for (const { text, language } of segments) {
    const last = runs.at(-1);
    const isSame = last !== undefined && primary(last.language) === primary(language);
    if (last !== undefined && (isSame || !/[\p{L}\p{N}]/u.test(text))) last.text += text;
    else runs.push({ language, text });
  }
  return runs;
}

/** What an engine is to say, in runs of one language: an utterance as it is spoken. */
export function spoken(utterance: Utterance, lexicon: Lexicon): readonly Run[] {
  return runsOf(utterance)
    .map(({ language, text }) => ({ language, text: say(text, language, lexicon) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
