import { z } from 'zod';

const words = z.string().trim().min(1).max(200);

/** The file `pictures/pack.json`: an organisation's own pictures for Easy Read. */
export const picturePackSchema = z.strictObject({
  $schema: z.string().optional(),
  credit: words.describe('Who made the pictures, as each output tells it.'),
  licence: words.describe(
    'On what terms they are used: an SPDX identifier, or words such as "Photosymbols subscription".',
  ),
  pictures: z
    .array(
      z.strictObject({
        concept: words.describe('What an author writes: :pic[concept].'),
        also: z
          .array(words)
          .default([])
          .describe('Other words that mean the same and have the same picture.'),
        file: words.describe('SVG, PNG or JPEG of less than 2 MB, from the folder of pack.json on.'),
        alt: words.describe('What the picture shows.'),
        credit: words.optional().describe('Where it differs from that of the pack.'),
        licence: words.optional().describe('Where it differs from that of the pack.'),
      }),
    )
    .max(5000),
});

export type PicturePack = z.infer<typeof picturePackSchema>;
