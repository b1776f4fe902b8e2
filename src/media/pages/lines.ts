import { type Directions, directionsOf, type Span, visualOrder } from './direction.ts';
import { breaksWithoutSpaces, hasBreaksWithoutSpaces } from './east-asian.ts';
import type { FontSet } from './fonts.ts';
import { type Shaped, type ShapingTrouble, shape, type WordContext } from './shaping.ts';
import type { Leaf } from './structure.ts';
import { unbreakableSpaces } from './unbreakable.ts';

/** Text of one look that belongs to one element. A line feed in it ends the line. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  /** `#rrggbb` */
  readonly colour: string;
  readonly leaf: Leaf;
}

/** Space added to what the font has, as a share of the size. */
export interface Spacing {
  readonly letters: number;
  readonly words: number;
}

/** Glyphs on a line. `x` is in points from the line's start. */
export interface Piece {
  readonly shaped: Shaped;
  readonly x: number;
  readonly colour: string;
  readonly leaf: Leaf;
  /** Points added after each glyph. */
  readonly spread?: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** Without the space at its end, in points. */
  readonly width: number;
  /** Of a paragraph that runs from right to left, or a single line among such: it is aligned right. */
  readonly isRightToLeft?: boolean;
}

export interface LineOptions {
  readonly width: number;
  readonly size: number;
  readonly fonts: FontSet;
  readonly spacing?: Spacing;
  /** Most characters a line may have. */
  readonly characters: number;
  /** Whether the text stands in a part of the document that runs from right to left. */
  readonly isRightToLeft?: boolean;
  report(trouble: ShapingTrouble | 'long-word', text: string): void;
}

interface Part {
  readonly text: string;
  readonly run: Run;
  /** Embedding level: odd is from right to left. */
  readonly level: number;
  /** Letters of the same word that stand in its parts before and after this one. */
  readonly before?: string;
  readonly after?: string;
}

/** A part of a word that no line holds; `width` in points. */
interface Letter {
  readonly part: Part;
  readonly text: string;
  width: number;
}

/** After which characters a word that no line holds is broken: after the `poor` ones only where a line has no others. */
interface BreakPlaces {
  readonly good: RegExp;
  readonly poor?: RegExp;
}

/** A hyphen at the end of a line looks as if it were no part of the address, and some programs that copy it leave it out. */
const webBreaks: BreakPlaces = { good: /[/.?&=]/, poor: /[-_]/ };
const mailBreaks: BreakPlaces = { good: /@/, poor: /[/.\-?&_=]/ };
const wordBreaks: BreakPlaces = { good: /[-/\u2010\u2013\u2014]/ };
const spaceBreaks: BreakPlaces = { good: / / };

/** A web or e-mail address is broken so that it is still one address to the eye. */
function breakPlaces(word: string): BreakPlaces {
  if (word.includes(' ')) return spaceBreaks;
  if (/^[^/]*@/.test(word)) return mailBreaks;
  return /[/@]|\w\.\w/.test(word) ? webBreaks : wordBreaks;
}

/** Breaks text into lines, ragged and without hyphens. One pass; every word is shaped once. */
export function breakLines(runs: readonly Run[], options: LineOptions): readonly Line[] {
  return new Breaker(options).run(runs);
}

class Breaker {
  readonly #options: LineOptions;
  readonly #lines: Line[] = [];
  #pieces: Piece[] = [];
  #x = 0;
  #characters = 0;
  #space: Part | undefined;
  #directions: Directions | undefined;
  /** Level of each piece of the line. */
  #levels: number[] = [];

  constructor(options: LineOptions) {
    this.#options = options;
  }

  run(runs: readonly Run[]): readonly Line[] {
    const parts = foldSpaces(runs);
    const text = parts.map((part) => part.text).join('');
    const glued = unbreakableSpaces(text);
    this.#directions = directionsOf(text, glued, linksOf(parts), this.#options.isRightToLeft);
    let word: Part[] = [];
    let start = 0;
    for (const part of parts) {
      let from = 0;
      for (let index = 0; index <= part.text.length; index++) {
        const character = part.text[index];
        const isBreak = character === '\n' || (character === ' ' && !glued.has(start + index));
        if (index < part.text.length && !isBreak) continue;
        this.#cut(part, from, index, start, word);
        from = index + 1;
        if (!isBreak) continue;
        this.#word(word);
        word = [];
        this.#space = { text: ' ', run: part.run, level: this.#levelAt(start + index) };
        if (character === '\n') this.#endLine();
      }
      start += part.text.length;
    }
    this.#word(word);
    this.#space = undefined;
    if (this.#pieces.length > 0) this.#endLine();
    // Several lines of other letters only are read from the left, wherever they stand.
    const isForeign = this.#directions === undefined && this.#lines.length > 1;
    return isForeign ? this.#lines.map(({ pieces, width }) => ({ pieces, width })) : this.#lines;
  }

  /** Adds a part's text from one index to another, cut where its direction changes. `start` is where the part begins. */
  #cut({ text, run }: Omit<Part, 'level'>, from: number, to: number, start: number, word: Part[]): void {
    for (let index = from; index < to; ) {
      const first = index;
      const level = this.#levelAt(start + first);
      while (index < to && this.#levelAt(start + index) === level) index++;
      word.push({ text: text.slice(first, index), run, level });
    }
  }

  #levelAt(index: number): number {
    return this.#directions?.levels[index] ?? 0;
  }

