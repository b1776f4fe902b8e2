import type { FontSet } from '../pages/fonts.ts';
import type { Spacing } from '../pages/lines.ts';
import { shape } from '../pages/shaping.ts';
import { contrast, leastContrast, mix } from './contrast.ts';
import { type Colours, coloursOf, type EditionOptions } from './options.ts';

/** Everything about the look of a page that follows from the options. Lengths are in points. */
export interface PageDesign {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Added to the left margin, where sheets are fixed. */
  readonly inset: number;
  /** Width of the column of text. */
  readonly measure: number;
  /** Height of the text area, without the foot of the page. */
  readonly textHeight: number;
  readonly size: number;
  readonly leading: number;
  /** Height of a line of body text: the space between paragraphs, too. */
  readonly line: number;
  readonly spacing: Spacing;
  readonly colours: Colours;
  /** For rules and frames. */
  readonly ruleColour: string;
  /** Behind the words of a box. */
  readonly boxColour: string;
}

/** Clear print asks for 60 to 70 characters a line at most. */
export const mostCharacters = 70;

/** What is kept whole is at most this share of a page: a record or field that is longer goes on over the page. */
export const mostKept = 0.25;

export const paperSizes = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;
export const pointsPerMillimetre = 72 / 25.4;
/** Sizes of headings 1 to 6 as multiples of the body's. */
const headingScale = [1.6, 1.36, 1.2, 1.1, 1.05, 1] as const;

export function designPage(options: EditionOptions, fonts: FontSet): PageDesign {
  const { size, leading } = options;
  const colours = coloursOf(options);
  const spacing = { letters: options.letterSpacing, words: options.wordSpacing };
  const [short, long] = paperSizes[options.paper];
  const [width, height] = options.orientation === 'portrait' ? [short, long] : [long, short];
  const margin = options.margin * pointsPerMillimetre;
  const line = size * leading;
  const binding = options.print.binding * pointsPerMillimetre;
  // Words start at the same place on every page: a magnifier finds them. So a page with a back has the room on both its sides.
  const room = width - 2 * margin - binding * (options.print.sides === 'double' ? 2 : 1);
  // Plain English prose, whose letters have the usual mix of widths.
  const sample = 'the commission asked how people from every background are treated at work ';
  const letters = (shape(sample, false, fonts, () => {})[0]?.width ?? 500) / 1000 / sample.length;
  const spaces = sample.split(' ').length / sample.length;
  const character = letters + spacing.letters + spacing.words * spaces;
  return {
    width,
    height,
    margin,
    inset: binding,
    measure: Math.min(room, mostCharacters * character * size),
    textHeight: height - 2 * margin - line * 1.8,
    size,
    leading,
    line,
    spacing,
    colours,
    ruleColour: mix(colours.text, colours.background, 0.35),
    boxColour: boxColour(colours),
  };
}

/** A tint of the background on which words still have the contrast that the options promise. */
function boxColour({ text, background, link }: Colours): string {
  const tint = mix(background, text, 0.045);
  return Math.min(contrast(text, tint), contrast(link, tint)) < leastContrast ? background : tint;
}

/** Size of a heading in points: smaller steps where the body is already large, never below the body. */
export function headingSize(depth: 1 | 2 | 3 | 4 | 5 | 6, size: number): number {
  const step = (headingScale[depth - 1] ?? 1) - 1;
  const damping = size <= 20 ? 1 : 20 / size;
  return Math.round(size * (1 + step * damping) * 10) / 10;
}
