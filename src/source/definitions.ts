import type { RootContent } from 'mdast';
import type { Definition, Inline } from '../document/tree.ts';
import { flatInlines } from './flat-text.ts';
import { toInlines } from './inlines.ts';
import { positionOf, type Reader, report } from './reader.ts';

/** `Term: what it means` as list items. What is not written so is kept as a meaning without a term, with a finding. */
export function definitions(content: readonly RootContent[], name: string, reader: Reader): Definition[] {
  return content
    .flatMap((node) => (node.type === 'list' ? node.children : [node]))
    .map((node): Definition => {
      const at = positionOf(node, reader);
      const all = toInlines(flatInlines(node), reader);
      const [first, ...others] = all;
      const match =
        node.type === 'listItem' && first?.type === 'text' ? /^([^:]+):\s+/.exec(first.value) : null;
      if (match === null || first?.type !== 'text') {
        report(
          reader,
          'not-a-definition',
          'error',
          `A line of "${name}" is not a word with its meaning.`,
          'Write "- Word: what it means".',
          at,
        );
        return { term: [], definition: all, at };
      }
      const rest: Inline = { ...first, value: first.value.slice(match[0].length) };
      return { term: [{ type: 'text', value: match[1]!.trim() }], definition: [rest, ...others], at };
    });
}
