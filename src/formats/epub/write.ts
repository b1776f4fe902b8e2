import type { Document } from '../../document/tree.ts';
import { documentBook } from '../../media/epub/document-book.ts';
import { packBook } from '../../media/epub/pack-book.ts';
import { pictureFor } from '../../media/pictures/picture-for.ts';
import type { Written } from '../format.ts';
import type { EpubOptions } from './options.ts';

/** One e-book that needs nothing but itself. */
export async function writeEpub(document: Document, { certifiedBy, label }: EpubOptions): Promise<Written> {
  const { book, changes, findings } = await documentBook(document, {
    format: 'epub',
    pictureFor,
    ...(certifiedBy !== undefined && { certifiedBy }),
    ...(label !== undefined && { label }),
  });
  const bytes = packBook(book);
  return { outputs: [{ name: 'epub', mediaType: 'application/epub+zip', bytes }], changes, findings };
}
