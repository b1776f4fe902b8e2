import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { type Operand, operationsOf } from './content-tokens.ts';
import { utf16 } from './text-string.ts';

/** A font as the finished file describes it. */
export interface FontReading {
  readonly name: string;
  readonly isEmbedded: boolean;
  /** Flags of the descriptor (ISO 32000-1, table 123). */
  readonly isSerif: boolean;
  readonly isItalic: boolean;
  /** By its name: the descriptor has no flag that says so of all bold fonts. */
  readonly isBold: boolean;
  /** Bytes of one code. */
  readonly codeLength: 1 | 2;
  /** How the file says what its codes are (ISO 14289-1, 7.21.7): by a map, by an encoding or collection that is known, or not. */
  readonly letters: 'map' | 'usual' | 'unknown';
  /** What a code says; undefined where the file does not tell. */
  textOf(code: number): string | undefined;
  /** In thousandths of the type size. */
  widthOf(code: number): number;
}

const lookUp = (dict: PDFDict | undefined, key: string): unknown => dict?.lookup(PDFName.of(key));
const dictOf = (value: unknown): PDFDict | undefined => (value instanceof PDFDict ? value : undefined);
const numberOf = (value: unknown): number | undefined =>
  value instanceof PDFNumber ? value.asNumber() : undefined;

export function readFont(font: PDFDict): FontReading {
  const descendants = lookUp(font, 'DescendantFonts');
  const descendant = descendants instanceof PDFArray ? dictOf(descendants.lookup(0)) : undefined;
  const descriptor = dictOf(lookUp(descendant ?? font, 'FontDescriptor'));
  const flags = numberOf(lookUp(descriptor, 'Flags')) ?? 0;
  const toUnicode = lookUp(font, 'ToUnicode');
  const says =
    toUnicode instanceof PDFRawStream ? readToUnicode(decodePDFRawStream(toUnicode).decode()) : undefined;
  const widths = descendant ? wideWidths(descendant) : plainWidths(font);
  const isSimple = descendant === undefined;
  const name = String(lookUp(font, 'BaseFont') ?? '').replace(/^\//, '');
  const slant = lookUp(descriptor, 'ItalicAngle');
  const angle = slant instanceof PDFNumber ? slant.asNumber() : 0;
  return {
    name,
    isEmbedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => lookUp(descriptor, key) !== undefined),
    isSerif: (flags & 2) !== 0,
    isItalic: (flags & 64) !== 0 || angle !== 0 || /italic|oblique/i.test(name),
    isBold: /bold|black|heavy/i.test(name),
    codeLength: isSimple ? 1 : 2,
    letters: says ? 'map' : isUsual(font, descendant, (flags & 4) !== 0) ? 'usual' : 'unknown',
    textOf: (code) => says?.get(code) ?? (isSimple ? String.fromCharCode(code) : undefined),
    widthOf: widths,
  };
}

function isUsual(font: PDFDict, descendant: PDFDict | undefined, isSymbolic: boolean): boolean {
  const encoding = lookUp(font, 'Encoding');
  if (descendant !== undefined) {
    const collection = String(lookUp(dictOf(lookUp(descendant, 'CIDSystemInfo')), 'Ordering'));
    return (
      /Japan1|GB1|CNS1|Korea1|KR/.test(collection) ||
      (encoding instanceof PDFName && !/Identity/.test(String(encoding)))
    );
  }
  if (encoding instanceof PDFName) return true;
  const differences = lookUp(dictOf(encoding), 'Differences');
  // Names such as /g12 tell a program which glyph to draw and nothing more.
  if (differences instanceof PDFArray)
    return differences
      .asArray()
      .some(
        (name) =>
          name instanceof PDFName &&
          !/^[a-z]{1,2}\d+$|^[gG][0-9A-Fa-f]{2}$|^\.notdef$/.test(name.decodeText()),
      );
  if (encoding instanceof PDFDict) return true;
  return !isSymbolic && String(lookUp(font, 'Subtype')) !== '/Type3';
}

function plainWidths(font: PDFDict): (code: number) => number {
  const first = numberOf(lookUp(font, 'FirstChar')) ?? 0;
  const list = lookUp(font, 'Widths');
  // The standard fonts bring no widths: half the size is near their average.
  return (code) =>
    list instanceof PDFArray && code >= first && code - first < list.size()
      ? (numberOf(list.lookup(code - first)) ?? 500)
      : 500;
}

function wideWidths(descendant: PDFDict): (code: number) => number {
  const widths = new Map<number, number>();
  const usual = numberOf(lookUp(descendant, 'DW')) ?? 1000;
  const list = lookUp(descendant, 'W');
  if (list instanceof PDFArray) {
    for (let index = 0; index < list.size(); ) {
      const first = numberOf(list.lookup(index)) ?? 0;
      const next = list.lookup(index + 1);
      if (next instanceof PDFArray) {
        for (let at = 0; at < next.size(); at++) widths.set(first + at, numberOf(next.lookup(at)) ?? usual);
        index += 2;
      } else {
        const last = numberOf(next) ?? first;
        const width = numberOf(list.lookup(index + 2)) ?? usual;
        for (let code = first; code <= last && code - first < 0x10000; code++) widths.set(code, width);
        index += 3;
      }
    }
  }
  return (code) => widths.get(code) ?? usual;
}

/** A ToUnicode map has the syntax of a content stream: `bfchar` and `bfrange` are its operators. */
function readToUnicode(bytes: Uint8Array): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const { operator, operands } of operationsOf(bytes)) {
    if (operator === 'endbfchar') {
      for (let index = 0; index + 1 < operands.length; index += 2) {
        const to = operands[index + 1];
        if (to instanceof Uint8Array) map.set(codeOf(operands[index]), utf16(to));
      }
    }
    if (operator === 'endbfrange')
      for (let index = 0; index + 2 < operands.length; index += 3) addRange(operands, index, map);
  }
  return map;
}

function addRange(operands: readonly Operand[], index: number, map: Map<number, string>): void {
  const first = codeOf(operands[index]);
  const last = codeOf(operands[index + 1]);
  const to = operands[index + 2];
  for (let code = first; code <= last && code - first < 0x10000; code++) {
    if (to instanceof Uint8Array) {
      const start = utf16(to);
      const end = start.charCodeAt(start.length - 1) + code - first;
      map.set(code, start.slice(0, -1) + String.fromCharCode(end));
    } else if (Array.isArray(to)) {
      const one: unknown = to[code - first];
      if (one instanceof Uint8Array) map.set(code, utf16(one));
    }
  }
}

function codeOf(operand: Operand | undefined): number {
  let code = 0;
  if (operand instanceof Uint8Array) for (const byte of operand) code = code * 256 + byte;
  return code;
}
