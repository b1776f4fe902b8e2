import type { Document } from '../../document/tree.ts';
import { cells } from '../../media/braille/cells.ts';
import { spellUeb } from '../../media/braille/spell-ueb.ts';
import type { LineItem, Marker, Region } from '../../media/lines/line-item.ts';
import { toLineItems } from '../../media/lines/to-line-items.ts';
import { digitsOf } from './digits-of.ts';
import type { Piece, Place } from './piece.ts';
import type { PieceContext } from './piece-context.ts';
import { closeRegion, openRegion } from './region-pieces.ts';
import { isNewList, runovers, step, stepsOf } from './runovers.ts';
import { type OpenTable, openTable, tablePiece } from './table-pieces.ts';
import type { Word } from './word.ts';

/** Dots 3 and 6 lead to the number of a page of print (BANA Braille Formats). */
const pageEnd = cells('-');
const bulletMark = cells('_4');

interface Surroundings {
  readonly region: Region;
  readonly base: number;
  /** Runover of the group around, to go on with it. */
  readonly rest: number;
}

/** The pieces of a part of the document, in order: its items with their places on the line. */
export function piecesOf(part: Pick<Document, 'children' | 'footnotes'>, context: PieceContext): Piece[] {
  const items = toLineItems(part);
  const rests = runovers(items);
  const pieces: Piece[] = [];
  const around: Surroundings[] = [];
  let table: OpenTable | undefined;
  items.forEach((item, index) => {
    const base = around.at(-1)?.base ?? 0;
    context.maker.isPlain = around.some(
      ({ region }) => region.type === 'language' && isOther(region.lang, context.language),
    );
    const inGroup = isMember(item, around);
    const previous = index > 0 && isMember(items[index - 1]!, around);
    const starts = inGroup && (!previous || isNewList(item, base)) && items[index - 1]?.kind !== 'close';
    if (item.kind === 'open' && item.region.type === 'table')
      table = openTable(item.region, item.steps, pieces.length) ?? table;
    const ends = previous && !inGroup;
    add(item, { ...context, base, around, rest: rests[index]!, starts, ends, table }, pieces);
    if (item.kind === 'open')
      around.push({ region: item.region, base: item.steps * step, rest: rests[index]! });
    if (item.kind === 'close') around.pop();
    if (item.kind === 'close' && item.region === table?.region) {
      pieces.push(tablePiece(table, pieces.splice(table.from), context));
      table = undefined;
    }
  });
  return pieces;
}

function isOther(one: string, other: string): boolean {
  return one.toLowerCase().split('-')[0] !== other.toLowerCase().split('-')[0];
}

interface Here extends PieceContext {
  readonly base: number;
  readonly around: readonly Surroundings[];
  readonly rest: number;
  /** It is the first of a group of items with marks; the piece before was the last of one. */
  readonly starts: boolean;
  readonly ends: boolean;
  /** The table around, where it may be drawn in columns. */
  readonly table: OpenTable | undefined;
}

function inTable(around: readonly { readonly region: Region }[]): boolean {
  return around.some(({ region }) => region.type === 'table');
}

function isMember(item: LineItem, around: readonly Surroundings[]): boolean {
  if (item.kind === 'definition') return true;
  if (item.kind !== 'text') return false;
  return item.marker !== undefined || item.steps * step > (around.at(-1)?.base ?? 0);
}

const side = { 2: 0, 3: 4, 4: 6, 5: 8, 6: 10 } as const;

