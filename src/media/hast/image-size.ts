import type { Asset } from '../../document/tree.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height in CSS pixels as the file itself states them, so that text does not jump while a page loads. */
export function imageSize({ mediaType, bytes }: Asset): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'image/svg+xml':
      return svgSize(bytes);
    case 'image/png':
      return bytes.length < 24 ? undefined : sized(view.getUint32(16), view.getUint32(20));
    case 'image/jpeg':
      return jpegSize(view);
    default:
      return mediaType satisfies never;
  }
}

function sized(width: number, height: number): ImageSize | undefined {
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined;
}

function svgSize(bytes: Uint8Array): ImageSize | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  const tag = /<svg\b[^>]*>/.exec(start)?.[0] ?? '';
  const box = /\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag);
  if (box !== null) return sized(Number(box[1]), Number(box[2]));
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1] ?? 0);
  return sized(length('width'), length('height'));
}

/** The first frame header: markers 0xC0 to 0xCF but 0xC4, 0xC8 and 0xCC. ITU-T T.81, table B.1. */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
