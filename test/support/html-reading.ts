import type { Passage, ReadBack } from '../../src/document/passage.ts';
import { type Reading, readingOf } from '../../src/document/passages.ts';
import type { Document } from '../../src/document/tree.ts';
import type { DeclaredChange } from '../../src/kernel/change.ts';

/** What a planned document's body and footnotes say, without positions and without the details from the front matter. */
export function bodyReading(document: Document): Reading {
  const details = readingOf({ ...document, children: [], footnotes: [] }).passages.length;
  const { passages, links } = readingOf(document);
  return {
    passages: passages.slice(details).map(({ at: _, ...passage }): Passage => passage),
    links: links.map(({ text, url }) => ({ text, url })),
  };
}

/** What was read back, without the passages that the writer declared as its own. */
export function withoutAdded(readBack: ReadBack, changes: readonly DeclaredChange[]): Reading {
  const added = new Set(changes.filter(({ kind }) => kind === 'added').map(({ text }) => text));
  return { passages: readBack.passages.filter(({ text }) => !added.has(text)), links: readBack.links };
}
