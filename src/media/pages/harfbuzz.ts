/** A glyph where HarfBuzz put it. Lengths are in the font's units. */
export interface HarfbuzzGlyph {
  readonly id: number;
  /** Index in the text of the first UTF-16 unit that the glyph stands for; glyphs of one cluster share it. */
  readonly cluster: number;
  readonly advance: number;
  readonly right: number;
  readonly up: number;
}

/** What stands before and after a text changes the shape of letters that join. */
export interface ShapingContext {
  readonly before: string;
  readonly after: string;
  readonly isRightToLeft: boolean;
  /** BCP 47: some letters have another shape in another language, such as Urdu's digits. */
  readonly language: string;
}

/** Shapes text in one font file. */
export interface Shaper {
  /** Glyphs from left to right. */
  shape(text: string, context: ShapingContext): readonly HarfbuzzGlyph[];
  /** The glyph of a character that stands alone; 0 where the font has none. */
  glyphOf(codePoint: number): number;
}

/** Joiners have done their work when the text is shaped: `HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES`. */
const removeInvisible = 8;
const leftToRight = 4;
const rightToLeft = 5;

/** HarfBuzz as WebAssembly, the same on every machine, loaded when the first such font is. `script` is an ISO 15924 code. */
export async function createShaper(bytes: Uint8Array, script: string): Promise<Shaper> {
  const hb = await import('harfbuzzjs');
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
  const buffer = new hb.Buffer();
  return {
    shape(text, { before, after, isRightToLeft, language }) {
      buffer.reset();
      buffer.addText(before + text + after, before.length, text.length);
      buffer.setFlags(removeInvisible);
      buffer.setDirection(isRightToLeft ? rightToLeft : leftToRight);
      buffer.setScript(script);
      // Without one, HarfBuzz asks the machine.
      buffer.setLanguage(/^[a-z\d-]{2,35}$/i.test(language) ? language : 'und');
      hb.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => ({
        id: codepoint,
        cluster: cluster - before.length,
        advance: positions[index]?.xAdvance ?? 0,
        right: positions[index]?.xOffset ?? 0,
        up: positions[index]?.yOffset ?? 0,
      }));
    },
    glyphOf: (codePoint) => font.nominalGlyph(codePoint) ?? 0,
  };
}
