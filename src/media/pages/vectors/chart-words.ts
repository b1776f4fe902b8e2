import type { Matrix } from './matrix.ts';
import { attributesOf, decoded, svgParts } from './svg-parts.ts';

/** One line of words of a chart, in units of the drawing. */
export interface ChartWords {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly anchor: Anchor;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

export type Anchor = 'start' | 'middle' | 'end';

type Look = Omit<ChartWords, 'text' | 'x' | 'baseline'>;

const shapes: ReadonlySet<string> = new Set([
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'path',
]);
const told: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);
/** What may stand on words and on the groups around them: it is understood here, or changes nothing. */
const understood =
  /^(?:id|class|role|lang|xml:lang|x|y|width|height|viewBox|version|xmlns(?::\w+)?|aria-[\w-]+|font-(?:size|weight|family)|fill|text-anchor)$/;

/**
 * The words of a plain chart: lines with a place, a size, a weight and a colour of their own, in groups that change nothing else.
 * Undefined where there is more than that, such as style sheets, spans, turned or reused words: then nobody here knows where
 * they stand. `view` leads from the source's units to those of the drawing.
 */
export function readChartWords(source: string, view: Matrix): readonly ChartWords[] | undefined {
  const [scale, b, c, other, dx, dy] = view;
  if (b !== 0 || c !== 0 || Math.abs(scale - other) > 1e-9) return undefined;
  const out: ChartWords[] = [];
  const open: { readonly name: string; readonly look: Look | undefined }[] = [];
  const start: Look = { anchor: 'start', size: 16, bold: false, colour: '#000000' };
  let place: readonly [number, number] | undefined;
  for (const part of svgParts(source)) {
    const around = open.at(-1);
    if (part.kind === 'close') {
      if (open.pop()?.name === 'text') place = undefined;
    } else if (part.kind === 'text') {
      if (around?.name !== 'text' || part.text.trim() === '') continue;
      const { look } = around;
      if (look === undefined || place === undefined) return undefined;
      const text = decoded(part.text).replace(/\s+/g, ' ').trim();
      const [x, y] = place;
      out.push({ ...look, text, x: x * scale + dx, baseline: y * scale + dy, size: look.size * scale });
      place = undefined;
    } else {
      const { name } = part;
      const isInside = open.some((one) => one.name === 'text' || told.has(one.name));
      if (isInside && !told.has(name)) return undefined;
      if (!['svg', 'g', 'text'].includes(name) && !shapes.has(name) && !told.has(name)) return undefined;
      if (name === 'svg' && open.length > 0) return undefined;
      const attributes = attributesOf(part.attributes);
      const look =
        shapes.has(name) || told.has(name) ? around?.look : lookOf(attributes, around ? around.look : start);
      if (name === 'text') place = placeOf(attributes);
      if (!part.isEmpty) open.push({ name, look });
    }
  }
  return out;
}

function placeOf(attributes: ReadonlyMap<string, string>): readonly [number, number] | undefined {
  const x = numberOf(attributes.get('x') ?? '0');
  const y = numberOf(attributes.get('y') ?? '0');
  return x === undefined || y === undefined ? undefined : [x, y];
}

function lookOf(attributes: ReadonlyMap<string, string>, outer: Look | undefined): Look | undefined {
  if (outer === undefined) return undefined;
  for (const name of attributes.keys()) if (!understood.test(name)) return undefined;
  const size = attributes.has('font-size') ? numberOf(attributes.get('font-size') ?? '') : outer.size;
  const weight = attributes.get('font-weight');
  const bold = weight === undefined ? outer.bold : weights[weight];
  const colour = attributes.has('fill') ? colourOf(attributes.get('fill') ?? '') : outer.colour;
  const anchor = attributes.get('text-anchor') ?? outer.anchor;
  if (size === undefined || !(size > 0) || bold === undefined || colour === undefined) return undefined;
  if (anchor !== 'start' && anchor !== 'middle' && anchor !== 'end') return undefined;
  return { size, bold, colour, anchor };
}

const weights: Readonly<Record<string, boolean>> = {
  normal: false,
  '400': false,
  bold: true,
  '700': true,
};

function numberOf(text: string): number | undefined {
  return /^\s*-?(?:\d+\.?\d*|\.\d+)(?:px)?\s*$/.test(text) ? Number.parseFloat(text) : undefined;
}

function colourOf(text: string): string | undefined {
  const colour = text.trim().toLowerCase();
  if (/^#[\da-f]{6}$/.test(colour)) return colour;
  if (/^#[\da-f]{3}$/.test(colour)) return colour.replace(/[\da-f]/g, '$&$&');
  return colour === 'black' ? '#000000' : colour === 'white' ? '#ffffff' : undefined;
}
