import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asset } from '../../../src/document/tree.ts';
import { type Face, loadFontSet } from '../../../src/media/pages/fonts.ts';
import { type PixelPicture, readPicture } from '../../../src/media/pages/pictures.ts';

let faces: readonly Face[];
beforeAll(async () => {
  const fonts = await loadFontSet('Atkinson Hyperlegible Next');
  faces = [...fonts.regular, ...fonts.bold];
});

const plain = sharp({
  create: { width: 60, height: 40, channels: 4, background: { r: 0, g: 0, b: 255, alpha: 0.5 } },
});
const asset = (mediaType: Asset['mediaType'], bytes: Uint8Array | string): Asset => ({
  src: 'picture',
  mediaType,
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
});
const read = async (one: Asset): Promise<PixelPicture> => {
  const picture = await readPicture(one, 'Im1', 72, faces);
  if (picture.kind !== 'pixels') throw new Error('These are no pixels.');
  return picture;
};
/** With a filter, so that it must become pixels. */
const svg = (width: number, height: number, content = ''): Asset =>
  asset(
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><filter id="f"><feOffset/></filter><g filter="url(#f)"><rect width="1" height="1" fill="#fff"/>${content}</g></svg>`,
  );

describe('pictures', () => {
  test('a JPEG stays as it came', async () => {
    const bytes = await plain.clone().flatten().jpeg().toBuffer();
    const picture = await read(asset('image/jpeg', bytes));
    expect(picture).toMatchObject({ isJpeg: true, isGrey: false, pixelWidth: 60, pixelHeight: 40 });
    expect(Buffer.from(picture.bytes).equals(bytes)).toBe(true);
  });

  test('a JPEG in inks, or lying on its side, becomes upright and of screen colours', async () => {
    const inks = await plain.clone().flatten().toColourspace('cmyk').jpeg().toBuffer();
    const screen = await read(asset('image/jpeg', inks));
    expect(await sharp(screen.bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
    const side = await plain.clone().flatten().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const upright = await read(asset('image/jpeg', side));
    expect(upright).toMatchObject({ isJpeg: true, pixelWidth: 40, pixelHeight: 60 });
    expect((await sharp(upright.bytes).metadata()).orientation ?? 1).toBe(1);
  });

  test('a photograph gets no more than 300 dots an inch', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const large = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#888', noise } })
      .jpeg()
      .toBuffer();
    const picture = await read(asset('image/jpeg', large));
    expect(picture).toMatchObject({ isJpeg: true, pixelWidth: 300, pixelHeight: 200 });
    expect(picture.bytes.length).toBeLessThan(large.length / 2);
    const grey = await sharp(large).greyscale().toColourspace('b-w').jpeg().toBuffer();
    const one = await read(asset('image/jpeg', grey));
    expect((await sharp(one.bytes).metadata()).channels).toBe(one.isGrey ? 1 : 3);
  });

  test('where and with what a photograph was taken is not passed on', async () => {
    const exif = { IFD0: { Copyright: 'A person' }, IFD3: { GPSLatitude: '53/1 24/1 0/1' } };
    const bytes = await plain.clone().flatten().withExif(exif).withIccProfile('srgb').jpeg().toBuffer();
    expect(bytes.includes('A person')).toBe(true);
    const picture = await read(asset('image/jpeg', bytes));
    expect(picture.isJpeg).toBe(true);
    expect(Buffer.from(picture.bytes).includes('A person')).toBe(false);
    expect(picture.bytes.length).toBeLessThan(bytes.length - 300);
    const [before, after] = [
      await sharp(bytes).raw().toBuffer(),
      await sharp(picture.bytes).raw().toBuffer(),
    ];
    expect(after.equals(before)).toBe(true);
  });

  test('colours of another profile become those of the file', async () => {
    const wide = await plain.clone().flatten().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer();
    const picture = await read(asset('image/jpeg', wide));
    const [, , blue = 0] = await sharp(picture.bytes).raw().toBuffer();
    const [, , wanted = 0] = await plain.clone().flatten().raw().toBuffer();
    expect((await sharp(picture.bytes).metadata()).icc).toBeUndefined();
    expect(Math.abs(blue - wanted)).toBeLessThan(8);
    expect(Buffer.from(picture.bytes).equals(wide)).toBe(false);
  });

  test.each(['rgb16', 'grey16'] as const)('16 bits a channel become 8: %s', async (space) => {
    const bytes = await plain.clone().toColourspace(space).png().toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    const picture = await read(asset('image/png', bytes));
    expect(picture.bytes).toHaveLength(60 * 40 * (picture.isGrey ? 1 : 3));
  });

  test('what can be seen through stands on white', async () => {
    const picture = await read(asset('image/png', await plain.clone().png().toBuffer()));
    expect(picture.bytes).toHaveLength(60 * 40 * 3);
    const [red = 0, , blue] = picture.bytes;
    expect(red).toBeGreaterThan(120);
    expect(blue).toBe(255);
  });

  test('an SVG that becomes pixels has 300 of them an inch, with letters of the embedded font', async () => {
    const empty = await read(svg(200, 100));
    expect(empty).toMatchObject({ pixelWidth: 300, pixelHeight: 150 });
    expect(empty.bytes.every((byte) => byte === 255)).toBe(true);
    const words = await read(
      svg(200, 100, '<text x="10" y="50" font-size="30" font-family="Arial">Words</text>'),
    );
    expect(words.bytes.some((byte) => byte < 60)).toBe(true);
  });

  test('a picture far higher than a page is not drawn larger than a page', async () => {
    const { pixelHeight, pixelWidth } = await read(svg(10, 4000));
    expect(pixelHeight).toBeLessThanOrEqual(5000);
    expect(pixelWidth).toBeGreaterThanOrEqual(1);
  });

  test('bytes that are no picture are an error', async () => {
    const jpeg = await plain.clone().flatten().jpeg().toBuffer();
    await expect(read(asset('image/jpeg', jpeg.subarray(0, jpeg.length - 10)))).rejects.toThrow();
    await expect(read(asset('image/png', 'no picture'))).rejects.toThrow();
    await expect(read(asset('image/svg+xml', '<svg'))).rejects.toThrow();
  });
});
