import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { Assembler } from '../../src/media/pages/assemble.ts';
import { Canvas } from '../../src/media/pages/canvas.ts';
import type { Face } from '../../src/media/pages/fonts.ts';
import type { Standard } from '../../src/media/pages/metadata.ts';
import { PdfFile } from '../../src/media/pages/pdf-file.ts';
import type { Picture } from '../../src/media/pages/pictures.ts';
import { StructElement } from '../../src/media/pages/structure.ts';
import { SubsetEncoder } from '../../src/media/pages/subset-encoder.ts';

/** A file of one page that the picture fills. */
export async function pageOf(
  picture: Picture,
  width: number,
  faces: readonly Face[],
  standard: Standard = 'ua1+a2a',
): Promise<Uint8Array> {
  const ratio =
    picture.kind === 'vectors' ? picture.height / picture.width : picture.pixelHeight / picture.pixelWidth;
  const height = width * ratio;
  const info = { title: 'Picture', author: 'Team', language: 'en-GB', date: new Date(0), standard };
  const file = await PdfFile.create(info, faces[0] as Face);
  const encoder = new SubsetEncoder((face) => file.embed(face));
  const canvas = new Canvas(0, height, encoder);
  const structure = new StructElement('Document', undefined);
  canvas.image(structure.block('Figure', { alt: 'Picture' }), picture.name, 0, 0, width, height);
  const assembler = new Assembler(file, width, height);
  assembler.addPicture(picture);
  assembler.add(canvas);
  return assembler.finish({
    structure,
    encoder,
    bookmarks: [],
    targets: new Map(),
    forms: new Map(),
  });
}

/** Both are drawn so many times finer than they are compared: what is left is not how each makes edges soft. */
const sharper = 4;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
}

/** The first page as poppler draws it, `pixels` wide; the reason where poppler is not installed. */
export async function drawnByPoppler(
  pdf: Uint8Array,
  pixels: number,
): Promise<
  | { readonly state: 'checked'; readonly drawn: Pixels }
  | { readonly state: 'not-checked'; readonly why: string }
> {
  const folder = mkdtempSync(join(tmpdir(), 'allformats-drawn-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    const { error, status, stderr } = spawnSync(
      'pdftoppm',
      [
        '-png',
        '-singlefile',
        '-scale-to-x',
        String(pixels * sharper),
        '-scale-to-y',
        '-1',
        'page.pdf',
        'page',
      ],
      { cwd: folder, encoding: 'utf8', timeout: 60_000 },
    );
    if (error) return { state: 'not-checked', why: 'pdftoppm (poppler) is not installed' };
    if (status !== 0 || stderr !== '') throw new Error(`pdftoppm: ${stderr}`);
    return { state: 'checked', drawn: await pixelsOf(join(folder, 'page.png')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The drawing as resvg draws it on white, `pixels` wide. */
export async function drawnByResvg(svg: string, pixels: number, faces: readonly Face[]): Promise<Pixels> {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: pixels * sharper },
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      fontFiles: faces.flatMap(({ path }) => path ?? []),
      defaultFontFamily: 'Atkinson Hyperlegible Next',
      sansSerifFamily: 'Atkinson Hyperlegible Next',
      serifFamily: 'Atkinson Hyperlegible Next',
    },
  }).render();
  return pixelsOf(image.asPng());
}

async function pixelsOf(picture: string | Uint8Array): Promise<Pixels> {
  const whole = sharp(picture).removeAlpha().toColourspace('srgb');
  const { width = 0 } = await whole.metadata();
  const { data, info } = await whole
    .resize({ width: Math.round(width / sharper) })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, colours: data };
}

/**
 * Share of places, from 0 to 1, where two pictures differ by more than the softness of an edge: neither the place itself nor
 * one beside it looks like that of the other.
 */
export function differing(one: Pixels, other: Pixels): number {
  return Math.max(unlike(one, other), unlike(other, one));
}

function unlike(one: Pixels, other: Pixels): number {
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) return 1;
  const apart = (x: number, y: number, otherX: number, otherY: number): number => {
    const [a, b] = [(y * one.width + x) * 3, (otherY * other.width + otherX) * 3];
    let most = 0;
    for (let channel = 0; channel < 3; channel++)
      most = Math.max(most, Math.abs((one.colours[a + channel] ?? 0) - (other.colours[b + channel] ?? 0)));
    return most;
  };
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let least = 255;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) least = Math.min(least, apart(x, y, x + dx, y + dy));
      if (least > 40) count++;
    }
  }
  return count / (width * height);
}
