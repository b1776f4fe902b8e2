import { fold } from '../../document/text.ts';
import { attribute, type Element, elements, find, isElement, plainText } from '../hast/dom.ts';
import { parseXml } from '../zip/parse-xml.ts';
import { unzip } from '../zip/unzip.ts';

export interface OpenProperty {
  readonly name: string;
  readonly value: string;
  readonly refines?: string;
}

export interface OpenPage {
  /** From the folder of the package document. */
  readonly path: string;
  readonly isContents: boolean;
  readonly root: Element;
}

/** An e-book as a reading program finds it. */
export interface OpenBook {
  /** Paths in the ZIP file, in their order. */
  readonly entries: readonly string[];
  readonly identifier: string;
  readonly title: string;
  readonly language: string;
  readonly properties: readonly OpenProperty[];
  /** In reading order. */
  readonly pages: readonly OpenPage[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A book that a reading program could not open; the message ends the sentence "The e-book cannot be opened: ". */
export class UnreadableBook extends Error {}

/** Opens a book from its bytes: ZIP by yauzl, XML by saxes. @throws UnreadableBook */
export async function openBook(bytes: Uint8Array): Promise<OpenBook> {
  const zip = await unzip(bytes).catch((error: Error) => {
    throw new UnreadableBook(error.message);
  });
  const page = (path: string): Element => {
    const file = zip.get(path);
    if (file === undefined) throw new UnreadableBook(`it has no file ${path}`);
    try {
      return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(file)).childNodes.find(isElement)!;
    } catch (error) {
      throw new UnreadableBook(`${path}: ${(error as Error).message}`);
    }
  };
  const rootfile = find(page('META-INF/container.xml'), 'rootfile');
  const packagePath = (rootfile && attribute(rootfile, 'full-path')) ?? '';
  const folder = packagePath.slice(0, packagePath.lastIndexOf('/') + 1);
  const opf = page(packagePath);
  const items = new Map(elements(opf, 'item').map((item) => [attribute(item, 'id') ?? '', item]));
  const pages = elements(opf, 'itemref').map((reference): OpenPage => {
    const item = items.get(attribute(reference, 'idref') ?? '');
    if (item === undefined) throw new UnreadableBook('its reading order names a file that it does not list');
    const path = decodeURIComponent(attribute(item, 'href') ?? '');
    const isContents = (attribute(item, 'properties') ?? '').split(/\s+/).includes('nav');
    return { path, isContents, root: page(folder + path) };
  });
  const name = (tag: string) => {
    const element = find(opf, tag);
    return element === undefined ? '' : fold(plainText(element));
  };
  const files = [...items.values()].map((item) => decodeURIComponent(attribute(item, 'href') ?? ''));
  return {
    entries: [...zip.keys()],
    identifier: name('dc:identifier'),
    title: name('dc:title'),
    language: name('dc:language'),
    properties: elements(opf, 'meta').map((meta) => {
      const refines = attribute(meta, 'refines');
      return {
        name: attribute(meta, 'property') ?? '',
        value: fold(plainText(meta)),
        ...(refines !== undefined && { refines }),
      };
    }),
    pages,
    files: new Map(files.flatMap((path) => [[path, zip.get(folder + path)] as const]).filter(isThere)),
  };
}

function isThere(entry: readonly [string, Uint8Array | undefined]): entry is readonly [string, Uint8Array] {
  return entry[1] !== undefined;
}
