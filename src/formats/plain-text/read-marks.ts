import type { LinkText } from '../../document/passage.ts';
import type { Grammar } from './grammar.ts';

/** The words of a line without its marks. */
export interface ReadText {
  readonly text: string;
  readonly links: readonly LinkText[];
  /** Where in `text` two spaces stand behind a colon or semicolon that is not in a mark: the index after the sign. */
  readonly gaps: readonly number[];
}

/** A link and where it starts in the line. */
interface Placed {
  readonly link: LinkText;
  readonly at: number;
  readonly end: number;
}

interface Reading {
  readonly raw: string;
  readonly patterns: Grammar['reading'];
  at: number;
  readonly links: Placed[];
}

const escaped = /\\[[\]\\+\-:\d]/y;

/** Takes the marks out of a line: links and what else stands in square brackets, and the escapes. */
export function readMarks(raw: string, patterns: Grammar['reading']): ReadText {
  const reading: Reading = { raw, patterns, at: 0, links: [] };
  const gaps: number[] = [];
  const text = readUntil(reading, 'end', gaps) ?? '';
  const links = [...reading.links, ...bareLinks(raw, reading.links)].sort((one, other) => one.at - other.at);
  return { text, links: links.map(({ link }) => link), gaps };
}

/** Reads up to the end, the bracket that closes words, or the two spaces of a link. Undefined: that end never comes. */
function readUntil(reading: Reading, until: 'end' | 'bracket' | 'link', gaps: number[]): string | undefined {
  const { raw } = reading;
  let out = '';
  while (reading.at < raw.length) {
    const sign = raw[reading.at]!;
    if (sign === '\\' && matches(escaped, reading)) {
      out += raw[reading.at + 1];
      reading.at += 2;
    } else if (sign === ']' && until === 'bracket') {
      reading.at++;
      return out;
    } else if (sign === ']' && until === 'link') {
      return undefined;
    } else if (sign === '[') {
      const inside = readMark(reading, until === 'link');
      if (inside === undefined) {
        if (until === 'link') return undefined;
        out += sign;
        reading.at++;
      } else if (inside === 'silent') {
        if (out.endsWith(' ')) out = out.slice(0, -1);
      } else out += inside.words;
    } else {
      out += sign;
      reading.at++;
      if ((sign === ':' || sign === ';') && raw.startsWith('  ', reading.at)) {
        if (until === 'link' && sign === ':') return out.slice(0, -1);
        if (until === 'end') gaps.push(out.length);
      }
    }
  }
  return until === 'end' ? out : undefined;
}

/** What stands at a bracket; undefined where it is only a bracket of the document. */
function readMark(reading: Reading, inLink: boolean): { readonly words: string } | 'silent' | undefined {
  const silent = matches(reading.patterns.silentMark, reading);
  if (silent > 0) {
    reading.at += silent;
    return 'silent';
  }
  const start = reading.at;
  const words = matches(reading.patterns.wordsMark, reading);
  if (words > 0) {
    reading.at += words;
    const inside = readUntil(reading, 'bracket', []);
    if (inside !== undefined) return { words: inside };
    reading.at = start;
    return undefined;
  }
  if (inLink) return undefined;
  reading.at++;
  const text = readUntil(reading, 'link', []);
  const [end, next] = text === undefined ? [-1, -1] : endOfAddress(reading);
  if (text === undefined || end === -1) {
    reading.at = start;
    return undefined;
  }
  const folded = text.replace(/\s+/gu, ' ').trim();
  const url = addressOf(reading.raw.slice(reading.at + 2, end), folded, reading.patterns);
  reading.links.push({ link: { text: folded, url }, at: start, end: next });
  reading.at = next;
  return { words: text };
}

function matches(pattern: RegExp, { raw, at }: Reading): number {
  pattern.lastIndex = at;
  return pattern.test(raw) ? pattern.lastIndex - at : 0;
}

/** Where the address ends, and where the text behind the mark goes on. */
function endOfAddress({ raw, at, patterns: { place } }: Reading): readonly [number, number] {
  place.lastIndex = at + 2;
  if (place.test(raw)) return [place.lastIndex, place.lastIndex + 1];
  const end = raw.indexOf(' ]', at + 2);
  return [end, end + 2];
}

/** A place in the document is told by its words; a number or an email address without its scheme. */
function addressOf(shown: string, words: string, { placeName }: Grammar['reading']): string {
  const inside = placeName.exec(shown);
  if (inside) return `#${inside[1] ?? words}`;
  if (/^\+?\d+$/.test(shown)) return `tel:${shown}`;
  return /^[^:/?#]+@[^/?#]+$/.test(shown) ? `mailto:${shown}` : shown;
}

const bareAddress =
  /(?<!\S)(?:https?:\/\/\S+|[^\s[\]\\@:]+@[^\s[\]\\@:]+\.[^\s[\]\\@:]*[\p{L}\p{N}](?!\S)|(?<!1800[12] )(?:\+|0)\d(?:[ -]?\d){8,}(?![\p{L}\p{N}]))/gu;

/** Addresses and telephone numbers that every mail program and telephone makes a link of. */
function bareLinks(raw: string, marked: readonly Placed[]): Placed[] {
  if (!/https?:|@|\d{2}/.test(raw)) return [];
  const found: Placed[] = [];
  let mark = 0;
  for (const match of raw.matchAll(bareAddress)) {
    const text = match[0];
    // The address of a link mark is read with its mark.
    while (mark < marked.length && marked[mark]!.end <= match.index) mark++;
    if (mark < marked.length && marked[mark]!.at < match.index) continue;
    const url = /^https?:/.test(text)
      ? text
      : text.includes('@')
        ? `mailto:${text}`
        : `tel:${text.replace(/[ -]/g, '')}`;
    found.push({ link: { text, url }, at: match.index, end: match.index + text.length });
  }
  return found;
}
