import { fold, textOf } from '../../document/text.ts';
import type { Block } from '../../document/tree.ts';

/** What a link inside the document leads to, by the words that people can search for. */
export interface LinkTarget {
  readonly kind: 'section' | 'table' | 'figure';
  readonly words: string;
}

/** The headings, tables and figures that have an id and words. */
export function linkTargets(blocks: readonly Block[]): ReadonlyMap<string, LinkTarget> {
  const targets = new Map<string, LinkTarget>();
  const stack: Block[] = [...blocks].reverse();
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    if (block.type === 'heading') add(targets, block.id, 'section', textOf(block.children));
    else if (block.type === 'table' || block.type === 'figure')
      add(targets, block.id, block.type, block.caption);
    for (const child of childBlocks(block).reverse()) stack.push(child);
  }
  return targets;
}

function add(
  targets: Map<string, LinkTarget>,
  id: string | undefined,
  kind: LinkTarget['kind'],
  words: string | undefined,
): void {
  if (id && words && !targets.has(id)) targets.set(id, { kind, words: fold(words) });
}

function childBlocks(block: Block): Block[] {
  switch (block.type) {
    case 'list':
      return block.children.flatMap((item) => item.children);
    case 'table':
      return block.groups.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.children)),
      );
    case 'figure':
      return [...block.description];
    case 'box':
    case 'blockquote':
    case 'languagePart':
      return [...block.children];
    default:
      return [];
  }
}
