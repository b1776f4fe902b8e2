import type { PdfValue } from '../pdfkit-internals.ts';
import { gradientOf, sharesOf } from './gradient.ts';
import {
  identity,
  inverse,
  type Matrix,
  matrixOf,
  matrixText,
  multiply,
  plainNumber,
  scaleOf,
} from './matrix.ts';
import type { MicroElement } from './micro-svg.ts';
import { boxOf, pathText, type Segment, segmentsOf } from './outline.ts';
import { viewMatrix } from './view-box.ts';

/** A drawing as operators of a form that fills the unit square. */
export interface VectorDrawing {
  readonly content: string;
  /** Groups that are mixed with what is behind them as one. */
  readonly groups: ReadonlyMap<string, VectorGroup>;
  readonly shadings: ReadonlyMap<string, PdfValue>;
  readonly states: ReadonlyMap<string, PdfValue>;
}

export interface VectorGroup {
  readonly content: string;
  /** Left, bottom, right and top in the space where the group is drawn. */
  readonly box: readonly [number, number, number, number];
}

/** What PDF cannot draw as SVG means it: the drawing is shown as pixels. */
export class NotDrawable extends Error {}

const deepest = 100;
const caps: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const joins: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };
const definitions: ReadonlySet<string> = new Set(['linearGradient', 'radialGradient', 'clipPath']);

/**
 * Draws resvg's plain SVG on a ground of a colour, `#rrggbb`. `scale`: points for each unit of the drawing.
 * @throws {NotDrawable} for masks, filters, patterns, pictures and whatever else PDF has no exact counterpart for.
 */
export function drawVectors(
  root: MicroElement,
  width: number,
  height: number,
  scale: number,
  ground = '#ffffff',
): VectorDrawing {
  return new Painter(root, width, height, scale).draw(root, ground);
}

class Painter {
  readonly #definitions = new Map<string, MicroElement>();
  readonly #groups = new Map<string, VectorGroup>();
  readonly #shadings = new Map<string, PdfValue>();
  readonly #states = new Map<string, PdfValue>();
  readonly #scale: number;
  readonly #width: number;
  readonly #height: number;
  #out: string[] = [];

  constructor(root: MicroElement, width: number, height: number, scale: number) {
    this.#width = width;
    this.#height = height;
    this.#scale = scale;
    for (const { name, children } of root.children)
      if (name === 'defs')
        for (const definition of children)
          this.#definitions.set(definition.attributes.get('id') ?? '', definition);
  }

  draw(root: MicroElement, ground: string): VectorDrawing {
    const [width, height] = [this.#width, this.#height];
    const { attributes } = root;
    const view = viewMatrix(attributes.get('viewBox'), attributes.get('preserveAspectRatio'), width, height);
    const matrix = multiply(view, [1 / width, 0, 0, -1 / height, 0, 1]);
    this.#out.push(`q\n${sharesOf(ground).join(' ')} rg\n0 0 1 1 re\nf\n${matrixText(matrix)} cm`);
    this.#children(root, view, 0);
    this.#out.push('Q');
    return {
      content: this.#out.join('\n'),
      groups: this.#groups,
      shadings: this.#shadings,
      states: this.#states,
    };
  }

  #children({ children }: MicroElement, matrix: Matrix, depth: number): void {
    if (depth > deepest) throw new NotDrawable('The drawing is nested too deeply.');
    for (const child of children) {
      if (child.name === 'g') this.#group(child, matrix, depth);
      else if (child.name === 'path') this.#path(child, matrix);
      else if (child.name !== 'defs') throw new NotDrawable(child.name);
    }
  }

