import type { BrailleCode } from './braille-code.ts';
import { fromAscii, toAscii } from './cells.ts';
import { type LetterCode, letterCodes } from './letter-codes.ts';
import { readingMarks } from './reading-marks.ts';

const latinDigits = 'jabcdefghi';

/** Reader and speller of the uncontracted braille of a language; undefined where we know none. */
export function letterCodeOf(language: string): BrailleCode | undefined {
  const code = letterCodes[language.toLowerCase().split('-')[0] ?? ''];
  if (code === undefined) return undefined;
  const cellsOf = new Map<string, string>();
  for (const [cells, print] of [...Object.entries(code.signs), ...Object.entries(code.letters)])
    if (!cellsOf.has(print)) cellsOf.set(print, cells);
  const { spell, canSpell } = speller(code, cellsOf);
  return {
    read: (words) => words.map((word) => read(word, code)),
    spell,
    canSpell,
    literal: '',
    italic: '^',
    isUnifiedEnglish: false,
  };
}

const { noteOpen, noteClose, underlineOn, underlineOff, boldOn, boldOff, raised, unknown } = readingMarks;

interface State {
  readonly code: LetterCode;
  readonly token: string;
  at: number;
  out: string;
  capitals: 'no' | 'one' | 'word';
  /** The sign of a word ends with it. */
  readonly ends: string[];
}

function read(word: string, code: LetterCode): string {
  const token = toAscii(word);
  if (token === undefined) return unknown;
  const state: State = { code, token, at: 0, out: '', capitals: 'no', ends: [] };
  while (state.at < token.length) step(state);
  return state.out + state.ends.join('');
}

/** Signs of the edition, which stand in every language. */
const editionMarks: readonly (readonly [cells: string, mark: string, end?: string])[] = [
  ['@.<', noteOpen],
  ['@.>', noteClose],
  ['_1', underlineOn, underlineOff],
  ['_7', underlineOn],
  ["_'", underlineOff],
  ['^1', boldOn, boldOff],
  ['^7', boldOn],
  ["^'", boldOff],
];

function step(state: State): void {
  const { code, token } = state;
  const rest = token.slice(state.at);
  const mark = editionMarks.find(([cells]) => rest.startsWith(cells));
  if (mark !== undefined) {
    state.at += mark[0].length;
    state.out += mark[1];
    if (mark[2] !== undefined) state.ends.unshift(mark[2]);
    return;
  }
  const note = /^;9#([a-j]+)/.exec(rest);
  if (note) {
    state.at += note[0].length;
    state.out += raised + [...note[1]!].map((sign) => latinDigits.indexOf(sign)).join('');
    return;
  }
  for (const length of [3, 2]) {
    const sign = rest.length < length ? undefined : code.signs[rest.slice(0, length)];
    if (sign !== undefined) {
      put(state, sign, length);
      return;
    }
  }
  if (number(state) || capital(state)) return;
  const behind = rest.slice(1).replace(new RegExp(`^[${code.capital}]`), '');
  if (rest.startsWith(code.letterSign) && letterAt(behind, code) !== undefined) {
    state.at++;
    return;
  }
  const letter = letterAt(rest, code);
  if (letter !== undefined) {
    const print = code.letters[letter]!;
    const first = print.slice(0, 1).toUpperCase() + print.slice(1);
    state.out += { no: print, one: first, word: print.toUpperCase() }[state.capitals];
    state.at += letter.length;
    if (state.capitals === 'one') state.capitals = 'no';
    return;
  }
  put(state, code.signs[rest[0]!] ?? unknown, 1);
}

function put(state: State, sign: string, length: number): void {
  state.out += sign;
  state.at += length;
  state.capitals = 'no';
}

function letterAt(rest: string, { letters }: LetterCode): string | undefined {
  return [3, 2, 1].map((length) => rest.slice(0, length)).find((cells) => cells in letters);
}

function capital(state: State): boolean {
  const { code, token } = state;
  const sign = code.capital;
  const starts = (text: string) => token.startsWith(text, state.at);
  const count = starts(sign + sign) ? 2 : starts(sign) ? 1 : 0;
  if (count === 0 || letterAt(token.slice(state.at + count), code) === undefined) return false;
  state.at += count;
  state.capitals = count === 2 ? 'word' : 'one';
  return true;
}

function number(state: State): boolean {
  const { code, token } = state;
  const digitAt = (at: number) => (token[at] === undefined ? -1 : code.digits.indexOf(token[at]!));
  if (!token.startsWith(code.number, state.at) || digitAt(state.at + 1) < 0) return false;
  state.at++;
  for (;;) {
    const digit = digitAt(state.at);
    const mark = code.inNumber[token[state.at] ?? ''];
    if (digit >= 0) state.out += digit;
    else if (mark !== undefined && digitAt(state.at + 1) >= 0) state.out += mark;
    else break;
    state.at++;
  }
  state.capitals = 'no';
  return true;
}

const alike: Readonly<Record<string, string>> = {
  "'": '’',
  '‘': '’',
  '“': '”',
  '"': '”',
  '„': '”',
  '«': '”',
  '»': '”',
  '–': '-',
  '—': '-',
  '−': '-',
  '¿': '?',
  '¡': '!',
  ')': '(',
};

function speller(
  code: LetterCode,
  cellsOf: ReadonlyMap<string, string>,
): Pick<BrailleCode, 'spell' | 'canSpell'> {
  const signOf = (sign: string): string | undefined => {
    const lower = sign.toLowerCase();
    if (sign === '…') return (cellsOf.get('.') ?? '').repeat(3);
    return (
      cellsOf.get(lower) ??
      cellsOf.get(sign) ??
      cellsOf.get(alike[sign] ?? '') ??
      cellsOf.get(quoteOf(sign, cellsOf))
    );
  };
  const canSpell = (sign: string) => /^\d$/.test(sign) || signOf(sign) !== undefined;
  const spell = (word: string): string | undefined => {
    let out = '';
    let inNumber = false;
    const signs = [...word.normalize('NFC')];
    for (const [at, sign] of signs.entries()) {
      if (/^\d$/.test(sign)) {
        out += (inNumber ? '' : code.number) + code.digits[Number(sign)]!;
        inNumber = true;
        continue;
      }
      const mark = Object.entries(code.inNumber).find(([, print]) => print === sign)?.[0];
      if (inNumber && mark !== undefined && /^\d$/.test(signs[at + 1] ?? '')) {
        out += mark;
        continue;
      }
      const cells = signOf(sign);
      if (cells === undefined) return undefined;
      const isCapital = sign !== sign.toLowerCase();
      if (
        inNumber &&
        !isCapital &&
        (code.digits.includes(cells[0]!) || cells[0]! in code.inNumber) &&
        /\p{L}/u.test(sign)
      )
        out += code.letterSign;
      out += (isCapital ? code.capital : '') + cells;
      inNumber = false;
    }
    return fromAscii(out);
  };
  return { spell, canSpell };
}

/** Any quotation mark that the language has. */
function quoteOf(sign: string, cellsOf: ReadonlyMap<string, string>): string {
  if (!/^["“”„«»]$/u.test(sign)) return '';
  return ['”', '"', '«', '„'].find((quote) => cellsOf.has(quote)) ?? '';
}
