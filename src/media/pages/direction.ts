import bidiModule, { type Bidi } from 'bidi-js';

// The package's types describe an ES module, but Node loads its CommonJS file, whose default import is the function itself.
const bidi = (bidiModule as unknown as () => Bidi)();
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The directions of a text by the Unicode Bidirectional Algorithm. */
export interface Directions {
  /** Direction of the paragraph: that of its surroundings, or of its first letter. */
  readonly base: 0 | 1;
  /** Embedding level of each UTF-16 unit: odd is from right to left. */
  readonly levels: Uint8Array;
}

/** Units `start` to before `end` of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A telephone number that starts with a sign or brackets, which would move to its other end between words from right to left. */
const telephone = /\+\d[\d ()-]*\d|\(\d{2,6}\) ?\d[\d ]{3,}\d/g;
/** Isolates of UAX #9, which take no place of their own. */
const isolate = '\u2066';
const endIsolate = '\u2069';

/**
 * Undefined where the whole text runs from left to right. `glued` are spaces inside dates and telephone numbers: these keep
 * their own direction, or their groups of digits would change places. `whole` are links: an address keeps its signs where
 * they stand. Text in a part of the document that runs from right to left does so too, even if a name in other letters is
 * its first word.
 */
export function directionsOf(
  text: string,
  glued: ReadonlySet<number>,
  whole: readonly Span[] = [],
  isInRightToLeft = false,
): Directions | undefined {
  // Labels such as "1." are read in the direction of what they label; a name or an address in other letters has its own.
  const hasDirection = rightToLeft.test(text) || (isInRightToLeft && !/\p{L}/u.test(text));
  if (!hasDirection) return undefined;
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  const base = isInRightToLeft || rightToLeft.test(first) ? 1 : 0;
  const { levels, isolated } = isolatedLevels(text, isolatedSpans(text, whole), base === 1 ? 'rtl' : 'ltr');
  for (const space of glued) {
    const before = levels[space - 1] ?? 0;
    if (before % 2 === 0 && !isolated.has(space)) levels[space] = before;
  }
  return { base, levels };
}

/** Spans that run from left to right and stand apart from what is around them, in their order and without overlaps. */
function isolatedSpans(text: string, whole: readonly Span[]): readonly Span[] {
  const spans = whole
    .map(({ start, end }) => {
      const words = text.slice(start, end);
      return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
    })
    .filter(({ start, end }) => start < end && !rightToLeft.test(text.slice(start, end)));
  for (const { index, 0: number } of text.matchAll(telephone)) {
    const span = { start: index, end: index + number.length };
    if (spans.every(({ start, end }) => end <= span.start || start >= span.end)) spans.push(span);
  }
  return spans.sort((a, b) => a.start - b.start);
}

function isolatedLevels(
  text: string,
  spans: readonly Span[],
  base: 'ltr' | 'rtl',
): { readonly levels: Uint8Array; readonly isolated: ReadonlySet<number> } {
  const isolated = new Set<number>();
  if (spans.length === 0) return { levels: bidi.getEmbeddingLevels(text, base).levels, isolated };
  let marked = '';
  let from = 0;
  for (const { start, end } of spans) {
    marked += text.slice(from, start) + isolate + text.slice(start, end) + endIsolate;
    from = end;
    for (let index = start; index < end; index++) isolated.add(index);
  }
  marked += text.slice(from);
  const all = bidi.getEmbeddingLevels(marked, base).levels;
  const levels = new Uint8Array(text.length);
  let shift = 0;
  let next = 0;
  for (let index = 0; index < text.length; index++) {
    const span = spans[next];
    if (span !== undefined && index === span.start) shift++;
    if (span !== undefined && index === span.end) {
      shift++;
      next++;
      if (spans[next]?.start === index) shift++;
    }
    levels[index] = all[index + shift] ?? 0;
  }
  return { levels, isolated };
}

/** The character that is drawn where this one stands in text from right to left. */
export function mirrored(character: string): string {
  return bidi.getMirroredCharacter(character) ?? character;
}

/** Indexes of pieces from left to right, by the level of each (rule L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((levels[order[start] as number] ?? 0) < level) continue;
      let end = start;
      while (end < order.length && (levels[order[end] as number] ?? 0) >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}
