import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Document } from '../../document/tree.ts';
import { toBlocks } from './blocks.ts';
import type { HastContext, HastOptions } from './context.ts';
import { toInlines } from './inlines.ts';

/** Starts a page for the document: `blocks` turns its blocks into hast, in order; `findings` and `changes` fill meanwhile. */
export function newHast(document: Document, options: HastOptions): HastContext {
  const context: HastContext = {
    document,
    furniture: furnitureOf(document.meta.language),
    options,
    changes: [],
    findings: [],
    noteUses: new Map(),
    imageUrls: new Map(),
    regions: new Set(),
    count: 0,
    blocks: (nodes) => toBlocks(nodes, context),
    inlines: (nodes) => toInlines(nodes, context),
  };
  return context;
}
