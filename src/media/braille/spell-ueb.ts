import { fromAscii } from './cells.ts';
import { foreignLetters, modifiers, symbols } from './ueb-signs.ts';

const marks = new Map(Object.entries(modifiers).map(([sign, mark]) => [mark, sign]));
const letters = new Map(Object.entries(foreignLetters).map(([sign, letter]) => [letter, sign]));
const others = new Map<string, string>();
for (const [sign, text] of Object.entries(symbols)) if (!others.has(text)) others.set(text, sign);
const simple: Readonly<Record<string, string>> = {
  ',': '1',
  ';': '2',
  ':': '3',
  '.': '4',
  '!': '6',
  '?': '8',
  "'": "'",
  '’': "'",
  '-': '-',
  '‐': '-',
  '‑': '-',
  '—': ',-',
  '…': '444',
  '“': '8',
  '”': '0',
  '‘': ',8',
  '′': '7',
  '″': '77',
  '−': '"-',
  '·': '"4',
  '½': '#a/b',
  '¼': '#a/d',
  '¾': '#c/d',
  '⅓': '#a/c',
  '⅔': '#b/c',
  '⅛': '#a/h',
};

const small: Readonly<Record<string, string>> = {
  ...raised('⁰¹²³⁴⁵⁶⁷⁸⁹', ';9'),
  ...raised('₀₁₂₃₄₅₆₇₈₉', ';5'),
};

function raised(digits: string, sign: string): Record<string, string> {
  return Object.fromEntries([...digits].map((digit, index) => [digit, `${sign}#${'jabcdefghi'[index]}`]));
}

/** Cells of a letter or sign of print for itself; undefined where Unified English Braille has none that we know. */
function signOf(character: string): string | undefined {
  const lower = character.toLowerCase();
  if (/^[a-z]$/.test(lower)) return lower;
  const letter = letters.get(lower);
  if (letter !== undefined) return letter;
  const [base, mark, ...more] = [...lower.normalize('NFD')];
  const modifier = marks.get(mark ?? '');
  if (modifier !== undefined && more.length === 0 && /^[a-z]$/.test(base!)) return modifier + base;
  return simple[character] ?? small[character] ?? others.get(character);
}

/** Whether a character of print can be written. */
export function canSpell(character: string): boolean {
  return /^\d$/.test(character) || signOf(character) !== undefined;
}

/**
 * A word in uncontracted Unified English Braille, sign by sign, without any table: for words that an engine cannot write.
 * Undefined where a sign has no cells.
 */
export function spellUeb(word: string): string | undefined {
  let out = '';
  let number = false;
  const characters = [...word.normalize('NFC')];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    const digit = '1234567890'.indexOf(character);
    if (digit >= 0) {
      out += `${number ? '' : '#'}${'abcdefghij'[digit]}`;
      number = true;
      continue;
    }
    if (number && /[.,]/.test(character) && /\d/.test(characters[at + 1] ?? '')) {
      out += character === ',' ? '1' : '4';
      continue;
    }
    const sign = signOf(character);
    if (sign === undefined) return undefined;
    if (number && /^[a-j]/.test(sign)) out += isCapital(character) ? '' : ';';
    // A full stop or comma goes on with the number, so the letter behind it must be marked too.
    number = number && /[.,]/.test(character);
    out += (isCapital(character) ? ',' : '') + sign;
  }
  return fromAscii(out);
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase() && /\p{L}/u.test(character);
}
