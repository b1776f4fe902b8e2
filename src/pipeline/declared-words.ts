import { wordsOf } from '../document/tokens.ts';
import type { DeclaredChange } from '../kernel/change.ts';

/** A text that was declared as added. `number` counts the declared texts in their order. */
export interface DeclaredText {
  readonly number: number;
  readonly change: DeclaredChange;
  readonly words: readonly string[];
}

/** How many words a run may be moved aside: further, only what repeats itself could go. */
const farthest = 60;

/** Which words of a run are declared: the text that each belongs to, in its order. */
interface Cover {
  readonly texts: readonly (DeclaredText | undefined)[];
  readonly covered: number;
}

/**
 * The texts that plan and writer declared as added, each to be found once and whole: a word of one of them that stands
 * alone in another place was declared by nobody.
 */
export class DeclaredTexts {
  readonly all: readonly DeclaredText[];
  /** By first word, longest first; texts of the same words are taken in their order. */
  readonly #left = new Map<string, DeclaredText[]>();

  constructor(changes: readonly DeclaredChange[]) {
    const all: DeclaredText[] = [];
    for (const change of changes) {
      if (change.kind !== 'added') continue;
      const words = wordsOf(change.text);
      if (words.length > 0) all.push({ number: all.length, change, words });
    }
    this.all = all;
    for (const text of all) {
      const same = this.#left.get(text.words[0]!);
      if (same === undefined) this.#left.set(text.words[0]!, [text]);
      else same.push(text);
    }
    for (const texts of this.#left.values())
      texts.sort((a, b) => b.words.length - a.words.length || a.number - b.number);
  }

  /** The declared texts that nothing was found of. */
  get left(): readonly DeclaredText[] {
    return [...this.#left.values()].flat().sort((a, b) => a.number - b.number);
  }

  /**
   * Takes the texts that the words from `start` to `end` consist of. Where a neighbour has the same word, the run may as
   * well lie a little to the left or right: `shift` says how far the best one does.
   */
  take(
    words: readonly string[],
    start: number,
    end: number,
    maySlide: (from: number, to: number) => boolean,
  ): Cover & { readonly shift: number } {
    const limit = Math.min(end - start, farthest);
    let best = { ...this.#cover(words, start, end), shift: 0 };
    for (const step of [-1, 1]) {
      for (let shift = step; best.covered < end - start && Math.abs(shift) <= limit; shift += step) {
        // A step to the left brings a word in at the start and lets go of the same word at the end.
        const [inside, outside] =
          step < 0 ? [start + shift, end + shift] : [end + shift - 1, start + shift - 1];
        if (!maySlide(inside, outside)) break;
        const cover = this.#cover(words, start + shift, end + shift);
        if (cover.covered > best.covered) best = { ...cover, shift };
      }
    }
    for (const text of new Set(best.texts)) if (text !== undefined) this.#remove(text);
    return best;
  }

  #cover(words: readonly string[], start: number, end: number): Cover {
    const texts: (DeclaredText | undefined)[] = [];
    const taken = new Set<DeclaredText>();
    let covered = 0;
    for (let at = start; at < end; ) {
      const text = this.#left
        .get(words[at]!)
        ?.find(
          (one) =>
            !taken.has(one) &&
            at + one.words.length <= end &&
            one.words.every((word, index) => words[at + index] === word),
        );
      if (text === undefined) {
        texts.push(undefined);
        at++;
        continue;
      }
      taken.add(text);
      for (const _ of text.words) texts.push(text);
      covered += text.words.length;
      at += text.words.length;
    }
    return { texts, covered };
  }

  #remove(text: DeclaredText): void {
    const texts = this.#left.get(text.words[0]!);
    const at = texts?.indexOf(text) ?? -1;
    if (at >= 0) texts!.splice(at, 1);
  }
}
