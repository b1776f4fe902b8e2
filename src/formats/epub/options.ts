import { z } from 'zod';

export const epubOptions = z.strictObject({
  certifiedBy: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe(
      'Name of the organisation that has checked the books against EPUB Accessibility 1.1 and WCAG 2.2 AA. Only then does a book claim that it meets them.',
    ),
  kind: z
    .enum(['report', 'easy-read'])
    .default('report')
    .describe('What the book is: an Easy Read book says so in its title and on its cover.'),
});

export interface EpubOptions extends Readonly<z.infer<typeof epubOptions>> {}
