import { mirrored } from './direction.ts';
import type { Face, FontSet } from './fonts.ts';
import type { FontkitGlyph } from './pdfkit-internals.ts';

/** Glyphs of one word in one face. Lengths are in thousandths of the type size. */
export interface Shaped {
  readonly face: Face;
  readonly glyphs: readonly number[];
  /** What each glyph says. */
  readonly codePoints: readonly (readonly number[])[];
  /** Width of each glyph as the font states it. */
  readonly widths: readonly number[];
  /** Way to the next glyph, kerning included. */
  readonly advances: readonly number[];
  /** Where marks stand off their place: [right, up] of each glyph; absent where none does. */
  readonly offsets?: readonly (readonly [number, number])[];
  readonly width: number;
  /** What the glyphs stand for, where they do not say it themselves. */
  readonly actualText?: string;
}

export type ShapingTrouble = 'no-glyph' | 'not-shaped' | 'lost-character';
export type ReportTrouble = (trouble: ShapingTrouble, text: string) => void;

const cache = new Map<Face, Map<string, readonly Shaped[]>>();
/** Enough for the words of a long book; then the cache starts anew, so that a server's memory stays bounded. */
const cacheLimit = 20_000;

/** Marks that change nothing to see: joiners, variation selectors, direction marks, soft hyphens. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;
/** Stands for a character that was lost when a text was changed from one encoding to another. */
const lost = '\ufffd';
/** Same shape, other meaning: drawn by the character on the right, told by ActualText. */
const sameShape: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2010': '-',
  '\u2011': '-',
};

const noLigatures = { liga: false, clig: false } as const;

interface How {
  readonly report: ReportTrouble;
  readonly isRightToLeft: boolean;
  readonly features: typeof noLigatures | undefined;
}

/** The word in one or more faces. A character that no face has becomes words in brackets, and is reported. */
export function shape(
  text: string,
  bold: boolean,
  fonts: FontSet,
  report: ReportTrouble,
  isRightToLeft = false,
): readonly Shaped[] {
  const faces = bold ? fonts.bold : fonts.regular;
  const first = faces[0] as Face;
  let words = cache.get(first);
  if (words === undefined || words.size > cacheLimit) {
    words = new Map();
    cache.set(first, words);
  }
  const features = fonts.isSpaced && !isRightToLeft ? noLigatures : undefined;
  const key = isRightToLeft ? `\n${text}` : features ? `\r${text}` : text;
  const known = words.get(key);
  if (known !== undefined) return known;
  let troubled = false;
  const onTrouble: ReportTrouble = (trouble, about) => {
    troubled = true;
    report(trouble, about);
  };
  const shaped = shapeAnew(text, faces, { report: onTrouble, isRightToLeft, features });
  // Trouble is reported at every place where it happens, so such words stay out of the cache.
  if (!troubled) words.set(key, shaped);
  return shaped;
}

function shapeAnew(text: string, faces: readonly Face[], how: How): readonly Shaped[] {
  const { report, isRightToLeft } = how;
  const out: Shaped[] = [];
  let drawn = '';
  let original = '';
  let face: Face | undefined;
  const flush = (): void => {
    if (face !== undefined && original !== '') out.push(shapeIn(face, drawn, original, how));
    drawn = '';
    original = '';
  };
  for (const character of text) {
    if (invisible.test(character)) {
      original += character;
      face ??= faces[0];
      // Joiners change the letters beside them in scripts that join.
      if (isRightToLeft && /[\u200c\u200d]/.test(character) && face && has(face, character))
        drawn += character;
      continue;
    }
    if (character === lost) report('lost-character', character);
    const shown = sameShape[character] ?? (isRightToLeft ? mirrored(character) : character);
    // A mark stays in the face of its letter where that face has it.
    const isOfLetter = face !== undefined && /\p{M}/u.test(character) && has(face, shown);
    const next: Face | undefined = isOfLetter ? face : faces.find((one) => has(one, shown));
    if (next === undefined) {
      flush();
      face = undefined;
      report('no-glyph', character);
      const number = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
      out.push(
        shapeIn(faces[0] as Face, `[character U+${number}]`, character, { ...how, isRightToLeft: false }),
      );
      continue;
    }
    if (next !== face) flush();
    face = next;
    drawn += shown;
    original += character;
  }
  flush();
  return out;
}

function has({ font }: Face, character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) as number);
}

interface PlacedGlyph {
  readonly glyph: FontkitGlyph;
  readonly says: readonly number[];
  readonly advance: number;
  readonly right: number;
  readonly up: number;
}

function shapeIn(face: Face, drawn: string, original: string, how: How): Shaped {
  const scale = 1000 / face.font.unitsPerEm;
  let placed: readonly PlacedGlyph[];
  try {
    placed = layOut(face, drawn, how);
  } catch {
    // fontkit throws on some scripts (foliojs/fontkit#367): letter by letter is legible, and said.
    how.report('not-shaped', original);
    placed = letterByLetter(face, drawn, how.isRightToLeft);
  }
  const spoken = placed.map(({ says }) => String.fromCodePoint(...says)).join('');
  const isMoved = placed.some(({ right, up }) => right !== 0 || up !== 0);
  return {
    face,
    glyphs: placed.map(({ glyph }) => glyph.id),
    codePoints: placed.map(({ says }) => says),
    widths: placed.map(({ glyph }) => glyph.advanceWidth * scale),
    advances: placed.map(({ advance }) => advance * scale),
    ...(isMoved ? { offsets: placed.map(({ right, up }) => [right * scale, up * scale] as const) } : {}),
    width: placed.reduce((sum, { advance }) => sum + advance, 0) * scale,
    ...(spoken !== original && { actualText: original }),
  };
}

function layOut({ font }: Face, drawn: string, { isRightToLeft, features }: How): readonly PlacedGlyph[] {
  const direction = isRightToLeft ? 'rtl' : 'ltr';
  const { glyphs, positions } = font.layout(drawn, features, undefined, undefined, direction);
  // fontkit says of a glyph what it first knew: nothing, where embedding made it as a part of another one, be it for another
  // document. Where every character has a glyph of its own, the text itself tells.
  const characters = [...drawn];
  const isPlain = !isRightToLeft && characters.length === glyphs.length;
  return glyphs.map((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const says = isPlain ? [characters[index]?.codePointAt(0) ?? 0] : glyph.codePoints;
    return { glyph, says, advance: xAdvance, right: xOffset, up: yOffset };
  });
}

function letterByLetter({ font }: Face, drawn: string, isRightToLeft: boolean): readonly PlacedGlyph[] {
  const placed = [...drawn].map((character) => {
    const codePoint = character.codePointAt(0) as number;
    const glyph = font.glyphForCodePoint(codePoint);
    return { glyph, says: [codePoint], advance: glyph.advanceWidth, right: 0, up: 0 };
  });
  return isRightToLeft ? placed.reverse() : placed;
}
