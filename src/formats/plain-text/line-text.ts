import { fold, textOf } from '../../document/text.ts';
import type { Inline, Link } from '../../document/tree.ts';
import type { LinkTarget } from '../../media/lines/link-targets.ts';
import { sentenceStarts } from '../../media/lines/sentence-starts.ts';
import { literal, signs } from './characters.ts';
import { blockMarks, inlineMarks, sameName, seeWords } from './marks.ts';
import type { PlainTextOptions } from './options.ts';

export interface TextContext {
  readonly characters: PlainTextOptions['characters'];
  readonly targets: ReadonlyMap<string, LinkTarget>;
}

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

/**
 * Inline content as the words of an item, with its marks and escapes. Lines inside the item are parted by {@link signs.newLine};
 * {@link signs.hold} is a space that is never broken. Empty when there are no words.
 */
export function lineText(nodes: readonly Inline[], context: TextContext, options: TextOptions = {}): string {
  const parts: string[] = [];
  addInlines(nodes, context, parts, options.name || options.closed ? 'look' : 'top');
  return finish(parts.join(''), options);
}

/** The same for words without inline content. */
export function plainLineText(text: string, context: TextContext, options: TextOptions = {}): string {
  return finish(literal(text, context.characters), options);
}

/** `look`: inside emphasis, which leaves no trace; `mark`: inside square brackets. */
type Place = 'top' | 'look' | 'mark';

function addInlines(nodes: readonly Inline[], context: TextContext, out: string[], place: Place): void {
  nodes.forEach((node, index) => {
    addInline(node, context, out, place, nodes[index + 1]);
  });
}

function addInline(node: Inline, context: TextContext, out: string[], place: Place, next?: Inline): void {
  switch (node.type) {
    case 'text':
    case 'abbreviation':
      out.push(literal(node.value, context.characters));
      return;
    case 'inlineCode':
      out.push(literal(node.value, 'unicode'));
      return;
    case 'emphasis':
    case 'strong':
    case 'languageSpan':
      addInlines(node.children, context, out, place === 'top' ? 'look' : place);
      return;
    case 'delete':
      if (fold(textOf(node.children)) === '') space(textOf(node.children), out);
      return;
      out.push(spaceBefore(textOf(node.children)), open, inlineMarks.deleted, ':', gap);
      addInlines(node.children, context, out, 'mark');
      out.push(close);
      return;
    case 'image':
      if (fold(node.alt) === '') space(node.alt, out);
      return;
      out.push(
        spaceBefore(node.alt),
        open,
        inlineMarks.picture,
        ':',
        gap,
        literal(node.alt, context.characters),
        close,
      );
      return;
    case 'break':
      out.push(place === 'mark' ? ' ' : newLine);
      return;
    case 'footnoteReference':
      out.push(open, inlineMarks.note, ' ', String(node.number), close);
      return;
    case 'link':
      addLink(node, context, out, place, next);
      return;
    default:
      return node satisfies never;
  }
}

/** What has no words still parts the words around it. */
function space(text: string, out: string[]): void {
  if (text !== '') out.push(' ');
}

/** The name of a mark would swallow a space at the start of its words. */
function spaceBefore(text: string): string {
  return /^[\s\ufdd0]/.test(literal(text, 'unicode')) ? ' ' : '';
}

function addLink(node: Link, context: TextContext, out: string[], place: Place, next?: Inline): void {
  const words = fold(textOf(node.children));
  if (place === 'top' && node.children.every(isPlain) && showsAddress(words, node.url)) {
    const before = out.slice(-2).join('');
    if (standsAlone(words, before, next)) {
      const after = next && !telephone.test(words) ? ' ' : '';
      out.push(before === '' || before.endsWith(newLine) ? words : ` ${words}`, after);
      return;
    }
  }
  const start = out.push(open);
  addInlines(node.children, context, out, 'mark');
  const text = out.splice(start).join('');
  out.push(
    text.replace(keywordColon, `$1${signs.colon}`),
    ':',
    wide,
    address(node.url, words, context),
    close,
  );
}

function isPlain(node: Inline): boolean {
  return node.type === 'text' && literal(node.value, 'unicode') === node.value;
}

const telephone = /^(?:\+|0)\d(?:[ -]?\d){8,}$/;

/** Mail programs and telephones make a link of such words by themselves. */
function showsAddress(words: string, url: string): boolean {
  if (/^https?:\/\/[^\s[\]\\]+$/.test(words)) return words === url;
  if (/^[^\s[\]\\@:]+@[^\s[\]\\@:]+\.[^\s[\]\\@:]*[\p{L}\p{N}]$/u.test(words))
    return `mailto:${words}` === url;
  return telephone.test(words) && url === `tel:${words.replace(/[ -]/g, '')}`;
}

