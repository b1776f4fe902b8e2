import type { ReadBack } from '../../document/passage.ts';
import type { Output } from '../../kernel/output.ts';
import { UnreadableBook } from '../../media/epub/open-book.ts';
import { readBook } from '../../media/epub/read-book.ts';

const nothing: ReadBack = { passages: [], links: [] };

/**
 * Opens the book again as a reading program does: yauzl unpacks it, saxes reads its pages as strict XML. A book that cannot be
 * opened says nothing; the check tells why.
 */
export async function readBackEpub(outputs: readonly Output[]): Promise<ReadBack> {
  const book = outputs.find((output) => output.mediaType === 'application/epub+zip');
  if (book === undefined) return nothing;
  try {
    return await readBook(book.bytes);
  } catch (error) {
    if (error instanceof UnreadableBook) return nothing;
    throw error;
  }
}
