import type { Contrast } from './readable.ts';

/** Colours as `#rrggbb`. */
export interface Paper {
  readonly background: string;
  /** Of words that stand on it. */
  readonly text: string;
}

/** Shapes stand out from the paper by so much at least (WCAG 2.2, 1.4.11), unless they had the colour of white paper. */
const leastOfShapes = 3;
/** A colour with less contrast to white is white paper, with more it is ink. */
const mostOfPaper = 1.15;
const leastOfInk = 7;
/** Between the strongest and the weakest of red, green and blue, of 255. */
const mostOfGrey = 24;
/** Paper is dark where white stands out from it more than black does. */
const isDark = ({ background }: Paper, contrast: Contrast): boolean =>
  contrast(background, '#ffffff') > contrast(background, '#000000');

/**
 * A colour of a drawing made for white paper, as it is drawn on other paper: white becomes the paper, and dark words and
 * black lines have the colour of its words. On dark paper light and dark are turned over and the hue is kept, so that nothing glares.
 */
export function onPaper(colour: string, paper: Paper, contrast: Contrast, use: 'words' | 'shape'): string {
  const own = colour.trim().toLowerCase();
  if (!/^#[\da-f]{6}$/.test(own) || paper.background.toLowerCase() === '#ffffff') return colour;
  const inked = contrast(own, '#ffffff');
  if (inked < mostOfPaper) return paper.background;
  if (inked >= leastOfInk && (use === 'words' || isGrey(own))) return paper.text;
  const dark = isDark(paper, contrast);
  const turned = dark ? turnedOver(own) : own;
  const far = dark ? '#ffffff' : '#000000';
  const least = Math.min(leastOfShapes, inked);
  for (let share = 0; share < 1; share += 0.05) {
    const found = mixed(turned, far, share);
    if (contrast(found, paper.background) >= least) return found;
  }
  return far;
}

/** Of so little colour that it is seen as none. */
function isGrey(colour: string): boolean {
  const found = channels(colour);
  return Math.max(...found) - Math.min(...found) <= mostOfGrey;
}

/** The same hue, as light as it was dark. */
function turnedOver(colour: string): string {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  const sum = Math.max(red, green, blue) + Math.min(red, green, blue);
  return hex([red, green, blue].map((channel) => channel + 255 - sum));
}

function mixed(colour: string, other: string, share: number): string {
  const its = channels(other);
  return hex(channels(colour).map((own, index) => own + ((its[index] ?? 0) - own) * share));
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
}

function hex(values: readonly number[]): string {
  return `#${values
    .map((value) =>
      Math.max(0, Math.min(255, Math.round(value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
