import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Book, BookFile } from './book.ts';

type Element = ReturnType<typeof x>;

/** The level that a book claims when somebody vouches for it: exactly these words. EPUB Accessibility 1.1, section 3.5.2. */
export const conformance = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';

/** The package document as XML: what the book is, which files it has, in which order they are read. */
export function packageDocument(book: Book): string {
  const { language, direction, files } = book;
  const pages = files.filter(({ isPage }) => isPage);
  const root = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'book-id',
      'xml:lang': language,
      dir: direction,
    },
    lines([
      x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, lines(metadata(book))),
      x('manifest', {}, lines(files.map(manifestItem))),
      x(
        'spine',
        direction === 'rtl' ? { 'page-progression-direction': 'rtl' } : {},
        lines(pages.map(({ id }) => x('itemref', { idref: id }))),
      ),
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root, { closeEmptyElements: true, tightClose: true })}\n`;
}

function metadata(book: Book): Element[] {
  const { certifiedBy, description, pageSource } = book;
  return [
    x('dc:identifier', { id: 'book-id' }, book.identifier),
    x('dc:title', {}, book.title),
    x('dc:language', {}, book.language),
    x('dc:creator', {}, book.publisher),
    x('dc:publisher', {}, book.publisher),
    x('dc:date', {}, book.date),
    ...(description === undefined ? [] : [x('dc:description', {}, description)]),
    meta('dcterms:modified', modified(book.date)),
    ...(pageSource === undefined
      ? []
      : [x('dc:source', {}, pageSource), meta('pageBreakSource', pageSource)]),
    ...book.accessibility.map(([name, value]) => meta(`schema:${name}`, value)),
    x(
      'meta',
      { property: 'schema:accessibilitySummary', 'xml:lang': book.summaryLanguage },
      book.accessibilitySummary,
    ),
    ...(certifiedBy === undefined
      ? []
      : [
          x('meta', { property: 'dcterms:conformsTo', id: 'conformance' }, conformance),
          meta('a11y:certifiedBy', certifiedBy, 'conformance'),
        ]),
    ...(book.properties ?? []).map(({ property, value, of }) => meta(property, value, of)),
  ];
}

function meta(property: string, value: string, of?: string): Element {
  return x('meta', { property, ...(of !== undefined && { refines: `#${of}` }) }, value);
}

function manifestItem({ id, path, mediaType, property, mediaOverlay }: BookFile): Element {
  return x('item', {
    id,
    href: path,
    'media-type': mediaType,
    ...(property !== undefined && { properties: property }),
    ...(mediaOverlay !== undefined && { 'media-overlay': mediaOverlay }),
  });
}

/** The report's date as the time that `dcterms:modified` wants; no clock is asked. */
function modified(date: string): string {
  const [year = '1970', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}

/** Each on a line of its own, so that people can compare two books. */
function lines(elements: readonly Element[]): (Element | string)[] {
  return ['\n', ...elements.flatMap((element) => [element, '\n'])];
}