  #word(parts: readonly Part[]): void {
    if (parts.length === 0) return;
    const whole = parts.length === 1 ? (parts[0] as Part).text : parts.map((part) => part.text).join('');
    if (hasBreaksWithoutSpaces(whole)) {
      let start = 0;
      for (const end of breaksWithoutSpaces(whole)) {
        this.#unit(sliced(parts, start, end), whole.slice(start, end));
        start = end;
      }
      return;
    }
    this.#unit(parts.length === 1 ? parts : withNeighbours(parts), whole);
  }

  /** What stands on one line if it can. */
  #unit(parts: readonly Part[], whole: string): void {
    const width = this.#measure(parts);
    const isTooLong = width > this.#options.width || whole.length > this.#options.characters;
    if (isTooLong) {
      if (this.#pieces.length > 0) this.#endLine();
      this.#split(parts, whole, breakPlaces(whole));
      return;
    }
    const space = this.#space;
    const gap = space && this.#pieces.length > 0 ? this.#measure([space]) + this.#wordSpace : 0;
    const isFull = this.#characters + (space ? 1 : 0) + whole.length > this.#options.characters;
    if (this.#pieces.length > 0 && (isFull || this.#x + gap + width > this.#options.width)) this.#endLine();
    this.#addSpace();
    for (const part of parts) this.#add(part);
  }

  /** A word that no line holds: broken at its best places, or anywhere when it has none. */
  #split(parts: readonly Part[], whole: string, places: BreakPlaces): void {
    this.#addSpace();
    const letters: Letter[] = [];
    // Characters without a glyph are reported as such, and their long names are no fault of the word.
    let isReported = false;
    const onTrouble = (): void => {
      isReported = true;
    };
    for (const part of parts) {
      for (const [cluster] of part.text.matchAll(/[^\p{M}]?\p{M}*/gu)) {
        if (cluster === '') continue;
        const width = this.#measure([{ ...part, text: cluster }], onTrouble);
        const pieces = width > this.#options.width / 2 ? [...cluster] : [cluster];
        for (const text of pieces) {
          letters.push({
            part,
            text,
            width: pieces.length === 1 ? width : this.#measure([{ ...part, text }]),
          });
        }
      }
    }
    this.#widen(letters);
    const joined = (from: number, to: number): Part[] => {
      const whole: Part[] = [];
      for (let index = from; index < to; ) {
        const { part } = letters[index] as (typeof letters)[number];
        let text = '';
        while (index < to && letters[index]?.part === part) text += letters[index++]?.text;
        whole.push({ ...part, text });
      }
      return whole;
    };
    const flush = (from: number, to: number): void => {
      for (const part of joined(from, to)) this.#add(part);
    };
    // Letters that stand together can be wider than the sum of their pairs: the joined text has the last word.
    const fitting = (from: number, to: number): number => {
      let end = to;
      while (end > from + 1 && this.#x + this.#measure(joined(from, end)) > this.#options.width) end--;
      return end;
    };
    let start = 0;
    let good = 0;
    let poor = 0;
    let width = 0;
    for (let index = 0; index < letters.length; index++) {
      const letter = letters[index] as (typeof letters)[number];
      // Joined letters may be a little wider than pairs of them.
      const isTooWide = this.#x + width + letter.width > this.#options.width - this.#options.size * 0.1;
      const isTooLong = this.#characters + index - start >= this.#options.characters;
      if ((isTooWide || isTooLong) && (index > start || this.#pieces.length > 0)) {
        const place = good > start ? good : poor;
        let end = place > start ? place : index;
        if (place <= start && !isReported) {
          isReported = true;
          this.#options.report('long-word', whole);
        }
        end = fitting(start, end);
        if (letters[end]?.text === ' ') end++;
        flush(start, end);
        width = 0;
        for (let at = end; at < index; at++) width += letters[at]?.width ?? 0;
        start = end;
        good = Math.max(good, end);
        poor = Math.max(poor, end);
        this.#endLine();
      }
      width += letter.width;
      if (places.good.test(letter.text)) good = index + 1;
      else if (places.poor?.test(letter.text)) poor = index + 1;
    }
    for (
      let end = fitting(start, letters.length);
      end < letters.length;
      end = fitting(start, letters.length)
    ) {
      flush(start, end);
      start = end;
      this.#endLine();
    }
    flush(start, letters.length);
  }

  /** Gives a letter that kerning keeps away from the next one its wider room. */
  #widen(letters: readonly Letter[]): void {
    for (const [index, letter] of letters.entries()) {
      const next = letters[index + 1];
      if (next === undefined || next.part !== letter.part) continue;
      const pair = this.#measure([{ ...letter.part, text: letter.text + next.text }]);
      letter.width = Math.max(letter.width, pair - next.width);
    }
  }

  #spread({ isJoined }: Shaped): number {
    return isJoined ? 0 : (this.#options.spacing?.letters ?? 0) * this.#options.size;
  }

  #shaped(part: Part, report: LineOptions['report']): readonly Shaped[] {
    const { text, run, level, before, after } = part;
    const language = 'language' in run.leaf ? run.leaf.language : undefined;
    const context: WordContext = {
      isRightToLeft: level % 2 === 1,
      ...(language !== undefined && { language }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
    return shape(text, run.bold, this.#options.fonts, report, context);
  }

  get #wordSpace(): number {
    return (this.#options.spacing?.words ?? 0) * this.#options.size;
  }

  #measure(parts: readonly Part[], onTrouble: () => void = ignore): number {
    const { size } = this.#options;
    let width = 0;
    for (const part of parts) {
      for (const shaped of this.#shaped(part, onTrouble))
        width += extentOf(shaped, size, this.#spread(shaped));
    }
    return width;
  }

  #addSpace(): void {
    const space = this.#space;
    this.#space = undefined;
    if (space && this.#pieces.length > 0) this.#add(space);
  }

  #add(part: Part): void {
    const { size, report } = this.#options;
    const { text, run, level } = part;
    for (const shaped of this.#shaped(part, report)) {
      this.#levels.push(level);
      const spread = this.#spread(shaped);
      this.#pieces.push({
        shaped,
        x: this.#x,
        colour: run.colour,
        leaf: run.leaf,
        ...(spread > 0 && { spread }),
      });
      this.#x += extentOf(shaped, size, spread) + (text === ' ' ? this.#wordSpace : 0);
    }
    this.#characters += text.length;
  }

  /** The space after a line's last word is painted, so that a reader of the file gets the words apart. */
  #endLine(): void {
    const width = this.#x;
    const base = this.#directions?.base ?? 0;
    if (this.#space && this.#pieces.length > 0) this.#add({ ...this.#space, level: base });
    this.#space = undefined;
    if (this.#directions) this.#placeVisually(base === 1 ? width - this.#x : 0);
    const isRightToLeft = base === 1 || this.#options.isRightToLeft === true;
    this.#lines.push({ pieces: this.#pieces, width, ...(isRightToLeft && { isRightToLeft }) });
    this.#pieces = [];
    this.#levels = [];
    this.#x = 0;
    this.#characters = 0;
  }

  /** Pieces keep the order in which they are read and get the places at which they are seen. */
  #placeVisually(start: number): void {
    const pieces = this.#pieces;
    const placed = [...pieces];
    let x = start;
    for (const index of visualOrder(this.#levels)) {
      const piece = pieces[index] as Piece;
      placed[index] = { ...piece, x };
      x += extentOf(piece.shaped, this.#options.size, piece.spread ?? 0);
      if (isSpace(piece.shaped)) x += this.#wordSpace;
    }
    this.#pieces = placed;
  }
}

function ignore(): void {}

/** Parts of a word from one index of its text to another. */
function sliced(parts: readonly Part[], start: number, end: number): readonly Part[] {
  const out: Part[] = [];
  let from = 0;
  for (const part of parts) {
    const text = part.text.slice(Math.max(0, start - from), Math.max(0, end - from));
    if (text !== '') out.push({ ...part, text });
    from += part.text.length;
  }
  return out;
}

/** Letters join over the edge between two parts, such as a link and the letter before it. */
function withNeighbours(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, index) => {
    const before = parts[index - 1]?.text.slice(-2);
    const after = parts[index + 1]?.text.slice(0, 2);
    return { ...part, ...(before && { before }), ...(after && { after }) };
  });
}

