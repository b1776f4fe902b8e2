import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { zlibSync } from 'fflate';
import type { Face } from './fonts.ts';
import { type FileInfo, isPdf2, producer, type Standard, xmpPacket } from './metadata.ts';
import {
  type EmbeddedFont,
  loadPdfkit,
  type PdfkitDocument,
  type PdfRef,
  type PdfValue,
  pdfText,
} from './pdfkit-internals.ts';

/** Pictures are most of the bytes: a higher level takes much time and saves little (measured). */
const pictureLevel = 2;
/** How many objects share an object stream. */
const objectsPerStream = 200;

/** A file inside the file. */
export interface AttachedSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Such as `text/markdown`. */
  readonly mediaType: string;
}

/**
 * A PDF file under construction. pdfkit numbers and writes the objects and subsets the fonts; this class packs
 * objects into streams, and deflates with fflate, whose bytes do not change with the version of Node.
 */
export class PdfFile {
  readonly root: PdfRef;
  readonly pages: PdfRef;
  readonly standard: Standard;
  readonly #document: PdfkitDocument;
  readonly #date: Date;
  readonly #chunks: Uint8Array[] = [];
  readonly #packed: { readonly id: number; readonly body: string }[] = [];
  readonly #placed = new Map<number, { readonly stream: number; readonly index: number }>();
  #captured: string[] | undefined;

  static async create(info: FileInfo, firstFace: Face): Promise<PdfFile> {
    const [Pdfkit, colours] = await Promise.all([loadPdfkit(), readColourProfile()]);
    const document = new Pdfkit({
      pdfVersion: '1.7',
      autoFirstPage: false,
      compress: false,
      font: firstFace.font,
      lang: info.language,
      displayTitle: true,
      info: {
        Title: info.title,
        Author: info.author,
        ...(info.subject && { Subject: info.subject }),
        Creator: producer,
        Producer: producer,
        CreationDate: info.date,
        ModDate: info.date,
      },
    });
    return new PdfFile(document, info, colours);
  }

