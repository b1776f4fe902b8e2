import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return 'tagName' in node;
}

export function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value;
}

export function classes(node: Element): string[] {
  return attribute(node, 'class')?.split(/\s+/) ?? [];
}

export function find(root: Element, tagName: string): Element | undefined {
  const queue: Node[] = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === tagName) return node;
    queue.push(...[...node.childNodes].reverse());
  }
  return undefined;
}

export function plainText(node: Element): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

/** All elements inside `root`, itself included, in the order of the page; of one name where it is given. */
export function elements(root: Element, tagName?: string): Element[] {
  const found: Element[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (tagName === undefined || node.tagName === tagName) found.push(node);
    for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!);
  }
  return found;
}
