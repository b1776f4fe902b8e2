import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { cells } from '../../media/braille/cells.ts';
import type { Region } from '../../media/lines/line-item.ts';
import { digitsOf } from './digits-of.ts';
import type { Piece, Place } from './piece.ts';
import type { PieceContext } from './piece-context.ts';
import { step } from './runovers.ts';
import type { OpenTable } from './table-pieces.ts';
import type { Words } from './words.ts';

/** Cell of the line before and behind a box (full, and the four upper dots). */
const top = cells('7');
const bottom = cells('g');

function nameOf(region: Region, words: Words, language: string): string {
  switch (region.type) {
    case 'table':
      return words.table;
    case 'figure':
      return words.figure;
    case 'box':
      return { 'key-facts': words.keyFacts, note: words.box, contact: words.contact }[region.kind];
    case 'quote':
      return words.quote;
    case 'language': {
      const names = furnitureOf(language).languages;
      return `${words.language}: ${names[region.lang.toLowerCase().split('-')[0]!] ?? region.lang}`;
    }
    case 'notes':
      return words.notes;
    default:
      return region satisfies never;
  }
}

/** Boxes, tables and figures stand between two lines; other parts between two notes. */
function isBoxed(region: Region): boolean {
  return region.type === 'table' || region.type === 'figure' || region.type === 'box';
}

/** How a part begins: its line where it has one, its name and title, and the names of a table's columns. */
export function openRegion(
  region: Region,
  indent: number,
  { maker, words, language, table }: PieceContext & { readonly table: OpenTable | undefined },
  out: Piece[],
): void {
  const place: Place = { type: 'hang', first: indent + 4, rest: indent + 4 };
  const title =
    region.type === 'table' || region.type === 'figure'
      ? region.caption
      : region.type === 'box'
        ? region.title
        : undefined;
  const name = maker.note(nameOf(region, words, language));
  if (isBoxed(region)) out.push({ kind: 'rule', cell: top, indent, before: 1, after: 0, keep: true });
  out.push({
    kind: 'words',
    place,
    mark: '',
    words: title === undefined ? name : [...name, ...maker.text(title)],
    before: isBoxed(region) ? 0 : 1,
    after: 0,
    keep: true,
  });
  if (region.type === 'table') {
    const hang = (first: number, rest: number): Place => ({ type: 'hang', first, rest });
    const line = { kind: 'words', mark: '', before: 0, after: 0, keep: true } as const;
    out.push({ ...line, place: hang(indent + step, indent), words: maker.note(words.told) });
    region.columns.forEach((column, index) => {
      const mark = `${cells('#')}${digitsOf(index + 1)}${cells('4')}`;
      const name = maker.words(column, true);
      table?.columns.push(name);
      out.push({
        ...line,
        place: hang(indent, indent + step),
        mark,
        words: name,
        before: index === 0 ? 1 : 0,
        keep: index + 1 < region.columns.length,
      });
    });
  }
}

/** How it ends. */
export function closeRegion(
  region: Region,
  base: number,
  { maker, words }: PieceContext,
  out: Piece[],
): void {
  if (isBoxed(region)) {
    out.push({ kind: 'rule', cell: bottom, indent: base, before: 0, after: 1, keep: false });
    return;
  }
  const end = { quote: words.quoteEnd, language: words.languageEnd, notes: words.notesEnd }[
    region.type as 'quote' | 'language' | 'notes'
  ];
  const place: Place = { type: 'hang', first: base + 4, rest: base + 4 };
  out.push({ kind: 'words', place, mark: '', words: maker.note(end), before: 1, after: 1, keep: false });
}
