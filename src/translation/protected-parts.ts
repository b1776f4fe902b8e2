import { takeContacts } from '../wording/contacts.ts';

export interface TextPart {
  readonly text: string;
  readonly isKept: boolean;
}

/** Splits a text at what no translation may change: addresses, telephone numbers, postcodes, and the words of `keep`. */
export function protectedParts(text: string, keep: readonly string[]): TextPart[] {
  const ranges = takeContacts(text).contacts.map(({ index, length }) => ({
    start: index,
    end: index + length,
  }));
  for (const { index, 0: found } of wordsMatched(text, keep))
    ranges.push({ start: index, end: index + found.length });
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: TextPart[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    if (start < from) continue;
    if (start > from) parts.push({ text: text.slice(from, start), isKept: false });
    parts.push({ text: text.slice(start, end), isKept: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isKept: false });
  return parts;
}

function wordsMatched(text: string, keep: readonly string[]): Iterable<RegExpExecArray> {
  const words = [...keep].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  if (words.length === 0) return [];
  const literal = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal})(?![\\p{L}\\p{N}])`, 'gu'));
}
