import { z } from 'zod';

export const plainTextOptions = z
  .strictObject({
    width: z
      .union([z.literal(0), z.int().min(40).max(100)])
      .default(0)
      .describe(
        'Most columns of a line; 0: each paragraph is one line, which every program wraps to its window.',
      ),
    flowed: z
      .boolean()
      .default(false)
      .describe(
        'Lines end softly (RFC 3676 format=flowed), so that a mail program can wrap them anew. Needs a width.',
      ),
    lineEnding: z.enum(['lf', 'crlf']).default('lf').describe('Email needs crlf.'),
    characters: z
      .enum(['unicode', 'latin'])
      .default('unicode')
      .describe(
        'latin: quotation marks, dashes, bullets and the like as plain keyboard characters. Letters stay as they are.',
      ),
    contents: z.boolean().default(true).describe('A list of the headings after the opening.'),
  })
  .refine(({ flowed, width }) => !flowed || width > 0, { message: 'flowed needs a width', path: ['width'] });

export type PlainTextOptions = Readonly<z.infer<typeof plainTextOptions>>;
