import { mapDocumentInlines } from '../document/map.ts';
import { shownAddress } from '../document/shown-address.ts';
import { textOf } from '../document/text.ts';
import type { Document, Inline, Link } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { text } from './opening.ts';
import type { Planned } from './transform.ts';

/** Letters of a word that begins in a link and ends behind it: the "s" of `[link](…)s`. */
const restOfWord = /^[\p{L}\p{N}\p{M}]+/u;

/** Asks the writer to print the address behind the words of each link, for readers who cannot follow one (NHS Notify letters do the same). Writers that print it as words declare it. */
export function linksInFull(document: Document): Planned {
  const changes: DeclaredChange[] = [];
  const show = (nodes: readonly Inline[]): readonly Inline[] => {
    const out: Inline[] = [];
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index] as Inline;
      if (node.type !== 'link') {
        out.push('children' in node ? ({ ...node, children: show(node.children) } as Inline) : node);
        continue;
      }
      const next = nodes[index + 1];
      const rest = next?.type === 'text' ? restOfWord.exec(next.value)?.[0] : undefined;
      if (!needsAddress(node)) out.push(node);
      else if (next?.type !== 'text' || rest === undefined) out.push({ ...node, showUrl: true });
      else {
        // The address must not stand inside the word.
        const address = ` (${shownAddress(node.url)})`;
        changes.push({ kind: 'added', text: address, reason: 'Tells the address of a link.' });
        out.push(node, text(rest), text(address), text(next.value.slice(rest.length)));
        index++;
      }
    }
    return out;
  };
  return { document: mapDocumentInlines(document, show), changes };
}

function needsAddress(link: Link): boolean {
  if (link.url.startsWith('#') || link.url.startsWith('tel:')) return false;
  return !textOf(link.children).includes(shownAddress(link.url));
}
