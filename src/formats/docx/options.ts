import { z } from 'zod';

export const docxOptions = z.strictObject({
  size: z
    .number()
    .min(12)
    .max(40)
    .default(12)
    .describe('Size of the text in points. 16 and more is large print.'),
  font: z
    .string()
    .trim()
    .min(1)
    .max(31)
    .default('Arial')
    .describe('Name of the font. Word takes it from the computer that opens the file.'),
  leading: z.number().min(1).max(2.5).default(1.3).describe('Height of a line as a multiple of its letters.'),
  paper: z.enum(['A4', 'A3']).default('A4').describe('Paper.'),
  landscape: z.boolean().default(false).describe('Whether the long side of the paper is at the top.'),
  margin: z.number().min(15).max(50).default(20).describe('Margin of the page in millimetres.'),
  contents: z.boolean().default(true).describe('Whether the document has a list of its headings.'),
});

export interface DocxOptions extends Readonly<z.infer<typeof docxOptions>> {}
