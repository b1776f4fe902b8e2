import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Face, loadFontSet } from '../../../../src/media/pages/fonts.ts';
import { standards } from '../../../../src/media/pages/metadata.ts';
import { type Picture, readPicture } from '../../../../src/media/pages/pictures.ts';
import { checkWithVeraPdf } from '../../../../src/tools/verapdf.ts';
import { differing, drawnByPoppler, drawnByResvg, pageOf } from '../../../support/drawn-picture.ts';
import { mustBeChecked } from '../../../support/must-be-checked.ts';
import { drawable, hopeless, notDrawable, odd } from './samples.ts';

const root = join(import.meta.dirname, '../../../..');
const images = join(root, 'sources/images');
const charts = Object.fromEntries(
  readdirSync(images).map((name): [string, string] => [name, readFileSync(join(images, name), 'utf8')]),
);
const width = 480;
const pixels = 480;
/** One place in 1,000: a missing line or a moved word is more, the edge of a gradient less. */
const mostDiffering = 0.001;

let faces: readonly Face[];
beforeAll(async () => {
  const fonts = await loadFontSet('Atkinson Hyperlegible Next');
  faces = [...fonts.regular, ...fonts.bold];
});

const read = (svg: string): Promise<Picture> =>
  readPicture(
    { src: 'x.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg) },
    'Im1',
    width,
    faces,
  );

describe('drawings on paper look as they do on a screen', () => {
  test.for(Object.entries({ ...drawable, ...charts }))('%s', async ([, svg], context) => {
    const picture = await read(svg);
    expect(picture.kind).toBe('vectors');
    const { drawn } = mustBeChecked(
      context,
      await drawnByPoppler(await pageOf(picture, width, faces), pixels),
    );
    const wanted = await drawnByResvg(svg, pixels, faces);
    expect(differing(drawn, wanted)).toBeLessThan(mostDiffering);
  });

  test('another colour, a missing line and a moved word are seen', async (context) => {
    const svg = charts['st-helens-eds2-grades.svg'] ?? '';
    const wanted = await drawnByResvg(svg, pixels, faces);
    const changes: readonly (readonly [string | RegExp, string])[] = [
      [/fill="#005EB8"/, 'fill="#003087"'],
      [/<line[^>]*>/, ''],
      [/<text x="24"/, '<text x="30"'],
    ];
    for (const [from, to] of changes) {
      const changed = svg.replace(from, to);
      expect(changed).not.toBe(svg);
      const page = await pageOf(await read(changed), width, faces);
      const { drawn } = mustBeChecked(context, await drawnByPoppler(page, pixels));
      expect(differing(drawn, wanted)).toBeGreaterThan(mostDiffering);
    }
  });
});

describe('what PDF cannot draw', () => {
  test.for(Object.entries(notDrawable))('%s is shown as pixels', async ([, svg]) => {
    expect((await read(svg)).kind).toBe('pixels');
  });

  test.for(Object.entries(hopeless))('%s is an error', async ([, svg]) => {
    await expect(read(svg)).rejects.toThrow();
  });

  test.for(Object.entries(odd))('%s is drawn', async ([, svg]) => {
    const pdf = await pageOf(await read(svg), width, faces);
    expect(pdf.length).toBeGreaterThan(1000);
  });
});

test.for(standards)(
  'veraPDF finds no failure in drawings in a file of %s',
  { timeout: 240_000 },
  async (standard, context) => {
    const folder = mkdtempSync(join(tmpdir(), 'allformats-drawings-'));
    try {
      const files: string[] = [];
      for (const svg of Object.values({ ...drawable, ...notDrawable, ...charts })) {
        const file = join(folder, `${files.length}.pdf`);
        writeFileSync(file, await pageOf(await read(svg), width, faces, standard));
        files.push(file);
      }
      const { findings } = mustBeChecked(context, await checkWithVeraPdf(files, root, '0'));
      expect(Object.fromEntries(findings)).toEqual(Object.fromEntries(files.map((file) => [file, []])));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
