import { inflateSync } from 'node:zlib';
import type { Asset } from '../document/tree.ts';

/** More pixels than this need more memory than a machine can spare: a page of A3 at 600 dpi has 70 million. */
const maxPixels = 100_000_000;

type Kind = Asset['mediaType'] | { readonly problem: string };

/** What a picture's bytes are, if they are whole and safe to show; else what is wrong, as the end of a sentence. */
export function pictureKind(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return { problem: 'is empty' };
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return pngProblem(bytes) ?? 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return jpegProblem(bytes) ?? 'image/jpeg';
  const text = new TextDecoder().decode(bytes).trimStart();
  if (text.startsWith('<') && /<svg[\s>/]/.test(text.slice(0, 4096)))
    return svgProblem(text) ?? 'image/svg+xml';
  return { problem: 'is not a picture in SVG, PNG or JPEG' };
}

const broken = { problem: 'is broken: its data are not whole' };

function tooLarge(width: number, height: number): { readonly problem: string } | undefined {
  if (width === 0 || height === 0) return broken;
  return width * height > maxPixels
    ? { problem: `has ${width} by ${height} pixels, which is too many` }
    : undefined;
}

/** Walks the chunks and unpacks the pixels, so that a writer never meets a picture that it cannot decode. */
function pngProblem(bytes: Uint8Array): { readonly problem: string } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let width = 0;
  let height = 0;
  let bits = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length || (at === 8) !== (type === 'IHDR')) return broken;
    if (type === 'IHDR') {
      if (length !== 13) return broken;
      width = view.getUint32(16);
      height = view.getUint32(20);
      const channels = [1, 0, 3, 1, 2, 0, 4][bytes[25]!] ?? 0;
      bits = bytes[24]! * channels;
      const problem = bits === 0 ? broken : tooLarge(width, height);
      if (problem) return problem;
    }
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND')
      return pixelsFit(data, (Math.ceil((width * bits) / 8) + 1) * height, bytes[28] === 1)
        ? undefined
        : broken;
    at += 12 + length;
  }
  return broken;
}

function pixelsFit(data: readonly Uint8Array[], size: number, interlaced: boolean): boolean {
  try {
    // An interlaced picture has up to 7 smaller ones, each with a filter byte a row.
    const unpacked = inflateSync(Buffer.concat(data), { maxOutputLength: size * 2 + 64 });
    return interlaced ? unpacked.length > 0 : unpacked.length === size;
  } catch {
    return false;
  }
}

/** Walks the segments up to the pixels, whose end mark must come last. */
function jpegProblem(bytes: Uint8Array): { readonly problem: string } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sized = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return broken;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if (at + 9 > bytes.length) return broken;
      const problem = tooLarge(view.getUint16(at + 7), view.getUint16(at + 5));
      if (problem) return problem;
      sized = true;
    }
    if (marker === 0xda) {
      const end = bytes.lastIndexOf(0xd9);
      return sized && end > at && bytes[end - 1] === 0xff ? undefined : broken;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return broken;
}

/** A picture must not run, or fetch from elsewhere. */
function svgProblem(text: string): { readonly problem: string } | undefined {
  const problem = (what: string) => ({ problem: what });
  if (/<(?:[\w-]+:)?script[\s>/]|\son\w+\s*=|javascript:/i.test(text)) return problem('contains a program');
  if (/<(?:[\w-]+:)?foreignObject[\s>/]/i.test(text)) return problem('contains a web page');
  if (/<!ENTITY/i.test(text)) return problem('contains entities');
  if (/(href|src)\s*=\s*["'](?!#|data:)|url\(\s*["']?(?!#|data:)|@import/i.test(text))
    return problem('refers to another file');
  return /<\/(?:[\w-]+:)?svg>\s*$|^[^<]*(?:<[?!][^>]*>\s*)*<svg[^>]*\/>\s*$/.test(text.slice(-4096))
    ? undefined
    : broken;
}
