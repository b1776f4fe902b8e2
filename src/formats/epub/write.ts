import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Document } from '../../document/tree.ts';
import { documentBook } from '../../media/epub/document-book.ts';
import { packBook } from '../../media/epub/pack-book.ts';
import { pictureFinder } from '../../media/pictures/picture-for.ts';
import type { Written } from '../format.ts';
import type { EpubOptions } from './options.ts';

/** One e-book that needs nothing but itself. */
export async function writeEpub(document: Document, { certifiedBy, kind }: EpubOptions): Promise<Written> {
  const { book, changes, findings } = await documentBook(document, {
    format: kind === 'report' ? 'epub' : `epub, ${kind}`,
    pictureFor: pictureFinder(document),
    ...(certifiedBy !== undefined && { certifiedBy }),
    ...(kind === 'easy-read' && { label: furnitureOf(document.meta.language).easyRead.name }),
  });
  const bytes = packBook(book);
  return { outputs: [{ name: 'epub', mediaType: 'application/epub+zip', bytes }], changes, findings };
}
