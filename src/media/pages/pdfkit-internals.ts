/** What this project uses of pdfkit 0.20 below its typed surface: objects, embedded fonts and the order of closing. */

/** A value as pdfkit writes it: a plain string is a name, a `String` object is a text string. */
export type PdfValue =
  | string
  | PdfText
  | number
  | boolean
  | null
  | PdfRef
  | Date
  | Uint8Array
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue | undefined };

/** A text string of the file, as opposed to a name. Made by {@link pdfText}. */
export interface PdfText {
  readonly length: number;
  charCodeAt(index: number): number;
}

export function pdfText(value: string): PdfText {
  return Object(value) as PdfText;
}

/** An indirect object. */
export interface PdfRef {
  readonly id: number;
  data: { [key: string]: PdfValue | undefined };
  compress: boolean;
  buffer: Uint8Array[];
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
  finalize(): void;
  toString(): string;
}

export interface FontkitGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

export interface FontkitRun {
  readonly glyphs: readonly FontkitGlyph[];
  readonly positions: readonly { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
}

/** A font file as fontkit parsed it. */
export interface FontkitFont {
  readonly directory: { readonly tables: { [tag: string]: unknown } };
  readonly head: { readonly macStyle: { readonly bold: boolean; readonly italic: boolean } };
  readonly italicAngle: number;
  readonly 'OS/2'?: {
    readonly fsType: {
      readonly noEmbedding: boolean;
      readonly viewOnly: boolean;
      readonly editable: boolean;
      readonly noSubsetting: boolean;
      readonly bitmapOnly: boolean;
    };
    readonly usWeightClass: number;
    readonly sFamilyClass: number;
    readonly panose: readonly number[];
  };
  readonly unitsPerEm: number;
  readonly postscriptName: string;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): FontkitGlyph;
  getGlyph(id: number): FontkitGlyph;
  layout(
    text: string,
    features?: { readonly liga: false; readonly clig: false },
    script?: undefined,
    language?: undefined,
    direction?: 'ltr' | 'rtl',
  ): FontkitRun;
}

/** A font of one document: which glyphs it needs, their widths and what they say. */
export interface EmbeddedFont {
  readonly font: FontkitFont;
  readonly subset: { readonly glyphs: number[]; encode(): Uint8Array };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): PdfRef;
}

export interface PdfkitDocument {
  readonly _root: PdfRef;
  readonly _info: PdfRef;
  readonly _font: EmbeddedFont;
  readonly _offsets: (number | null)[];
  readonly outline: { readonly dictionary: PdfRef };
  readonly info: { [key: string]: PdfValue };
  _id: Uint8Array;
  _offset: number;
  ref(data?: { [key: string]: PdfValue | undefined }): PdfRef;
  font(font: FontkitFont | Uint8Array, family?: string): unknown;
  end(): void;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
  endMetadata(): void;
}

export type PdfkitConstructor = new (options: {
  readonly pdfVersion?: string;
  readonly autoFirstPage: boolean;
  readonly compress: boolean;
  readonly font: FontkitFont | Uint8Array;
  readonly lang?: string;
  readonly displayTitle?: boolean;
  readonly info?: { readonly [key: string]: PdfValue };
}) => PdfkitDocument;

/** Loads pdfkit when it is first needed. */
export async function loadPdfkit(): Promise<PdfkitConstructor> {
  const module: unknown = await import('pdfkit');
  return (module as { readonly default: PdfkitConstructor }).default;
}
