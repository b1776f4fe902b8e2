import type { Canvas } from './canvas.ts';
import { isPdf2 } from './metadata.ts';
import { type Bookmark, type Target, writeOutline } from './outline.ts';
import type { PdfFile } from './pdf-file.ts';
import { spellDict, spellList, spellNumber, spellRef, spellText } from './pdf-syntax.ts';
import type { PdfRef } from './pdfkit-internals.ts';
import type { Picture } from './pictures.ts';
import type { StructElement, StructKid } from './structure.ts';
import type { SubsetEncoder } from './subset-encoder.ts';
import { embedVectors } from './vectors/embed-vectors.ts';
import { placeName, StructureWriter } from './write-structure.ts';

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

/** Turns painted pages into a file. Each page is written when it comes, unless something on it is still to be painted. */
export class Assembler {
  readonly #file: PdfFile;
  readonly #width: number;
  readonly #height: number;
  readonly #resources: PdfRef;
  readonly #structure: StructureWriter;
  /** Objects of the pages. */
  readonly #pages: number[] = [];
  readonly #open: { readonly page: number; readonly canvas: Canvas }[] = [];
  readonly #places = new Map<string, { readonly page: number; readonly top: number }>();
  readonly #pictures = new Map<string, PdfRef>();

  /** `width` and `height` of the paper in points. */
  constructor(file: PdfFile, width: number, height: number) {
    this.#file = file;
    this.#width = width;
    this.#height = height;
    this.#resources = file.ref();
    this.#structure = new StructureWriter(file);
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
    const page = this.#file.reserve();
    this.#pages.push(page);
    this.#structure.addPage(page);
    for (const { id, top } of canvas.places) this.#places.set(id, { page, top });
    if (canvas.isOpen) this.#open.push({ page, canvas });
    else this.#close(page, canvas);
  }

  /** Writes elements that are complete and painted. `targets`: the element of each place. */
  write(elements: readonly StructKid[], targets: ReadonlyMap<string, StructElement>): void {
    for (const element of elements) if ('type' in element) this.#structure.write(element, targets);
  }

  #close(page: number, canvas: Canvas): void {
    const content = this.#file.stream(Buffer.from(canvas.content(), 'latin1'));
    const body = spellDict({
      Type: '/Page',
      Parent: spellRef(this.#file.pages.id),
      MediaBox: spellList([0, 0, this.#width, this.#height]),
      Resources: spellRef(this.#resources.id),
      Contents: spellRef(content.id),
      Tabs: '/S',
      ...this.#structure.closePage(canvas),
    });
    this.#file.put(page, body);
  }

  finish({ structure, encoder, bookmarks, targets, forms }: Ending): Uint8Array {
    const file = this.#file;
    for (const { page, canvas } of this.#open) this.#close(page, canvas);
    file.pages.data.Kids = this.#pages.map((page) => file.refTo(page));
    file.pages.data.Count = this.#pages.length;
    file.root.data.StructTreeRoot = file.refTo(this.#structure.finish(structure, targets));
    file.root.data.MarkInfo = file.ref({ Marked: true });
    (file.root.data.Names as PdfRef).data.Dests = this.#writePlaces();
    writeOutline(file, bookmarks, (place) => this.#leadTo(place, targets.get(place)?.object));
    // Printed page numbers are the pages' own.
    file.root.data.PageLabels = { Nums: [0, { S: 'D' }] };
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

  /** PDF 2.0 tells the element beside the place on the page. */
  #leadTo(place: string, element: number | undefined): Target | undefined {
    const found = this.#places.get(place);
    if (found === undefined) return undefined;
    const to = destination(found.page, found.top);
    if (element === undefined || !isPdf2(this.#file.standard)) return { Dest: to };
    return { A: spellDict({ S: '/GoTo', D: to, SD: destination(element, found.top) }) };
  }

  #writePlaces(): PdfRef {
    const names = [...this.#places].map(([id, at]) => [placeName(id), at] as const);
    names.sort(([a], [b]) => (a < b ? -1 : 1));
    const listed = names.flatMap(([name, { page, top }]) => [spellText(name), destination(page, top)]);
    const tree = this.#file.reserve();
    this.#file.put(tree, spellDict({ Names: spellList(listed) }));
    return this.#file.refTo(tree);
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

/** The place `top` points above the lower edge of a page, by the number of the page's object or that of an element on it. */
function destination(object: number, top: number): string {
  return spellList([spellRef(object), '/XYZ', 0, spellNumber(top), 'null']);
}
