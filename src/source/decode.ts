import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';

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

// Also as references: of all that Markdown lets through as &#…; only the form feed is forbidden in XML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|&#(?:0{0,5}12|x0{0,5}c);/gi;

/** Takes out characters that no reader can see or hear and no format may hold; each line with some has a finding. */
export function withoutControls(text: string, file: string, findings: Finding[]): string {
  if (text.search(controls) === -1) return text;
  const lines = text.split('\n').map((line, index) => {
    const column = line.search(controls);
    if (column === -1) return line;
    findings.push({
      rule: 'source/control-character',
      severity: 'warning',
      message: 'There are invisible control characters here. They are left out.',
      fix: 'Delete them: type the words again.',
      at: { file, line: index + 1, column: column + 1 },
    });
    return line.replace(controls, '');
  });
  return lines.join('\n');
}