function add(item: LineItem, here: Here, out: Piece[]): void {
  const { maker, words, base, around, rest } = here;
  const before = here.starts || here.ends ? 1 : 0;
  const push = (
    place: Place,
    made: readonly Word[],
    more: Partial<Piece> & { readonly mark?: string } = {},
  ) => {
    if (made.length === 0 && !more.mark) return;
    out.push({
      kind: 'words',
      place,
      mark: '',
      words: made,
      before,
      after: 0,
      keep: false,
      ...more,
    } as Piece);
  };
  const hang = (first: number, rest: number): Place => ({ type: 'hang', first, rest });
  const note = (text: string, behind: readonly Word[] = []) => [...maker.note(text), ...behind];
  const paragraph = hang(base + step, base);
  switch (item.kind) {
    case 'heading': {
      const made = maker.words(item.children, true);
      const heading = item.depth;
      if (item.depth <= 2) push({ type: 'centre' }, made, { before: 1, after: 1, keep: true, heading });
      else {
        const indent = side[item.depth as 3 | 4 | 5 | 6];
        push(hang(indent, indent), made, { before: 1, keep: true, heading });
      }
      return;
    }
    case 'text': {
      const { marker } = item;
      const table = inTable(around.slice(-1));
      const first = stepsOf(item, table) * step;
      if (marker === undefined) {
        const place =
          item.steps * step > base ? hang(rest + stepsOf(item, table) * step - base, rest) : paragraph;
        push(place, maker.words(item.children));
        return;
      }
      const made = maker.words(item.children);
      const extra = extras(marker, here);
      if (here.table !== undefined && marker.type === 'label') here.table.add(marker.column, made);
      const passages = marker.type === 'label' ? { passages: [extra, made] } : {};
      push(hang(first, rest), [...extra, ...made], { mark: markOf(marker), ...passages });
      return;
    }
    case 'definition': {
      const term = maker.words([
        { type: 'strong', children: item.term },
        { type: 'text', value: '' },
      ]);
      const bold = withColon(emphasised(term));
      push(hang(item.steps * step, rest), [...bold, ...maker.words(item.definition, true)]);
      return;
    }
    case 'open':
      openRegion(item.region, item.steps * step, here, out);
      return;
    case 'close':
      closeRegion(item.region, base, here, out);
      return;
    case 'group':
      push(hang(base + 4, base + 4), note(words.group, maker.words(item.children, true)), {
        before: 1,
        keep: true,
      });
      here.table?.addGroup(out.at(-1)!);
      return;
    case 'record':
      return;
    case 'alt':
      push(paragraph, note(words.altLabel, maker.text(item.text)), {});
      return;
    case 'description':
      push(paragraph, note(words.description), { keep: true });
      return;
    case 'code':
      push(hang(base + 4, base + 4), note(words.code), { before: 1, keep: true });
      for (const line of item.value.split('\n'))
        push(hang(base, base + step), maker.text(line, true), { before: 0 });
      push(hang(base + 4, base + 4), note(words.codeEnd), { before: 1, after: 1 });
      return;
    case 'page': {
      const tail = spellUeb(item.page);
      if (tail === undefined) return;
      const rule = { kind: 'rule', cell: pageEnd, indent: 0, tail, print: item.page } as const;
      out.push({ ...rule, before: 0, after: 0, keep: true });
      return;
    }
    case 'separator':
      out.push({
        kind: 'rule',
        cell: cells('3'),
        indent: base,
        length: 12,
        before: 1,
        after: 1,
        keep: false,
      });
      return;
    default:
      item satisfies never;
  }
}

function emphasised(words: readonly Word[]): Word[] {
  return words.map((word) => ({ ...word, emphasis: { kind: 'bold', run: -1 } }));
}

function withColon(words: readonly Word[]): Word[] {
  const last = words.at(-1);
  return last === undefined ? [] : [...words.slice(0, -1), { ...last, text: `${last.text}:` }];
}

function markOf(marker: Marker): string {
  switch (marker.type) {
    case 'bullet':
      return bulletMark;
    case 'number':
      return `${cells('#')}${marker.numbers.map(digitsOf).join(cells('4'))}${cells('4')}`;
    case 'note':
      return `${cells('#')}${digitsOf(marker.number)}${cells('4')}`;
    case 'label':
      return '';
    default:
      return marker satisfies never;
  }
}

/** Words between the mark of an item and its own: the name of a column, how deep, whether done. */
function extras(marker: Marker, { maker, words }: Here): Word[] {
  if (marker.type === 'label') {
    const name = withColon(maker.words(marker.name, true).map((word) => ({ ...word, notes: [] })));
    return marker.empty ? [...name, ...maker.note(words.empty)] : name;
  }
  if (marker.type === 'note') return [];
  return [
    ...(marker.capped ? maker.note(`${words.level} ${marker.lists}`) : []),
    ...(marker.checked === undefined ? [] : maker.note(marker.checked ? words.done : words.notDone)),
  ];
}
