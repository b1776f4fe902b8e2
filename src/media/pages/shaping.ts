import { mirrored } from './direction.ts';
import type { Face, FontSet } from './fonts.ts';
import type { HarfbuzzGlyph, Shaper } from './harfbuzz.ts';
import type { FontkitFont } from './pdfkit-internals.ts';

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
  /** Letters that hang together: space between them would tear them. */
  readonly isJoined?: true;
  /** Of a word from right to left whose glyphs say what it says, read from the last one on. */
  readonly isReversed?: true;
}

export type ShapingTrouble = 'no-glyph' | 'not-shaped' | 'lost-character';
export type ReportTrouble = (trouble: ShapingTrouble, text: string) => void;

/** Words that were shaped with one order of faces. */
interface Cache {
  words: Map<string, readonly Shaped[]>;
  /** Whether the language can change a shape. */
  readonly hasShapers: boolean;
}

const caches = new Map<string, Cache>();
const cachesByFaces = new WeakMap<readonly Face[], Cache>();
/** Enough for the words of a long book; then the cache starts anew, so that a server's memory stays bounded. */
const cacheLimit = 20_000;

function cacheOf(faces: readonly Face[]): Cache {
  let cache = cachesByFaces.get(faces);
  if (cache === undefined) {
    const names = faces.map((face) => face.key).join('\n');
    cache = caches.get(names) ?? { words: new Map(), hasShapers: faces.some(({ script }) => script?.shaper) };
    caches.set(names, cache);
    cachesByFaces.set(faces, cache);
  }
  if (cache.words.size > cacheLimit) cache.words = new Map();
  return cache;
}

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

/** Joiners, variation selectors and tags, which change the glyphs beside them. */
const shaping = /\u200c|\u200d|\ufe0e|\ufe0f|[\u{e0020}-\u{e007f}]/u;

/** What a word's look depends on beside its letters. */
export interface WordContext {
  readonly isRightToLeft: boolean;
  /** BCP 47 */
  readonly language?: string;
  /** The letters that the word's other parts have beside this one. */
  readonly before?: string;
  readonly after?: string;
}

interface How extends WordContext {
  readonly report: ReportTrouble;
  readonly features: typeof noLigatures | undefined;
}

const plainContext: WordContext = { isRightToLeft: false };

/** The word in one or more faces. A character that no face has becomes words in brackets, and is reported. */
export function shape(
  text: string,
  bold: boolean,
  fonts: FontSet,
  report: ReportTrouble,
  context: WordContext = plainContext,
): readonly Shaped[] {
  const faces = bold ? fonts.bold : fonts.regular;
  const cache = cacheOf(faces);
  const { isRightToLeft } = context;
  const features = fonts.isSpaced && !isRightToLeft ? noLigatures : undefined;
  const language = context.language ?? fonts.language ?? '';
  let key = isRightToLeft ? `\n${text}` : features ? `\r${text}` : text;
  if (cache.hasShapers) key = `${language}\t${context.before ?? ''}\t${context.after ?? ''}\t${key}`;
  const known = cache.words.get(key);
  if (known !== undefined) return known;
  let troubled = false;
  const onTrouble: ReportTrouble = (trouble, about) => {
    troubled = true;
    report(trouble, about);
  };
  const shaped = shapeAnew(text, faces, { ...context, language, report: onTrouble, features });
  // Trouble is reported at every place where it happens, so such words stay out of the cache.
  if (!troubled) cache.words.set(key, shaped);
  return shaped;
}

function shapeAnew(text: string, faces: readonly Face[], how: How): readonly Shaped[] {
  const { report, isRightToLeft } = how;
  const order = orderFor(text, faces);
  const out: Shaped[] = [];
  let drawn = '';
  let original = '';
  /** Where `original` starts in the text. */
  let start = 0;
  let face: Face | undefined;
  const flush = (): void => {
    if (face !== undefined && original !== '') {
      const before = text.slice(Math.max(0, start - 2), start) || how.before;
      const after = text.slice(start + original.length, start + original.length + 2) || how.after;
      out.push(
        shapeIn(face, drawn, original, { ...how, ...(before && { before }), ...(after && { after }) }),
      );
    }
    start += original.length;
    drawn = '';
    original = '';
  };
  const characters = [...text];
  characters.forEach((character, index) => {
    if (invisible.test(character)) {
      original += character;
      face ??= faces[0];
      if (face?.script?.shaper && shaping.test(character)) drawn += character;
      return;
    }
    if (character === lost) report('lost-character', character);
    const next = faceOf(character, order, face, characters[index + 1]);
    // HarfBuzz mirrors brackets itself.
    const isTurned = isRightToLeft && !next?.script?.shaper;
    const shown = sameShape[character] ?? (isTurned ? mirrored(character) : character);
    if (next === undefined) {
      flush();
      face = undefined;
      report('no-glyph', character);
      const number = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
      const words = `[character U+${number}]`;
      out.push(shapeIn(faces[0] as Face, words, character, { ...how, isRightToLeft: false }));
      start += character.length;
      return;
    }
    if (next !== face) flush();
    face = next;
    drawn += shown;
    original += character;
  });
  flush();
  return out;
}

