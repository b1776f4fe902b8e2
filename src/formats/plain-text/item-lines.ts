import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import { textOf } from '../../document/text.ts';
import type { LineItem, Marker, Region } from '../../media/lines/line-item.ts';
import { signs } from './characters.ts';
import { lineText, plainLineText } from './line-text.ts';
import type { TextContext } from './link-address.ts';
import { headingMarks } from './marks.ts';

/** `text`: one item of words and marks. `code`: to be printed as it is. */
export type Printed =
  | { readonly text: string; readonly hanging: boolean }
  | { readonly code: string }
  | undefined;

const wide = `:${signs.hold} `;

/** What an item looks like, with the marks of this format; undefined where there is nothing to print. */
export function printItem(item: LineItem, context: TextContext): Printed {
  const { marks, inline, furniture } = context.grammar;
  switch (item.kind) {
    case 'heading': {
      const words = lineText(item.children, context, { inLine: true });
      return words === '' ? undefined : marked(`${headingMarks[item.depth - 1]}${signs.hold}${words}`);
    }
    case 'text':
      return printText(item, context);
    case 'definition': {
      const term = oneLine(lineText(item.term, context, { name: true }));
      const definition = lineText(item.definition, context, { inLine: true });
      if (term === '' && definition === '') return undefined;
      return marked(`${term || `[${inline.empty}]`}${wide}${definition || `[${inline.empty}]`}`);
    }
    case 'open':
      return plain(openRegion(item.region, context));
    case 'close':
      return plain(`[${closeRegion(item.region, marks)}]`);
    case 'group': {
      const words = oneLine(lineText(item.children, context, { inLine: true, closed: true }));
      return words === '' ? undefined : plain(mark(marks.group, words));
    }
    case 'record':
      return plain(fill(furniture.body.record, { number: item.number, total: item.of }));
    case 'alt': {
      const words = plainLineText(item.text, context, { inLine: true });
      return words === '' ? undefined : marked(`${inline.altLabel}${wide}${words}`);
    }
    case 'description':
      return plain(mark(marks.description));
    case 'code':
      return { code: item.value };
    case 'page':
      return undefined;
    case 'separator':
      return plain(mark(marks.separator));
    default:
      return item satisfies never;
  }
}

function plain(text: string): Printed {
  return { text, hanging: false };
}

function marked(text: string): Printed {
  return { text, hanging: true };
}

function oneLine(text: string): string {
  return text.replaceAll(signs.newLine, ' ');
}

/** `[Name]` or `[Name: words]`. */
export function mark(name: string, words = ''): string {
  return words === '' ? `[${name}]` : `[${name}: ${words}]`;
}

function printText(item: Extract<LineItem, { kind: 'text' }>, context: TextContext): Printed {
  const { marker, idea } = item;
  const words = lineText(item.children, context, { inLine: marker !== undefined, sentences: idea });
  if (marker === undefined) return words === '' ? undefined : plain(words);
  if (marker.type === 'label') {
    const label =
      plainLineText(textOf(marker.name), context, { name: true }) ||
      fill(context.grammar.furniture.body.column, { number: marker.column });
    const value = marker.empty ? `[${context.grammar.inline.empty}]` : words;
    return marked(value === '' ? `${label}:` : `${label}${wide}${value}`);
  }
  const sign = printMarker(marker, context.grammar.inline);
  return marked(words === '' ? sign.replace(emptyEnd, '') : `${sign}${signs.hold}${words}`);
}

const emptyEnd = new RegExp(`${signs.hold}$`);

function printMarker(
  marker: Exclude<Marker, { readonly type: 'label' }>,
  inline: Furniture['textWords'],
): string {
  if (marker.type === 'note') return `[${inline.note} ${marker.number}]`;
  let sign = marker.type === 'bullet' ? '-' : `${marker.numbers.join('.')}.${signs.hold}`;
  if (marker.capped) sign += `${signs.hold}[${inline.level} ${marker.lists}]`;
  if (marker.checked !== undefined) sign += `${signs.hold}[${marker.checked ? inline.done : inline.notDone}]`;
  return sign;
}

type Marks = Furniture['textMarks'];

const boxes = {
  'key-facts': ['keyFacts', 'keyFactsEnd'],
  note: ['box', 'boxEnd'],
  contact: ['contact', 'contactEnd'],
} as const satisfies Record<string, readonly (keyof Marks)[]>;

function openRegion(region: Region, context: TextContext): string {
  const { marks, inline, furniture } = context.grammar;
  const words = (text: string | undefined) => (text ? plainLineText(text, context, { inLine: true }) : '');
  switch (region.type) {
    case 'table': {
      const columns = region.columns.map((name) =>
        oneLine(lineText(name, context, { inLine: true, closed: true })),
      );
      const records = `${region.records}. ${inline.eachTells}: ${columns.join(`;${signs.hold} `)}`;
      return `${mark(marks.table, words(region.caption))}${signs.newLine}${mark(marks.records, records)}`;
    }
    case 'figure':
      return mark(marks.figure, words(region.caption));
    case 'box':
      return mark(marks[boxes[region.kind][0]], words(region.title));
    case 'quote':
      return mark(marks.quote);
    case 'language':
      return mark(marks.language, languageName(region.lang, furniture));
    case 'notes':
      return mark(marks.notes);
    default:
      return region satisfies never;
  }
}

function languageName(code: string, { languages }: Furniture): string {
  return languages[code.toLowerCase().split('-')[0] ?? ''] ?? code.replace(/[^A-Za-z0-9-]/g, '');
}

function closeRegion(region: Region, marks: Marks): string {
  switch (region.type) {
    case 'table':
      return marks.tableEnd;
    case 'figure':
      return marks.figureEnd;
    case 'box':
      return marks[boxes[region.kind][1]];
    case 'quote':
      return marks.quoteEnd;
    case 'language':
      return marks.languageEnd;
    case 'notes':
      return marks.notesEnd;
    default:
      return region satisfies never;
  }
}
