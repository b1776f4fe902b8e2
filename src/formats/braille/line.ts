/** A line of a page. */
export interface Line {
  readonly indent: number;
  readonly cells: string;
  /** The same in print, for sighted readers. */
  readonly print: string;
  /** Where the print stands, where a line holds columns: cells from its indentation. */
  readonly columns?: readonly { readonly at: number; readonly print: string }[];
  /** Depth of the heading that it is a part of. */
  readonly heading?: number;
}
