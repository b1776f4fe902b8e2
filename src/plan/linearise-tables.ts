import { furnitureOf } from '../document/furniture/furniture-of.ts';
import { mapBlocks } from '../document/map.ts';
import type { Block, Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { Planned } from './transform.ts';

/** Lays every table out as one record after another, each value with the name of its column. */
export function lineariseTables(document: Document): Planned {
  const changes: DeclaredChange[] = [];
  const asRecords = (block: Block): Block => {
    if (block.type !== 'table') return block;
    changes.push({
      kind: 'moved',
      text: block.caption ?? furnitureOf(document.meta.language).body.tableWithoutCaption,
      reason: 'The table is told row by row, each value with the name of its column.',
    });
    return { ...block, layout: 'records' };
  };
  const children = mapBlocks(document.children, asRecords);
  const footnotes = document.footnotes.map((note) => ({
    ...note,
    children: mapBlocks(note.children, asRecords),
  }));
  return { document: { ...document, children, footnotes }, changes };
}
