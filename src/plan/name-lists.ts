import { furnitureOf } from '../document/furniture/furniture-of.ts';
import type { Block, Document, Heading } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { text } from './opening.ts';
import type { Planned } from './transform.ts';

/** Gives the lists of abbreviations and hard words a heading where the author gave none, so that they can be found. */
export function nameLists(document: Document): Planned {
  const { lists: names } = furnitureOf(document.meta.language);
  const changes: DeclaredChange[] = [];
  const children: Block[] = [];
  let depth: Heading['depth'] = 2;
  for (const block of document.children) {
    if (block.type === 'heading' && block.depth > 1) depth = block.depth;
    if (block.type === 'definitionList' && block.kind !== 'details' && children.at(-1)?.type !== 'heading') {
      const title = names[block.kind];
      const id = `${block.kind}List${changes.length + 1}`;
      changes.push({ kind: 'added', text: title, reason: 'Names a list that has no heading.' });
      // At the depth of the section before, so that no level is skipped after it.
      children.push({ type: 'heading', depth, id, children: [text(title)] });
    }
    children.push(block);
  }
  return { document: { ...document, children }, changes };
}
