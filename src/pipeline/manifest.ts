import { z } from 'zod';

const counts = z.strictObject({
  error: z.int().nonnegative(),
  warning: z.int().nonnegative(),
  person: z.int().nonnegative(),
});

/** `outputs/manifest.json`: what was made. docs/manifest.schema.json is made from it; readers may rely on it. */
export const manifestSchema = z.strictObject({
  version: z.literal(1).describe('Version of this file format.'),
  outputs: z.array(
    z.strictObject({
      source: z.string().describe('The report, relative to the project root, with /.'),
      profile: z.string().describe('Id of the profile.'),
      format: z.string().describe('Id of the format.'),
      path: z.string().describe('The file, relative to the project root, with /.'),
      mediaType: z.string(),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      pages: z.int().positive().optional(),
      words: z.int().nonnegative().describe('Words that were read back from the file.'),
      findings: counts,
      declaredChanges: z
        .int()
        .nonnegative()
        .describe('Differences from the source that were made on purpose.'),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestOutput = Manifest['outputs'][number];
