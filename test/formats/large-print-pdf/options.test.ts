import { describe, expect, test } from 'vitest';
import { contrast, mix } from '../../../src/formats/large-print-pdf/contrast.ts';
import { largePrintOptions } from '../../../src/formats/large-print-pdf/options.ts';

describe('options', () => {
  test('have defaults', () => {
    expect(largePrintOptions.parse({})).toEqual({
      size: 20,
      leading: 1.35,
      paper: 'A4',
      orientation: 'portrait',
      margin: 20,
      colours: { text: '#111111', background: '#ffffff', link: '#0b3d91' },
      contents: 'auto',
      family: 'Atkinson Hyperlegible Next',
    });
  });

  test.each([
    { size: 11 },
    { size: 41 },
    { leading: 1 },
    { colours: { text: '#777777' } },
    { colours: { link: '#3366ff' } },
    { colours: { background: '#0b3d91' } },
    { colours: { text: 'black' } },
    { family: 'Times' },
    { sise: 20 },
  ])('refuse %j', (options) => {
    expect(largePrintOptions.safeParse(options).success).toBe(false);
  });

  test('take light words on a dark ground', () => {
    const colours = { text: '#ffff00', background: '#000000', link: '#ffffff' };
    expect(largePrintOptions.parse({ colours }).colours).toEqual(colours);
  });
});

test('contrast is as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(mix('#ffffff', '#000000', 0.2)).toBe('#cccccc');
});
