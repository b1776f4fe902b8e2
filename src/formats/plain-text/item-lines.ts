import { textOf } from '../../document/text.ts';
import type { LineItem, Marker, Region } from '../../media/lines/line-item.ts';
import { signs } from './characters.ts';
import { lineText, plainLineText } from './line-text.ts';
import type { TextContext } from './link-address.ts';
import {
  altLabel,
  blockMarks,
  eachTells,
  headingMarks,
  inlineMarks,
  languageNames,
  recordName,
} from './marks.ts';

/** `text`: one item of words and marks. `code`: to be printed as it is. */
export type Printed =
  | { readonly text: string; readonly hanging: boolean }
  | { readonly code: string }
  | undefined;

const wide = `:${signs.hold} `;

/** What an item looks like, with the marks of this format; undefined where there is nothing to print. */
export function printItem(item: LineItem, context: TextContext): Printed {
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
      return marked(`${term || `[${inlineMarks.empty}]`}${wide}${definition || `[${inlineMarks.empty}]`}`);
    }
    case 'open':
      return plain(openRegion(item.region, context));
    case 'close':
      return plain(`[${closeRegion(item.region)}]`);
    case 'group': {
      const words = oneLine(lineText(item.children, context, { inLine: true, closed: true }));
      return words === '' ? undefined : plain(mark(blockMarks.group, words));
    }
    case 'record':
      return plain(`${recordName} ${item.number} of ${item.of}`);
    case 'alt': {
      const words = plainLineText(item.text, context, { inLine: true });
      return words === '' ? undefined : marked(`${altLabel}${wide}${words}`);
    }
    case 'description':
      return plain(mark(blockMarks.description));
    case 'code':
      return { code: item.value };
    case 'separator':
      return plain(mark(blockMarks.separator));
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
    const label = plainLineText(textOf(marker.name), context, { name: true }) || `Column ${marker.column}`;
    const value = marker.empty ? `[${inlineMarks.empty}]` : words;
    return marked(value === '' ? `${label}:` : `${label}${wide}${value}`);
  }
  const sign = printMarker(marker);
  return marked(words === '' ? sign.replace(emptyEnd, '') : `${sign}${signs.hold}${words}`);
}

const emptyEnd = new RegExp(`${signs.hold}$`);

function printMarker(marker: Exclude<Marker, { readonly type: 'label' }>): string {
  if (marker.type === 'note') return `[${inlineMarks.note} ${marker.number}]`;
  let sign = marker.type === 'bullet' ? '-' : `${marker.numbers.join('.')}.${signs.hold}`;
  if (marker.capped) sign += `${signs.hold}[${inlineMarks.level} ${marker.lists}]`;
  if (marker.checked !== undefined)
    sign += `${signs.hold}[${marker.checked ? inlineMarks.done : inlineMarks.notDone}]`;
  return sign;
}

const boxes = {
  'key-facts': [blockMarks.keyFacts, blockMarks.keyFactsEnd],
  note: [blockMarks.box, blockMarks.boxEnd],
  contact: [blockMarks.contact, blockMarks.contactEnd],
} as const;

function openRegion(region: Region, context: TextContext): string {
  const words = (text: string | undefined) => (text ? plainLineText(text, context, { inLine: true }) : '');
  switch (region.type) {
    case 'table': {
      const columns = region.columns.map((name) =>
        oneLine(lineText(name, context, { inLine: true, closed: true })),
      );
      const records = `${region.records}. ${eachTells}: ${columns.join(`;${signs.hold} `)}`;
      return `${mark(blockMarks.table, words(region.caption))}${signs.newLine}${mark(blockMarks.records, records)}`;
    }
    case 'figure':
      return mark(blockMarks.figure, words(region.caption));
    case 'box':
      return mark(boxes[region.kind][0], words(region.title));
    case 'quote':
      return mark(blockMarks.quote);
    case 'language':
      return mark(blockMarks.language, languageName(region.lang));
    case 'notes':
      return mark(blockMarks.notes);
    default:
      return region satisfies never;
  }
}

function languageName(code: string): string {
  return languageNames[code.toLowerCase().split('-')[0] ?? ''] ?? code.replace(/[^A-Za-z0-9-]/g, '');
}

function closeRegion(region: Region): string {
  switch (region.type) {
    case 'table':
      return blockMarks.tableEnd;
    case 'figure':
      return blockMarks.figureEnd;
    case 'box':
      return boxes[region.kind][1];
    case 'quote':
      return blockMarks.quoteEnd;
    case 'language':
      return blockMarks.languageEnd;
    case 'notes':
      return blockMarks.notesEnd;
    default:
      return region satisfies never;
  }
}
