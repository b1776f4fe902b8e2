import { bodyReadingOf } from '../document/passages.ts';
import { keyFactsFirst } from '../document/summary-first.ts';
import type { Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { contactPart, detailsPart, paragraph, titleBlocks, waysPart } from './opening.ts';
import type { Planned } from './transform.ts';

/**
 * Opens the report with a page of its own that says the most important things in the authors' words: title, summary, key
 * facts and how to ask. The key facts are moved there; the other details, and a note on contact, come behind it. In place of
 * `opening`.
 */
export function summaryFirst(document: Document): Planned {
  const { meta } = document;
  const { facts, rest } = keyFactsFirst(document.children);
  const ways = waysPart(meta);
  const { note } = meta.contact;
  // Without a way to ask, the note says why, under the heading that people look for.
  const more =
    ways.blocks.length === 0 ? contactPart(meta) : { blocks: note ? [paragraph(note)] : [], changes: [] };
  const details = detailsPart(meta);
  const moved = bodyReadingOf({ children: facts, footnotes: [] }).passages.map(
    ({ text }): DeclaredChange => ({ kind: 'moved', text, reason: 'The key facts come first.' }),
  );
  const children = [
    ...titleBlocks(document),
    ...facts,
    ...ways.blocks,
    { type: 'pageBreak' as const },
    ...details.blocks,
    ...more.blocks,
    ...rest,
  ];
  return {
    document: { ...document, children },
    changes: [...moved, ...ways.changes, ...details.changes, ...more.changes],
  };
}
