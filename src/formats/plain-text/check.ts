import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import { displayWidth } from '../../media/lines/display-width.ts';
import { grammarOf, grammarOfLines } from './grammar.ts';
import type { PlainTextOptions } from './options.ts';

const fix = 'This is a fault of allformats, not of the report. Please report it; do not publish this file.';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef]/;

/** Measures the bytes: encoding, line ends, line lengths, and control characters. */
export async function checkPlainText(
  outputs: readonly Output[],
  options: PlainTextOptions,
): Promise<readonly Finding[]> {
  return outputs.flatMap(({ bytes }) => [...problems(bytes, options)].map(finding));
}

function finding(message: string): Finding {
  return { rule: 'plain-text/bytes', severity: 'error', message, fix };
}

function* problems(bytes: Uint8Array, { width, flowed, lineEnding }: PlainTextOptions): Generator<string> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    yield 'The text starts with a byte order mark.';
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    yield 'The text is not UTF-8.';
    return;
  }
  const ends = text.match(/\r?\n/g) ?? [];
  const wanted = lineEnding === 'crlf' ? '\r\n' : '\n';
  if (ends.some((end) => end !== wanted)) yield `Not every line ends with ${lineEnding}.`;
  const lines = text.split(/\r?\n/);
  const firstWith = (test: (line: string) => boolean) => lines.findIndex(test) + 1;
  const bad = firstWith((line) => control.test(line));
  if (bad > 0) yield `Line ${bad} has a control character.`;
  if (flowed) {
    const signature = firstWith((line) => line === '-- ');
    if (signature > 0) yield `Line ${signature} would hide the rest of an email as its signature.`;
  }
  if (width > 0) yield* tooLong(lines, width);
}

/** A dash does not start a line. */
const endDashes = /(?: [-\u2010-\u2015]+)*\s*$/;

/** Code stays as it is, and a word that is longer than a line stays whole. */
function* tooLong(lines: readonly string[], width: number): Generator<string> {
  const { marks } = grammarOfLines(lines) ?? grammarOf('en');
  let code = false;
  for (const [index, line] of lines.entries()) {
    const words = line.trim();
    if (words === `[${marks.code}]` || words === `[${marks.codeEnd}]`) code = words === `[${marks.code}]`;
    // A few more columns: an address keeps its bracket.
    else if (
      !code &&
      displayWidth(line.replace(endDashes, '')) > width + 4 &&
      words.includes(' ') &&
      !hasLongWord(words, width)
    ) {
      yield `Line ${index + 1} is longer than ${width} columns.`;
      return;
    }
  }
}

function hasLongWord(words: string, width: number): boolean {
  return words.split(' ').some((word) => displayWidth(word) > width / 3);
}
