import type { InlineImage } from '../../document/tree.ts';
import { type DocxContext, nextCount, type PreparedPicture } from './context.ts';
import { clean, el, type Xml } from './xml.ts';

/** English Metric Units in a twentieth of a point and in a CSS pixel. */
const perTwip = 635;
const perPixel = 9525;

/** A picture in the line of text, no wider and no higher than it may be (twentieths of a point). */
export function drawing(
  picture: PreparedPicture,
  { alt, isDecorative = false, width, height }: DrawingOptions,
  context: DocxContext,
): Xml {
  const natural = { width: picture.width * perPixel, height: picture.height * perPixel };
  const scale = Math.min((width * perTwip) / natural.width, (height * perTwip) / natural.height);
  const extent = { cx: Math.round(natural.width * scale), cy: Math.round(natural.height * scale) };
  const id = nextCount(context);
  const name = `Picture ${id}`;
  const svg = picture.svgId === undefined ? [] : [el('asvg:svgBlip', { 'r:embed': picture.svgId })];
  const extension = (uri: string, content: readonly Xml[]): Xml[] =>
    content.length === 0 ? [] : [el('a:extLst', {}, [el('a:ext', { uri }, content)])];
  const properties = el(
    'wp:docPr',
    { id, name, descr: clean(alt) },
    isDecorative
      ? extension('{C183D7F6-B498-43B3-948B-1728B52AA6E4}', [el('adec:decorative', { val: 1 })])
      : [],
  );
  return el('w:r', {}, [
    el('w:drawing', {}, [
      el('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
        el('wp:extent', extent),
        properties,
        el('wp:cNvGraphicFramePr', {}, [el('a:graphicFrameLocks', { noChangeAspect: 1 })]),
        el('a:graphic', {}, [
          el('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, [
            el('pic:pic', {}, [
              el('pic:nvPicPr', {}, [el('pic:cNvPr', { id, name, descr: clean(alt) }), el('pic:cNvPicPr')]),
              el('pic:blipFill', {}, [
                el(
                  'a:blip',
                  { 'r:embed': picture.id },
                  extension('{96DAC541-7B7A-43D3-8B79-37D633B846F1}', svg),
                ),
                el('a:stretch', {}, [el('a:fillRect')]),
              ]),
              el('pic:spPr', {}, [
                el('a:xfrm', {}, [el('a:off', { x: 0, y: 0 }), el('a:ext', extent)]),
                el('a:prstGeom', { prst: 'rect' }, [el('a:avLst')]),
              ]),
            ]),
          ]),
        ]),
      ]),
    ]),
  ]);
}

export interface DrawingOptions {
  readonly alt: string;
  readonly isDecorative?: boolean;
  readonly width: number;
  readonly height: number;
}

/** A picture inside a sentence, two lines high at most. Undefined where the file cannot be shown. */
export function inlinePicture(node: InlineImage, context: DocxContext): Xml | undefined {
  const picture = context.pictures.get(node.src);
  if (picture === undefined) return undefined;
  const height = context.options.size * 20 * 2;
  return drawing(picture, { alt: node.alt, width: context.page.measure, height }, context);
}