/** A word with a letter that the first face has not is drawn by one that has all its letters: two designs in a word look torn. */
function orderFor(text: string, faces: readonly Face[]): readonly Face[] {
  const [first] = faces;
  if (first === undefined) return faces;
  const others = faces.filter(({ script }) => script === undefined);
  const letters = (text.match(/[\p{L}\p{M}]/gu) ?? []).filter(
    (letter) =>
      others.some((face) => has(face, letter)) && !faces.some(({ script }) => script?.covers.test(letter)),
  );
  if (letters.every((letter) => has(first, letter))) return faces;
  const whole = others.find((face) => letters.every((letter) => has(face, letter)));
  return whole === undefined ? faces : [whole, ...faces];
}

function faceOf(
  character: string,
  faces: readonly Face[],
  current: Face | undefined,
  next: string | undefined,
): Face | undefined {
  if (next === '\ufe0f') {
    const emoji = faces.find((face) => face.script?.isEmoji && has(face, character));
    if (emoji !== undefined) return emoji;
  }
  const shown = sameShape[character] ?? character;
  if (current !== undefined) {
    // A mark stays in the face of its letter where that face has it; so do the stops that the scripts of India share.
    const isOfLetter = /[\p{M}\u0964\u0965]/u.test(character);
    if (isOfLetter && (current.script || /\p{M}/u.test(character)) && has(current, shown)) return current;
  }
  return (
    faces.find((face) => face.script?.covers.test(character) && has(face, shown)) ??
    faces.find((face) => has(face, shown))
  );
}

/** Private characters mean nothing outside the program that made them, whatever a font draws for them. */
const isPrivate = /\p{Co}/u;

function has({ font }: Face, character: string): boolean {
  if (isPrivate.test(character)) return false;
  return font.hasGlyphForCodePoint(character.codePointAt(0) as number);
}

interface PlacedGlyph {
  readonly id: number;
  /** Width that the font states. */
  readonly own: number;
  readonly says: readonly number[];
  readonly advance: number;
  readonly right: number;
  readonly up: number;
}

function shapeIn(face: Face, drawn: string, original: string, how: How): Shaped {
  const scale = 1000 / face.font.unitsPerEm;
  const placed = place(face, drawn, original, how);
  const said = placed.map(({ says }) => String.fromCodePoint(...says));
  const isReversed = how.isRightToLeft && [...said].reverse().join('') === original;
  const isMoved = placed.some(({ right, up }) => right !== 0 || up !== 0);
  return {
    face,
    glyphs: placed.map(({ id }) => id),
    codePoints: placed.map(({ says }) => says),
    widths: placed.map(({ own }) => own * scale),
    advances: placed.map(({ advance }) => advance * scale),
    ...(isMoved ? { offsets: placed.map(({ right, up }) => [right * scale, up * scale] as const) } : {}),
    width: placed.reduce((sum, { advance }) => sum + advance, 0) * scale,
    ...(isReversed ? { isReversed } : said.join('') !== original && { actualText: original }),
    ...(face.script?.shaper && { isJoined: true }),
  };
}

function place(face: Face, drawn: string, original: string, how: How): readonly PlacedGlyph[] {
  const { script } = face;
  if (script?.shaper) return byHarfbuzz(face, script.shaper, drawn, how);
  if (script !== undefined) return letterByLetter(face, drawn, how.isRightToLeft);
  try {
    return layOut(face, drawn, how);
  } catch {
    // fontkit throws on some scripts (foliojs/fontkit#367): letter by letter is legible, and said.
    how.report('not-shaped', original);
    return letterByLetter(face, drawn, how.isRightToLeft);
  }
}

