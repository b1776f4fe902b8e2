import type { WordMaker } from './inline-words.ts';
import type { Words } from './words.ts';

/** What pieces are made with. */
export interface PieceContext {
  readonly maker: WordMaker;
  readonly words: Words;
  readonly language: string;
}
