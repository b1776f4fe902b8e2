import { z } from 'zod';

const command = z.strictObject({
  command: z
    .array(z.string().min(1))
    .min(1)
    .describe(
      'Program and arguments. The text of a sentence goes in on standard input, a WAV file comes out.',
    ),
  name: z
    .string()
    .trim()
    .min(1)
    .describe('What the recording calls the voice, with its version: sound is made anew when it changes.'),
});

export const audioOptions = z.strictObject({
  engine: z
    .union([z.enum(['best', 'embedded']), command])
    .default('best')
    .describe(
      'best: eSpeak NG where it is installed (British English and many languages), else the embedded voice. embedded: the voice of the packages, American English. Or a program of your own.',
    ),
  speed: z.int().min(80).max(300).default(165).describe('Words a minute.'),
  bitrate: z
    .union([z.literal(48), z.literal(64)])
    .default(48)
    .describe('Kilobits a second of the MP3 files.'),
  lexicon: z
    .record(z.string().min(1), z.string())
    .default({})
    .describe('How words are said: "letters", "word", or how it sounds, such as SLaM: slam.'),
});

export interface AudioOptions extends Readonly<z.infer<typeof audioOptions>> {}
