import { mapBlocks } from '../document/map.ts';
import type { Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { Planned } from './transform.ts';

/** Lays every table out as one record after another, each value with the name of its column. */
export function lineariseTables(document: Document): Planned {
  const changes: DeclaredChange[] = [];
  const children = mapBlocks(document.children, (block) => {
    if (block.type !== 'table') return block;
    changes.push({
      kind: 'moved',
      text: block.caption ?? 'Table without caption',
      reason: 'The table is told row by row, each value with the name of its column.',
    });
    return { ...block, layout: 'records' };
  });
  return { document: { ...document, children }, changes };
}
