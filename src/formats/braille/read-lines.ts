import { toAscii } from '../../media/braille/cells.ts';
import type { Grade } from '../../media/braille/read-ueb.ts';
import { readUeb } from '../../media/braille/read-ueb.ts';
import type { Pages } from './files.ts';
import type { Words } from './words.ts';

/** A line of the text as it lies under the fingers. */
export interface BrailleLine {
  readonly indent: number;
  /** Braille ASCII without the indentation; empty for an empty line, and where a sign is no cell. */
  readonly ascii: string;
  readonly cells: string;
}

/** The lines of the text without the first of each page, apart from those of the first pages, which are numbered with a p. */
export function textLines(pages: Pages): {
  readonly preliminary: BrailleLine[];
  readonly body: BrailleLine[];
} {
  const preliminary: BrailleLine[] = [];
  const body: BrailleLine[] = [];
  for (const [information = '', ...lines] of pages) {
    const into = pageNumberOf(information)?.startsWith('p') ? preliminary : body;
    for (const line of lines) into.push(lineOf(line));
  }
  return { preliminary, body };
}

/** At the right end of the first line: `p1` for the first pages, `1` for the text. */
export function pageNumberOf(information: string): string | undefined {
  const match = /(?:^| )(p?)#([a-j]+)$/.exec(toAscii(information.replaceAll('\u2800', '\u2800')) ?? '');
  return match ? match[1]! + [...match[2]!].map((sign) => 'jabcdefghi'.indexOf(sign)).join('') : undefined;
}

export function lineOf(line: string): BrailleLine {
  const cells = line.replace(/^[\u2800 ]+/, '').replace(/[\u2800 ]+$/, '');
  return { indent: line.length - line.replace(/^[\u2800 ]+/, '').length, ascii: toAscii(cells) ?? '', cells };
}

/** Cells of an item of several lines: dot 5 at the end of a line joins it to the next one. */
export function joinLines(lines: readonly BrailleLine[]): string {
  let out = '';
  for (const { cells } of lines) {
    if (out.endsWith('\u2810')) out = out.slice(0, -1) + cells;
    else out += (out === '' ? '' : '\u2800') + cells;
  }
  return out;
}

/** The code that the edition says it is in. */
export function gradeOf(lines: readonly BrailleLine[], words: Words): Grade {
  const text = readUeb(joinLines(lines), 1).replace(/[\ue000-\uf8ff]/g, '');
  return text.includes(words.uncontracted) ? 1 : 2;
}
