import { describe, expect, test } from 'vitest';
import { contrast, mix } from '../../../src/media/print/contrast.ts';
import { coloursOf, editionOptions } from '../../../src/media/print/options.ts';

describe('options', () => {
  test('have defaults', () => {
    expect(editionOptions.parse({})).toEqual({
      size: 20,
      leading: 1.35,
      letterSpacing: 0,
      wordSpacing: 0,
      paper: 'A4',
      orientation: 'portrait',
      margin: 20,
      colours: { text: '#111111', background: '#ffffff', link: '#0b3d91' },
      contents: 'auto',
      about: true,
      pageMarks: 'auto',
      print: {
        sides: 'double',
        binding: 0,
        sheet: false,
        stock: 'matt, off-white',
        weight: 100,
        fixing: 'staple',
      },
      standard: 'ua1+a2a',
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
    { colours: 'pink' },
    { letterSpacing: 0.5 },
    { standard: 'ua2+a3a' },
    { sise: 20 },
    { print: { sides: 'both' } },
    { print: { weight: 10 } },
  ])('refuse %j', (options) => {
    expect(editionOptions.safeParse(options).success).toBe(false);
  });

  test.each([
    'black on white',
    'black on cream',
    'black on yellow',
    'black on pale blue',
    'white on black',
    'yellow on black',
  ])('know the colours %s, which can be told apart', (colours) => {
    const { text, background, link } = coloursOf(editionOptions.parse({ colours }));
    expect(contrast(text, background)).toBeGreaterThanOrEqual(7);
    expect(contrast(link, background)).toBeGreaterThanOrEqual(7);
  });

  test('say what is wrong with colours', () => {
    const said = (colours: unknown) => editionOptions.safeParse({ colours }).error?.issues[0]?.message;
    expect(said({ text: '#777777' })).toContain('7 to 1');
    expect(said({ text: 'black' })).toContain('six hexadecimal digits');
    expect(said('pink')).toContain('yellow on black');
  });

  test('take light words on a dark ground', () => {
    const colours = { text: '#ffff00', background: '#000000', link: '#ffffff' };
    expect(editionOptions.parse({ colours }).colours).toEqual(colours);
  });
});

test('contrast is as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(mix('#ffffff', '#000000', 0.2)).toBe('#cccccc');
});
