import { mapDocumentInlines } from '../document/map.ts';
import { shownAddress } from '../document/shown-address.ts';
import { textOf } from '../document/text.ts';
import type { Document, Inline } from '../document/tree.ts';
import type { Planned } from './transform.ts';

/** Asks the writer to print the address behind the words of each link, for readers who cannot follow one (NHS Notify letters do the same). Writers that print it as words declare it. */
export function linksInFull(document: Document): Planned {
  const show = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes.map((node): Inline => {
      if (node.type === 'link') {
        const words = textOf(node.children);
        const address = shownAddress(node.url);
        if (node.url.startsWith('#') || node.url.startsWith('tel:') || words.includes(address)) return node;
        return { ...node, showUrl: true };
      }
      return 'children' in node ? ({ ...node, children: show(node.children) } as Inline) : node;
    });
  return { document: mapDocumentInlines(document, show), changes: [] };
}
