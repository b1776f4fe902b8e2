import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../../document/tree.ts';
import type { HastContext } from './context.ts';
import { imageOf } from './image.ts';

/** Caption, picture, long description: the order in which every format tells them. */
export function figure(node: Figure, context: HastContext): Element {
  const alt = node.decorative ? '' : node.alt;
  const picture = imageOf(node.src, alt, context, node.at);
  const content: ElementContent[] = [];
  if (node.caption) content.push(h('figcaption', node.caption));
  if (picture !== undefined) content.push(picture);
  else if (alt !== '') content.push(h('p', { className: ['no-picture'] }, alt));
  if (node.description.length > 0) {
    content.push(h('div', { className: ['description'] }, context.blocks(node.description)));
  }
  return h('figure', node.id === undefined ? {} : { id: node.id }, content);
}
