import { mapDocumentInlines } from './map.ts';
import type { AbbreviationEntry, Document, Inline } from './tree.ts';

type Marker = (nodes: readonly Inline[]) => Inline[];

/** Marks the abbreviations in a run of inline content. */
export function markInlines(
  nodes: readonly Inline[],
  entries: readonly AbbreviationEntry[],
): readonly Inline[] {
  return markerOf(entries)?.(nodes) ?? nodes;
}

/** Marks every use of an abbreviation that the report lists, also in the plural ("CCGs"), except in the list itself. */
export function markAbbreviations(document: Document): Document {
  const mark = markerOf(document.abbreviations);
  if (mark === undefined) return document;
  return mapDocumentInlines(document, (nodes, place) => (place === 'term' ? nodes : mark(nodes)));
}

function markerOf(entries: readonly AbbreviationEntry[]): Marker | undefined {
  const expansions = new Map<string, string>();
  for (const { short, expansion } of entries) if (short !== '') expansions.set(short, expansion);
  if (expansions.size === 0) return undefined;
  const longestFirst = [...expansions.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${longestFirst.map(literal).join('|')})(s?)(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const mark: Marker = (nodes) =>
    nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') return split(node.value, node.at, pattern, expansions);
      return 'children' in node ? [{ ...node, children: mark(node.children) } as Inline] : [node];
    });
  return mark;
}

function split(
  value: string,
  at: Inline['at'],
  pattern: RegExp,
  expansions: ReadonlyMap<string, string>,
): Inline[] {
  const out: Inline[] = [];
  const where = at && { at };
  let from = 0;
  for (const match of value.matchAll(pattern)) {
    if (match.index > from) out.push({ type: 'text', value: value.slice(from, match.index), ...where });
    const expansion = expansions.get(match[1]!) ?? '';
    out.push({
      type: 'abbreviation',
      value: match[0],
      expansion: match[2] === 's' ? plural(expansion) : expansion,
      ...where,
    });
    from = match.index + match[0].length;
  }
  if (from < value.length) out.push({ type: 'text', value: value.slice(from), ...where });
  return out;
}

/** The regular English plural of the last word. */
function plural(expansion: string): string {
  if (/s$/.test(expansion)) return expansion;
  return /[^aeiou]y$/.test(expansion) ? `${expansion.slice(0, -1)}ies` : `${expansion}s`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