  constructor(document: PdfkitDocument, info: FileInfo, colours: Uint8Array) {
    this.#document = document;
    this.standard = info.standard;
    this.#date = info.date;
    this.root = document._root;
    this.pages = this.root.data.Pages as PdfRef;
    document._offset = 0;
    document._write = (data) => this.#write(data);
    document._finalize = () => this.#writeEnd();
    document.endMetadata = () => {
      this.root.data.Metadata = this.#stream(
        new TextEncoder().encode(xmpPacket(info)),
        { Type: 'Metadata', Subtype: 'XML' },
        false,
      );
    };
    document._write(isPdf2(info.standard) ? '%PDF-2.0' : '%PDF-1.7');
    document._write(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
    // pdfkit made these before anything could be changed.
    for (const made of [
      this.root,
      this.pages,
      this.root.data.Names,
      this.root.data.ViewerPreferences,
      document.outline.dictionary,
    ]) {
      this.#tame(made as PdfRef);
    }
    const make = document.ref.bind(document);
    document.ref = (data) => this.#tame(make(data));
    this.root.data.OutputIntents = [
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: pdfText('sRGB IEC61966-2.1'),
        Info: pdfText('sRGB IEC61966-2.1'),
        DestOutputProfile: this.stream(colours, { N: 3 }),
      },
    ];
  }

  /** Asks programs to print at the size that it has, and on which sides. */
  printAs(duplex: 'Simplex' | 'DuplexFlipLongEdge' | 'DuplexFlipShortEdge'): void {
    Object.assign((this.root.data.ViewerPreferences as PdfRef).data, {
      PrintScaling: 'None',
      Duplex: duplex,
    });
  }

  ref(data: { [key: string]: PdfValue | undefined } = {}): PdfRef {
    return this.#document.ref(data);
  }

  /** Number of an object that {@link put} writes later. */
  reserve(): number {
    return this.#nextId();
  }

  /** Writes an object without bytes, as the file spells it. */
  put(object: number, body: string): void {
    this.#packed.push({ id: object, body });
    if (this.#packed.length >= objectsPerStream) this.#writePack(this.#packed.splice(0));
  }

  /** Speaks of an object that {@link put} writes, among values that pdfkit writes. */
  refTo(object: number): PdfRef {
    // pdfkit ends some of the objects that the catalogue names.
    const end = (): void => {};
    return Object.assign(Object.create(Object.getPrototypeOf(this.root)), { id: object, gen: 0, end });
  }

  /** A finished object that holds bytes, deflated unless they carry a filter of their own. */
  stream(bytes: Uint8Array, data: { [key: string]: PdfValue | undefined } = {}): PdfRef {
    return this.#stream(bytes, data, data.Filter === undefined);
  }

  /** Carries along the file from which this one was made. PDF/A-2 and PDF/A-4 forbid it. */
  attachSource({ name, bytes, mediaType }: AttachedSource): void {
    const stream = this.stream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: mediaType.replaceAll('/', '#2F'),
      Params: { Size: bytes.length, ModDate: this.#date },
    });
    const file = this.ref({
      Type: 'Filespec',
      F: pdfText(name),
      UF: pdfText(name),
      Desc: pdfText('The text from which this document was made'),
      AFRelationship: 'Source',
      EF: { F: stream, UF: stream },
    });
    file.end();
    this.root.data.AF = [file];
    (this.root.data.Names as PdfRef).data.EmbeddedFiles = { Names: [pdfText(name), file] };
  }

  embed(face: Face): EmbeddedFont {
    this.#document.font(face.font, face.name);
    return this.#document._font;
  }

  /** Closes every object. Nothing can be added afterwards. */
  finish(): Uint8Array {
    this.#document.end();
    const out = new Uint8Array(this.#document._offset);
    let offset = 0;
    for (const chunk of this.#chunks) {
      out.set(chunk, offset);
      offset += chunk.length;
    }
    return out;
  }

  #stream(bytes: Uint8Array, data: { [key: string]: PdfValue | undefined }, isDeflated: boolean): PdfRef {
    const ref = this.#document.ref(data);
    ref.compress = isDeflated;
    ref.end(bytes);
    return ref;
  }

  /** Sends an object without bytes to an object stream, and deflates the others without node's zlib. */
  #tame(ref: PdfRef): PdfRef {
    const finalize = ref.finalize.bind(ref);
    ref.compress = ref.data.Filter === undefined;
    ref.finalize = () => {
      if (ref.buffer.length > 0) {
        if (ref.compress) {
          ref.buffer = [
            zlibSync(joined(ref.buffer), { level: ref.data.Subtype === 'Image' ? pictureLevel : 6 }),
          ];
          ref.data.Filter = 'FlateDecode';
        }
        ref.compress = false;
        finalize();
        return;
      }
      this.#captured = [];
      finalize();
      const [, body = 'null'] = this.#captured;
      this.#captured = undefined;
      this.put(ref.id, body);
    };
    return ref;
  }

  #write(data: string | Uint8Array): void {
    if (this.#captured !== undefined) {
      if (typeof data === 'string') this.#captured.push(data);
      return;
    }
    const bytes = typeof data === 'string' ? latin1(`${data}\n`) : data;
    this.#chunks.push(bytes);
    this.#document._offset += bytes.length;
  }

  #writeEnd(): void {
    if (this.#packed.length > 0) this.#writePack(this.#packed.splice(0));
    this.#writeCrossReferences();
  }

  #writePack(pack: readonly { readonly id: number; readonly body: string }[]): void {
    let index = '';
    let bodies = '';
    for (const { id, body } of pack) {
      index += `${id} ${bodies.length} `;
      bodies += `${body}\n`;
    }
    const stream = this.#nextId();
    pack.forEach(({ id }, position) => {
      this.#placed.set(id, { stream, index: position });
    });
    this.#writeStream(
      stream,
      `/Type /ObjStm /N ${pack.length} /First ${index.length}`,
      latin1(index + bodies),
    );
  }

  #writeCrossReferences(): void {
    const id = this.#nextId();
    const start = this.#document._offset;
    const offsets = this.#document._offsets;
    const table = new Uint8Array((offsets.length + 1) * 7);
    const view = new DataView(table.buffer);
    view.setUint16(5, 0xffff);
    for (let object = 1; object <= offsets.length; object++) {
      const place = this.#placed.get(object);
      view.setUint8(object * 7, place ? 2 : 1);
      view.setUint32(
        object * 7 + 1,
        place ? place.stream : object === id ? start : (offsets[object - 1] ?? 0),
      );
      view.setUint16(object * 7 + 5, place?.index ?? 0);
    }
    const hash = createHash('sha256');
    for (const chunk of this.#chunks) hash.update(chunk);
    const name = hash.digest('hex').slice(0, 32);
    // PDF 2.0 tells everything in its metadata, and PDF/A-4 forbids the older dictionary.
    const isOld = !isPdf2(this.standard);
    const entries = `/Type /XRef /Size ${offsets.length + 1} /W [1 4 2] /Root ${this.root}${isOld ? ` /Info ${this.#document._info}` : ''}`;
    this.#writeStream(id, `${entries} /ID [<${name}> <${name}>]`, table);
    this.#write('startxref');
    this.#write(String(start));
    this.#write('%%EOF');
  }

  #nextId(): number {
    return this.#document._offsets.push(null);
  }

  #writeStream(id: number, entries: string, content: Uint8Array): void {
    const bytes = zlibSync(content, { level: 6 });
    this.#document._offsets[id - 1] = this.#document._offset;
    this.#write(`${id} 0 obj\n<<${entries} /Filter /FlateDecode /Length ${bytes.length}>>\nstream`);
    this.#write(bytes);
    this.#write('\nendstream\nendobj');
  }
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** The sRGB profile that pdfkit brings. */
function readColourProfile(): Promise<Uint8Array> {
  const main = createRequire(import.meta.url).resolve('pdfkit');
  return readFile(join(dirname(main), 'data', 'sRGB_IEC61966_2_1.icc'));
}
