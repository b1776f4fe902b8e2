import { easyReadingOf, type Reading } from './passages.ts';
import type { Document, Idea } from './tree.ts';
import { visitBlocks } from './visit.ts';

/** One card for each picture that the Easy Read layer names, once, in the order of the alphabet: its word stands for all that is said. */
export function pictureCardsOf({ easyRead }: Document): readonly Idea[] {
  const cards = new Map<string, Idea>();
  for (const block of visitBlocks(easyRead?.children ?? [])) {
    if (block.type !== 'idea' || block.picture === undefined || cards.has(block.picture)) continue;
    const { picture, at } = block;
    cards.set(picture, {
      type: 'idea',
      picture,
      children: [{ type: 'text', value: wordOf(picture) }],
      ...(at && { at }),
    });
  }
  return [...cards].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, card]) => card);
}

/** The title, and the word of each card. */
export function cardReadingOf(document: Document): Reading {
  const { easyRead } = document;
  if (easyRead === undefined) return easyReadingOf(document);
  return easyReadingOf({ ...document, easyRead: { ...easyRead, children: pictureCardsOf(document) } });
}

/** A concept as a word to read. */
function wordOf(concept: string): string {
  const word = concept.replaceAll('-', ' ');
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
