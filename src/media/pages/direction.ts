import bidiModule, { type Bidi } from 'bidi-js';

// The package's types describe an ES module, but Node loads its CommonJS file, whose default import is the function itself.
const bidi = (bidiModule as unknown as () => Bidi)();
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The directions of a text by the Unicode Bidirectional Algorithm. */
export interface Directions {
  /** Direction of the paragraph: that of its first letter. */
  readonly base: 0 | 1;
  /** Embedding level of each UTF-16 unit: odd is from right to left. */
  readonly levels: Uint8Array;
}

/**
 * Undefined where the whole text runs from left to right. `glued` are spaces inside dates and telephone numbers: these keep
 * their own direction, or their groups of digits would change places.
 */
export function directionsOf(text: string, glued: ReadonlySet<number>): Directions | undefined {
  if (!rightToLeft.test(text)) return undefined;
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  const base = rightToLeft.test(first) ? 1 : 0;
  const { levels } = bidi.getEmbeddingLevels(text, base === 1 ? 'rtl' : 'ltr');
  for (const space of glued) {
    const before = levels[space - 1] ?? 0;
    if (before % 2 === 0) levels[space] = before;
  }
  return { base, levels };
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
