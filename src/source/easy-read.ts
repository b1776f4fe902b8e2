import type { Paragraph as MdParagraph, RootContent } from 'mdast';
import { fold } from '../document/text.ts';
import type { Block, EasyReadLayer } from '../document/tree.ts';
import { checkBox } from './directives.ts';
import { factsRecord } from './facts-record.ts';
import { flatText } from './flat-text.ts';
import { toInlines } from './inlines.ts';
import { positionOf, type Reader, report } from './reader.ts';
import { checkTypedMarks, isSpareEnd } from './typed-marks.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
export type Layer = Mutable<EasyReadLayer>;

export function newLayer(): Layer {
  return { children: [], covers: [], leftOut: [], parts: [], records: [] };
}

/** Takes the parts of the Easy Read layer out of a file's blocks; gives back the other blocks. */
export function takeEasyRead(nodes: readonly RootContent[], layer: Layer, reader: Reader): RootContent[] {
  return nodes.filter((node) => {
    const isDirective = node.type === 'containerDirective' || node.type === 'leafDirective';
    if (!isDirective) return true;
    const isPart =
      node.name === 'left-out' ||
      ((node.name === 'easy-read' || node.name === 'facts') && node.type === 'containerDirective');
    if (!isPart) return true;
    checkBox(node, reader);
    if (node.name === 'facts' && node.type === 'containerDirective') {
      layer.records.push(factsRecord(node, reader));
      return false;
    }
    if (node.name === 'left-out') {
      const { section, why } = node.attributes ?? {};
      const at = positionOf(node, reader);
      if (section && why) layer.leftOut.push({ id: section.replace(/^#/, ''), why, at });
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
        const lost = node.children.map(flatText).join(' ');
        report(
          reader,
          'left-out-incomplete',
          'warning',
          `The words in this box reach no reader: "${lost}".`,
          'Write the reason in why="…".',
          at,
        );
      }
      return false;
    }
    const at = positionOf(node, reader);
    const ids = (node.attributes?.covers ?? '').split(/[\s,]+/).filter(Boolean);
    const covers = ids.map((id) => id.replace(/^#/, ''));
    for (const id of covers) layer.covers.push({ id, at });
    const start = layer.children.length;
    layer.children.push(...easyBlocks(node.children, reader));
    layer.parts.push({ covers, start, end: layer.children.length, at });
    return false;
  });
}

/** Paragraphs become ideas; all else is as in a report. */
export function easyBlocks(nodes: readonly RootContent[], reader: Reader): Block[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph' ? toIdeas(node, reader) : reader.toBlocks([node], reader),
  );
}

function toIdeas(node: MdParagraph, reader: Reader): Block[] {
  if (isSpareEnd(node, reader)) return [];
  checkTypedMarks(node, reader);
  return [toIdea(node, reader)];
}

function toIdea(node: MdParagraph, reader: Reader): Block {
  const at = positionOf(node, reader);
  const [first, ...others] = node.children;
  const marked = first?.type === 'textDirective' && first.name === 'pic';
  const picture = marked ? fold(flatText(first)).toLowerCase() : '';
  if (picture === '') {
    report(
      reader,
      'idea-without-picture',
      'warning',
      'This Easy Read idea has no picture.',
      'Start it with :pic[concept]. "npx allformats list --pictures" shows all concepts.',
      at,
    );
  }
  if (!marked) return { type: 'idea', children: toInlines(node.children, reader), at };
  const [text, ...rest] = others;
  const words = text?.type === 'text' ? [{ ...text, value: text.value.trimStart() }, ...rest] : others;
  return { type: 'idea', ...(picture && { picture }), children: toInlines(words, reader), at };
}