/** Nothing that a program could take for a part of the address, or of a longer number, is before or behind it. */
function standsAlone(words: string, before: string, next: Inline | undefined): boolean {
  const after =
    next === undefined || next.type === 'break' ? '' : next.type === 'text' ? next.value || 'x' : 'x';
  if (/[^\s(:;,.\ufdd3]$/.test(before) || /^[^\s.,;:!?)]/.test(after)) return false;
  return (
    !telephone.test(words) ||
    !(next?.type === 'break' || /[\d+-][\s\ufdd3]*$/.test(before) || /^\s*(?:[\d(-]|$)/.test(after || 'x'))
  );
}

const quotes = /["“”\n]/g;

/** What stands behind the words of a link. A web address ends with a space, so that programs find its end. */
function address(url: string, words: string, { targets, characters }: TextContext): string {
  if (url.startsWith('#')) {
    const target = targets.get(decode(url.slice(1)));
    if (target && same(target.words, words)) return `${seeWords[target.kind]} ${sameName}`;
    const clean = literal(target?.words ?? decode(url.slice(1)), characters)
      .replace(quotes, "'")
      .replaceAll('[', '(')
      .replaceAll(']', ')');
    return `${seeWords[target?.kind ?? 'section']} "${clean.replaceAll('\\', '/')}"`;
  }
  const shown = url.replace(/^mailto:(?=[^?]*$)|^tel:(?=\+?\d+$)/, '');
  const safe = shown
    .replace(/[\s\p{Cc}\ufdd0-\ufdef]/gu, (found) => encodeURIComponent(found))
    .replaceAll('[', signs.rawOpen)
    .replaceAll(']', signs.rawClose)
    .replaceAll('\\', signs.rawBackslash);
  return safe + hold;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const names = Object.values(blockMarks).join('|');
const { note, level, done, notDone, empty, deleted, picture } = inlineMarks;
const keywordColon = new RegExp(`^((?:${names}|${deleted}|${picture})):`);
/** What the read-back takes for a mark when it follows a bracket. */
const looksLikeMark = new RegExp(
  `\\[(?=(?:${names})(?:: |\\])|(?:${note}|${level}) \\d+\\]|(?:${done}|${notDone}|${empty})\\]|(?:${deleted}|${picture}): )`,
  'g',
);
const noteMark = new RegExp(`${open}${note} \\d+${close}`, 'g');
const noteMarks = new RegExp(` ?(?:${open}${note} \\d+${close} ?)+`, 'g');

/** All but a space and the signs that end a sentence. */
const needsSpace = new RegExp(`[^\\s.,;!?)"'’”…${newLine}${hold}]`);

/** One space stands before each footnote mark, and goes with it; words that a space parts stay parted. */
function spaceNotes(text: string): string {
  return text.replace(noteMarks, (found, at: number) => {
    const marks = found.match(noteMark) ?? [];
    const parted = found.replace(noteMark, '').includes(' ') || text[at - 1] === newLine;
    const next = text[at + found.length] ?? '';
    const space = found.endsWith(' ') || (parted && needsSpace.test(next));
    const before = text[at - 1] ?? newLine;
    return `${before === newLine || before === open || before === gap ? '' : ' '}${marks.join(' ')}${space ? ' ' : ''}`;
  });
}

function finish(raw: string, options: TextOptions): string {
  let text = raw;
  if (/ {2}|[\ufdd0-\ufdef]/.test(text)) {
    text = text
      .replace(new RegExp(`[ ${hold}]{2,}`, 'g'), ' ')
      .replace(new RegExp(`${gap}[ ${hold}]`, 'g'), gap)
      .replace(new RegExp(`[ ${hold}]?${newLine}[ ${hold}${newLine}]*`, 'g'), newLine);
    text = spaceNotes(text);
  }
  text = text.replace(edges, '');
  if (options.sentences) text = breakSentences(text);
  return escape(text, options);
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

function escape(text: string, { name, inLine }: TextOptions): string {
  let out = text;
  if (/[[\]\\\ufdd0-\ufdef]/.test(out)) {
    out = escapeBrackets(out, name === true)
      .replaceAll(wide, `${hold} `)
      .replaceAll(signs.colon, '\\:');
    out = out
      .replace(new RegExp(`(^|${newLine})${signs.dash}(?= |$)`, 'g'), '$1--')
      .replaceAll(signs.dash, '-');
  }
  return out.replace(inLine ? afterBreak : atStart, '$1\\');
}

/** Brackets of marks become real ones; those of the document are escaped where they could be taken for them. */
function escapeBrackets(text: string, all: boolean): string {
  const marks = new Set<number>();
  if (text.includes('[') && !all) {
    const seen = text.replaceAll(close, ']').replaceAll(gap, ' ');
    for (const match of seen.matchAll(looksLikeMark)) marks.add(match.index);
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
