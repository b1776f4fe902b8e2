import type { Passage } from '../document/passage.ts';
import { readingOf } from '../document/passages.ts';
import { textOf } from '../document/text.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Document } from '../document/tree.ts';
import { visitBlocks } from '../document/visit.ts';
import type { Finding, Severity } from '../kernel/finding.ts';
import { passivesIn, type Tagger } from '../wording/passive.ts';
import { readabilityOf } from '../wording/readability.ts';
import { sentencesOf } from '../wording/sentences.ts';
import { zipfOf } from '../wording/word-frequency.ts';
import { substitutionsIn } from './substitutions.ts';

/** NHS digital service manual: aim at 20 words a sentence. */
const aim = 20;
/** GOV.UK, "Publishing accessible documents": no sentence of more than 25 words. */
const most = 25;
/** NHS digital service manual: a reading age of 9 to 11, of 11 to 14 where that cannot be. */
const oldest = 14;
/** Words that come more than 10 times in a million are known to most: they stay, where the plain word is only a suggestion. */
const common = 4;
/** A mean of fewer sentences says nothing. */
const fewest = 10;
const mostShown = 3;

interface Sentence {
  readonly text: string;
  readonly at: Passage['at'];
  readonly words: number;
}

/**
 * What in the running text of a report is not yet in plain English. Sentences are counted in every language; words, passive
 * and reading age are looked at in English alone. @param tag without it, the passive is not looked for
 */
export function plainEnglish(document: Document, tag: Tagger | undefined): Finding[] {
  const findings: Finding[] = [];
  const tell = (rule: string, severity: Severity, message: string, fix: string, at?: Passage['at']) =>
    findings.push({ rule, severity, message, fix, ...(at && { at }) });
  const sentences = sentencesIn(document);
  tellLengths(sentences, tell);
  if (!/^en\b/i.test(document.meta.language)) {
    const message = `Words, passive and reading age are not checked: the language of the report is "${document.meta.language}".`;
    tell('clear/not-checked', 'person', message, 'Ask somebody who writes plainly in this language.');
    return findings;
  }
  if (tag !== undefined) tellPassives(sentences, tag, tell);
  tellPlainWords(sentences, explainedIn(document), tell);
  tellReadingAge(sentences, tell);
  return findings;
}

type Tell = (rule: string, severity: Severity, message: string, fix: string, at?: Passage['at']) => void;

/** Running text: no headings, tables and lists of terms, whose words are no sentences. */
function sentencesIn(document: Document): Sentence[] {
  return readingOf(document).passages.flatMap(({ kind, cell, text, at, isDetail, languages }) => {
    if (kind !== 'paragraph' || cell !== undefined || isDetail || languages !== undefined) return [];
    return sentencesOf(text.replace(/\S+@\S+|https?:\S+/g, 'address')).map((sentence) => ({
      text: sentence,
      at,
      words: wordsOf(sentence.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')).length,
    }));
  });
}

function tellLengths(sentences: readonly Sentence[], tell: Tell): void {
  for (const { text, words, at } of sentences) {
    if (words <= most) continue;
    const message = `This sentence has ${words} words: "${text.slice(0, 60)}…".`;
    tell(
      'clear/long-sentence',
      'error',
      message,
      `Split it: aim at ${aim} words, never more than ${most}.`,
      at,
    );
  }
  const longish = sentences.filter(({ words }) => words > aim && words <= most);
  if (longish.length === 0) return;
  const message = `${longish.length} of ${sentences.length} sentences ${longish.length === 1 ? 'has' : 'have'} ${aim + 1} to ${most} words: ${shown(longish)}.`;
  tell('clear/sentence-aim', 'warning', message, `Aim at ${aim} words a sentence.`, longish[0]!.at);
}

function tellPassives(sentences: readonly Sentence[], tag: Tagger, tell: Tell): void {
  const found = sentences.flatMap(({ text, at }) =>
    passivesIn(text, tag).map((passive) => ({ text: passive, at })),
  );
  if (found.length === 0) return;
  const message = `The text says ${found.length === 1 ? 'once' : `${found.length} times`} in the passive what somebody does: ${shown(found)}.`;
  tell(
    'clear/passive',
    'warning',
    message,
    'Say who does it: "the board agreed", not "was agreed".',
    found[0]!.at,
  );
}

/** One finding for each word of the lexicon, where it stands first. Words that the report explains are its own. */
function tellPlainWords(sentences: readonly Sentence[], explained: ReadonlySet<string>, tell: Tell): void {
  const words = new Map<string, { count: number; to: string; isSafe: boolean; at: Passage['at'] }>();
  for (const { text, at } of sentences) {
    for (const { from, to, tier } of substitutionsIn(text)) {
      const word = from.toLowerCase();
      if (tier === 'B' && !word.includes(' ') && zipfOf(word) >= common) continue;
      if (explained.has(word) || explained.has(word.replace(/s$/, ''))) continue;
      const known = words.get(word);
      if (known === undefined) words.set(word, { count: 1, to: to.toLowerCase(), isSafe: tier === 'A', at });
      else known.count++;
    }
  }
  for (const [word, { count, to, isSafe, at }] of words) {
    const times = count === 1 ? '' : ` (${count} times)`;
    const plain = to === '' ? 'Leave it out' : `Write "${to}"`;
    const fix = isSafe ? `${plain}.` : `${plain}, if that says the same there.`;
    tell('clear/plain-word', 'warning', `"${word}"${times} is not a plain word.`, fix, at);
  }
}

function tellReadingAge(sentences: readonly Sentence[], tell: Tell): void {
  const { grade } = readabilityOf(sentences.map(({ text }) => text));
  // Children begin the first grade at six: five years more than its number at its start.
  const age = Math.round(grade + 5);
  if (sentences.length < fewest || age <= oldest) return;
  const message = `By the Flesch-Kincaid formula (grade ${grade}) it is for readers of about ${age} years. The NHS aims at 9 to 11, and at ${oldest} at most.`;
  const fix =
    'Advice only: the formula counts syllables. Ask some of the readers whether they understand it.';
  tell('clear/reading-age', 'person', message, fix);
}

function explainedIn({ children }: Document): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const block of visitBlocks(children)) {
    if (block.type !== 'definitionList') continue;
    for (const { term } of block.items) terms.add(textOf(term).toLowerCase());
  }
  return terms;
}

/** The first ones in quotes, with their lines. */
function shown(all: readonly Pick<Sentence, 'text' | 'at'>[]): string {
  const first = all.slice(0, mostShown).map(({ text, at }) => {
    const words = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return `"${words}"${at ? ` (line ${at.line})` : ''}`;
  });
  return `${first.join(', ')}${all.length > mostShown ? ' and others' : ''}`;
}
