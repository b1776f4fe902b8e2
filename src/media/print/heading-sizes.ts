import { textOf } from '../../document/text.ts';
import type { Heading } from '../../document/tree.ts';
import { layoutArtifact } from '../pages/structure.ts';
import { headingSize, type PageDesign } from './page-design.ts';
import type { TextFlow } from './text-flow.ts';

export type HeadingSizes = Readonly<Record<Heading['depth'], number>>;

const depths = [1, 2, 3, 4, 5, 6] as const;
/** A longer word is an address or a slip: it is broken, and does not make all headings small. */
const longestWord = 40;
/** Of one level to the next where the level above had to become smaller. */
const step = 0.97;

/**
 * One size in points for all headings of a level: its usual one, or the largest at which every word of them keeps to one line.
 * A level is smaller than the one above it, unless that one is as small as the text already.
 */
export function sizeHeadings(headings: readonly Heading[], flow: TextFlow): HeadingSizes {
  const { design } = flow;
  const sizes: Record<Heading['depth'], number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0 };
  let above = Number.POSITIVE_INFINITY;
  for (const depth of depths) {
    const words = headings.filter((one) => one.depth === depth).flatMap((one) => wordsOf(one));
    const wanted = Math.min(headingSize(depth, design.size), rounded(above * step));
    sizes[depth] = fittingSize(words, wanted, design.measure, flow);
    above = sizes[depth];
  }
  return sizes;
}

/** The wanted size, or the largest from there down to the body's at which each word keeps to one line of a width in points. */
export function fittingSize(words: readonly string[], wanted: number, width: number, flow: TextFlow): number {
  let widest = 0;
  for (const text of words) {
    const [line] = flow.measured([{ text, bold: true, colour: '#000000', leaf: layoutArtifact }], 1e6, 1);
    widest = Math.max(widest, line?.width ?? 0);
  }
  const fitting = widest === 0 ? wanted : rounded(width / widest);
  const { size }: PageDesign = flow.design;
  return Math.max(size, Math.min(wanted, fitting));
}

export function wordsOf(heading: Heading): readonly string[] {
  return textOf(heading.children)
    .split(/\s+/)
    .filter((word) => word !== '' && word.length <= longestWord);
}

function rounded(size: number): number {
  return Math.floor(size * 10) / 10;
}
