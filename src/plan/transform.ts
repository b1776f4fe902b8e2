import type { Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';

export interface Planned {
  readonly document: Document;
  readonly changes: readonly DeclaredChange[];
}

/** A pure change of the document that a profile chooses. Words that it adds, moves or leaves out are declared. */
export type Transform = (document: Document) => Planned;
