import type { GlyphEncoder } from './canvas.ts';
import type { Face } from './fonts.ts';
import type { EmbeddedFont } from './pdfkit-internals.ts';
import type { Shaped } from './shaping.ts';

interface FaceCodes {
  readonly name: string;
  readonly font: EmbeddedFont;
  /** By glyph and what it says: one shape with two meanings gets two codes, so that copied text is right. */
  readonly codes: Map<string, number>;
  /** The first code of each glyph, for words whose meaning is told in another way. */
  readonly anyCodes: Map<number, number>;
}

/** Gives every glyph that a document uses a code in its font's subset. */
export class SubsetEncoder implements GlyphEncoder {
  readonly #faces = new Map<Face, FaceCodes>();
  readonly #words = new Map<Shaped, string>();
  readonly #embed: (face: Face) => EmbeddedFont;

  constructor(embed: (face: Face) => EmbeddedFont) {
    this.#embed = embed;
  }

  /** Fonts in use, by the name of their resource. */
  get fonts(): readonly { readonly name: string; readonly font: EmbeddedFont }[] {
    return [...this.#faces.values()];
  }

  fontName(shaped: Shaped): string {
    return this.#codesOf(shaped.face).name;
  }

  encode(shaped: Shaped): string {
    const known = this.#words.get(shaped);
    if (known !== undefined) return known;
    let out = '';
    let isOpen = false;
    shaped.glyphs.forEach((_, index) => {
      const code = this.#code(shaped, index);
      out += isOpen ? code : `(${code}`;
      const adjustment = Math.round((shaped.widths[index] ?? 0) - (shaped.advances[index] ?? 0));
      isOpen = adjustment === 0;
      if (!isOpen) out += `)${adjustment}`;
    });
    if (isOpen) out += ')';
    this.#words.set(shaped, out);
    return out;
  }

  encodeApart(shaped: Shaped): readonly string[] {
    return shaped.glyphs.map((_, index) => `(${this.#code(shaped, index)})`);
  }

  #code(shaped: Shaped, index: number): string {
    const glyph = shaped.glyphs[index] ?? 0;
    const says = shaped.codePoints[index] ?? [];
    const { font, codes, anyCodes } = this.#codesOf(shaped.face);
    const key = `${glyph}:${says.join()}`;
    const isToldElsewhere = shaped.isJoined && shaped.actualText !== undefined;
    let code = isToldElsewhere ? anyCodes.get(glyph) : codes.get(key);
    if (code === undefined) {
      code = font.subset.glyphs.push(glyph) - 1;
      font.widths[code] = shaped.widths[index] ?? 0;
      font.unicode[code] = says;
      codes.set(key, code);
      if (!anyCodes.has(glyph)) anyCodes.set(glyph, code);
    }
    return byte(code >> 8) + byte(code & 0xff);
  }

  #codesOf(face: Face): FaceCodes {
    let codes = this.#faces.get(face);
    if (codes === undefined) {
      codes = {
        name: `F${this.#faces.size + 1}`,
        font: this.#embed(face),
        codes: new Map(),
        anyCodes: new Map(),
      };
      this.#faces.set(face, codes);
    }
    return codes;
  }
}

/** A byte inside a string of a content stream: half as long as hexadecimal digits, which is half as much to deflate. */
function byte(value: number): string {
  const character = String.fromCharCode(value);
  if (character === '\r') return '\\r';
  return character === '(' || character === ')' || character === '\\' ? `\\${character}` : character;
}
