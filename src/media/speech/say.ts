import { englishPatterns } from './english-patterns.ts';
import { type Lexicon, sayWord } from './lexicon.ts';
import type { Around } from './pattern.ts';

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/uy;

/** A piece of a text: how it is written, and how it is said. */
export interface Saying {
  readonly written: string;
  readonly said: string;
  readonly kind: 'word' | 'pattern' | 'sign';
}

/**
 * A text as a voice is to say it, so that every engine says dates, money, numbers, addresses and short forms as people in England
 * do. English only: in other languages the voice decides. One pass, in linear time.
 */
export function say(text: string, language: string, lexicon: Lexicon = {}): string {
  if (!isEnglish(language)) return text;
  let out = '';
  for (const { said, kind, end } of pieces(text, lexicon)) {
    // What is said in several words stays apart from the words around it.
    if (kind === 'pattern' && /[\p{L}\p{N}]$/u.test(out)) out += ' ';
    out += said;
    if (kind === 'pattern' && /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2)) && said !== '') out += ' ';
  }
  return out
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.;:!?)])/g, '$1')
    .trim();
}

/** The words, numbers and signs of a text that are said otherwise than they are written, in their order. */
export function sayings(text: string, language: string, lexicon: Lexicon = {}): readonly Saying[] {
  if (!isEnglish(language)) return [];
  return [...pieces(text, lexicon)]
    .map(({ written, said, kind }) => ({ written: folded(written), said: folded(said), kind }))
    .filter(({ written, said }) => /[\p{L}\p{N}]/u.test(said) && said !== written);
}

function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function* pieces(text: string, lexicon: Lexicon): Generator<Saying & { readonly end: number }> {
  const around: Around = { text, lexicon };
  let at = 0;
  while (at < text.length) {
    const start = at;
    const found = match(around, at);
    if (found !== undefined) {
      at = found.end;
      yield { written: text.slice(start, at), said: found.said, kind: 'pattern', end: at };
      continue;
    }
    word.lastIndex = at;
    const one = word.exec(text);
    if (one !== null) {
      at = word.lastIndex;
      yield { written: one[0], said: sayWord(one[0], lexicon), kind: 'word', end: at };
      continue;
    }
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += sign.length;
    yield { written: sign, said: sign, kind: 'sign', end: at };
  }
}

function match(around: Around, at: number): { readonly said: string; readonly end: number } | undefined {
  for (const { find, say } of englishPatterns) {
    find.lastIndex = at;
    const found = find.exec(around.text);
    if (found === null || found[0] === '') continue;
    const said = say(found, around);
    if (said !== undefined) return { said, end: at + found[0].length };
  }
  return undefined;
}