function byHarfbuzz({ font }: Face, shaper: Shaper, drawn: string, how: How): readonly PlacedGlyph[] {
  const { isRightToLeft, before = '', after = '', language = '' } = how;
  const glyphs = shaper.shape(drawn, { before, after, isRightToLeft, language });
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const texts = new Map(
    starts.map((start, index) => [start, drawn.slice(index === 0 ? 0 : start, starts[index + 1])]),
  );
  const placed: PlacedGlyph[] = [];
  for (let start = 0; start < glyphs.length; ) {
    const { cluster } = glyphs[start] as HarfbuzzGlyph;
    let end = start + 1;
    while (end < glyphs.length && glyphs[end]?.cluster === cluster) end++;
    const own = glyphs.slice(start, end);
    const letters = [...(texts.get(cluster) ?? '')];
    if (isRightToLeft && own.length === 1 && letters.length > 1) {
      placed.push(...shared(font, own[0] as HarfbuzzGlyph, letters));
      start = end;
      continue;
    }
    tellCluster(texts.get(cluster) ?? '', own, shaper).forEach((says, index) => {
      const { id, advance, right, up } = own[index] as HarfbuzzGlyph;
      placed.push({ id, own: font.getGlyph(id).advanceWidth, says, advance, right, up });
    });
    start = end;
  }
  return placed;
}

/**
 * A shape of several letters, such as lam with alef, from right to left: the shape says the last letter, glyphs without ink
 * over it say the others. Programs that take text by its place turn the letters of one glyph the wrong way round.
 */
function shared(font: FontkitFont, glyph: HarfbuzzGlyph, letters: readonly string[]): readonly PlacedGlyph[] {
  const blank = font.glyphForCodePoint(0x20);
  const advance = glyph.advance / letters.length;
  return [...letters].reverse().map((letter, index) => {
    const says = [letter.codePointAt(0) as number];
    const { right, up } = glyph;
    if (index > 0) return { id: blank.id, own: blank.advanceWidth, says, advance, right, up };
    return { id: glyph.id, own: font.getGlyph(glyph.id).advanceWidth, says, advance, right, up };
  });
}

/** Says nothing and is no fault: dots that a font keeps apart from their letter. */
const saysNothing = [0x200b];

/** Gives the characters of a cluster to its glyphs: to each the one that it is the plain shape of, what is left to the widest. */
function tellCluster(
  text: string,
  glyphs: readonly HarfbuzzGlyph[],
  shaper: Shaper,
): readonly (readonly number[])[] {
  const points = [...text].map((character) => character.codePointAt(0) as number);
  if (glyphs.length === 1) return [points];
  const said = glyphs.map(({ id }) => {
    const own = points.findIndex((point) => shaper.glyphOf(point) === id);
    return own < 0 ? saysNothing : points.splice(own, 1);
  });
  if (points.length === 0) return said;
  let widest = -1;
  glyphs.forEach(({ advance }, index) => {
    if (said[index] === saysNothing && (widest < 0 || advance > (glyphs[widest]?.advance ?? 0)))
      widest = index;
  });
  if (widest < 0) said[0] = [...(said[0] ?? []), ...points];
  else said[widest] = points;
  return said;
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
    const drawnPoints = isPlain ? [characters[index]?.codePointAt(0) ?? 0] : glyph.codePoints;
    const says = isRightToLeft ? drawnPoints.map(unmirrored) : drawnPoints;
    return { id: glyph.id, own: glyph.advanceWidth, says, advance: xAdvance, right: xOffset, up: yOffset };
  });
}

function letterByLetter({ font }: Face, drawn: string, isRightToLeft: boolean): readonly PlacedGlyph[] {
  const placed = [...drawn].map((character) => {
    const codePoint = character.codePointAt(0) as number;
    const glyph = font.glyphForCodePoint(codePoint);
    const advance = glyph.advanceWidth;
    const says = [isRightToLeft ? unmirrored(codePoint) : codePoint];
    return { id: glyph.id, own: advance, says, advance, right: 0, up: 0 };
  });
  return isRightToLeft ? placed.reverse() : placed;
}

/** A bracket that was drawn the other way round says what stands in the text. */
function unmirrored(codePoint: number): number {
  return mirrored(String.fromCodePoint(codePoint)).codePointAt(0) as number;
}
