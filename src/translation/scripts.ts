const latin = /\p{Script=Latin}/u;

/** How each language is written, where not in Latin letters, by its ISO 639 code or code with script. */
const scripts: Readonly<Record<string, RegExp>> = {
  am: /\p{Script=Ethiopic}/u,
  ar: /\p{Script=Arabic}/u,
  be: /\p{Script=Cyrillic}/u,
  bg: /\p{Script=Cyrillic}/u,
  bn: /\p{Script=Bengali}/u,
  ckb: /\p{Script=Arabic}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  gu: /\p{Script=Gujarati}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  hy: /\p{Script=Armenian}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ka: /\p{Script=Georgian}/u,
  km: /\p{Script=Khmer}/u,
  ko: /[\p{Script=Hangul}\p{Script=Han}]/u,
  ml: /\p{Script=Malayalam}/u,
  mr: /\p{Script=Devanagari}/u,
  my: /\p{Script=Myanmar}/u,
  ne: /\p{Script=Devanagari}/u,
  pa: /\p{Script=Gurmukhi}/u,
  'pa-arab': /\p{Script=Arabic}/u,
  'pa-pk': /\p{Script=Arabic}/u,
  ps: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  si: /\p{Script=Sinhala}/u,
  ta: /\p{Script=Tamil}/u,
  te: /\p{Script=Telugu}/u,
  th: /\p{Script=Thai}/u,
  ti: /\p{Script=Ethiopic}/u,
  ug: /\p{Script=Arabic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
  yue: /\p{Script=Han}/u,
  zh: /\p{Script=Han}/u,
};

/** The letters that a language is written in, by its BCP 47 tag; Latin ones where nothing else is known. */
function scriptOf(tag: string): RegExp {
  const parts = tag.toLowerCase().split('-');
  if (parts.includes('latn')) return latin;
  return scripts[parts.slice(0, 2).join('-')] ?? scripts[parts[0] ?? ''] ?? latin;
}

/** Letters of a text that belong to the script of a language, and all its letters. */
export function lettersIn(text: string, tag: string): { readonly own: number; readonly all: number } {
  const script = scriptOf(tag);
  let own = 0;
  let all = 0;
  for (const letter of text.matchAll(/\p{L}/gu)) {
    all++;
    if (script.test(letter[0])) own++;
  }
  return { own, all };
}
