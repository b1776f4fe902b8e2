import type { Asset } from '../../document/tree.ts';
import type { Face } from './fonts.ts';

/** A picture as the file holds it: a JPEG as it came, or plain pixels. */
export interface Picture {
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

/** Reads a picture for a place `width` points wide. Throws where the bytes are no picture that can be read. */
export async function readPicture(
  asset: Asset,
  name: string,
  width: number,
  faces: readonly Face[],
): Promise<Picture> {
  const pixels = Math.min(mostPixels, Math.round((width / 72) * dotsPerInch));
  return asset.mediaType === 'image/svg+xml'
    ? drawSvg(asset, name, pixels, faces)
    : decode(asset, name, pixels);
}

async function drawSvg(asset: Asset, name: string, pixels: number, faces: readonly Face[]): Promise<Picture> {
  const { Resvg } = await import('@resvg/resvg-js');
  const family = 'Atkinson Hyperlegible Next';
  const source = new TextDecoder().decode(asset.bytes);
  const natural = new Resvg(source, { font: { loadSystemFonts: false } });
  const width = Math.floor(Math.min(pixels, (mostPixels * natural.width) / natural.height));
  if (!(width >= 1)) throw new Error('The picture has no area.');
  const resvg = new Resvg(source, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      fontFiles: faces.map((face) => face.path),
      defaultFontFamily: family,
      serifFamily: family,
      sansSerifFamily: family,
      cursiveFamily: family,
      fantasyFamily: family,
      monospaceFamily: family,
    },
  });
  const image = resvg.render();
  const rgb = withoutAlpha(image.pixels);
  return {
    name,
    pixelWidth: image.width,
    pixelHeight: image.height,
    isGrey: false,
    isJpeg: false,
    bytes: rgb,
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

async function decode(asset: Asset, name: string, pixels: number): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  const image = sharp(asset.bytes, { limitInputPixels: 100_000_000 });
  const meta = await image.metadata();
  const isPlain = (meta.orientation ?? 1) === 1 && (meta.space === 'srgb' || meta.space === 'b-w');
  if (meta.format === 'jpeg' && isPlain && (meta.channels === 3 || meta.channels === 1) && !meta.hasAlpha) {
    // Checks that the whole of it can be read before it is passed on.
    await sharp(asset.bytes, { failOn: 'error' }).stats();
    return {
      name,
      pixelWidth: meta.width,
      pixelHeight: meta.height,
      isGrey: meta.channels === 1,
      isJpeg: true,
      bytes: asset.bytes,
    };
  }
  const { data, info } = await image
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: pixels, height: mostPixels, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isGrey = info.channels === 1;
  return { name, pixelWidth: info.width, pixelHeight: info.height, isGrey, isJpeg: false, bytes: data };
}
