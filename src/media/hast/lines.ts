import type { ElementContent } from 'hast';

/** Each element on a line of its own, so that people can compare two pages. */
export function lines(nodes: readonly ElementContent[]): ElementContent[] {
  return [
    { type: 'text', value: '\n' },
    ...nodes.flatMap((node): ElementContent[] => [node, { type: 'text', value: '\n' }]),
  ];
}
