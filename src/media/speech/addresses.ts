import { mapDocumentInlines } from '../../document/map.ts';
import { fold, textOf } from '../../document/text.ts';
import type { Document, Inline } from '../../document/tree.ts';

export interface LinkedAddress {
  readonly words: string;
  readonly url: string;
}

/** The web addresses behind words that do not tell them, once each, in reading order: a listener cannot follow a link. */
export function linkedAddresses(document: Document): readonly LinkedAddress[] {
  const found = new Map<string, LinkedAddress>();
  const look = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'link' && /^https?:/i.test(node.url)) {
        const words = fold(textOf(node.children));
        const isTold = words.includes(node.url.replace(/^https?:\/\//, '').replace(/\/$/, ''));
        if (!isTold && !found.has(node.url)) found.set(node.url, { words, url: node.url });
      } else if ('children' in node) look(node.children);
    }
  };
  mapDocumentInlines(document, (nodes) => {
    look(nodes);
    return nodes;
  });
  return [...found.values()];
}
