import type { Block, Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { text } from './opening.ts';
import type { Planned } from './transform.ts';

const names = { abbreviations: 'Short forms explained', glossary: 'Words explained' } as const;

/** Gives the lists of abbreviations and hard words a heading where the author gave none, so that they can be found. */
export function nameLists(document: Document): Planned {
  const changes: DeclaredChange[] = [];
  const children: Block[] = [];
  for (const block of document.children) {
    if (block.type === 'definitionList' && block.kind !== 'details' && children.at(-1)?.type !== 'heading') {
      const title = names[block.kind];
      changes.push({ kind: 'added', text: title, reason: 'Names a list that has no heading.' });
      children.push({ type: 'heading', depth: 2, id: `list-of-${block.kind}`, children: [text(title)] });
    }
    children.push(block);
  }
  return { document: { ...document, children: uniqueIds(children) }, changes };
}

function uniqueIds(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    let id = block.id;
    for (let count = 2; seen.has(id); count++) id = `${block.id}-${count}`;
    seen.add(id);
    return id === block.id ? block : { ...block, id };
  });
}
