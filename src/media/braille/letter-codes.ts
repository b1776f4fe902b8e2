/** Uncontracted braille of a language, as braille ASCII. Written for reading: no part of an engine that translates. */
export interface LetterCode {
  readonly capital: string;
  /** The cells of 0 to 9 behind {@link number}. */
  readonly number: string;
  readonly digits: string;
  /** Between a number and a letter that would read as a digit. */
  readonly letterSign: string;
  /** Letters by their cells, beside a to z where they are those of Latin braille. */
  readonly letters: Readonly<Record<string, string>>;
  /** Signs by their cells: the first of two with the same print is written. */
  readonly signs: Readonly<Record<string, string>>;
  /** Inside a number. */
  readonly inNumber: Readonly<Record<string, string>>;
}

const latin = Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, letter]));

/** Signs of addresses that we know no national cells for are those of Unified English Braille (section 3). */
const technical: Readonly<Record<string, string>> = {
  '_/': '/',
  '.-': '_',
  '"7': '=',
  '"6': '+',
  '_?': '#',
  '@9': '~',
  '@l': '£',
};

const western: Readonly<Record<string, string>> = { '1': ',', '2': ';', '3': ':', '6': '!', '-': '-' };

/** By ISO 639 code: Welsh, Polish, Spanish and French (World Braille Usage, third edition 2013). */
export const letterCodes: Readonly<Record<string, LetterCode>> = {
  cy: {
    capital: ',',
    number: '#',
    digits: 'jabcdefghi',
    letterSign: ';',
    letters: {
      ...latin,
      ...marked('@', 'aeiouwy', 'âêîôûŵŷ'),
      ...marked('^', 'aeiouwy', 'äëïöüẅÿ'),
      ...marked('3', 'aeiouwy', 'áéíóúẃý'),
      ...marked('2', 'aeiouwy', 'àèìòùẁỳ'),
      '*': 'ch',
      '?': 'th',
    },
    signs: {
      ...western,
      ...technical,
      ',-': '—',
      ';-': '–',
      '4': '.',
      '8': '?',
      '7': '(',
      '0': '”',
      "'": '’',
      ',8': '‘',
      ",'": '’',
      '.0': '%',
      '@&': '&',
      '!': '@',
      '"<': '(',
      '">': ')',
      '9': '*',
    },
    inNumber: { '1': '.', "'": ',' },
  },
  pl: {
    capital: '.',
    number: '#',
    digits: 'jabcdefghi',
    letterSign: ',',
    letters: {
      ...latin,
      '*': 'ą',
      '%': 'ć',
      ':': 'ę',
      '<': 'ł',
      '?': 'ń',
      '+': 'ó',
      '[': 'ś',
      '!': 'ź',
      '&': 'ż',
    },
    signs: {
      ...western,
      ...technical,
      '#j0': '%',
      "'": '.',
      '5': '?',
      '7': '(',
      '8': '„',
      '0': '”',
      ',8': '‘',
      ",'": '’',
      '_&': '&',
      '>': '@',
      '"<': '(',
      '">': ')',
      '@e': '€',
    },
    inNumber: { '1': ',', "'": '.' },
  },
  es: {
    capital: '.',
    number: '#',
    digits: 'jabcdefghi',
    letterSign: '"',
    letters: { ...latin, '(': 'á', '!': 'é', '/': 'í', '+': 'ó', ')': 'ú', '\\': 'ü', ']': 'ñ' },
    signs: {
      ...western,
      ...technical,
      _0: '%',
      "'": '.',
      '5': '?',
      '<': '(',
      '>': ')',
      '8': '"',
      ',1': '/',
      '@a': '@',
      ',&': '&',
      '@e': '€',
      ',8': '‘',
      ",'": '’',
    },
    inNumber: { '1': ',', "'": '.', '4': '.' },
  },
  fr: {
    capital: '.',
    number: ',',
    digits: '#*<%?:$]\\[',
    letterSign: '"',
    letters: {
      ...latin,
      '=': 'é',
      '!': 'è',
      '<': 'ê',
      $: 'ë',
      '(': 'à',
      '*': 'â',
      '%': 'î',
      ']': 'ï',
      '?': 'ô',
      ')': 'ù',
      ':': 'û',
      '\\': 'ü',
      '&': 'ç',
      '[': 'œ',
      '>': 'æ',
    },
    signs: {
      ...western,
      ...technical,
      '"+': '%',
      '4': '.',
      '5': '?',
      '8': '(',
      '0': ')',
      '7': '«',
      "'": '’',
      '/': '/',
      '--': '–',
      '_-': '—',
      '"=': '&',
      '@a': '@',
      '@e': '€',
      ',6': '+',
      ',7': '=',
    },
    inNumber: { '1': ',', '4': '.', '3': ':', "'": ' ' },
  },
};

function marked(mark: string, bases: string, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, index) => [mark + bases[index], letter]));
}
