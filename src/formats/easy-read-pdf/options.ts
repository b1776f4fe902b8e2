import { z } from 'zod';
import { fontFamilies } from '../../media/pages/fonts.ts';
import { standards } from '../../media/pages/metadata.ts';
import { type EditionOptions, editionOptions } from '../../media/print/options.ts';

/** What a profile can set. GOV.UK asks for 14 point or more in Easy Read, Photosymbols for 16. */
export const easyReadPdfOptions = z.strictObject({
  /** Size of the words in point. Nothing is smaller. */
  size: z.number().min(14).max(40).default(16),
  /** Distance of the lines as a multiple of the size. */
  leading: z.number().min(1.15).max(2).default(1.4),
  /** `rows`: one idea a row. `apart`: each idea in a frame of its own, with its key words in bold. `cards`: words under their pictures, to cut out. */
  layout: z.enum(['rows', 'apart', 'cards']).default('rows'),
  /** Width of a picture as a multiple of the size. */
  picture: z.number().min(4).max(16).default(6),
  paper: z.enum(['A4', 'A3']).default('A4'),
  /** On all four sides, in millimetres. */
  margin: z.number().min(15).max(40).default(20),
  /** `auto`: when there are more than eight pages. */
  contents: z.union([z.literal('auto'), z.boolean()]).default('auto'),
  sides: z.enum(['single', 'double']).default('double'),
  standard: z.enum(standards).default('ua1+a2a'),
  family: z.enum(fontFamilies).default('Atkinson Hyperlegible Next'),
});

export type EasyReadPdfOptions = z.output<typeof easyReadPdfOptions>;

/** The same as options of a printed edition. */
export function editionOf(options: EasyReadPdfOptions): EditionOptions {
  const { picture: _, layout: __, sides, ...shared } = options;
  return editionOptions.parse({ ...shared, about: false, pageMarks: false, print: { sides } });
}
