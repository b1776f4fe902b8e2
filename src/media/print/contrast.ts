/** WCAG 2.2, 1.4.6 (enhanced). */
export const leastContrast = 7;

/** Contrast of two `#rrggbb` colours from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (from: number): number => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The first colour mixed with so much of the second, from 0 to 1. */
export function mix(colour: string, other: string, share: number): string {
  const channel = (from: number): string => {
    const own = Number.parseInt(colour.slice(from, from + 2), 16);
    const its = Number.parseInt(other.slice(from, from + 2), 16);
    return Math.round(own + (its - own) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
