import type { ReadBack } from '../../document/passage.ts';
import type { Output } from '../../kernel/output.ts';
import { readPage } from '../../media/hast/read-page.ts';

/** Reads the page again with parse5, as a browser would. Pictures beside ideas have no words of their own. */
export async function readBackEasyReadHtml(outputs: readonly Output[]): Promise<ReadBack> {
  const page = outputs.find((output) => output.mediaType === 'text/html');
  if (page === undefined) return { passages: [], links: [] };
  return readPage(new TextDecoder('utf-8', { fatal: true }).decode(page.bytes));
}