  #group(group: MicroElement, outer: Matrix, depth: number): void {
    const { attributes } = group;
    if (attributes.has('mask') || attributes.has('filter') || attributes.has('style'))
      throw new NotDrawable('mask, filter or blending');
    const own = matrixOf(attributes.get('transform'));
    const matrix = multiply(own, outer);
    const clip = attributes.get('clip-path');
    const opacity = Number(attributes.get('opacity') ?? 1);
    const isPlain = own === identity && clip === undefined && opacity === 1;
    if (isPlain) {
      this.#children(group, matrix, depth + 1);
      return;
    }
    this.#out.push('q');
    if (own !== identity) this.#out.push(`${matrixText(own)} cm`);
    if (clip !== undefined) this.#clip(this.#definition(clip), matrix, 0);
    if (opacity === 1) this.#children(group, matrix, depth + 1);
    else {
      const before = this.#out;
      this.#out = [];
      this.#children(group, matrix, depth + 1);
      const name = `G${this.#groups.size + 1}`;
      this.#groups.set(name, { content: this.#out.join('\n'), box: this.#viewIn(matrix) });
      this.#out = before;
      this.#out.push(`/${this.#state(opacity, opacity)} gs`, `/${name} Do`);
    }
    this.#out.push('Q');
  }

  #path({ attributes }: MicroElement, matrix: Matrix): void {
    if ((attributes.get('visibility') ?? 'visible') !== 'visible') return;
    const own = matrixOf(attributes.get('transform'));
    const segments = segmentsOf(attributes.get('d') ?? '', own);
    const decimals = this.#decimals(matrix);
    const path = pathText(segments, decimals);
    const fill = attributes.get('fill') ?? '#000000';
    const stroke = attributes.get('stroke') ?? 'none';
    if (stroke !== 'none' && own !== identity) throw new NotDrawable('a line in a space of its own');
    const paints = [
      () => this.#fill(fill, attributes, path, segments),
      () => this.#stroke(stroke, attributes, path, decimals),
    ];
    if ((attributes.get('paint-order') ?? '').trim().startsWith('stroke')) paints.reverse();
    for (const paint of paints) paint();
  }

  #fill(
    fill: string,
    attributes: ReadonlyMap<string, string>,
    path: string,
    segments: readonly Segment[],
  ): void {
    if (fill === 'none') return;
    const isOdd = attributes.get('fill-rule') === 'evenodd';
    const opacity = Number(attributes.get('fill-opacity') ?? 1);
    if (fill.startsWith('#')) {
      const [before, after] = this.#veil(opacity);
      this.#out.push(`${before}${sharesOf(fill).join(' ')} rg\n${path}${isOdd ? 'f*' : 'f'}${after}`);
      return;
    }
    const box = boxOf(segments);
    const gradient = box && gradientOf(this.#definition(fill), box);
    if (gradient === undefined) throw new NotDrawable(fill);
    const name = `S${this.#shadings.size + 1}`;
    this.#shadings.set(name, gradient.shading);
    const state = opacity < 1 ? `/${this.#state(opacity, opacity)} gs\n` : '';
    const clip = `${path}${isOdd ? 'W*' : 'W'} n`;
    this.#out.push(`q\n${state}${clip}\n${matrixText(gradient.matrix)} cm\n/${name} sh\nQ`);
  }

  #stroke(stroke: string, attributes: ReadonlyMap<string, string>, path: string, decimals: number): void {
    if (stroke === 'none') return;
    if (!stroke.startsWith('#')) throw new NotDrawable(stroke);
    const cap = caps[attributes.get('stroke-linecap') ?? 'butt'];
    const join = joins[attributes.get('stroke-linejoin') ?? 'miter'];
    if (cap === undefined || join === undefined) throw new NotDrawable('an ending of lines');
    const number = (name: string, otherwise: number): string =>
      plainNumber(Number(attributes.get(name) ?? otherwise), decimals + 1);
    const [before, after] = this.#veil(Number(attributes.get('stroke-opacity') ?? 1));
    const dashes = attributes.get('stroke-dasharray')?.trim().split(/\s+/).map(Number) ?? [];
    const dash = `[${dashes.map((value) => plainNumber(value, decimals + 1)).join(' ')}] ${number('stroke-dashoffset', 0)} d`;
    const look = `${number('stroke-width', 1)} w ${cap} J ${join} j ${number('stroke-miterlimit', 4)} M ${dash}`;
    this.#out.push(`${before}${sharesOf(stroke).join(' ')} RG ${look}\n${path}S${after}`);
  }

  /** Narrows what is painted from here on to the path's inside. */
  #clip(clip: MicroElement, matrix: Matrix, depth: number): void {
    const { attributes, children } = clip;
    if (attributes.get('clipPathUnits') === 'objectBoundingBox' || depth > deepest)
      throw new NotDrawable('clip path');
    const outer = attributes.get('clip-path');
    if (outer !== undefined) this.#clip(this.#definition(outer), matrix, depth + 1);
    const own = matrixOf(attributes.get('transform'));
    const [path, ...others] = children;
    if (others.length > 0 || (path && (path.name !== 'path' || path.attributes.has('clip-path'))))
      throw new NotDrawable('clip path of several parts');
    const data = path?.attributes.get('d');
    if (path === undefined || data === undefined) {
      this.#out.push('0 0 0 0 re\nW n');
      return;
    }
    const inner = multiply(matrixOf(path.attributes.get('transform')), own);
    const rule = path.attributes.get('clip-rule') === 'evenodd' ? 'W*' : 'W';
    this.#out.push(`${pathText(segmentsOf(data, inner), this.#decimals(matrix))}${rule} n`);
  }

  #definition(reference: string): MicroElement {
    const id = /^url\(#(.*)\)$/.exec(reference)?.[1];
    const found = id === undefined ? undefined : this.#definitions.get(id);
    if (found === undefined || !definitions.has(found.name)) throw new NotDrawable(reference);
    return found;
  }

  /** What to write before and after a thing that can be seen through. */
  #veil(opacity: number): readonly [string, string] {
    return opacity < 1 ? [`q\n/${this.#state(opacity, opacity)} gs\n`, '\nQ'] : ['', ''];
  }

  #state(fill: number, stroke: number): string {
    const name = `E${plainNumber(fill * 1000, 0)}`;
    this.#states.set(name, { Type: 'ExtGState', ca: fill, CA: stroke });
    return name;
  }

  /** The edges of the whole drawing, in the space that `matrix` leads out of. */
  #viewIn(matrix: Matrix): VectorGroup['box'] {
    const back = inverse(matrix);
    if (back === undefined) return [0, 0, 0, 0];
    const [a, b, c, d, e, f] = back;
    const [width, height] = [this.#width, this.#height];
    const xs = [e, a * width + e, c * height + e, a * width + c * height + e];
    const ys = [f, b * width + f, d * height + f, b * width + d * height + f];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }

  /** Digits that are finer than a hundredth of a point on paper. */
  #decimals(matrix: Matrix): number {
    const digits = Math.ceil(Math.log10(Math.max(1e-6, 100 * this.#scale * scaleOf(matrix))));
    return Math.min(7, Math.max(0, digits));
  }
}
