import { littleWords } from './little-words.ts';

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'&-][\p{L}\p{N}\p{M}]+)*/gu;
const startsBehind = /(?:^|[.!?:][”’"')]*\s+|[“"‘]|^\s*[(•-]?\s*|^\d{1,2}[.)]\s+)$/u;
const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|I|I[’']\w+)$/;
const link = /^ (?:(?:of|for) (?:the )?|and |& )$/;

export interface NameFact {
  readonly value: string;
  readonly index: number;
}

export interface NameKnowledge {
  /** Whether a word that begins a sentence is a name although nothing in the text shows it. */
  isName(word: string): boolean;
  /** Whether the text has the word in small letters, and never with a capital inside a sentence. */
  isOrdinary(word: string): boolean;
}

/**
 * Names of people, bodies, places and things: runs of words with capitals, joined by "of", "for" and "and".
 * A capital that only begins a sentence makes no name, unless the word is known as one.
 */
export function namesIn(text: string, knowledge: NameKnowledge): NameFact[] {
  const tokens = [...text.matchAll(word)];
  const names: NameFact[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!isCapital(token[0])) continue;
    const bare = token[0].replace(/[’']s$/, '');
    const isShort = /^\p{Lu}[\p{Lu}\p{N}]/u.test(bare);
    if (!isShort && littleWords.has(bare.toLowerCase())) continue;
    if (!isShort && startsBehind.test(text.slice(Math.max(0, token.index - 8), token.index))) {
      const next = tokens[at + 1];
      const followed = next !== undefined && isCapital(next[0]) && gap(text, token, next) === ' ';
      if (followed ? knowledge.isOrdinary(bare) : !knowledge.isName(bare)) continue;
    }
    let last = at;
    for (;;) {
      const after = tokens[last + 1];
      if (after === undefined || /[’']s$/.test(tokens[last]![0])) break;
      const between = gap(text, tokens[last]!, after);
      if (isCapital(after[0]) && (between === ' ' || between === '-')) last += 1;
      else {
        const target = [2, 3].find((step) => {
          const far = tokens[last + step];
          return far !== undefined && isCapital(far[0]) && link.test(gap(text, tokens[last]!, far));
        });
        if (target === undefined) break;
        last += target;
      }
    }
    const end = tokens[last]!;
    const value = text.slice(token.index, end.index + end[0].length).replace(/[’']s$/, '');
    names.push({ value, index: token.index });
    at = last;
  }
  return names;
}

/** Words with a capital where no sentence begins: names, for sure. */
export function surelyNames(text: string): string[] {
  return namesIn(text, { isName: () => false, isOrdinary: () => false })
    .flatMap(({ value }) => value.split(/[ -]/))
    .filter(isCapital);
}

function isCapital(token: string): boolean {
  return /^\p{Lu}/u.test(token) && !calendar.test(token);
}

function gap(text: string, one: RegExpMatchArray, other: RegExpMatchArray): string {
  return text.slice(one.index! + one[0].length, other.index);
}
