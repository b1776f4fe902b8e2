import type { Element } from 'hast';
import { h } from 'hastscript';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { fold, textOf } from '../../document/text.ts';
import type { Block, Heading } from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import { fixedWords } from './fixed-words.ts';
import { lines } from './lines.ts';

interface Entry {
  readonly heading: Heading;
  readonly inside: Heading[];
}

/** A list with more links than this is folded on a telephone, so that the text is not screens away. */
const mostUnfolded = 12;

/**
 * Links to all headings of depth 2 and, inside them, 3; `language` is the document's. Undefined where there is no heading to lead to.
 * A long list is folded where `folds` is set; the style sheet unfolds it beside the text.
 */
export function contents(blocks: readonly Block[], language: string, folds = false): Element | undefined {
  const entries: Entry[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading' || textOf(block.children).trim() === '') continue;
    if (block.depth === 2) entries.push({ heading: block, inside: [] });
    if (block.depth === 3) entries.at(-1)?.inside.push(block);
  }
  if (entries.length === 0) return undefined;
  const items = entries.map(({ heading, inside }) =>
    h(
      'li',
      link(heading),
      inside.length === 0
        ? []
        : h(
            'ul',
            { role: 'list' },
            inside.map((one) => h('li', link(one))),
          ),
    ),
  );
  const list = h('ul', { role: 'list', lang: language, dir: direction(language) }, lines(items));
  const links = entries.reduce((sum, { inside }) => sum + 1 + inside.length, 0);
  const { body, web } = furnitureOf(language);
  return h(
    'nav',
    // A name that is not the heading: who listens hears both, one after the other.
    { className: ['contents'], ariaLabel: web.onThisPage, ...fixedWords(language) },
    h('h2', body.contents),
    folds && links > mostUnfolded ? h('details', h('summary', web.showContents), list) : list,
  );
}

function link(heading: Heading): Element {
  return h('a', { href: `#${heading.id}` }, fold(textOf(heading.children)));
}
