import { createHash } from 'node:crypto';
import { type FontkitFont, loadPdfkit } from './pdfkit-internals.ts';

/** What a font file of a team says of its letters. */
export interface FontFacts {
  readonly name: string;
  readonly font: FontkitFont;
  readonly isBold: boolean;
  readonly isSerif: boolean;
  readonly isSlanted: boolean;
}

/** Why a font file cannot be used, and what to do. */
export interface FontProblem {
  readonly problem: string;
  readonly fix: string;
}

const inspected = new Map<string, Promise<FontFacts | FontProblem>>();
/** A server meets many fonts: then it forgets all, so that its memory stays bounded. */
const mostKept = 32;

/** Least weight of bold letters: OpenType calls 600 semi-bold. */
const leastBold = 600;

/** Reads a font file that a person chose, and tries whether a part of it can be embedded. Every file is parsed once a process. */
export function inspectFont(bytes: Uint8Array): Promise<FontFacts | FontProblem> {
  const key = createHash('sha256').update(bytes).digest('hex');
  let facts = inspected.get(key);
  if (facts === undefined) {
    if (inspected.size >= mostKept) inspected.clear();
    facts = inspect(bytes, key);
    inspected.set(key, facts);
  }
  return facts;
}

const damaged: FontProblem = {
  problem: 'is not a font that can be read',
  fix: 'give a whole TTF or OTF file',
};
const unusable: Readonly<Record<string, FontProblem>> = {
  wOF2: { problem: 'is a web font (WOFF2)', fix: 'give the TTF or OTF file from which it was made' },
  ttcf: {
    problem: 'is a collection of several fonts',
    fix: 'save the one that you want as a TTF or OTF file',
  },
};
const usable: readonly string[] = ['\0\u0001\0\0', 'true', 'OTTO', 'wOFF'];
/** Every document needs them. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

async function inspect(bytes: Uint8Array, key: string): Promise<FontFacts | FontProblem> {
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  if (!usable.includes(signature)) return unusable[signature] ?? damaged;
  const Pdfkit = await loadPdfkit();
  try {
    const document = new Pdfkit({ autoFirstPage: false, compress: false, font: bytes });
    const { font } = document._font;
    const problem = tablesProblem(font);
    if (problem) return problem;
    withoutLayers(font);
    // As the writer does it: what is broken fails here, and not in the middle of a document.
    const { glyphs } = font.layout(letters);
    const { subset } = document._font;
    subset.glyphs.push(...glyphs.map(({ id }) => id));
    if (subset.encode().length === 0 || glyphs.every(({ advanceWidth }) => !(advanceWidth > 0)))
      return damaged;
    const system = font['OS/2'];
    const isBold = font.head.macStyle.bold || (system?.usWeightClass ?? 0) >= leastBold;
    // A PDF tells by the font's name that letters are bold: "Demi" says it to few programs.
    if (isBold && !/bold|black|heavy/i.test(font.postscriptName))
      Object.defineProperty(font, 'postscriptName', { value: `${font.postscriptName}-Bold` });
    const name = `${font.postscriptName} ${key.slice(0, 8)}`;
    return {
      name,
      font,
      isBold,
      isSerif: hasSerifs(system),
      isSlanted: font.italicAngle !== 0 || font.head.macStyle.italic,
    };
  } catch {
    return damaged;
  }
}

/** A glyph in colours is to fontkit made of layers: it embeds such a font without the parts that its outlines share. */
export function withoutLayers(font: FontkitFont): void {
  delete font.directory.tables.COLR;
}

function tablesProblem(font: FontkitFont): FontProblem | undefined {
  const licence = font['OS/2']?.fsType;
  if (licence?.noEmbedding && !licence.viewOnly && !licence.editable) {
    return {
      problem: 'says that its licence does not allow it in documents (OS/2 fsType: restricted)',
      fix: 'ask its maker for one that may be embedded',
    };
  }
  if (licence?.noSubsetting) {
    return {
      problem: 'says that its licence does not allow a part of it in documents (OS/2 fsType: no subsetting)',
      fix: 'ask its maker for one of which a part may be embedded',
    };
  }
  if (font.directory.tables.fvar !== undefined) {
    return {
      problem: 'is a variable font, which has all weights in one file',
      fix: 'give the static files, one for regular and one for bold',
    };
  }
  if (licence?.bitmapOnly || ['glyf', 'CFF '].every((table) => font.directory.tables[table] === undefined))
    return { problem: 'has no outlines that may be embedded', fix: 'give a TTF or OTF file with outlines' };
  const missing = [...letters].filter((one) => !font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
  if (missing.length === 0) return undefined;
  return { problem: `has no letters for "${missing.join('')}"`, fix: 'give a font for text' };
}

/** By the classes of OpenType's table OS/2: families 1 to 5 and 7 have serifs; PANOSE calls text letters with serifs 2 to 10. */
function hasSerifs(system: FontkitFont['OS/2']): boolean {
  const family = (system?.sFamilyClass ?? 0) >> 8;
  const [kind = 0, serifs = 0] = system?.panose ?? [];
  return (family >= 1 && family <= 7) || (kind === 2 && serifs >= 2 && serifs <= 10);
}
