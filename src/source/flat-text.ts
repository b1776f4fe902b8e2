import type { Nodes, PhrasingContent } from 'mdast';

/** All words below a node, without recursion. */
export function flatText(node: Nodes): string {
  const words: string[] = [];
  for (const one of below(node)) {
    if ('value' in one) words.push(one.value);
    else if ('alt' in one && one.alt) words.push(one.alt);
  }
  return words.join(' ');
}

/** The inline content of all blocks below a node, a line break between blocks, without recursion. */
export function flatInlines(node: Nodes): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  const add = (nodes: readonly PhrasingContent[]) => {
    if (out.length > 0) out.push({ type: 'break' });
    out.push(...nodes);
  };
  for (const one of below(node, isInlineParent)) {
    if (isInlineParent(one)) add(one.children as PhrasingContent[]);
    else if (one.type === 'code' || one.type === 'html')
      add([{ type: 'inlineCode', value: one.value, position: one.position }]);
  }
  return out;
}

function isInlineParent(
  node: Nodes,
): node is Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' | 'leafDirective' }> {
  return ['paragraph', 'heading', 'tableCell', 'leafDirective'].includes(node.type);
}

/** A node and all below it in reading order; where `whole` says so, what is below is left out. */
export function* below(root: Nodes, whole: (node: Nodes) => boolean = () => false): Generator<Nodes> {
  const stack: Nodes[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    yield node;
    if (!('children' in node) || whole(node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!);
  }
}
