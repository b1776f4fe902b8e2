import type { Furniture } from '../../document/furniture/furniture.ts';
import type { Block, Idea } from '../../document/tree.ts';
import type { Run } from '../pages/lines.ts';
import type { Bookmark } from '../pages/outline.ts';
import type { Leaf, StructElement, StructKid } from '../pages/structure.ts';
import type { FigureSource } from './figure-source.ts';
import type { HeadingSizes } from './heading-sizes.ts';
import type { InlineContext } from './inline-runs.ts';
import type { PictureShelf } from './picture-shelf.ts';
import type { Column, TextFlow } from './text-flow.ts';
import type { TroubleLog } from './trouble.ts';

/** What the layout of blocks needs of the document around them. */
export interface Press {
  readonly flow: TextFlow;
  readonly inline: InlineContext;
  /** The language of words that this format adds, where the document has another one. */
  readonly fixedWords: { readonly lang?: string };
  readonly furniture: Furniture;
  /** The files of figures, by their name in the report. */
  readonly figures: ReadonlyMap<string, FigureSource>;
  /** Takes what the file shows. */
  readonly pictures: PictureShelf;
  readonly trouble: TroubleLog;
  readonly headingSizes: HeadingSizes;
  readonly bookmarks: Bookmark[];
  /** The element of each place that a link can lead to. */
  readonly targets: Map<string, StructElement>;
  /** Every table's ids start with its number. */
  readonly marks?: PageMarks;
  /** Whether marks that the report has are printed. */
  readonly hasMarks: boolean;
  readonly tables: { count: number /** Those set out row by row. */; records: number };
  /** Lays out an idea beside its picture; absent where ideas are paragraphs. */
  readonly layOutIdea?: (idea: Idea, spot: Spot, press: Press) => void;
  /** Nothing is added to these elements any more: they are written when what is laid out so far is painted. */
  readonly finished: (elements: readonly StructKid[], flow: TextFlow) => void;
  /** Lays out the blocks inside another one. `close`: a list stands closer to the words before it than a paragraph would. */
  readonly layOut: (blocks: readonly Block[], spot: Spot, press: Press, spacing: 'wide' | 'close') => void;
}

/** Is told of every block, list item and row of a table right before it is laid out. */
export interface PageMarks {
  begin(part: object, spot: Spot, press: Press): void;
}

/** Where blocks stand: their parent in the structure and their column. */
export interface Spot extends Column {
  readonly parent: StructElement;
  /** How many boxes surround it. */
  readonly boxes?: number;
  /** Beside this column there is so much room for the markers of a list. */
  readonly markers?: { readonly left: number; readonly width: number; readonly room: number };
}

/** A column that deep nesting does not make narrower, in multiples of the size. */
export const narrowest = 9;

/** Plain words of one look. */
export function plain(text: string, leaf: Leaf, press: Press, bold = false): Run {
  return { text, bold, colour: press.inline.textColour, leaf };
}
