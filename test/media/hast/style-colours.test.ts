import { describe, expect, it } from 'vitest';
import { palette } from '../../../src/media/hast/style-colours.ts';

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(palette))('the %s colours', (_, colours) => {
  it.each(['text', 'heading', 'link', 'visited', 'quiet'] as const)(
    '%s can be read on every ground: 7 to 1',
    (name) => {
      for (const ground of ['page', 'soft', 'tint'] as const) {
        expect(contrast(colours[name], colours[ground]), ground).toBeGreaterThanOrEqual(7);
      }
    },
  );

  it('the band and what has the focus can be read: 7 to 1', () => {
    expect(contrast(colours['on-band'], colours.band)).toBeGreaterThanOrEqual(7);
    expect(contrast(colours['on-focus'], colours.focus)).toBeGreaterThanOrEqual(7);
  });

  it('lines that carry meaning can be seen: 3 to 1', () => {
    for (const line of ['line', 'accent', 'focus-ring'] as const) {
      expect(contrast(colours[line], colours.page), line).toBeGreaterThanOrEqual(3);
    }
  });
});

it('the measure is right: black on white is 21 to 1, NHS blue on white 6.4', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#005eb8', '#ffffff')).toBeCloseTo(6.38, 1);
});
