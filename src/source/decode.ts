import { Failure } from '../kernel/failure.ts';

/** Longer reports are refused: 20 MB of words are some 3,000 pages of A4. */
const maxBytes = 20_000_000;

/**
 * The text of a file as UTF-8, line ends as `\n`, without a byte order mark.
 * @throws Failure `file-empty`, `file-not-text`, `file-too-large`
 */
export function decode({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): string {
  if (bytes.length > maxBytes) throw new Failure('file-too-large', `${file} is larger than 20 MB.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('file-not-text', `${file} is not a text file in UTF-8.`);
  }
  if (text.includes('\0')) throw new Failure('file-not-text', `${file} is not a text file.`);
  if (text.trim() === '') throw new Failure('file-empty', `${file} is empty.`);
  return text.replace(/\r\n?/g, '\n');
}
