import type { Severity } from '../kernel/finding.ts';
import { littleWords } from './little-words.ts';
import { type NameKnowledge, namesIn } from './names.ts';
import { passivesIn, type Tagger } from './passive.ts';
import { sentencesOf } from './sentences.ts';
import { zipfOf } from './word-frequency.ts';

/** Where each gate of Easy Read stands. The usual values are GOV.UK's and those measured on texts that people rated. */
export interface GateLimits {
  /** More words in a sentence than this are told. GOV.UK: no more than 10 to 15. */
  readonly wordsWarn: number;
  /** More words than this are an error. */
  readonly wordsError: number;
  /** A word that is rarer on the Zipf scale is hard: 4 is 10 times in a million words. */
  readonly zipf: number;
}

export const usualLimits: GateLimits = { wordsWarn: 10, wordsError: 15, zipf: 4 };

export type GateName =
  | 'words'
  | 'one-idea'
  | 'hard-word'
  | 'explain-next'
  | 'passive'
  | 'short-form'
  | 'number'
  | 'double-negative'
  | 'pronoun'
  | 'picture'
  | 'contact'
  | 'about';

export interface GateResult {
  readonly gate: GateName;
  readonly severity: Severity;
  readonly message: string;
}

export interface GateContext {
  readonly limits: GateLimits;
  /** Words that the layer explains, in small letters. */
  readonly explained: ReadonlySet<string>;
  readonly knowledge: NameKnowledge;
  readonly tag?: Tagger;
}

export interface IdeaText {
  readonly text: string;
  readonly hasPicture: boolean;
  /** Words in bold: hard words that the next sentence explains. */
  readonly bold: readonly string[];
}

const wordPattern = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;
const joining = /\b(?:and|but|because|which|who|that|if|when|so|while|although|unless)\b/gi;

/** Everything that one idea of an Easy Read text has still open, sentence by sentence. */
export function gatesOf(idea: IdeaText, context: GateContext): GateResult[] {
  const open: GateResult[] = [];
  const tell = (gate: GateName, severity: Severity, message: string) =>
    open.push({ gate, severity, message });
  const sentences = sentencesOf(idea.text);
  for (const sentence of sentences) checkSentence(sentence, context, tell);
  idea.bold.forEach((word) => {
    const at = sentences.findIndex((one) => one.toLowerCase().includes(word.toLowerCase()));
    const next = sentences[at + 1];
    if (next === undefined)
      tell('explain-next', 'warning', `"${word}" is in bold, and the next sentence does not explain it.`);
  });
  if (
    /^(?:It|They|This|These|He|She)\b(?! (?:is|are) (?:an?|the|about)\b)/.test(idea.text) &&
    sentences.length === 1
  ) {
    tell(
      'pronoun',
      'warning',
      `"${idea.text.split(' ')[0]}": say who or what, because ideas are read one by one.`,
    );
  }
  if (!idea.hasPicture) tell('picture', 'warning', 'This idea has no picture.');
  return open;
}

function checkSentence(
  sentence: string,
  { limits, explained, knowledge, tag }: GateContext,
  tell: (gate: GateName, severity: Severity, message: string) => void,
): void {
  const words = sentence.replace(/\S+@\S+|https?:\S+|www\.\S+/g, 'address').match(wordPattern) ?? [];
  if (words.length > limits.wordsError)
    tell('words', 'error', `${words.length} words: never more than ${limits.wordsError}.`);
  else if (words.length > limits.wordsWarn)
    tell('words', 'warning', `${words.length} words: aim at ${limits.wordsWarn}.`);
  const joins = sentence.match(joining)?.length ?? 0;
  if (/[;()]/.test(sentence) || joins > 2)
    tell('one-idea', 'warning', 'More than one idea: make two sentences of it.');
  for (const word of hardWordsIn(sentence, { limits, explained, knowledge })) {
    tell(
      'hard-word',
      'warning',
      `"${word}" is a hard word: use an easier one, or explain it in the next sentence.`,
    );
  }
  if (tag) {
    for (const found of passivesIn(sentence, tag))
      tell('passive', 'warning', `"${found}" is passive: say who does it.`);
  }
  for (const [found] of sentence.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?=s?(?![\p{L}\p{N}]))/gu)) {
    if (!/^(?:NHS|GP|UK|BBC)$/.test(found))
      tell('short-form', 'warning', `"${found}" is a short form: write it out.`);
  }
  const hard =
    /\d(?:\.\d+)?\s?(?:%|per ?cent)|\bper ?cent|(?<![\d.])\d+\.\d+(?![\d.])|(?<![\p{L}\p{N}])(?:II|III|IV|VI|VII|VIII|IX)(?![\p{L}\p{N}])/iu.exec(
      sentence,
    );
  if (hard) tell('number', 'error', `"${hard[0]}": say "about 7 in 100", or a whole number.`);
  if (
    (sentence.match(/\b(?:not|no|never|nobody|nothing|none|without|cannot)\b|n['’]t\b/gi)?.length ?? 0) > 1
  ) {
    tell('double-negative', 'warning', 'Two negatives in one sentence: say what is.');
  }
}

/** Words rarer than the limit that are no names and that the layer does not explain, each once. */
function hardWordsIn(sentence: string, { limits, explained, knowledge }: Omit<GateContext, 'tag'>): string[] {
  const names = new Set(namesIn(sentence, knowledge).flatMap(({ value }) => value.split(/[ -]/)));
  const hard = new Set<string>();
  for (const [word] of sentence.replace(/\S+@\S+|https?:\S+|www\.\S+/g, '').matchAll(wordPattern)) {
    const small = word.toLowerCase().replace(/[’']s$/, '');
    if (/\d/.test(word) || names.has(word) || littleWords.has(small) || isExplained(small, explained))
      continue;
    if (easiest(small) < limits.zipf) hard.add(word);
  }
  return [...hard];
}

function isExplained(word: string, explained: ReadonlySet<string>): boolean {
  return explained.has(word) || explained.has(word.replace(/s$/, '')) || explained.has(`${word}s`);
}

/** A form of a word is as easy as the word: `reports` as `report`, `planned` as `plan`; parts of a compound count each. */
function easiest(word: string): number {
  if (word.includes('-')) return Math.min(...word.split('-').map(easiest));
  const stems = [
    word,
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/e?d$/, ''),
    word.replace(/ed$/, ''),
    word.replace(/ied$/, 'y'),
    word.replace(/(.)\1(?:ed|ing)$/, '$1'),
    word.replace(/ing$/, ''),
    word.replace(/ing$/, 'e'),
    word.replace(/ly$/, ''),
    // British spelling: the list is American.
    word.replace(/our(?=s?$|ed$|ing$)/, 'or'),
    word.replace(/is(?=e|ing|ation)/, 'iz'),
    word.replace(/tre$/, 'ter'),
    word.replace(/programme/, 'program'),
  ];
  return Math.max(...stems.filter((stem) => stem.length > 1).map(zipfOf));
}
