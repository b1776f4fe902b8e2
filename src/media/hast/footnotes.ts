import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fill } from '../../document/furniture/furniture.ts';
import type { Footnote } from '../../document/tree.ts';
import type { HastContext } from './context.ts';
import { fixedWords } from './fixed-words.ts';
import { noteId, noteUseId } from './inlines.ts';
import { lines } from './lines.ts';

/** The footnotes at the end, each with a link back to every place that refers to it. Undefined where there are none. */
export function footnotes(context: HastContext): Element | undefined {
  const notes = context.document.footnotes;
  if (notes.length === 0) return undefined;
  // All notes first: a note may refer to another one.
  const contents = notes.map((note) => context.blocks(note.children));
  const items = notes.map((note, index) =>
    h('li', { id: noteId(note.number), value: note.number }, contents[index]!, backLinks(note, context)),
  );
  return h(
    'section',
    { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: context.furniture.web.footnotes },
    h('h2', fixedWords(context.document.meta.language), context.furniture.web.footnotes),
    h('ol', lines(items)),
  );
}

function backLinks(note: Footnote, context: HastContext): ElementContent[] {
  const uses = context.noteUses.get(note.id) ?? 0;
  if (uses === 0) return [];
  const { web } = context.furniture;
  const links = Array.from({ length: uses }, (_, index) => {
    const use = index + 1;
    const seen = uses === 1 ? web.backToText : fill(web.backToTextUse, { use });
    const name = fill(web.backLinkName, { words: seen, number: note.number });
    return h('a', { href: `#${noteUseId(note.number, use)}`, role: 'doc-backlink', ariaLabel: name }, seen);
  });
  return [
    h(
      'p',
      { className: ['back-links'], ...fixedWords(context.document.meta.language) },
      links.flatMap((link) => [link, ' ']),
    ),
  ];
}
