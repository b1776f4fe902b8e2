import { type Zippable, zipSync } from 'fflate';
import type { Book } from './book.ts';
import { packageDocument } from './package-document.ts';

/** The folder of everything that is read. */
const folder = 'EPUB';
const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="${folder}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** Files that are small already: packing them again costs time and saves nothing. */
const isPacked = /^(?:audio\/|image\/(?:png|jpeg)$)/;

/**
 * The book as one ZIP file: the media type first and as it is, then the container, the package document and the files in
 * their order. All have the same old date, so that the same book has the same bytes. EPUB 3.3, section 4.
 */
export function packBook(book: Book): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = {
    mimetype: [encoder.encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': encoder.encode(container),
    [`${folder}/package.opf`]: encoder.encode(packageDocument(book)),
  };
  for (const { path, bytes, mediaType } of book.files) {
    entries[`${folder}/${path}`] = [bytes, { level: isPacked.test(mediaType) ? 0 : 9 }];
  }
  // The ZIP format has local times and begins in 1980.
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 9 });
}
