import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Footnote } from '../../document/tree.ts';
import type { HastContext } from './context.ts';
import { noteId, noteUseId } from './inlines.ts';
import { lines } from './lines.ts';
import { backLink, english, words } from './words.ts';

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
    { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: words.footnotes },
    h('h2', english(context.document.meta.language), words.footnotes),
    h('ol', lines(items)),
  );
}

function backLinks(note: Footnote, context: HastContext): ElementContent[] {
  const uses = context.noteUses.get(note.id) ?? 0;
  if (uses === 0) return [];
  const links = Array.from({ length: uses }, (_, index) => {
    const use = index + 1;
    const { seen, name } = backLink(note.number, use, uses);
    return h('a', { href: `#${noteUseId(note.number, use)}`, role: 'doc-backlink', ariaLabel: name }, seen);
  });
  return [
    h(
      'p',
      { className: ['back-links'], ...english(context.document.meta.language) },
      links.flatMap((link) => [link, ' ']),
    ),
  ];
}
