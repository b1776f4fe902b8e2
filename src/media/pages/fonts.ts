import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inspectFont, withoutLayers } from './font-file.ts';
import type { Shaper } from './harfbuzz.ts';
import { type FontkitFont, loadPdfkit } from './pdfkit-internals.ts';

/** A parsed font file. */
export interface Face {
  readonly name: string;
  readonly font: FontkitFont;
  /** The same for the same font file. */
  readonly key: string;
  /** Of a font that a package brings. */
  readonly path?: string;
  /** Of a font for one script. */
  readonly script?: FaceScript;
}

export interface FaceScript {
  /** Characters that this face is asked for before any other. */
  readonly covers: RegExp;
  /** Asked too for signs that are marked as pictures, such as ☎ with U+FE0F. */
  readonly isEmoji: boolean;
  /** Absent where each character is one glyph as wide as it says, whatever stands beside it. */
  readonly shaper?: Shaper;
}

/** Faces in the order in which they are asked for a character. */
export interface FontSet {
  readonly regular: readonly Face[];
  readonly bold: readonly Face[];
  /** Letters that stand apart are not joined to one shape, such as ffi. */
  readonly isSpaced?: boolean;
  /** Of the document, BCP 47: some letters have another shape in another language. */
  readonly language?: string;
}

export const fontFamilies = [
  'Atkinson Hyperlegible Next',
  'Lexend',
  'OpenDyslexic',
  'Noto Sans',
  'DejaVu Sans',
] as const;
export type FontFamily = (typeof fontFamilies)[number];

const resolve = createRequire(import.meta.url).resolve;
const atkinson = '@expo-google-fonts/atkinson-hyperlegible-next';
const files = {
  'Atkinson Hyperlegible Next': {
    regular: `${atkinson}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
    bold: `${atkinson}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  },
  Lexend: {
    regular: '@expo-google-fonts/lexend/400Regular/Lexend_400Regular.ttf',
    bold: '@expo-google-fonts/lexend/700Bold/Lexend_700Bold.ttf',
  },
  OpenDyslexic: {
    regular: '@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff',
    bold: '@fontsource/opendyslexic/files/opendyslexic-latin-700-normal.woff',
  },
  'Noto Sans': {
    regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  'DejaVu Sans': {
    regular: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  },
} as const satisfies Record<FontFamily, { regular: string; bold: string }>;

const faces = new Map<string, Promise<Face>>();

/** A font of a team: its files as they are. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Asked for characters that the family has not. */
const further: readonly FontFamily[] = ['Atkinson Hyperlegible Next', 'DejaVu Sans'];

/** A team's own font first, then the family's faces, then those of two with many characters. Every file is parsed once a process. */
export async function loadFontSet(family: FontFamily, isSpaced = false, own?: FontFiles): Promise<FontSet> {
  const order = [family, ...further.filter((other) => other !== family)];
  const [regular, bold] = await Promise.all([
    Promise.all(order.map((name) => loadFace(files[name].regular))),
    Promise.all(order.map((name) => loadFace(files[name].bold))),
  ]);
  if (own === undefined) return { regular, bold, isSpaced };
  const [ownRegular, ownBold] = await Promise.all([ownFace(own.regular), ownFace(own.bold)]);
  return { regular: [ownRegular, ...regular], bold: [ownBold, ...bold], isSpaced };
}

async function ownFace(bytes: Uint8Array): Promise<Face> {
  const facts = await inspectFont(bytes);
  if ('problem' in facts) throw new TypeError(`A font that ${facts.problem} was not refused.`);
  // The name has a part of the file's sum: pdfkit takes two fonts of one name for one.
  return { name: facts.name, font: facts.font, key: facts.name };
}

/** The face of a font file that a package brings, parsed once a process. `scriptOf` tells what script it is for. */
export function loadFace(file: string, scriptOf?: (bytes: Uint8Array) => Promise<FaceScript>): Promise<Face> {
  let face = faces.get(file);
  if (face === undefined) {
    face = parseFace(pathOf(file), scriptOf);
    faces.set(file, face);
  }
  return face;
}

/** Of a file of a package, also of one that offers its code only. */
function pathOf(file: string): string {
  try {
    return resolve(file);
  } catch {
    const name = file.split('/', file.startsWith('@') ? 2 : 1).join('/');
    const main = resolve(name);
    return join(
      main.slice(0, main.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length),
      file.slice(name.length),
    );
  }
}

async function parseFace(path: string, scriptOf?: (bytes: Uint8Array) => Promise<FaceScript>): Promise<Face> {
  const [bytes, Pdfkit] = await Promise.all([readFile(path), loadPdfkit()]);
  const { font } = new Pdfkit({ autoFirstPage: false, compress: false, font: bytes })._font;
  withoutLayers(font);
  const script = await scriptOf?.(bytes);
  return { name: font.postscriptName, font, key: path, path, ...(script && { script }) };
}
