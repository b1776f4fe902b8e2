import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js';
import type { Face } from '../fonts.ts';
import { svgWeight } from './svg-weight.ts';

/** A drawing of more elements is none that can be seen, and would take minutes. */
const mostElements = 100_000;
const family = 'Atkinson Hyperlegible Next';

/**
 * Opens a drawing with the fonts of the document, and no others: pictures are the same on every machine.
 * @throws where it is no SVG, has no area, or would take too long.
 */
export async function openSvg(
  source: string,
  faces: readonly Face[],
  options: ResvgRenderOptions = {},
): Promise<Resvg> {
  // A drawing inside the drawing could name files that nobody has looked at.
  if (/data:image\/svg/i.test(source)) throw new Error('The drawing has another drawing inside.');
  if (svgWeight(source, mostElements) >= mostElements) throw new Error('The drawing has too many parts.');
  const { Resvg } = await import('@resvg/resvg-js');
  const resvg = new Resvg(source, {
    ...options,
    font: {
      loadSystemFonts: false,
      fontFiles: faces.flatMap(({ path }) => path ?? []),
      defaultFontFamily: family,
      serifFamily: family,
      sansSerifFamily: family,
      cursiveFamily: family,
      fantasyFamily: family,
      monospaceFamily: family,
    },
  });
  if (!(resvg.width > 0 && resvg.height > 0)) throw new Error('The picture has no area.');
  return resvg;
}
