import { noDescription } from '../document/alternative.ts';
import { fold } from '../document/text.ts';
import type { Block, Figure } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { type Reader, report } from './reader.ts';

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
  const told = alt || (parts.decorative ? '' : (parts.caption ?? `${noDescription} ${parts.src}`));
  return { type: 'figure', ...parts, alt: told, description, at };
}

export function missingAlt(src: string, reader: Reader, at: Position): void {
  report(
    reader,
    'picture-without-alt',
    'error',
    `The picture ${src} has no text for people who cannot see it.`,
    'Tell what it says in alt, in at most 125 characters. Only a picture that says nothing may be marked decorative.',
    at,
  );
}

/** Loads the file of a picture once; a problem is a finding, and the formats then show the words instead. */
export function useAsset(src: string, reader: Reader, at: Position): void {
  if (reader.assets.has(src)) return;
  const asset = reader.loadAsset(src);
  if ('problem' in asset) report(reader, 'picture-unusable', 'error', asset.problem, asset.fix, at);
  else reader.assets.set(src, asset);
}
