import type { Output } from '../../kernel/output.ts';
import { type Grammar, grammarOf, grammarOfLines } from './grammar.ts';

/** A line as its reader meets it, after soft line breaks are taken out. */
export interface ReadLine {
  /** Spaces at the start. */
  readonly indent: number;
  readonly text: string;
  /** Number in the file, from 1. */
  readonly number: number;
}

export interface ReadLines {
  readonly lines: readonly ReadLine[];
  /** Lines are broken for good: only an empty line ends an item. */
  readonly hard: boolean;
  readonly grammar: Grammar;
}

/** Decodes the bytes of a text and joins its softly broken lines (RFC 3676, 4.2), where its media type says that it has any. */
export function readLines({ bytes, mediaType }: Output): ReadLines {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const flowed = /;\s*format="?flowed"?/i.test(mediaType);
  const physical = text.split(/\r?\n/);
  const joined = flowed ? unfold(physical) : physical.map((line, index) => ({ line, number: index + 1 }));
  const lines = joined.map(({ line, number }) => {
    const indent = line.length - line.trimStart().length;
    return { indent, text: line.slice(indent), number };
  });
  const grammar = grammarOfLines(lines.map((line) => line.text)) ?? grammarOf('en');
  const first = lines.findIndex((line) => line.text.startsWith(`[${grammar.marks.about}:`));
  const blank = lines.findIndex((line, index) => index > first && line.text === '');
  const note = first === -1 ? [] : lines.slice(first, blank === -1 ? undefined : blank);
  return {
    lines,
    grammar,
    hard: note
      .map((line) => line.text)
      .join(' ')
      .includes(grammar.inline.hardLines.split('{')[0] ?? ''),
  };
}

interface Line {
  readonly line: string;
  /** Of its first part. */
  readonly number: number;
}

function unfold(physical: readonly string[]): Line[] {
  const lines: Line[] = [];
  let open = '';
  let number = 1;
  physical.forEach((line, index) => {
    const unstuffed = line.startsWith(' ') ? line.slice(1) : line;
    if (unstuffed.endsWith(' ') && unstuffed !== '-- ') {
      open += unstuffed;
      return;
    }
    lines.push({ line: open + unstuffed, number });
    open = '';
    number = index + 2;
  });
  if (open !== '') lines.push({ line: open, number });
  return lines;
}
