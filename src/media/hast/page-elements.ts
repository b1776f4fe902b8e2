import type { PageNode } from '../../kernel/page-tree.ts';
import type { Element } from './dom.ts';

export interface PageElements {
  /** In the form that parse5 gives them, as far as they are asked here, by `backendNodeId`. Text stands for its element. */
  readonly elements: ReadonlyMap<number, Element>;
  /** The words of each text. */
  readonly texts: ReadonlyMap<number, string>;
}

/** The elements of a page as a browser has it. */
export function pageElements(document: PageNode): PageElements {
  const elements = new Map<number, Element>();
  const texts = new Map<number, string>();
  const stack: (readonly [PageNode, Element | undefined])[] = [[document, undefined]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, parent] = next;
    const own = node.nodeType === 1 ? elementOf(node, parent) : parent;
    if (own !== undefined) elements.set(node.backendNodeId, own);
    if (node.nodeType === 3) texts.set(node.backendNodeId, node.nodeValue ?? '');
    for (const child of [...(node.children ?? [])].reverse()) stack.push([child, own]);
  }
  return { elements, texts };
}

function elementOf(node: PageNode, parent: Element | undefined): Element {
  const attrs: { name: string; value: string }[] = [];
  const given = node.attributes ?? [];
  for (let at = 0; at + 1 < given.length; at += 2) attrs.push({ name: given[at]!, value: given[at + 1]! });
  const tagName = node.nodeName.toLowerCase();
  const own = {
    nodeName: tagName,
    tagName,
    attrs,
    childNodes: [],
    parentNode: parent ?? null,
  } as unknown as Element;
  parent?.childNodes.push(own);
  return own;
}
