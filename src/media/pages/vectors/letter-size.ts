import type { Face } from '../fonts.ts';
import { type Matrix, matrixOf, multiply } from './matrix.ts';
import { type MicroElement, readMicroSvg } from './micro-svg.ts';
import { openSvg } from './open-svg.ts';
import { segmentsOf } from './outline.ts';
import { svgParts } from './svg-parts.ts';
import { viewMatrix } from './view-box.ts';

/**
 * Size of the smallest letters that a drawing shows, as a share of its width; undefined where it shows none.
 * Every text becomes the letter H, whose outline is then found in what is drawn: this measures classes, units, uses and
 * transforms as they are drawn.
 */
export async function smallestLetters(source: string, faces: readonly Face[]): Promise<number | undefined> {
  const [sample, opened] = await Promise.all([
    openSvg(sampleSource, faces),
    openSvg(withText(source, 'H'), faces),
  ]);
  const patterns = readMicroSvg(sample.toString())
    .children.flatMap(({ children }) => children)
    .map((path) => edgesOf(path).map((edge) => edge / sampleSize));
  const root = readMicroSvg(opened.toString());
  let least: number | undefined;
  const search = (element: MicroElement, outer: Matrix): void => {
    for (const child of element.children) {
      if (child.name === 'defs') continue;
      const matrix = multiply(matrixOf(child.attributes.get('transform')), outer);
      if (child.name === 'path') {
        const size = sizeOf(child, patterns);
        const [a, b, c, d] = matrix;
        if (size === undefined) continue;
        const real = size * Math.min(Math.hypot(a, b), Math.hypot(c, d));
        least = Math.min(least ?? real, real);
      } else search(child, matrix);
    }
  };
  const { attributes } = root;
  search(
    root,
    viewMatrix(attributes.get('viewBox'), attributes.get('preserveAspectRatio'), opened.width, opened.height),
  );
  return least === undefined ? undefined : least / opened.width;
}

const sampleSize = 100;
const sampleSource =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" font-size="${sampleSize}">` +
  '<text y="200">H</text><text y="200" font-weight="bold">H</text></svg>';

/** The drawing with all of its texts replaced by a word. */
function withText(source: string, word: string): string {
  let out = '';
  let from = 0;
  const open: string[] = [];
  for (const part of svgParts(source)) {
    if (part.kind === 'open') {
      if (!part.isEmpty) open.push(part.name.replace(/^.*:/, ''));
    } else if (part.kind === 'close') open.pop();
    else if (open.includes('text') && !open.includes('title') && part.text.trim() !== '') {
      out += source.slice(from, part.start) + word;
      from = part.end;
    }
  }
  return out + source.slice(from);
}

/** Lengths of the first closed line's edges. They stay the same when it is turned. */
function edgesOf({ attributes }: MicroElement): readonly number[] {
  const edges: number[] = [];
  let at: readonly [number, number] | undefined;
  for (const segment of segmentsOf(attributes.get('d') ?? '')) {
    if (segment.kind === 'C') return [];
    if (segment.kind === 'Z') return edges;
    if (at) edges.push(Math.hypot(segment.points[0] - at[0], segment.points[1] - at[1]));
    at = segment.points;
  }
  return [];
}

function sizeOf(path: MicroElement, patterns: readonly (readonly number[])[]): number | undefined {
  const edges = edgesOf(path);
  for (const pattern of patterns) {
    if (pattern.length === 0 || pattern.length !== edges.length) continue;
    const size = (edges[0] ?? 0) / (pattern[0] ?? 1);
    if (size > 0 && edges.every((edge, index) => Math.abs(edge - (pattern[index] ?? 0) * size) < size * 0.01))
      return size;
  }
  return undefined;
}
