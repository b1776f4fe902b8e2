import type { DocxContext } from './context.ts';
import { deepestLevel, numbering } from './paragraph.ts';
import { el, val, type Xml } from './xml.ts';

const bullets = ['•', '○', '■'];

/** Bullets, numbers, and the indentation of an item's further paragraphs; each numbered list counts on its own. */
export function numberingPart({ numberedLists, options }: DocxContext): Xml {
  const step = Math.round(options.size * 20 * 1.6);
  const levels = (make: (level: number) => readonly [format: string, text: string]): Xml[] =>
    Array.from({ length: deepestLevel + 1 }, (_, level) => {
      const [format, text] = make(level);
      return el('w:lvl', { 'w:ilvl': level }, [
        val('w:start', 1),
        val('w:numFmt', format),
        ...(format === 'none' ? [val('w:suff', 'nothing')] : []),
        val('w:lvlText', text),
        val('w:lvlJc', 'start'),
        el('w:pPr', {}, [
          el('w:ind', { 'w:start': step * (level + 1), ...(format !== 'none' && { 'w:hanging': step }) }),
        ]),
      ]);
    });
  const abstract = (id: number, content: readonly Xml[]): Xml =>
    el('w:abstractNum', { 'w:abstractNumId': id }, [val('w:multiLevelType', 'hybridMultilevel'), ...content]);
  return el('w:numbering', { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' }, [
    abstract(
      0,
      levels((level) => ['bullet', bullets[level % bullets.length] ?? '•']),
    ),
    abstract(
      1,
      levels(() => ['none', '']),
    ),
    abstract(
      2,
      levels((level) => ['decimal', `%${level + 1}.`]),
    ),
    num(numbering.bullets, 0),
    num(numbering.continued, 1),
    ...numberedLists.map(({ id, level, start }) =>
      num(id, 2, el('w:lvlOverride', { 'w:ilvl': level }, [val('w:startOverride', start)])),
    ),
  ]);
}

function num(id: number, abstract: number, ...more: readonly Xml[]): Xml {
  return el('w:num', { 'w:numId': id }, [val('w:abstractNumId', abstract), ...more]);
}
