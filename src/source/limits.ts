import { Failure } from '../kernel/failure.ts';

/** Quotes and lists that may begin on one line, and boxes around each other: Markdown needs time with the square of it. */
const maxMarkers = 100;
/** Columns before a list's mark. */
const maxIndent = 400;

/** Marks (runs of * _ ~ : and single brackets and @) in one paragraph: the same. */
const maxMarks = 2000;
const maxFootnotes = 2000;
/** Characters without a space: looking for e-mail addresses takes the same. */
const maxWord = 50_000;

const container = /(?:[>+*-]|\d{1,9}[.)])(?:[ \t]+|(?=>)|$)/y;
const mark = /[*_~:]+|[[\]@]/g;
const itemStart = /^[ \t>]*(?:[+*-]|\d{1,9}[.)])[ \t]/;
const address = /^ {0,3}\[[^\]]{1,200}\]:[ \t]*\S+$/;
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/;
// A box around a box has one colon more.
const deepBox = new RegExp(`^[ \\t>]*:{${maxMarkers + 3},}[a-z]`, 'i');
const fence = /^[ \t>]*(?:```|~~~)/;

/**
 * Refuses a text that would take minutes to parse. No person writes such a text.
 * @throws Failure `file-too-large`
 */
export function checkLimits(text: string, file: string): void {
  let marks = 0;
  let footnotes = 0;
  let inTable = false;
  let inCode = false;
  const refuse = (line: number, what: string): never => {
    throw new Failure('file-too-large', `${file}:${line} has ${what}.`);
  };
  text.split('\n').forEach((line, index) => {
    if (isNestedTooDeeply(line))
      refuse(index + 1, `lists, quotes or boxes nested more than ${maxMarkers} deep`);
    if (/^[ \t>]*\[\^/.test(line) && ++footnotes > maxFootnotes)
      refuse(index + 1, `more than ${maxFootnotes} footnotes`);
    if (line.length > maxWord && line.split(/\s/).some((word) => word.length > maxWord)) {
      refuse(index + 1, `a word of more than ${maxWord} characters`);
    }
    if (fence.test(line)) inCode = !inCode;
    if (line.trim() === '') inTable = false;
    else if (line.includes('|') && delimiterRow.test(line)) inTable = true;
    if (inTable || line.trim() === '' || itemStart.test(line) || address.test(line)) marks = 0;
    if (inCode) return;
    mark.lastIndex = 0;
    while (mark.exec(line) !== null) marks++;
    if (marks > maxMarks) refuse(index + 1, `more than ${maxMarks} marks (* _ ~ : @ [ ]) in one paragraph`);
  });
}

function isNestedTooDeeply(line: string): boolean {
  if (deepBox.test(line)) return true;
  let at = line.length - line.trimStart().length;
  const indented = at > maxIndent;
  let markers = 0;
  for (; markers <= maxMarkers; markers++) {
    container.lastIndex = at;
    const found = container.exec(line);
    if (found === null) break;
    at += found[0].length;
  }
  return markers > maxMarkers || (indented && markers > 0);
}
