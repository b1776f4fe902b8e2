import type { BrailleCode } from './braille-code.ts';
import { toAscii } from './cells.ts';
import { readingMarks } from './reading-marks.ts';
import { canSpell, spellUeb } from './spell-ueb.ts';
import { longerWord } from './ueb-longer-words.ts';
import { shortforms } from './ueb-shortforms.ts';
import {
  finalContractions,
  foreignLetters,
  groupsigns,
  initialContractions,
  lowerWordsigns,
  middleGroupsigns,
  modifiers,
  punctuation,
  startGroupsigns,
  symbols,
  wordsigns,
} from './ueb-signs.ts';

/** `1` is uncontracted braille: every letter for itself. */
export type Grade = 1 | 2;

/**
 * Reads Unified English Braille (Unicode cells, blanks between words) back to print, from the rules of the code alone: no
 * table and no engine of the writer's has a part in it. The text goes on over the blanks: capital passages do too.
 */
export function readUeb(cells: string, grade: Grade): string {
  const ascii = toAscii(cells.replace(/[\s\u2800]+/g, '\u2800'));
  if (ascii === undefined) return readingMarks.unknown;
  const reader = new UebReader(grade);
  return ascii
    .split(' ')
    .map((token) => reader.read(token))
    .join(' ');
}

/** The same for words one by one, as their order makes capital passages. */
export function readUebWords(words: readonly string[], grade: Grade): string[] {
  const reader = new UebReader(grade);
  return words.map((word) => {
    const ascii = toAscii(word);
    return ascii === undefined ? readingMarks.unknown : reader.read(ascii);
  });
}

/** Unified English Braille in one of its two grades. */
export function uebCode(grade: Grade): BrailleCode {
  return {
    read: (words) => readUebWords(words, grade),
    spell: spellUeb,
    canSpell,
    literal: grade === 2 ? ';;' : '',
    italic: '.',
    isUnifiedEnglish: true,
  };
}

/** A part of a word: its cells and its letters. */
interface Atom {
  readonly cells: string;
  readonly text: string;
  readonly capital: boolean;
  readonly capitals: boolean;
  /** Read as a letter because the sign before it says so. */
  readonly literal: boolean;
}

const digits = 'jabcdefghi';
const typeforms = '.^_@';
const closers = [
  '@.>',
  '">',
  '.>',
  '_>',
  '^0',
  '_0',
  ',0',
  ',7',
  ",'",
  ";'",
  ".'",
  "^'",
  "_'",
  "@'",
  '"7',
  '1',
  '2',
  '3',
  '4',
  '6',
  '8',
  '0',
];
const afterApostrophe = /^'((?:,{0,2})(?:d|ll|re|s|t|ve|[)]))(?![a-z&=(!)*<%?:$\]\\[/+>95])/;
const letterCell = /^[a-z&=(!)*<%?:$\]\\[/+>95]/;

class UebReader {
  readonly #grade: Grade;
  #capsPassage = false;
  #plainPassage = false;
  #underlined: 'no' | 'word' | 'passage' = 'no';
  #bold: 'no' | 'word' | 'passage' = 'no';
  // The state of one token.
  #token = '';
  #at = 0;
  #out = '';
  #capsWord = false;
  #plainWord = false;
  /** A number makes letters literal up to the next space, hyphen or dash (6.5). */
  #afterNumber = false;
  /** What stands before allows a word that stands alone (2.6). */
  #free = true;
  #capital = false;
  /** Nothing but openings stand between here and the start of a word. */
  #start = true;

  constructor(grade: Grade) {
    this.#grade = grade;
  }

