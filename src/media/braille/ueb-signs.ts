/**
 * The signs of Unified English Braille as braille ASCII (The Rules of Unified English Braille, second edition 2013: sections 3, 4 and 10).
 * Written for reading: no part of an engine that translates.
 */

/** 10.1, and the strong wordsigns of 10.2: only where they stand alone. */
export const wordsigns: Readonly<Record<string, string>> = {
  b: 'but',
  c: 'can',
  d: 'do',
  e: 'every',
  f: 'from',
  g: 'go',
  h: 'have',
  j: 'just',
  k: 'knowledge',
  l: 'like',
  m: 'more',
  n: 'not',
  p: 'people',
  q: 'quite',
  r: 'rather',
  s: 'so',
  t: 'that',
  u: 'us',
  v: 'very',
  w: 'will',
  x: 'it',
  y: 'you',
  z: 'as',
  '*': 'child',
  '%': 'shall',
  '?': 'this',
  ':': 'which',
  '\\': 'out',
  '/': 'still',
  '5': 'enough',
};

/** 10.5: alone, and touched by no lower sign. */
export const lowerWordsigns: Readonly<Record<string, string>> = {
  '2': 'be',
  '7': 'were',
  '8': 'his',
  '0': 'was',
};

/** 10.3 and 10.4, and those of 10.6 that no punctuation looks like. */
export const groupsigns: Readonly<Record<string, string>> = {
  '&': 'and',
  '=': 'for',
  '(': 'of',
  '!': 'the',
  ')': 'with',
  '*': 'ch',
  '<': 'gh',
  '%': 'sh',
  '?': 'th',
  ':': 'wh',
  $: 'ed',
  ']': 'er',
  '\\': 'ou',
  '[': 'ow',
  '/': 'st',
  '+': 'ing',
  '>': 'ar',
  '9': 'in',
  '5': 'en',
};

/** 10.6: at the start of a word. */
export const startGroupsigns: Readonly<Record<string, string>> = { '2': 'be', '3': 'con', '4': 'dis' };

/** 10.6: between letters. */
export const middleGroupsigns: Readonly<Record<string, string>> = {
  '1': 'ea',
  '2': 'bb',
  '3': 'cc',
  '6': 'ff',
  '7': 'gg',
};

/** 10.7. */
export const initialContractions: Readonly<Record<string, string>> = {
  '"d': 'day',
  '"e': 'ever',
  '"f': 'father',
  '"h': 'here',
  '"k': 'know',
  '"l': 'lord',
  '"m': 'mother',
  '"n': 'name',
  '"o': 'one',
  '"p': 'part',
  '"q': 'question',
  '"r': 'right',
  '"s': 'some',
  '"t': 'time',
  '"u': 'under',
  '"w': 'work',
  '"y': 'young',
  '"!': 'there',
  '"*': 'character',
  '"?': 'through',
  '":': 'where',
  '"\\': 'ought',
  '^u': 'upon',
  '^w': 'word',
  '^!': 'these',
  '^?': 'those',
  '^:': 'whose',
  _c: 'cannot',
  _h: 'had',
  _m: 'many',
  _s: 'spirit',
  _w: 'world',
  '_!': 'their',
};

/** 10.8: behind another letter. */
export const finalContractions: Readonly<Record<string, string>> = {
  '.d': 'ound',
  '.e': 'ance',
  '.n': 'sion',
  '.s': 'less',
  '.t': 'ount',
  ';e': 'ence',
  ';g': 'ong',
  ';l': 'ful',
  ';n': 'tion',
  ';s': 'ness',
  ';t': 'ment',
  ';y': 'ity',
};

/** Section 7, one cell. */
export const punctuation: Readonly<Record<string, string>> = {
  '1': ',',
  '2': ';',
  '3': ':',
  '4': '.',
  '6': '!',
  '8': '?',
  "'": '’',
  '-': '-',
  '0': '”',
  '7': '′',
};

/** Sections 3 and 7, of more than one cell; the longest that fits is meant. */
export const symbols: Readonly<Record<string, string>> = {
  '"<': '(',
  '">': ')',
  '.<': '[',
  '.>': ']',
  '_<': '{',
  '_>': '}',
  '@<': '<',
  '@>': '>',
  '"6': '+',
  '"-': '−',
  '"8': '×',
  '"/': '÷',
  '"7': '=',
  '"9': '*',
  '"4': '⋅',
  '_/': '/',
  '_*': '\\',
  '_\\': '|',
  '_?': '#',
  _6: '±',
  '_@<': '≤',
  '_@>': '≥',
  '^9': '≈',
  '.-': '_',
  '.0': '%',
  '@&': '&',
  '@a': '@',
  '@c': '¢',
  '@e': '€',
  '@l': '£',
  '@s': '$',
  '@y': '¥',
  '@9': '~',
  '@5': '^',
  '@%': '✓',
  '^c': '©',
  '^j': '°',
  '^p': '¶',
  '^r': '®',
  '^s': '§',
  '^t': '™',
  _4: '•',
  '"1': '〃',
  '@,?': '†',
  '@,]': '‡',
  ',8': '‘',
  ',0': '’',
  '^8': '“',
  '^0': '”',
  _8: '«',
  _0: '»',
  ',7': '"',
  ',-': '–',
  '",-': '―',
  '^;6': '¡',
  '^;8': '¿',
};

/** Section 4.2: before the letter that they change, as combining characters. */
export const modifiers: Readonly<Record<string, string>> = {
  '^3': '\u0308',
  '^/': '\u0301',
  '^*': '\u0300',
  '^%': '\u0302',
  '^]': '\u0303',
  '^&': '\u0327',
  '^$': '\u030a',
  '^+': '\u030c',
  '@-': '\u0304',
  '@+': '\u0306',
};

/** Section 4.2 and 4.3: strokes through letters, and letters of their own. */
export const foreignLetters: Readonly<Record<string, string>> = {
  '@*o': 'ø',
  '@*l': 'ł',
  '@3d': 'đ',
  '@3h': 'ħ',
  '@3t': 'ŧ',
  'a^6e': 'æ',
  'o^6e': 'œ',
  '.!': 'ß',
  _5: 'ə',
};
