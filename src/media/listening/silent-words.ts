import type { HeardLine, WordsAt } from '../../kernel/heard-page.ts';
import { attribute, type Element } from '../hast/dom.ts';
import { type PageIndex, parentOf } from './page-index.ts';

/** At least two letters or digits: a lone sign is a picture. */
const speaks = /[\p{L}\p{N}].*[\p{L}\p{N}]/u;

/** Words that can be seen and that nobody hears, neither there nor elsewhere on the page. */
export function silentWords(
  index: PageIndex,
  heard: ReadonlySet<number>,
  lines: readonly HeardLine[],
  names: readonly string[],
): WordsAt[] {
  const known = ` ${folded([...lines.flatMap(({ parts }) => parts.map(({ text }) => text)), ...names].join(' '))} `;
  const silent = new Map<Element, string[]>();
  for (const [id, words] of index.texts) {
    const box = index.boxes.get(id);
    const element = index.elements.get(id);
    if (heard.has(id) || box === undefined || element === undefined) continue;
    if (!box.isVisible || box.width < 2 || box.height < 2 || !speaks.test(words)) continue;
    if (known.includes(` ${folded(words)} `)) continue;
    const place = hiddenPart(element);
    silent.set(place, [...(silent.get(place) ?? []), words]);
  }
  return [...silent].map(([element, words]) => ({
    words: words.join(' ').replace(/\s+/g, ' ').trim(),
    selector: index.selector(element),
  }));
}

/** The outermost element around that is kept from listeners, else the element itself. */
function hiddenPart(element: Element): Element {
  let found = element;
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at)) {
    if (attribute(at, 'aria-hidden') === 'true' || attribute(at, 'inert') !== undefined) found = at;
  }
  return found;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
