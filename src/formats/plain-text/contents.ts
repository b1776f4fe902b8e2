import type { Block } from '../../document/tree.ts';
import { signs } from './characters.ts';
import { lineText } from './line-text.ts';
import type { TextContext } from './link-address.ts';

/** Fewer headings are found without a list. */
const fewest = 3;

export interface ContentsEntry {
  readonly steps: number;
  readonly text: string;
}

/** The headings of depth 2 and 3; empty where there are too few to need a list. */
export function contentsOf(blocks: readonly Block[], context: TextContext): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading' || block.depth < 2 || block.depth > 3) continue;
    const children = block.children.filter((node) => node.type !== 'footnoteReference');
    const words = lineText(children, context, { inLine: true });
    if (words !== '') entries.push({ steps: block.depth - 2, text: `-${signs.hold}${words}` });
  }
  return entries.length < fewest ? [] : entries;
}

/** How many blocks stand before the list: title, summary, details and how to ask for another format. */
export function openingLength(blocks: readonly Block[]): number {
  let length = blocks[0]?.type === 'heading' && blocks[0].depth === 1 ? 1 : 0;
  if (blocks[length]?.type === 'paragraph' && isDetails(blocks[length + 1])) length++;
  if (isDetails(blocks[length])) length++;
  const next = blocks[length];
  if (next?.type === 'box' && next.kind !== 'key-facts') length++;
  return length;
}

function isDetails(block: Block | undefined): boolean {
  return block?.type === 'definitionList' && block.kind === 'details';
}
