import { englishPatterns } from './english-patterns.ts';
import { type Lexicon, sayWord } from './lexicon.ts';
import type { Around } from './pattern.ts';

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/uy;

/**
 * A text as a voice is to say it, so that every engine says dates, money, numbers, addresses and short forms as people in England
 * do. English only: in other languages the voice decides. One pass, in linear time.
 */
export function say(text: string, language: string, lexicon: Lexicon = {}): string {
  if (!/^en\b/i.test(language)) return text;
  const around: Around = { text, lexicon };
  let out = '';
  let at = 0;
  while (at < text.length) {
    const found = match(around, at);
    if (found !== undefined) {
      // What is said in several words stays apart from the words around it.
      if (/[\p{L}\p{N}]$/u.test(out)) out += ' ';
      out += found.said;
      at = found.end;
      if (/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) && found.said !== '') out += ' ';
      continue;
    }
    word.lastIndex = at;
    const one = word.exec(text);
    if (one !== null) {
      out += sayWord(one[0], lexicon);
      at = word.lastIndex;
      continue;
    }
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    out += sign;
    at += sign.length;
  }
  return out
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.;:!?)])/g, '$1')
    .trim();
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
