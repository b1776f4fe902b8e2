import { sentenceStarts } from '../../media/lines/sentence-starts.ts';
import { signs } from './characters.ts';
import type { Grammar } from './grammar.ts';

export interface TextOptions {
  /** The text stands before two spaces: then each bracket of it is escaped. */
  readonly name?: boolean;
  /** Each sentence on its own line. */
  readonly sentences?: boolean;
  /** Something stands directly behind the text. */
  readonly closed?: boolean;
  /** The text does not start its line. */
  readonly inLine?: boolean;
}

const { hold, open, close, newLine, wide, gap } = signs;
const spaces = new RegExp(`[ ${hold}]{2,}`, 'g');
const spaceInMark = new RegExp(`${gap}[ ${hold}]`, 'g');
const lineEnds = new RegExp(`[ ${hold}]?${newLine}[ ${hold}${newLine}]*`, 'g');
const firstDash = new RegExp(`(^|${newLine})${signs.dash}(?= |$)`, 'g');

/** All but a space and the signs that end a sentence. */
const needsSpace = new RegExp(`[^\\s.,;!?)"'’”…${newLine}${hold}]`);

/** One space stands before each footnote mark, and goes with it; words that a space parts stay parted. */
function spaceNotes(text: string, { noteMark, noteMarks }: Grammar['writing']): string {
  return text.replace(noteMarks, (found, at: number) => {
    const marks = found.match(noteMark) ?? [];
    const parted = found.replace(noteMark, '').includes(' ') || text[at - 1] === newLine;
    const next = text[at + found.length] ?? '';
    const space = found.endsWith(' ') || (parted && needsSpace.test(next));
    const before = text[at - 1] ?? newLine;
    return `${before === newLine || before === open || before === gap ? '' : ' '}${marks.join(' ')}${space ? ' ' : ''}`;
  });
}

/** Folds the spaces of a line that is made of words and {@link signs}, and turns its signs into marks and escapes. */
export function finishLine(raw: string, options: TextOptions, grammar: Grammar): string {
  let text = raw;
  if (/ {2}|[\ufdd0-\ufdef]/.test(text)) {
    text = text.replace(spaces, ' ').replace(spaceInMark, gap).replace(lineEnds, newLine);
    text = spaceNotes(text, grammar.writing);
  }
  text = text.replace(edges, '');
  if (options.sentences) text = breakSentences(text);
  return withEscapes(text, options, grammar);
}

const edges = new RegExp(`^[ ${hold}${newLine}]+|[ ${hold}${newLine}]+$`, 'g');

function breakSentences(text: string): string {
  let out = '';
  let from = 0;
  for (const start of sentenceStarts(text)) {
    const sentence = text.slice(from, start);
    if (count(sentence, open) !== count(sentence, close)) continue;
    out += sentence.trimEnd() + newLine;
    from = start;
  }
  return out + text.slice(from);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

// A line of the document must not start like a heading or a list item.
const start = `(?=(?:\\+(?:\\+{0,2}|[4-6])|-)(?:[ ${hold}${newLine}]|$)|\\d+(?:\\.\\d+)*\\.(?:${newLine}|$))`;
const atStart = new RegExp(`(^|${newLine})${start}`, 'g');
const afterBreak = new RegExp(`(${newLine})${start}`, 'g');

function withEscapes(text: string, { name, inLine }: TextOptions, grammar: Grammar): string {
  let out = text;
  if (/[[\]\\\ufdd0-\ufdef]/.test(out)) {
    out = escapeBrackets(out, name === true, grammar)
      .replaceAll(wide, `${hold} `)
      .replaceAll(signs.colon, '\\:');
    out = out.replace(firstDash, '$1--').replaceAll(signs.dash, '-');
  }
  return out.replace(inLine ? afterBreak : atStart, '$1\\');
}

/** Brackets of marks become real ones; those of the document are escaped where they could be taken for them. */
function escapeBrackets(text: string, all: boolean, grammar: Grammar): string {
  const marks = new Set<number>();
  if (text.includes('[') && !all) {
    const seen = text.replaceAll(close, ']').replaceAll(gap, ' ');
    for (const match of seen.matchAll(grammar.writing.looksLikeMark)) marks.add(match.index);
  }
  let depth = 0;
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === open) depth++;
    else if (sign === close) depth--;
    if (sign === '[') out += all || depth > 0 || marks.has(at) ? '\\[' : '[';
    else if (sign === ']') out += depth > 0 ? '\\]' : ']';
    else if (sign === '\\') out += escapable.test(text[at + 1] ?? (all ? ':' : '')) ? '\\\\' : '\\';
    else out += plain[sign] ?? sign;
  }
  return out;
}

const escapable = new RegExp(`[[\\]\\\\+:\\d${open}${close}${signs.colon}${signs.dash}-]`);

const plain: Readonly<Record<string, string>> = {
  [open]: '[',
  [gap]: ' ',
  [close]: ']',
  [signs.rawOpen]: '[',
  [signs.rawClose]: ']',
  [signs.rawBackslash]: '\\',
};
