import { fold, textOf } from '../../document/text.ts';
import type { Block } from '../../document/tree.ts';
import type { DocxContext } from './context.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { el, val, type Xml } from './xml.ts';

/** Fewer headings are found without a list. */
const fewest = 3;

/** A contents field that is filled already: links to the headings of depth 2 and 3. Word makes it anew when a person asks for it. */
export function contentsField(blocks: readonly Block[], context: DocxContext): Xml[] {
  const entries = blocks.filter(
    (block): block is Extract<Block, { type: 'heading' }> =>
      block.type === 'heading' &&
      (block.depth === 2 || block.depth === 3) &&
      fold(textOf(block.children)) !== '',
  );
  if (entries.length < fewest) return [];
  const { furniture, document } = context;
  const field = (type: string): Xml => el('w:r', {}, [el('w:fldChar', { 'w:fldCharType': type })]);
  const start = [
    field('begin'),
    el('w:r', {}, [el('w:instrText', { 'xml:space': 'preserve' }, [' TOC \\o "2-3" \\h \\z \\n '])]),
    field('separate'),
  ];
  const lines = entries.map((block, index) => {
    const words = textRuns(
      fold(textOf(block.children)),
      { style: 'Hyperlink', language: document.meta.language },
      context,
    );
    const anchor = context.bookmarks.get(block.id);
    const link =
      anchor === undefined ? words : [el('w:hyperlink', { 'w:anchor': anchor, 'w:history': 1 }, words)];
    return el('w:p', {}, [
      el('w:pPr', {}, [
        val('w:pStyle', `TOC${block.depth}`),
        ...(context.isRightToLeft ? [el('w:bidi')] : []),
      ]),
      ...(index === 0 ? start : []),
      ...link,
      ...(index === entries.length - 1 ? [field('end')] : []),
    ]);
  });
  const title = el('w:p', {}, [
    el('w:pPr', {}, [
      val('w:pStyle', styleIds.contentsTitle),
      ...(context.isRightToLeft ? [el('w:bidi')] : []),
    ]),
    ...textRuns(furniture.body.contents, { language: furniture.language }, context),
  ]);
  return [
    el('w:sdt', {}, [
      el('w:sdtPr', {}, [
        el('w:docPartObj', {}, [val('w:docPartGallery', 'Table of Contents'), el('w:docPartUnique')]),
      ]),
      el('w:sdtContent', {}, [title, ...lines]),
    ]),
  ];
}
