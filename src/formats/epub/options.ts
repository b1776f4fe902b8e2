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
  label: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('Stands before the title, where the book is not the whole report: "Easy Read".'),
});

export interface EpubOptions extends Readonly<z.infer<typeof epubOptions>> {}
