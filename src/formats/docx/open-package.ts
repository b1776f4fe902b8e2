import { attribute, type Element, elements, find, isElement, plainText } from '../../media/hast/dom.ts';
import { parseXml } from '../../media/zip/parse-xml.ts';
import { unzip } from '../../media/zip/unzip.ts';

/** A Word document as another program opens it. */
export interface OpenPackage {
  readonly body: Element;
  readonly notes: ReadonlyMap<string, Element>;
  /** Where relationships lead. */
  readonly targets: ReadonlyMap<string, string>;
  readonly bookmarks: ReadonlySet<string>;
  readonly styles: Element;
  readonly numbering: Element;
  readonly title: string;
  /** Of the styles, which is that of the document. */
  readonly language: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A file that is no Word document; the message ends the sentence "The Word document cannot be opened: ". */
export class UnreadablePackage extends Error {}

/** Opens a document from its bytes: ZIP by yauzl, XML by saxes. @throws UnreadablePackage */
export async function openPackage(bytes: Uint8Array): Promise<OpenPackage> {
  const files = await unzip(bytes).catch((error: Error) => {
    throw new UnreadablePackage(error.message);
  });
  const part = (path: string): Element => {
    const file = files.get(path);
    if (file === undefined) throw new UnreadablePackage(`it has no part ${path}`);
    try {
      return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(file)).childNodes.find(isElement)!;
    } catch (error) {
      throw new UnreadablePackage(`${path}: ${(error as Error).message}`);
    }
  };
  const body = find(part('word/document.xml'), 'w:body');
  if (body === undefined) throw new UnreadablePackage('it has no body');
  const notes = elements(part('word/footnotes.xml'), 'w:footnote');
  const styles = part('word/styles.xml');
  const lang = find(styles, 'w:lang');
  const core = part('docProps/core.xml');
  const name = find(core, 'dc:title');
  const both = [body, ...notes];
  return {
    body,
    notes: new Map(notes.map((note) => [attribute(note, 'w:id') ?? '', note])),
    targets: new Map(
      elements(part('word/_rels/document.xml.rels'), 'Relationship').map((one) => [
        attribute(one, 'Id') ?? '',
        attribute(one, 'Target') ?? '',
      ]),
    ),
    bookmarks: new Set(
      both.flatMap((root) => elements(root, 'w:bookmarkStart').map((one) => attribute(one, 'w:name') ?? '')),
    ),
    styles,
    numbering: part('word/numbering.xml'),
    title: name === undefined ? '' : plainText(name),
    language: (lang && (attribute(lang, 'w:bidi') ?? attribute(lang, 'w:val'))) ?? '',
    files,
  };
}
