import { z } from 'zod';

export const spokenScriptOptions = z.strictObject({
  speed: z
    .int()
    .min(80)
    .max(300)
    .default(165)
    .describe('Words a minute, for the estimate of how long it lasts.'),
  lexicon: z
    .record(z.string().min(1), z.string())
    .default({})
    .describe('How words are said: "letters", "word", or how it sounds, such as SLaM: slam.'),
});

export interface SpokenScriptOptions extends Readonly<z.infer<typeof spokenScriptOptions>> {}
