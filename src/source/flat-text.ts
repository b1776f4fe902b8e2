import type { RootContent } from 'mdast';

/** All words below a node, without recursion. */
export function flatText(node: RootContent): string {
  const words: string[] = [];
  const stack: unknown[] = [node];
  while (stack.length > 0) {
    const one = stack.pop() as { value?: unknown; alt?: unknown; children?: unknown[] };
    if (typeof one.value === 'string') words.push(one.value);
    if (typeof one.alt === 'string') words.push(one.alt);
    for (let index = (one.children?.length ?? 0) - 1; index >= 0; index--) stack.push(one.children![index]);
  }
  return words.join(' ');
}
