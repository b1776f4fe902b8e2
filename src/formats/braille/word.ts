/** One word of print (signs between two spaces), and what it becomes. */
export interface Word {
  readonly text: string;
  /** Uncontracted: addresses, program code, other languages. */
  readonly plain: boolean;
  /** Number of the emphasised run that it stands in. */
  readonly emphasis?: { readonly kind: 'bold' | 'italic'; readonly run: number };
  /** Number of the link whose words it is a part of. */
  readonly link?: number;
  readonly notes: readonly number[];
  /** It starts a new line. */
  readonly newLine: boolean;
  /** It stays on the line of the word before. */
  readonly glued: boolean;
  /** Given as cells already, such as a mark of the transcriber. */
  readonly given?: string;
  /** Set when it is transcribed: all its cells, with the signs for emphasis and links. */
  cells?: string;
}
