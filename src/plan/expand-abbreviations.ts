import { mapDocumentInlines } from '../document/map.ts';
import { textOf } from '../document/text.ts';
import type { Document, Inline } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { text } from './opening.ts';
import type { Planned } from './transform.ts';

/**
 * Explains each abbreviation where running text first uses it: "CCG (Clinical Commissioning Group)", behind a link that it stands in.
 * Not in headings, names of columns and the list of abbreviations; nor where the author already writes it out beside it.
 */
export function expandAbbreviations(document: Document): Planned {
  const changes: DeclaredChange[] = [];
  const seen = new Set<string>();
  const explain = (node: Inline, around: string): Inline[] => {
    if (node.type === 'abbreviation') {
      const short = node.value.replace(/s$/, '');
      if (node.expansion === '' || seen.has(short)) return [];
      seen.add(short);
      if (around.toLowerCase().includes(node.expansion.toLowerCase())) return [];
      const added = ` (${node.expansion})`;
      changes.push({ kind: 'added', text: added, reason: 'Explains an abbreviation at its first use.' });
      return [text(added)];
    }
    return node.type === 'link' ? inside(node.children).flatMap((one) => explain(one, around)) : [];
  };
  const expand = (nodes: readonly Inline[], around: string): readonly Inline[] =>
    nodes.flatMap((node): readonly Inline[] => {
      if (node.type === 'abbreviation' || node.type === 'link') return [node, ...explain(node, around)];
      return 'children' in node ? [{ ...node, children: expand(node.children, around) } as Inline] : [node];
    });
  const planned = mapDocumentInlines(document, (nodes, place) =>
    place === 'text' ? expand(nodes, textOf(nodes)) : nodes,
  );
  return { document: planned, changes };
}

/** Nodes with all that is below them. */
function inside(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => ('children' in node ? inside(node.children) : [node]));
}
