import { type Face, type FontSet, loadFace } from './fonts.ts';
import { createShaper } from './harfbuzz.ts';

interface ScriptFont {
  /** Characters that ask for the font, and are drawn by it. */
  readonly covers: RegExp;
  /** ISO 15924 code of the script whose letters HarfBuzz shapes; absent where every character is one glyph. */
  readonly shaped?: string;
  readonly regular: string;
  readonly bold: string;
}

/** A font of the Noto family, by its name in words. */
function noto(name: string): Pick<ScriptFont, 'regular' | 'bold'> {
  const start = `@expo-google-fonts/${name.toLowerCase().replaceAll(' ', '-')}`;
  const file = name.replaceAll(' ', '');
  return {
    regular: `${start}/400Regular/${file}_400Regular.ttf`,
    bold: `${start}/700Bold/${file}_700Bold.ttf`,
  };
}

/**
 * Fonts for scripts that the families have not, or whose letters only HarfBuzz joins well. By ranges of characters, not by
 * what a newer Unicode says of one, which would change the file. Naskh for Urdu too: Nastaliq steps down within a word and
 * needs twice the distance of lines, or letters a third smaller.
 */
const scriptFonts: readonly ScriptFont[] = [
  {
    covers: /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/,
    shaped: 'Arab',
    // Its letters are whole. Noto Naskh of today draws dots apart, and programs that copy text then find gaps in words.
    regular: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf',
    bold: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf',
  },
  { covers: /[\u0590-\u05ff\ufb1d-\ufb4f]/, shaped: 'Hebr', ...noto('Noto Sans Hebrew') },
  { covers: /[\u0980-\u09ff]/, shaped: 'Beng', ...noto('Noto Sans Bengali') },
  {
    // Without the marks and stops that the scripts of India share.
    covers: /[\u0900-\u0950\u0953-\u0963\u0966-\u097f\ua8e0-\ua8ff]/,
    shaped: 'Deva',
    ...noto('Noto Sans Devanagari'),
  },
  { covers: /[\u0a00-\u0a7f]/, shaped: 'Guru', ...noto('Noto Sans Gurmukhi') },
  { covers: /[\u0a80-\u0aff]/, shaped: 'Gujr', ...noto('Noto Sans Gujarati') },
  { covers: /[\u0b80-\u0bff]/, shaped: 'Taml', ...noto('Noto Sans Tamil') },
  {
    covers:
      /[\u2e80-\u2fdf\u2ff0-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u,
    ...noto('Noto Sans SC'),
  },
  { covers: /\p{Emoji_Presentation}/u, shaped: 'Zyyy', ...noto('Noto Emoji') },
];
/** Asked for letters that the family has not: Greek, Cyrillic, Vietnamese. */
const wide: ScriptFont = { covers: /(?!)/, ...noto('Noto Sans') };

/** The fonts and those for the other scripts of a document that uses `characters`. What stands in the family's own stays in it. */
export async function addScriptFonts(fonts: FontSet, characters: Iterable<number>): Promise<FontSet> {
  const [first] = fonts.regular;
  const foreign = [...characters].filter((one) => !first?.font.hasGlyphForCodePoint(one));
  if (foreign.length === 0) return fonts;
  const text = foreign.map((one) => String.fromCodePoint(one)).join('');
  const needed = scriptFonts.filter(
    ({ covers, shaped }) => covers.test(text) || (shaped === 'Zyyy' && text.includes('\ufe0f')),
  );
  const load = (weight: 'regular' | 'bold'): Promise<readonly Face[]> =>
    Promise.all([...needed, wide].map((font) => loadScriptFace(font, font[weight])));
  const [regular, bold] = await Promise.all([load('regular'), load('bold')]);
  return { ...fonts, regular: withFaces(fonts.regular, regular), bold: withFaces(fonts.bold, bold) };
}

function loadScriptFace({ covers, shaped }: ScriptFont, file: string): Promise<Face> {
  if (shaped === undefined && covers === wide.covers) return loadFace(file);
  return loadFace(file, async (bytes) => ({
    covers,
    isEmoji: shaped === 'Zyyy',
    ...(shaped !== undefined && { shaper: await createShaper(bytes, shaped) }),
  }));
}

function withFaces([first, ...others]: readonly Face[], more: readonly Face[]): readonly Face[] {
  const added = more.filter((face) => face !== first);
  return first === undefined ? more : [first, ...added, ...others.filter((face) => !added.includes(face))];
}
