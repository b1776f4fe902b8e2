import { z } from 'zod';
import { fontFamilies } from '../../media/pages/fonts.ts';
import { contrast, leastContrast } from './contrast.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour as # and six hexadecimal digits, such as #1a1a1a.');

const colours = z
  .strictObject({
    text: colour.default('#111111'),
    background: colour.default('#ffffff'),
    link: colour.default('#0b3d91'),
  })
  .refine(({ text, background }) => contrast(text, background) >= leastContrast, {
    message: 'The contrast of text and background must be at least 7 to 1.',
  })
  .refine(({ link, background }) => contrast(link, background) >= leastContrast, {
    message: 'The contrast of links and background must be at least 7 to 1.',
  });

/** What a profile can set. Contrast of 7 to 1 is WCAG's enhanced level (1.4.6); 12 point is the least that clear print allows. */
export const largePrintOptions = z.strictObject({
  /** Size of the body text in point. Nothing is smaller. */
  size: z.number().min(12).max(40).default(20),
  /** Distance of the lines as a multiple of the size. */
  leading: z.number().min(1.15).max(2).default(1.35),
  paper: z.enum(['A4', 'A3']).default('A4'),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  /** On all four sides, in millimetres. */
  margin: z.number().min(10).max(40).default(20),
  colours: colours.prefault({}),
  /** `auto`: when there are more than eight pages. */
  contents: z.union([z.literal('auto'), z.boolean()]).default('auto'),
  family: z.enum(fontFamilies).default('Atkinson Hyperlegible Next'),
});

export type LargePrintOptions = z.output<typeof largePrintOptions>;
