/** Contrast of two `#rrggbb` colours, from 1 to 21. */
export type Contrast = (one: string, other: string) => number;

/**
 * Makes words stand out from the shape that they are on by at least `least`: first the words go towards black or white, then
 * the shape goes the other way, no further than it must, so that it keeps its hue.
 */
export function readable(
  words: string,
  ground: string,
  contrast: Contrast,
  least: number,
): { readonly words: string; readonly ground: string } {
  const isLight = contrast(words, '#000000') > contrast(ground, '#000000');
  const [far, near] = isLight ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'];
  for (let share = 0; share <= 1; share += 0.1) {
    const colour = mixed(words, far, share);
    if (contrast(colour, ground) >= least) return { words: colour, ground };
  }
  for (let share = 0.02; share < 1; share += 0.02) {
    const colour = mixed(ground, near, share);
    if (contrast(far, colour) >= least) return { words: far, ground: colour };
  }
  return { words: far, ground: near };
}

function mixed(colour: string, other: string, share: number): string {
  const channel = (from: number): string => {
    const own = Number.parseInt(colour.slice(from, from + 2), 16);
    const its = Number.parseInt(other.slice(from, from + 2), 16);
    return Math.round(own + (its - own) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
