import { direction } from '../../document/writing-direction.ts';
import { type DocxContext, nextCount, type Spot } from './context.ts';
import { border, colours, styleIds } from './styles.ts';
import { el, val, type Xml } from './xml.ts';

/** Word has this many levels of lists; deeper ones have a style of their own that tells their level. */
export const deepestLevel = 8;
/** Numbering of bullets and of the further paragraphs of an item, in numbering.xml. */
export const numbering = { bullets: 1, continued: 2, firstNumbered: 3 } as const;

/** A paragraph with the look of its surroundings. Its properties are in the order that the schema wants (ECMA-376 part 1, 17.3.1.26). */
export function paragraph(runs: readonly Xml[], spot: Spot, style?: string, more: readonly Xml[] = []): Xml {
  const own = style ?? styleOf(spot);
  const mark = spot.mark;
  const level = mark === undefined ? 0 : Math.min(mark.level, deepestLevel);
  const properties = [
    ...(own === undefined ? [] : [val('w:pStyle', own)]),
    ...(mark === undefined
      ? []
      : [el('w:numPr', {}, [val('w:ilvl', level), val('w:numId', mark.numbering)])]),
    ...(spot.look === 'box'
      ? [
          el('w:pBdr', {}, [
            // The white line parts a box from one that stands right before it.
            ...(own === styleIds.boxTitle ? [el('w:top', border(72, 0, 'FFFFFF'))] : []),
            el('w:start', border(36, 8, colours.link)),
          ]),
          el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colours.tile }),
        ]
      : []),
    ...(direction(spot.language) === 'rtl' ? [el('w:bidi')] : []),
    ...more,
  ];
  return el('w:p', {}, [...(properties.length > 0 ? [el('w:pPr', {}, properties)] : []), ...runs]);
}

function styleOf(spot: Spot): string | undefined {
  if (spot.lists > deepestLevel + 1) return `ListLevel${spot.lists}`;
  if (spot.lists > 0) return styleIds.list;
  if (spot.look === 'quote') return styleIds.quote;
  return spot.look === 'note' ? styleIds.note : undefined;
}

/** Words inside a bookmark that links lead to. */
export function marked(runs: readonly Xml[], id: string | undefined, context: DocxContext): readonly Xml[] {
  const name = id === undefined ? undefined : context.bookmarks.get(id);
  if (name === undefined) return runs;
  const number = nextCount(context);
  return [
    el('w:bookmarkStart', { 'w:id': number, 'w:name': name }),
    ...runs,
    el('w:bookmarkEnd', { 'w:id': number }),
  ];
}
