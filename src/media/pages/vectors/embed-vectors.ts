import type { PdfFile } from '../pdf-file.ts';
import type { PdfRef, PdfValue } from '../pdfkit-internals.ts';
import type { VectorPicture } from './read-vectors.ts';

/** Writes a drawing as a form that fills the unit square, so that it is placed as an image is. */
export function embedVectors(file: PdfFile, { drawing }: VectorPicture): PdfRef {
  const { content, groups, shadings, states } = drawing;
  const resources = file.ref();
  const form = (text: string, box: readonly number[], isGroup: boolean): PdfRef =>
    file.stream(Buffer.from(text, 'latin1'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: box,
      Resources: resources,
      ...(isGroup && { Group: { S: 'Transparency', CS: 'DeviceRGB', I: true } }),
    });
  const inner = [...groups].map(([name, group]): [string, PdfRef] => [
    name,
    form(group.content, group.box, true),
  ]);
  const listed = (entries: Iterable<readonly [string, PdfValue]>): PdfValue => Object.fromEntries(entries);
  Object.assign(resources.data, {
    ...(inner.length > 0 && { XObject: listed(inner) }),
    ...(shadings.size > 0 && { Shading: listed(shadings) }),
    ...(states.size > 0 && { ExtGState: listed(states) }),
  });
  resources.end();
  return form(content, [0, 0, 1, 1], false);
}
