import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import type { Block, Document, Inline, Meta } from '../../document/tree.ts';
import { coloursOf, type EditionOptions } from './options.ts';

/** Ending of the sheet's file. */
export const sheetName = 'print-room.pdf';

/** Options under which the sheet itself is written and measured. */
export function sheetOptions(options: EditionOptions): EditionOptions {
  const standard = options.standard === 'ua1+a3a' ? 'ua1+a2a' : options.standard;
  return {
    ...options,
    standard,
    about: false,
    contents: false,
    pageMarks: false,
    print: { ...options.print, sheet: false },
  };
}

/** What those who print the document have to know. It is a file of its own, so that nobody reads it as a part of the report. */
export function sheetDocument(
  meta: Meta,
  pages: number,
  options: EditionOptions,
  { printRoom: words, language }: Furniture,
): Document {
  const { print, size, paper, orientation, margin } = options;
  const text = (value: string): Inline => ({ type: 'text', value });
  const family = options.family;
  const sheets = print.sides === 'double' ? Math.ceil(pages / 2) : pages;
  const edge = Math.round(margin + print.binding);
  const { stock, weight } = print;
  const paperIs = fill(words.paperIs, { paper, orientation: words[orientation], stock, weight });
  const facts: readonly (readonly [string, string])[] = [
    [words.document, meta.title],
    [words.edition, fill(words.editionIs, { size, family })],
    [words.pages, fill(words.pagesAre, { pages, sheets })],
    [words.paper, paperIs],
    [words.sides, words[print.sides]],
    [words.scale, words.scaleIs],
    [words.measure, fill(words.measureIs, { margin: edge })],
    ...(coloursOf(options).background.toLowerCase() === '#ffffff'
      ? []
      : ([[words.background, words.backgroundIs]] as const)),
    [words.fixing, words[print.fixing]],
  ];
  const children: readonly Block[] = [
    { type: 'heading', depth: 1, id: 'print-room', children: [text(words.title)] },
    { type: 'paragraph', children: [text(words.intro)] },
    {
      type: 'definitionList',
      kind: 'details',
      items: facts.map(([term, definition]) => ({ term: [text(term)], definition: [text(definition)] })),
    },
  ];
  const { summary: _, ...rest } = meta;
  return {
    meta: { ...rest, title: words.title, language },
    children,
    footnotes: [],
    abbreviations: [],
    assets: new Map(),
  };
}