  read(token: string): string {
    this.#token = token;
    this.#at = 0;
    this.#out = '';
    this.#capsWord = this.#plainWord = this.#afterNumber = this.#capital = false;
    this.#free = this.#start = true;
    while (this.#at < token.length) this.#step();
    if (this.#bold === 'word') this.#stopBold();
    if (this.#underlined === 'word') this.#stopUnderline();
    return this.#out;
  }

  get #literal(): boolean {
    return this.#grade === 1 || this.#plainPassage || this.#plainWord || this.#afterNumber;
  }

  #is(sign: string): boolean {
    return this.#token.startsWith(sign, this.#at);
  }

  #step(): void {
    if (this.#indicator() || this.#number() || this.#lowerWord() || this.#letters() || this.#symbol()) return;
    this.#out += readingMarks.unknown;
    this.#at++;
  }

  #take(sign: string, act: () => void): boolean {
    if (!this.#is(sign)) return false;
    this.#at += sign.length;
    act();
    return true;
  }

  #indicator(): boolean {
    const { noteOpen, noteClose, underlineOn, boldOn, raised, lowered } = readingMarks;
    const add = (text: string) => () => {
      this.#out += text;
    };
    if (this.#take('@.<', add(noteOpen)) || this.#take('@.>', add(noteClose))) {
      this.#start = true;
      return true;
    }
    const kind = this.#token[this.#at]!;
    const extent = this.#token[this.#at + 1] ?? '';
    if (typeforms.includes(kind) && "127'".includes(extent) && extent !== '') {
      this.#at += 2;
      if (kind === '_') {
        if (extent === "'") this.#stopUnderline();
        else {
          this.#underlined = extent === '7' ? 'passage' : 'word';
          this.#out += underlineOn;
        }
      } else if (kind === '^') {
        if (extent === "'") this.#stopBold();
        else {
          this.#bold = extent === '7' ? 'passage' : 'word';
          this.#out += boldOn;
        }
      }
      return true;
    }
    if (
      this.#take(';;;', () => {
        this.#plainPassage = true;
      }) ||
      this.#take(';;', () => {
        this.#plainWord = true;
      }) ||
      this.#take(";'", () => {
        this.#plainPassage = this.#plainWord = this.#afterNumber = false;
      }) ||
      this.#take(';9', add(raised)) ||
      this.#take(';5', add(lowered))
    )
      return true;
    if (this.#literal && /[\da-z]$/i.test(this.#out)) {
      if (/^9(?:#|[a-z])/.test(this.#token.slice(this.#at)) && this.#take('9', add(raised))) return true;
      if (/^5(?:#|[a-z])/.test(this.#token.slice(this.#at)) && this.#take('5', add(lowered))) return true;
    }
    if (this.#is(';')) {
      const rest = this.#token.slice(this.#at + 1);
      const sign = punctuation[rest[0] ?? ''];
      if (sign !== undefined && !letterCell.test(rest)) {
        this.#at += 2;
        this.#mark(sign);
        return true;
      }
    }
    return false;
  }

  #stopUnderline(): void {
    if (this.#underlined === 'no') return;
    this.#underlined = 'no';
    this.#out += readingMarks.underlineOff;
  }

  #stopBold(): void {
    if (this.#bold === 'no') return;
    this.#bold = 'no';
    this.#out += readingMarks.boldOff;
  }

  #number(): boolean {
    if (!/^#[14]?[a-j]/.test(this.#token.slice(this.#at))) return false;
    this.#at++;
    const from = this.#out.length;
    for (;;) {
      const sign = this.#token[this.#at] ?? '';
      const next = this.#token[this.#at + 1] ?? '';
      const more = next !== '' && digits.includes(next);
      if (sign !== '' && digits.includes(sign)) this.#out += digits.indexOf(sign);
      else if (sign === '1' && more) this.#out += ',';
      else if (sign === '4' && more) this.#out += '.';
      else if (sign === '"' && more) this.#out += ' ';
      else if (sign === '/' && more) this.#out += '⁄';
      else break;
      this.#at++;
    }
    const number = this.#out.slice(from);
    this.#out = this.#out.slice(0, from) + (fractions[number] ?? number);
    this.#afterNumber = true;
    this.#capsWord = this.#capital = this.#start = this.#free = false;
    return true;
  }

  /** "be", "were", "his" and "was" look like punctuation. */
  #lowerWord(): boolean {
    if (this.#literal || !this.#free || !this.#start) return false;
    const capitals = /^,{0,2}/.exec(this.#token.slice(this.#at))![0];
    const sign = this.#token[this.#at + capitals.length] ?? '';
    const word = lowerWordsigns[sign];
    if (word === undefined) return false;
    const rest = this.#token.slice(this.#at + capitals.length + 1);
    if (!/^(?:,'|[.^_@]')*(?:(?:">|\.>|@\.>)+[1234680]*)?(?:-|,-|",-|$)/.test(rest)) return false;
    this.#at += capitals.length + 1;
    const upper = this.#capsPassage || capitals.length === 2;
    this.#out += upper ? word.toUpperCase() : capitals === ',' ? capitalised(word) : word;
    if (capitals.length === 2) this.#capsWord = true;
    this.#free = this.#start = false;
    return true;
  }

  #letters(): boolean {
    const from = this.#at;
    const atoms: Atom[] = [];
    const free = this.#free;
    let end = this.#at;
    for (;;) {
      this.#capitalSigns();
      const literalNext = !this.#literal || this.#is(';') ? this.#oneLiteral(atoms.length === 0) : false;
      const atom = this.#atom(atoms.length === 0, literalNext);
      if (atom === undefined) break;
      atoms.push(atom);
      this.#at += atom.cells.length;
      this.#capital = false;
      end = this.#at;
    }
    if (atoms.length === 0) {
      // Capital signs before a sign that is no letter are a part of that sign.
      this.#at = from;
      if (
        this.#take(",'", () => {
          this.#capsPassage = this.#capsWord = false;
        })
      )
        return true;
      return false;
    }
    this.#at = end;
    this.#out += this.#word(atoms, free);
    this.#free = this.#start = false;
    return true;
  }

  /** Takes the signs for capitals before a letter. */
  #capitalSigns(): void {
    for (;;) {
      const rest = this.#token.slice(this.#at);
      if (rest.startsWith(",'") && (this.#capsWord || this.#capsPassage)) {
        this.#capsWord = this.#capsPassage = false;
        this.#at += 2;
      } else if (rest.startsWith(',,,')) {
        this.#capsPassage = true;
        this.#at += 3;
      } else if (rest.startsWith(',,') && this.#startsLetter(this.#at + 2)) {
        this.#capsWord = true;
        this.#at += 2;
      } else if (rest.startsWith(',') && !rest.startsWith(',,') && this.#startsLetter(this.#at + 1)) {
        this.#capital = true;
        this.#at++;
      } else return;
    }
  }

  #startsLetter(at: number): boolean {
    const rest = this.#token.slice(at);
    if (letterCell.test(rest)) return true;
    if (rest[0] === ';') return letterCell.test(rest.slice(1));
    if (foreignAt(rest) || (rest.slice(0, 2) in modifiers && /^[a-z]/.test(rest.slice(2)))) return true;
    if (this.#literal) return false;
    return (
      rest.slice(0, 2) in initialContractions ||
      (rest[0]! in startGroupsigns && letterCell.test(rest.slice(1)))
    );
  }

  /** A sign that makes the next letter only a letter. */
  #oneLiteral(first: boolean): boolean {
    const rest = this.#token.slice(this.#at);
    if (rest[0] !== ';' || rest.startsWith(';;') || rest[1] === undefined) return false;
    if (!first && !this.#literal && rest.slice(0, 2) in finalContractions) return false;
    if (!/^;,{0,3}[a-z^@]/.test(rest)) return false;
    this.#at++;
    this.#capitalSigns();
    return true;
  }

  #atom(first: boolean, literal: boolean): Atom | undefined {
    const rest = this.#token.slice(this.#at);
    const make = (cells: string, text: string): Atom => ({
      cells,
      text,
      capital: this.#capital,
      capitals: this.#capsWord || this.#capsPassage,
      literal,
    });
    const foreign = foreignAt(rest);
    if (foreign !== undefined && !(foreign.startsWith('.') && !first && !this.#literal))
      return make(foreign, foreignLetters[foreign]!);
    const two = rest.slice(0, 2);
    const modifier = modifiers[two];
    if (modifier !== undefined && /^[a-z]/.test(rest[2] ?? ''))
      return make(rest.slice(0, 3), (rest[2]! + modifier).normalize('NFC'));
    const one = rest[0] ?? '';
    if (/^[a-z]$/.test(one)) return make(one, one);
    if (this.#literal || literal) return undefined;
    const initial = initialContractions[two];
    if (initial !== undefined) return make(two, initial);
    const final = finalContractions[two];
    if (final !== undefined && !first) return make(two, final);
    const group = groupsigns[one];
    if (group !== undefined) return make(one, group);
    const next =
      this.#startsLetter(this.#at + 1) ||
      rest.slice(1, 3) in finalContractions ||
      /^[1236 7][a-z&=(!)*<%?:$\]\\[/+>95]/.test(rest.slice(1));
    if (!next) return undefined;
    const lower = first ? (this.#start ? startGroupsigns[one] : undefined) : middleGroupsigns[one];
    return lower === undefined ? undefined : make(one, lower);
  }

  #word(atoms: readonly Atom[], free: boolean): string {
    const plain = atoms.every(({ literal }) => !literal);
    const cells = atoms.map((atom) => atom.cells).join('');
    if (plain && isEven(atoms) && !this.#literal && free && this.#endsFree()) {
      const whole = atoms.length === 1 ? wordsigns[cells] : undefined;
      const word = whole ?? shortforms[cells] ?? longerWord(atoms);
      if (word !== undefined) return inCapitals(word, atoms);
    }
    return atoms
      .map(({ text, capital, capitals }) =>
        capitals ? text.toUpperCase() : capital ? capitalised(text) : text,
      )
      .join('');
  }

  /** What follows allows a word that stands alone (2.6). */
  #endsFree(): boolean {
    let rest = this.#token.slice(this.#at);
    const apostrophe = afterApostrophe.exec(rest);
    if (apostrophe) rest = rest.slice(apostrophe[0].length);
    for (;;) {
      if (rest === '' || /^(?:-|,-|",-)/.test(rest)) return true;
      const closer = closers.find((sign) => rest.startsWith(sign));
      if (closer !== undefined) rest = rest.slice(closer.length);
      else if (rest.startsWith("'")) rest = rest.slice(1);
      else return false;
    }
  }

  #symbol(): boolean {
    for (const length of [3, 2]) {
      const sign = this.#token.slice(this.#at, this.#at + length);
      const text = sign.length === length ? symbols[sign] : undefined;
      if (text !== undefined) {
        this.#at += length;
        this.#mark(text);
        return true;
      }
    }
    const one = this.#token[this.#at]!;
    if (one === '8' && (this.#start || this.#at === 0)) {
      this.#at++;
      this.#mark('“');
      return true;
    }
    const text = punctuation[one];
    if (text === undefined) return false;
    this.#at++;
    this.#mark(text);
    return true;
  }

  #mark(text: string): void {
    this.#out += text;
    this.#capsWord = this.#capital = false;
    if ('-–―'.includes(text)) {
      this.#free = this.#start = true;
      this.#afterNumber = false;
    } else if ('([{“‘«"'.includes(text) || (text === '’' && this.#start)) {
      this.#start = true;
    } else {
      this.#start = false;
      this.#free = false;
    }
  }
}

function foreignAt(rest: string): string | undefined {
  for (const length of [4, 3, 2]) {
    const sign = rest.slice(0, length);
    if (sign.length === length && sign in foreignLetters) return sign;
  }
  return undefined;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Capitals do not stop inside a contraction of a whole word: CDs is no "coulds". */
function isEven(atoms: readonly Atom[]): boolean {
  return (
    atoms.every(({ capitals }) => capitals) ||
    !atoms.some(({ capitals }, index) => capitals || (index > 0 && atoms[index]!.capital))
  );
}

function inCapitals(word: string, atoms: readonly Atom[]): string {
  if (atoms.every(({ capitals }) => capitals)) return word.toUpperCase();
  return atoms[0]!.capital ? capitalised(word) : word;
}

const fractions: Readonly<Record<string, string>> = {
  '1⁄2': '½',
  '1⁄3': '⅓',
  '2⁄3': '⅔',
  '1⁄4': '¼',
  '3⁄4': '¾',
  '1⁄5': '⅕',
  '2⁄5': '⅖',
  '3⁄5': '⅗',
  '4⁄5': '⅘',
  '1⁄6': '⅙',
  '5⁄6': '⅚',
  '1⁄8': '⅛',
  '3⁄8': '⅜',
  '5⁄8': '⅝',
  '7⁄8': '⅞',
};
