import type { Asset } from '../../document/tree.ts';
import type { Face } from './fonts.ts';
import { openSvg } from './vectors/open-svg.ts';
import { readVectors, type VectorPicture } from './vectors/read-vectors.ts';

/** A picture as the file holds it: drawn with lines and letters, a JPEG as it came, or plain pixels. */
export type Picture = VectorPicture | PixelPicture;

export interface PixelPicture {
  readonly kind: 'pixels';
  /** Name of its resource. */
  readonly name: string;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly isGrey: boolean;
  readonly isJpeg: boolean;
  readonly bytes: Uint8Array;
}

/** Sharp enough for print. */
const dotsPerInch = 300;
/** No page shows more than this at that sharpness, in either direction. */
const mostPixels = 5000;

/** Reads a picture for a place `width` points wide. Drawings become pixels where PDF cannot draw them as they are meant. Throws where the bytes are no picture that can be read. */
export async function readPicture(
  asset: Asset,
  name: string,
  width: number,
  faces: readonly Face[],
): Promise<Picture> {
  const pixels = Math.min(mostPixels, Math.round((width / 72) * dotsPerInch));
  if (asset.mediaType !== 'image/svg+xml') return decode(asset, name, pixels);
  const source = new TextDecoder().decode(asset.bytes);
  return (await readVectors(source, name, width, faces)) ?? drawSvg(source, name, pixels, faces);
}

async function drawSvg(
  source: string,
  name: string,
  pixels: number,
  faces: readonly Face[],
): Promise<PixelPicture> {
  const natural = await openSvg(source, []);
  const width = Math.floor(Math.min(pixels, (mostPixels * natural.width) / natural.height));
  if (!(width >= 1)) throw new Error('The picture has no area.');
  const options = { fitTo: { mode: 'width', value: width }, background: '#ffffff' } as const;
  const image = (await openSvg(source, faces, options)).render();
  return {
    kind: 'pixels',
    name,
    pixelWidth: image.width,
    pixelHeight: image.height,
    isGrey: false,
    isJpeg: false,
    bytes: withoutAlpha(image.pixels),
  };
}

/** The background is opaque, so that the fourth byte of each pixel says nothing. */
function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rgb[to++] = rgba[from] ?? 0;
    rgb[to++] = rgba[from + 1] ?? 0;
    rgb[to++] = rgba[from + 2] ?? 0;
  }
  return rgb;
}

async function decode(asset: Asset, name: string, pixels: number): Promise<PixelPicture> {
  const { default: sharp } = await import('sharp');
  const image = sharp(asset.bytes, { limitInputPixels: 100_000_000 });
  const meta = await image.metadata();
  const isJpeg = meta.format === 'jpeg';
  const isUpright = (meta.orientation ?? 1) === 1;
  const isOfPaper = meta.space === 'b-w' || (meta.space === 'srgb' && isStandard(meta.icc));
  const isFine = meta.width <= pixels && meta.height <= mostPixels;
  if (isJpeg && isUpright && isOfPaper && isFine && (meta.channels === 3 || meta.channels === 1)) {
    // Checks that the whole of it can be read before it is passed on.
    await sharp(asset.bytes, { failOn: 'error' }).stats();
    return {
      kind: 'pixels',
      name,
      pixelWidth: meta.width,
      pixelHeight: meta.height,
      isGrey: meta.channels === 1,
      isJpeg,
      bytes: withoutNotes(asset.bytes),
    };
  }
  const colours = image
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: pixels, height: mostPixels, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha();
  // A photograph as pixels would be ten times as large; of a drawing, a JPEG would blur the edges.
  const bytes = isJpeg
    ? colours.jpeg({ quality: photographQuality, chromaSubsampling: '4:4:4' })
    : colours.raw();
  const { data, info } = await bytes.toBuffer({ resolveWithObject: true });
  return {
    kind: 'pixels',
    name,
    pixelWidth: info.width,
    pixelHeight: info.height,
    isGrey: info.channels === 1,
    isJpeg,
    bytes: data,
  };
}

/** No difference can be seen in print. */
const photographQuality = 90;

/** Whether a colour profile is that of the file, or there is none. */
function isStandard(profile: Uint8Array | undefined): boolean {
  return (
    profile === undefined || Buffer.from(profile).toString('latin1').replaceAll('\0', '').includes('sRGB')
  );
}

/** A JPEG without what cameras and programs note in it: the place where it was taken, a small copy, a colour profile. */
function withoutNotes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // From the scan on there are no more notes.
    if (marker === 0xda) break;
    const end = at + 2 + view.getUint16(at + 2);
    // Application segments but the first, which is JFIF's, and Adobe's, which tells how colours are meant; and comments.
    const isNote = (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!isNote) kept.push(bytes.subarray(at, end));
    at = end;
  }
  kept.push(bytes.subarray(at));
  return Buffer.concat(kept);
}
