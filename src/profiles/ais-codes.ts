import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const codesSchema = z.object({
  meta: z.object({ source: z.string() }),
  codes: z.array(
    z.object({
      code: z.string(),
      term: z.string(),
      category: z.string(),
      checkDigitOk: z.boolean(),
      repairedGuess: z.string().optional(),
      profile: z.string().optional(),
      options: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

/** One SNOMED CT code of NHS England's reasonable adjustment value set (draft), with what it means for formats. */
export type AisCode = z.infer<typeof codesSchema>['codes'][number];

/** Reads `ais-codes.json`, the one file that holds the codes and says where they come from. */
export function loadAisCodes(folder: string): readonly AisCode[] {
  return codesSchema.parse(JSON.parse(readFileSync(join(folder, 'ais-codes.json'), 'utf8'))).codes;
}
