import type { Paragraph as MdParagraph, RootContent } from 'mdast';
import type { Block, EasyReadLayer } from '../document/tree.ts';
import { toBlocks } from './blocks.ts';
import { toInlines } from './inlines.ts';
import { positionOf, type Reader, report } from './reader.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
type Layer = Mutable<EasyReadLayer>;

export function newLayer(): Layer {
  return { children: [], covers: [], leftOut: [] };
}

/** Takes the parts of the Easy Read layer out of a file's blocks; gives back the other blocks. */
export function takeEasyRead(nodes: readonly RootContent[], layer: Layer, reader: Reader): RootContent[] {
  return nodes.filter((node) => {
    const isDirective = node.type === 'containerDirective' || node.type === 'leafDirective';
    if (!isDirective) return true;
    if (node.name === 'left-out') {
      const { section, why } = node.attributes ?? {};
      const at = positionOf(node, reader);
      if (section && why) layer.leftOut.push({ id: section, why, at });
      else {
        report(
          reader,
          'left-out-incomplete',
          'error',
          'This does not say what is left out of the Easy Read version, or why.',
          'Write :::left-out{section="heading-in-small-letters" why="…"}.',
          at,
        );
      }
      if (node.children.length > 0) {
        report(reader, 'left-out-incomplete', 'warning', 'The words in this box reach no reader.', 'Write the reason in why="…".', at);
      }
      return false;
    }
    if (node.name !== 'easy-read' || node.type !== 'containerDirective') return true;
    const at = positionOf(node, reader);
    const ids = (node.attributes?.covers ?? '').split(/[\s,]+/).filter(Boolean);
    for (const id of ids) layer.covers.push({ id: id.replace(/^#/, ''), at });
    layer.children.push(...easyBlocks(node.children, reader));
    return false;
  });
}

/** Paragraphs become ideas; all else is as in a report. */
export function easyBlocks(nodes: readonly RootContent[], reader: Reader): Block[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? [toIdea(node, reader)] : toBlocks([node], reader)));
}

function toIdea(node: MdParagraph, reader: Reader): Block {
  const at = positionOf(node, reader);
  const [first, ...others] = node.children;
  if (first?.type !== 'textDirective' || first.name !== 'pic') {
    report(
      reader,
      'idea-without-picture',
      'warning',
      'This Easy Read idea has no picture.',
      'Start it with :pic[concept]. "npx allformats list --pictures" shows all concepts.',
      at,
    );
    return { type: 'idea', children: toInlines(node.children, reader), at };
  }
  const [label] = first.children;
  const picture = label?.type === 'text' ? label.value.trim().toLowerCase() : '';
  const [text, ...rest] = others;
  const words = text?.type === 'text' ? [{ ...text, value: text.value.trimStart() }, ...rest] : others;
  return { type: 'idea', ...(picture && { picture }), children: toInlines(words, reader), at };
}
