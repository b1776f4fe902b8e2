import type { Canvas } from './canvas.ts';
import { isPdf2 } from './metadata.ts';
import type { PdfFile } from './pdf-file.ts';
import { type OutlineItem, type PdfRef, type PdfValue, pdfText } from './pdfkit-internals.ts';
import type { Picture } from './pictures.ts';
import type { StructElement } from './structure.ts';
import type { SubsetEncoder } from './subset-encoder.ts';
import { embedVectors } from './vectors/embed-vectors.ts';
import { placeName, writeStructure } from './write-structure.ts';

export interface Bookmark {
  readonly title: string;
  /** 1 is outermost. */
  readonly depth: number;
  readonly place: string;
}

/** What is known when the last page is painted. */
export interface Ending {
  readonly structure: StructElement;
  readonly encoder: SubsetEncoder;
  readonly bookmarks: readonly Bookmark[];
  /** The element of each place. */
  readonly targets: ReadonlyMap<string, StructElement>;
  /** What many pages show, by its name; painted with artifacts only. */
  readonly forms: ReadonlyMap<string, Canvas>;
}

interface Page {
  readonly ref: PdfRef;
  readonly marked: readonly StructElement[];
}

/** Turns painted pages into a file. Each page is written when it comes, unless something on it is still to be painted. */
export class Assembler {
  readonly #file: PdfFile;
  readonly #width: number;
  readonly #height: number;
  readonly #resources: PdfRef;
  readonly #pages: Page[] = [];
  readonly #open: (() => void)[] = [];
  readonly #places = new Map<string, Destination>();
  readonly #pictures = new Map<string, PdfRef>();

  /** `width` and `height` of the paper in points. */
  constructor(file: PdfFile, width: number, height: number) {
    this.#file = file;
    this.#width = width;
    this.#height = height;
    this.#resources = file.ref();
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  /** How many pages are held in memory. */
  get openPages(): number {
    return this.#open.length;
  }

  /** Writes a picture, which pages may show by its name. Its bytes can then be forgotten. */
  addPicture(picture: Picture): void {
    this.#pictures.set(picture.name, embed(this.#file, picture));
  }

  add(canvas: Canvas): void {
    const ref = this.#file.ref({
      Type: 'Page',
      Parent: this.#file.pages,
      MediaBox: [0, 0, this.#width, this.#height],
      Resources: this.#resources,
      Tabs: 'S',
    });
    const write = (): void => {
      ref.data.Contents = this.#file.stream(Buffer.from(canvas.content(), 'latin1'));
    };
    this.#pages.push({ ref, marked: canvas.marked });
    for (const { id, top } of canvas.places) this.#places.set(id, [ref, 'XYZ', 0, top, null]);
    if (canvas.isOpen) this.#open.push(write);
    else write();
  }

  finish(ending: Ending): Uint8Array {
    const file = this.#file;
    for (const write of this.#open) write();
    const { forms, encoder } = ending;
    file.pages.data.Kids = this.#pages.map((page) => page.ref);
    file.pages.data.Count = this.#pages.length;
    const elements = writeStructure(file, ending.structure, this.#pages, ending.targets);
    writePlaces(file, this.#places);
    writeOutline(file.outline, ending.bookmarks, (place) => {
      const destination = this.#places.get(place);
      const element = elements.get(place);
      if (destination === undefined) return undefined;
      if (element === undefined || !isPdf2(file.standard)) return { Dest: destination };
      return { A: { S: 'GoTo', D: destination, SD: [element, ...destination.slice(1)] } };
    });
    // Printed page numbers are the pages' own.
    file.root.data.PageLabels = { Nums: [0, { S: 'D' }] };
    for (const { ref } of this.#pages) ref.end();
    const fonts = Object.fromEntries(encoder.fonts.map(({ name, font }) => [name, font.ref()]));
    const xObjects: (readonly [string, PdfRef])[] = [...this.#pictures];
    for (const [name, canvas] of forms) xObjects.push([name, this.#form(canvas, fonts)]);
    Object.assign(this.#resources.data, {
      Font: fonts,
      ...(xObjects.length > 0 && { XObject: Object.fromEntries(xObjects) }),
    });
    this.#resources.end();
    return file.finish();
  }

  #form(canvas: Canvas, fonts: { readonly [name: string]: PdfRef }): PdfRef {
    return this.#file.stream(Buffer.from(canvas.content(), 'latin1'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-this.#width, -this.#height, this.#width, this.#height],
      Resources: { Font: fonts },
    });
  }
}

function embed(file: PdfFile, picture: Picture): PdfRef {
  if (picture.kind === 'vectors') return embedVectors(file, picture);
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

function writePlaces(file: PdfFile, places: ReadonlyMap<string, Destination>): void {
  const names = [...places].map(([id, destination]): [string, Destination] => [placeName(id), destination]);
  names.sort(([a], [b]) => (a < b ? -1 : 1));
  const dests = file.ref({
    Names: names.flatMap(([name, destination]): PdfValue[] => [pdfText(name), destination]),
  });
  dests.end();
  (file.root.data.Names as PdfRef).data.Dests = dests;
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
