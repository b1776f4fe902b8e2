import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BookFile } from './book.ts';

const resolve = createRequire(import.meta.url).resolve;
const home = '@expo-google-fonts/atkinson-hyperlegible-next';
const files = [
  [
    'font-regular',
    'fonts/AtkinsonHyperlegibleNext-Regular.ttf',
    `${home}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  ],
  [
    'font-bold',
    'fonts/AtkinsonHyperlegibleNext-Bold.ttf',
    `${home}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  ],
  ['font-licence', 'fonts/OFL.txt', `${home}/LICENSE_FONT`],
] as const;

let loaded: Promise<readonly BookFile[]> | undefined;

/** The font of every book in two weights, with its licence (SIL Open Font License 1.1), which allows this. */
export function bookFonts(): Promise<readonly BookFile[]> {
  loaded ??= Promise.all(
    files.map(async ([id, path, file]) => ({
      id,
      path,
      mediaType: path.endsWith('.ttf') ? 'font/ttf' : 'text/plain',
      bytes: new Uint8Array(await readFile(resolve(file))),
    })),
  );
  return loaded;
}

/** Paths of the font's files on this machine, for the picture of the cover. */
export function coverFonts(): string[] {
  return [
    files[0][2],
    files[1][2],
    'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  ].map((file) => resolve(file));
}
