import { describe, expect, it } from 'vitest';
import { imageSize } from '../../../src/media/hast/image-size.ts';

const svg = (text: string) =>
  imageSize({ src: 'a.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(text) });
const file = (mediaType: 'image/png' | 'image/jpeg', bytes: readonly number[]) =>
  imageSize({ src: 'a', mediaType, bytes: Uint8Array.from(bytes) });

describe('the size of a picture', () => {
  it('is the view box of an SVG, else its width and height', () => {
    expect(svg('<?xml version="1.0"?><svg viewBox="0 0 640 400">')).toEqual({ width: 640, height: 400 });
    expect(svg("<svg stroke-width='3' width='20px' height='10'>")).toEqual({ width: 20, height: 10 });
    expect(svg('<svg width="100%">')).toBeUndefined();
  });

  it('is in the head of a PNG', () => {
    const head = [...Array(16).fill(0), 0, 0, 1, 44, 0, 0, 0, 200];
    expect(file('image/png', head)).toEqual({ width: 300, height: 200 });
    expect(file('image/png', [1, 2, 3])).toBeUndefined();
  });

  it('is in the frame of a JPEG, behind other parts', () => {
    const frame = [0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44, 1, 0, 0, 0];
    expect(file('image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 4, 9, 9, ...frame])).toEqual({
      width: 300,
      height: 200,
    });
    expect(file('image/jpeg', [0xff, 0xd8, 0xff])).toBeUndefined();
    expect(file('image/jpeg', Array(40).fill(0xff))).toBeUndefined();
  });
});
