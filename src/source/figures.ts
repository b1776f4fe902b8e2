import { fold } from '../document/text.ts';
import type { Block, Figure } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { missingAlt, useAsset } from './inlines.ts';
import type { Reader } from './reader.ts';

/** A picture with its words. Without alt it is told by its caption or file name, and the finding says so. */
export function figureOf(
  parts: Pick<Figure, 'id' | 'src' | 'alt' | 'decorative' | 'caption'>,
  description: readonly Block[],
  at: Position,
  reader: Reader,
): Figure {
  const alt = fold(parts.alt);
  if (alt === '' && !parts.decorative) missingAlt(parts.src, reader, at);
  useAsset(parts.src, reader, at);
  const told = alt || (parts.decorative ? '' : (parts.caption ?? `Picture without description: ${parts.src}`));
  return { type: 'figure', ...parts, alt: told, description, at };
}
