import type { Root } from 'mdast';
import { mapInlines } from '../document/map.ts';
import { textOf } from '../document/text.ts';
import type { Block, Footnote, Inline } from '../document/tree.ts';
import { below } from './flat-text.ts';
import { positionOf, type Reader, report } from './reader.ts';

/** Finds the addresses and footnotes that the text may refer to. Of two with one name, the first counts. */
export function collectTargets(tree: Root, reader: Reader): void {
  for (const node of below(tree)) {
    if (node.type === 'definition') {
      if (!reader.definitions.has(node.identifier)) reader.definitions.set(node.identifier, node);
      else {
        report(
          reader,
          'address-twice',
          'warning',
          `The address "${node.identifier}" stands twice; ${node.url} is not used.`,
          'Give one of them another name.',
          node,
        );
      }
    }
    if (node.type === 'footnoteDefinition') {
      let id = node.identifier;
      if (reader.footnotes.has(id)) {
        report(
          reader,
          'footnote-twice',
          'error',
          `There are two footnotes "${id}". The second one stands at the end.`,
          'Give it another name, here and where it belongs.',
          node,
        );
        for (let count = 2; reader.footnotes.has(id); count++) id = `${node.identifier}-${count}`;
      }
      reader.footnotes.set(id, node);
    }
  }
}

/** The footnotes by number; those that nothing refers to come last, with a finding. */
export function readFootnotes(reader: Reader): Footnote[] {
  const footnotes: Footnote[] = [];
  const read = (): void => {
    // A map's loop also reaches what is added while it runs: footnotes that only other footnotes refer to.
    for (const [id, number] of reader.footnoteNumbers) {
      const node = reader.footnotes.get(id);
      if (node === undefined || number <= footnotes.length) continue;
      footnotes.push({
        id,
        number,
        children: reader.toBlocks(node.children, reader),
        at: positionOf(node, reader),
      });
    }
  };
  read();
  for (const [id, node] of reader.footnotes) {
    if (reader.footnoteNumbers.has(id)) continue;
    if (id === node.identifier) {
      report(
        reader,
        'unused-footnote',
        'warning',
        `Nothing refers to the footnote "${id}". It stands at the end.`,
        `Write [^${id}] where it belongs.`,
        node,
      );
    }
    reader.footnoteNumbers.set(id, reader.footnoteNumbers.size + 1);
    read();
  }
  return footnotes;
}

export function checkUnusedAddresses(reader: Reader): void {
  for (const [identifier, node] of reader.definitions) {
    if (reader.usedDefinitions.has(identifier)) continue;
    report(
      reader,
      'unused-address',
      'warning',
      `Nothing uses the address "${identifier}" (${node.url}).`,
      'Link to it, or delete the line.',
      node,
    );
  }
}

/** A link to a place that does not exist becomes its words, with a finding. */
export function checkInternalLinks(blocks: readonly Block[], reader: Reader): Block[] {
  const check = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes.flatMap((node): readonly Inline[] => {
      if (node.type !== 'link' || !node.url.startsWith('#')) {
        return 'children' in node ? [{ ...node, children: check(node.children) } as Inline] : [node];
      }
      const id = decoded(node.url.slice(1));
      if (reader.ids.has(id)) return [{ ...node, url: `#${id}` }];
      report(
        reader,
        'broken-reference',
        'error',
        `The link "${textOf(node.children)}" leads to "${node.url}", which is not in the report.`,
        'Write the heading it leads to in small letters with hyphens: [our objectives](#our-objectives).',
        node.at ?? { position: undefined },
      );
      return node.children;
    });
  return mapInlines(blocks, check);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
