import type { Asset, Figure } from '../../document/tree.ts';
import type { FontSet } from '../pages/fonts.ts';
import { breakLines } from '../pages/lines.ts';
import { type Picture, readPicture } from '../pages/pictures.ts';
import { layoutArtifact } from '../pages/structure.ts';
import { smallestLetters } from '../pages/vectors/letter-size.ts';
import { type ChartRoom, readChart, resetChart } from '../pages/vectors/reset-chart.ts';
import type { Chart } from '../pages/vectors/trim-chart.ts';
import { contrast, leastContrast } from './contrast.ts';
import type { PageDesign } from './page-design.ts';
import type { PictureShelf } from './picture-shelf.ts';

/** A figure's file as it can be shown: a chart whose words are set anew, or a picture as it is. */
export type FigureSource =
  | { readonly kind: 'chart'; readonly chart: Chart }
  | {
      readonly kind: 'picture';
      readonly picture: Picture;
      /** The smallest letters as a share of the picture's width; undefined where there are none, or none that can be measured. */
      readonly letters: number | undefined;
    };

/** Paper of another colour shows a picture on a white ground, with so much around it, in multiples of the size. */
const ground = 0.5;

/** White around a picture, in points. */
export function groundOf({ colours, size }: PageDesign): number {
  return colours.background.toLowerCase() === '#ffffff' ? 0 : size * ground;
}

/** The room for a chart in a column `width` points wide: a page without its caption. */
export function roomOf(design: PageDesign, fonts: FontSet, width: number): ChartRoom {
  const { spacing } = design;
  return {
    width,
    height: design.textHeight - design.line * 4,
    paper: design.colours,
    size: design.size,
    leading: Math.min(design.leading, 1.25),
    contrast,
    leastContrast,
    measure: (text, bold) => {
      const run = { text, bold, colour: '#000000', leaf: layoutArtifact };
      const options = { width: 1e6, characters: 1e6, size: 1000, fonts, spacing, report: () => {} };
      return (breakLines([run], options)[0]?.width ?? 0) / 1000;
    },
  };
}

/** Reads the files of figures. One that cannot be read is missing in what comes back. */
export async function readFigures(
  figures: readonly Figure[],
  assets: ReadonlyMap<string, Asset>,
  design: PageDesign,
  fonts: FontSet,
  shelf: PictureShelf,
): Promise<ReadonlyMap<string, FigureSource>> {
  const out = new Map<string, FigureSource>();
  for (const { src } of figures) {
    const asset = assets.get(src);
    if (asset === undefined || out.has(src)) continue;
    try {
      const source = await readFigure(asset, `Im${out.size + 1}`, design, fonts);
      const isShown =
        source.kind === 'picture' && source.picture.kind === 'pixels' && isLarge(source, design);
      out.set(src, isShown ? { ...source, picture: shelf.put(source.picture) } : source);
    } catch {
      // The layout reports the picture at the place where it is missing.
    }
  }
  return out;
}

/** Whether the letters are large enough at the full width of the page, at least. */
function isLarge(
  { letters }: { readonly letters: number | undefined },
  { measure, size }: PageDesign,
): boolean {
  return letters === undefined || letters * measure >= size;
}

async function readFigure(
  asset: Asset,
  name: string,
  design: PageDesign,
  fonts: FontSet,
): Promise<FigureSource> {
  const faces = [...fonts.regular, ...fonts.bold];
  const isDrawing = asset.mediaType === 'image/svg+xml';
  const source = isDrawing ? new TextDecoder().decode(asset.bytes) : '';
  if (isDrawing) {
    const chart = await readChart(source);
    if (chart && resetChart(chart, roomOf(design, fonts, design.measure))) return { kind: 'chart', chart };
  }
  const picture = await readPicture(asset, name, design.measure, faces);
  return { kind: 'picture', picture, letters: isDrawing ? await smallestLetters(source, faces) : undefined };
}
