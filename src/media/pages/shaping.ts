import type { Face, FontSet } from './fonts.ts';

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

export type ShapingTrouble = 'no-glyph' | 'not-shaped';
export type ReportTrouble = (trouble: ShapingTrouble, text: string) => void;

const cache = new Map<Face, Map<string, readonly Shaped[]>>();
/** Enough for the words of a long book; then the cache starts anew, so that a server's memory stays bounded. */
const cacheLimit = 40_000;

/** Marks that change nothing to see: joiners, variation selectors, direction marks, soft hyphens. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;
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

/** The word in one or more faces. A character that no face has becomes words in brackets, and is reported. */
export function shape(text: string, bold: boolean, fonts: FontSet, report: ReportTrouble): readonly Shaped[] {
  const faces = bold ? fonts.bold : fonts.regular;
  const first = faces[0] as Face;
  let words = cache.get(first);
  if (words === undefined || words.size > cacheLimit) {
    words = new Map();
    cache.set(first, words);
  }
  const known = words.get(text);
  if (known !== undefined) return known;
  let troubled = false;
  const shaped = shapeAnew(text, faces, (trouble, about) => {
    troubled = true;
    report(trouble, about);
  });
  // Trouble is reported at every place where it happens, so such words stay out of the cache.
  if (!troubled) words.set(text, shaped);
  return shaped;
}

function shapeAnew(text: string, faces: readonly Face[], report: ReportTrouble): readonly Shaped[] {
  const out: Shaped[] = [];
  let drawn = '';
  let original = '';
  let face: Face | undefined;
  const flush = (): void => {
    if (face !== undefined && original !== '') out.push(shapeIn(face, drawn, original, report));
    drawn = '';
    original = '';
  };
  for (const character of text) {
    if (invisible.test(character)) {
      original += character;
      face ??= faces[0];
      continue;
    }
    const shown = sameShape[character] ?? character;
    const codePoint = shown.codePointAt(0) as number;
    // A mark stays in the face of its letter where that face has it.
    const next =
      face?.font.hasGlyphForCodePoint(codePoint) && /\p{M}/u.test(character)
        ? face
        : faceOf(codePoint, faces);
    if (next === undefined) {
      flush();
      face = undefined;
      report('no-glyph', character);
      const name = `[character U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
      out.push(shapeIn(faces[0] as Face, name, character, report));
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

function faceOf(codePoint: number, faces: readonly Face[]): Face | undefined {
  return faces.find(({ font }) => font.hasGlyphForCodePoint(codePoint));
}

function shapeIn(face: Face, drawn: string, original: string, report: ReportTrouble): Shaped {
  const { font } = face;
  const scale = 1000 / font.unitsPerEm;
  const glyphs: number[] = [];
  const codePoints: (readonly number[])[] = [];
  const widths: number[] = [];
  const advances: number[] = [];
  const offsets: [number, number][] = [];
  let width = 0;
  let moved = false;
  let spoken = '';
  const add = (
    id: number,
    says: readonly number[],
    own: number,
    advance: number,
    x: number,
    y: number,
  ): void => {
    glyphs.push(id);
    codePoints.push(says);
    widths.push(own * scale);
    advances.push(advance * scale);
    offsets.push([x * scale, y * scale]);
    width += advance * scale;
    if (x !== 0 || y !== 0) moved = true;
    spoken += String.fromCodePoint(...says);
  };
  try {
    const run = font.layout(drawn);
    run.glyphs.forEach((glyph, index) => {
      const at = run.positions[index];
      if (at === undefined) return;
      add(glyph.id, glyph.codePoints, glyph.advanceWidth, at.xAdvance, at.xOffset, at.yOffset);
    });
  } catch {
    // fontkit throws on some scripts (foliojs/fontkit#367): letter by letter is legible, and said.
    report('not-shaped', original);
    glyphs.length = codePoints.length = widths.length = advances.length = offsets.length = 0;
    width = 0;
    spoken = '';
    moved = false;
    for (const character of drawn) {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) as number);
      add(glyph.id, [character.codePointAt(0) as number], glyph.advanceWidth, glyph.advanceWidth, 0, 0);
    }
  }
  return {
    face,
    glyphs,
    codePoints,
    widths,
    advances,
    ...(moved ? { offsets } : {}),
    width,
    ...(spoken !== original && { actualText: original }),
  };
}
