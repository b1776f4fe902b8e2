import type { HeardPage } from '../../kernel/heard-page.ts';
import type { HeardFault, HeardRule } from './heard-rule.ts';
import { folded, quoted, wordsOfLine } from './words.ts';

export const language: HeardRule = {
  id: 'heard/language',
  severity: 'error',
  fix: 'Say the language with lang, on the page and on each part in another language, such as lang="cy".',
  faults,
};

const scripts: readonly (readonly [name: string, pattern: RegExp, languages: string])[] = [
  ['Arabic', /\p{Script=Arabic}{2,}/u, 'ar ur fa ps ku sd ug'],
  ['Chinese', /\p{Script=Han}{2,}/u, 'zh ja ko yue'],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]{2,}/u, 'ja'],
  ['Korean', /\p{Script=Hangul}{2,}/u, 'ko'],
  ['Cyrillic', /\p{Script=Cyrillic}{2,}/u, 'ru uk bg sr mk be kk ky tg mn'],
  ['Greek', /\p{Script=Greek}{3,}/u, 'el'],
  ['Hebrew', /\p{Script=Hebrew}{2,}/u, 'he yi'],
  ['Bengali', /\p{Script=Bengali}{2,}/u, 'bn as'],
  ['Gujarati', /\p{Script=Gujarati}{2,}/u, 'gu'],
  ['Gurmukhi', /\p{Script=Gurmukhi}{2,}/u, 'pa'],
  ['Devanagari', /\p{Script=Devanagari}{2,}/u, 'hi mr ne sa'],
  ['Tamil', /\p{Script=Tamil}{2,}/u, 'ta'],
];

/** Little words that come in every sentence of a language and are none in English. */
const littleWords: Readonly<Record<string, string>> = {
  cy: 'yn yr y ac ar ei eu mae wedi gan am nid bod ein chi ni hyn oes yw sydd gyda neu eich fel gallwch os',
  pl: 'w na z się nie do jest że dla od przez oraz jak lub są po może ten tego które został',
  ro: 'și în de la cu pe nu este sunt pentru care din sau prin ca fi mai acest această dumneavoastră',
  fr: 'le la les des et en du une est pour que qui dans sur pas vous nous par avec ce cette',
  de: 'der die das und ist nicht mit für von den dem ein eine auf sie wir zu im werden oder',
  es: 'el los las una y del que en por para con se su es como más este esta o usted',
};
const wordsOf = new Map(Object.entries(littleWords).map(([code, all]) => [code, new Set(all.split(' '))]));
const names: Readonly<Record<string, string>> = {
  cy: 'Welsh',
  pl: 'Polish',
  ro: 'Romanian',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
};
/** Words of a stop that are enough to know its language, and the part of them that must be little words of it. */
const leastWords = 6;
const leastPart = 0.3;

function* faults(page: HeardPage): Generator<HeardFault> {
  const code = page.language?.trim() ?? '';
  if (code === '') {
    yield { said: 'The page does not say its language: it is read by whatever voice is set' };
    return;
  }
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(code)) {
    yield { said: `${quoted(code)} is not the code of a language: no voice is found for it` };
    return;
  }
  for (const line of page.lines) {
    for (const part of line.parts) {
      if (part.by !== 'page') continue;
      const own = (part.language ?? code).split('-')[0]!.toLowerCase();
      const script = scripts.find(
        ([, pattern, all]) => pattern.test(part.text) && !all.split(' ').includes(own),
      );
      if (script !== undefined)
        yield {
          said: `${quoted(part.text)} is in ${script[0]} letters and read by a voice for "${own}"`,
          selector: line.selector,
        };
    }
    if (line.parts.some((part) => part.language !== undefined)) continue;
    const other = languageOfWords(wordsOfLine(line), code.split('-')[0]!.toLowerCase());
    if (other !== undefined)
      yield {
        said: `${quoted(wordsOfLine(line))} looks like ${names[other]} and is read by a voice for "${code}"`,
        selector: line.selector,
      };
  }
}

function languageOfWords(text: string, own: string): string | undefined {
  if (own !== 'en') return undefined;
  const words = folded(text).split(' ');
  if (words.length < leastWords) return undefined;
  for (const [code, little] of wordsOf) {
    const count = words.filter((word) => little.has(word)).length;
    if (count / words.length >= leastPart) return code;
  }
  return undefined;
}
