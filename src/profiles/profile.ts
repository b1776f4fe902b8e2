import { z } from 'zod';

/** The plan's transforms, by the names that a profile uses. */
export const transformNames = [
  'opening',
  'summary-first',
  'easy-read-layer',
  'picture-cards',
  'name-lists',
  'expand-abbreviations',
  'links-in-full',
  'linearise-tables',
  'bsl-pack',
  'interpreter-pack',
  'reader-script',
  'moon-order',
] as const;

export type TransformName = (typeof transformNames)[number];

const text = z.string().trim().min(1);

/** A file `profiles/<id>.yaml`. The options are those of its format, checked against the format's own schema. */
export const profileSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and hyphens')
    .describe('Same as the file name without .yaml; part of the name of every output.'),
  title: text.describe('What people call it, such as "Large print, 20 point".'),
  description: text.describe('Who it is for, in a sentence.'),
  format: text.describe('Id of the format that writes it: npx allformats list shows them.'),
  needs: z
    .array(
      z.strictObject({ code: z.string().regex(/^\d{6,18}$/, 'a SNOMED CT code, in quotes'), term: text }),
    )
    .default([])
    .describe('Accessible Information Standard needs that it meets, by SNOMED CT code.'),
  words: z.array(text).default([]).describe('Other words that people use for it.'),
  transforms: z
    .array(z.enum(transformNames))
    .default(['opening', 'name-lists', 'expand-abbreviations'])
    .describe('What is done to the report before it is written, in this order.'),
  default: z
    .boolean()
    .default(true)
    .describe('false: made only when it is asked for with --profile, and kept up to date from then on.'),
  gates: z
    .strictObject({
      wordsWarn: z
        .int()
        .min(3)
        .max(40)
        .optional()
        .describe('Words in a sentence that are told; 10 as usual.'),
      wordsError: z
        .int()
        .min(5)
        .max(60)
        .optional()
        .describe('Words that are an error in the to-do list; 15 as usual.'),
      zipf: z
        .number()
        .min(1)
        .max(7)
        .optional()
        .describe('How common a word must be, on the Zipf scale; 4 as usual.'),
    })
    .optional()
    .describe('Easy Read: where the gates of "draft easy-read" stand.'),
  options: z.record(z.string(), z.unknown()).default({}).describe('Settings of the format.'),
});

/** How one document becomes one format for readers with the same need. */
export interface Profile extends Readonly<z.infer<typeof profileSchema>> {
  /** Absolute path of the file that it was read from. */
  readonly file?: string;
}
