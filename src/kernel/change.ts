/**
 * A difference between source and output that was made on purpose, with its reason.
 * `added`: words that the source does not have. `moved`: the same words in another order. `left-out`: words that are not carried.
 */
export interface DeclaredChange {
  readonly kind: 'added' | 'moved' | 'left-out';
  /** The words concerned, exactly as they stand in the output (added, moved) or the source (left-out). */
  readonly text: string;
  readonly reason: string;
  /** Readers must not miss these words: the proof looks for them in the output. */
  readonly isRequired?: true;
}
