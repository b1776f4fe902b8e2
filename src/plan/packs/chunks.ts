import { bodyReadingOf } from '../../document/passages.ts';
import { fold, textOf } from '../../document/text.ts';
import { wordsOf } from '../../document/tokens.ts';
import type { Block } from '../../document/tree.ts';

/** A piece of the script that a person can hold in mind and sign, speak or check at once. */
export interface Chunk {
  /** Counts from 1. */
  readonly number: number;
  /** Where it begins among the blocks of the document; up to the next chunk or part all belongs to it. */
  readonly start: number;
  /** Everything that it says, a passage each. */
  readonly texts: readonly string[];
  readonly words: number;
}

/** A heading and what stands below it, up to the next heading. */
export interface Part {
  /** Undefined where text stands before the first heading. */
  readonly title?: string;
  readonly depth: number;
  readonly chunks: readonly Chunk[];
}

/** Words. Ours: about a minute of signing. A longer paragraph, list or table is one chunk by itself. */
const enough = 110;

/** The parts of a document and the chunks that they are cut into, between its blocks and never inside one. */
export function chunksOf(blocks: readonly Block[]): Part[] {
  const parts: { title?: string; depth: number; chunks: Chunk[] }[] = [];
  let number = 0;
  let isFull = true;
  blocks.forEach((block, index) => {
    if (block.type === 'heading') {
      parts.push({ title: fold(textOf(block.children)), depth: block.depth, chunks: [] });
      isFull = true;
      return;
    }
    const texts = bodyReadingOf({ children: [block], footnotes: [] }).passages.map(({ text }) => text);
    if (texts.length === 0) return;
    const words = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
    if (parts.length === 0) parts.push({ depth: 1, chunks: [] });
    const { chunks } = parts.at(-1)!;
    const last = chunks.at(-1);
    if (last === undefined || isFull || last.words + words > enough)
      chunks.push({ number: ++number, start: index, texts, words });
    else chunks[chunks.length - 1] = { ...last, texts: [...last.texts, ...texts], words: last.words + words };
    isFull = false;
  });
  return parts;
}
