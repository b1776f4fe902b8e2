import { furnitureOf } from '../document/furniture/furniture-of.ts';
import { pictureCardsOf } from '../document/picture-cards.ts';
import type { Document } from '../document/tree.ts';
import { Failure } from '../kernel/failure.ts';
import { heading, paragraph } from './opening.ts';
import type { Planned } from './transform.ts';

/**
 * The pictures of the Easy Read layer as cards, to point at in a meeting: title, and each picture once with its word.
 * @throws Failure `layer-missing`
 */
export function pictureCards(document: Document): Planned {
  const { meta, easyRead, abbreviations: _, ...rest } = document;
  if (easyRead === undefined) throw new Failure('layer-missing', `"${meta.title}" has no Easy Read layer.`);
  const { cards } = furnitureOf(meta.language).easyRead;
  const children = [heading(meta.title), paragraph(cards), ...pictureCardsOf(document)];
  return {
    document: { ...rest, meta, abbreviations: [], footnotes: [], children },
    changes: [{ kind: 'added', text: cards, reason: 'Says what these pages are.' }],
  };
}