/** Where links stand in the text of the parts together. */
function linksOf(parts: readonly Omit<Part, 'level'>[]): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { text, run } of parts) {
    const end = start + text.length;
    if ('link' in run.leaf && run.leaf.link) spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** Width of glyphs in points, with `spread` points after each; marks stand over their letters and take none. */
export function extentOf(shaped: Shaped, size: number, spread: number): number {
  const width = (shaped.width * size) / 1000;
  if (spread === 0) return width;
  const { advances, offsets } = shaped;
  const count = offsets ? advances.filter((advance) => advance > 0).length : advances.length;
  return width + spread * count;
}

function isSpace({ codePoints }: Shaped): boolean {
  return codePoints.length === 1 && codePoints[0]?.[0] === 0x20;
}

/** White space becomes one space, none at the start of a line; no-break spaces stay. */
function foldSpaces(runs: readonly Run[]): readonly Omit<Part, 'level'>[] {
  const parts: Omit<Part, 'level'>[] = [];
  let isStart = true;
  for (const run of runs) {
    let text = run.text.replace(/[\t\r\f\v \u2028\u2029\u3000]+/g, ' ').replace(/ ?\n ?/g, '\n');
    if (isStart) text = text.replace(/^ +/, '');
    if (text === '') continue;
    isStart = /[ \n]$/.test(text);
    parts.push({ text, run });
  }
  return parts;
}
