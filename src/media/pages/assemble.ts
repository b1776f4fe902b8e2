import type { Canvas } from './canvas.ts';
import type { PdfFile } from './pdf-file.ts';
import { type OutlineItem, type PdfRef, type PdfValue, pdfText } from './pdfkit-internals.ts';
import type { Picture } from './pictures.ts';
import type { StructElement } from './structure.ts';
import type { SubsetEncoder } from './subset-encoder.ts';
import { placeName, writeStructure } from './write-structure.ts';

export interface Bookmark {
  readonly title: string;
  /** 1 is outermost. */
  readonly depth: number;
  readonly place: string;
}

export interface Assembly {
  readonly width: number;
  readonly height: number;
  readonly canvases: readonly Canvas[];
  readonly structure: StructElement;
  readonly encoder: SubsetEncoder;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly bookmarks: readonly Bookmark[];
  /** The element of each place. */
  readonly targets: ReadonlyMap<string, StructElement>;
}

/** Turns painted pages into the finished file. */
export function assemble(file: PdfFile, assembly: Assembly): Uint8Array {
  const { canvases, width, height } = assembly;
  const resources = file.ref();
  const pages = canvases.map((canvas) => {
    const content = file.stream(Buffer.from(canvas.content(), 'latin1'));
    const ref = file.ref({
      Type: 'Page',
      Parent: file.pages,
      MediaBox: [0, 0, width, height],
      Resources: resources,
      Contents: content,
      Tabs: 'S',
    });
    return { ref, marked: canvas.marked };
  });
  file.pages.data.Kids = pages.map((page) => page.ref);
  file.pages.data.Count = pages.length;
  const elements = writeStructure(file, assembly.structure, pages, assembly.targets);
  const places = writePlaces(file, canvases, pages);
  writeOutline(file.outline, assembly.bookmarks, (place) => {
    const destination = places.get(place);
    const element = elements.get(place);
    if (destination === undefined) return undefined;
    if (element === undefined || file.standard === 'ua1+a2a') return { Dest: destination };
    return { A: { S: 'GoTo', D: destination, SD: [element, ...destination.slice(1)] } };
  });
  // Printed page numbers are the pages' own.
  file.root.data.PageLabels = { Nums: [0, { S: 'D' }] };
  for (const { ref } of pages) ref.end();
  const xObjects = [...assembly.pictures.values()].map((picture): [string, PdfRef] => [
    picture.name,
    embed(file, picture),
  ]);
  Object.assign(resources.data, {
    Font: Object.fromEntries(assembly.encoder.fonts.map(({ name, font }) => [name, font.ref()])),
    ...(xObjects.length > 0 && { XObject: Object.fromEntries(xObjects) }),
  });
  resources.end();
  return file.finish();
}

function embed(file: PdfFile, picture: Picture): PdfRef {
  return file.stream(picture.bytes, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.pixelWidth,
    Height: picture.pixelHeight,
    ColorSpace: picture.isGrey ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
    ...(picture.isJpeg && { Filter: 'DCTDecode' }),
  });
}

type Destination = readonly [PdfRef, 'XYZ', number, number, null];

function writePlaces(
  file: PdfFile,
  canvases: readonly Canvas[],
  pages: readonly { readonly ref: PdfRef }[],
): ReadonlyMap<string, Destination> {
  const places = new Map<string, Destination>();
  canvases.forEach((canvas, index) => {
    for (const { id, top } of canvas.places) {
      places.set(id, [pages[index]?.ref as PdfRef, 'XYZ', 0, top, null]);
    }
  });
  const names = [...places].map(([id, destination]): [string, Destination] => [placeName(id), destination]);
  names.sort(([a], [b]) => (a < b ? -1 : 1));
  const dests = file.ref({
    Names: names.flatMap(([name, destination]): PdfValue[] => [pdfText(name), destination]),
  });
  dests.end();
  (file.root.data.Names as PdfRef).data.Dests = dests;
  return places;
}

function writeOutline(
  root: OutlineItem,
  bookmarks: readonly Bookmark[],
  leadTo: (place: string) => { readonly [key: string]: PdfValue } | undefined,
): void {
  const open: { readonly depth: number; readonly item: OutlineItem }[] = [{ depth: 0, item: root }];
  for (const { title, depth, place } of bookmarks) {
    const target = leadTo(place);
    if (target === undefined || title === '') continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    // Titles of parts are open, what is inside them is not: a long list is hard to find one's way in.
    const item = (open.at(-1)?.item ?? root).addItem(title, { expanded: depth === 1, pageNumber: 0 });
    Object.assign(item.outlineData, target);
    open.push({ depth, item });
  }
}
