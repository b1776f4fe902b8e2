import { z } from 'zod';

export const brailleOptions = z.strictObject({
  grade: z
    .union([z.literal(1), z.literal(2)])
    .default(2)
    .describe('1: uncontracted, every letter for itself. 2: contracted.'),
  cells: z
    .int()
    .min(20)
    .max(60)
    .default(40)
    .describe('Cells of a line: 40 for most embossers, 32 or 28 for small paper, 20 for a display.'),
  lines: z.int().min(10).max(40).default(25).describe('Lines of a page, with the line of the page number.'),
  contents: z.boolean().default(true).describe('A list of the headings with their braille page numbers.'),
  duplex: z
    .boolean()
    .default(true)
    .describe('Both sides of the paper are embossed (interpoint). Told to the embosser by the PEF file.'),
  preview: z.boolean().default(true).describe('A page for sighted colleagues: dots with the print below.'),
  engine: z
    .enum(['best', 'embedded'])
    .default('best')
    .describe(
      'best: the most correct liblouis that is installed. embedded: the one of the packages, which is the same everywhere.',
    ),
});

export type BrailleOptions = Readonly<z.infer<typeof brailleOptions>>;
