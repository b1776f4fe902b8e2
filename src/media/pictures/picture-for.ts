import { pictureKey } from '../../document/picture-key.ts';
import type { Document, OwnPicture } from '../../document/tree.ts';
import { type Drawing, drawings } from './drawings.ts';

/** One Easy Read picture: `svg` is complete and self-contained, with no script or reference; those of the collection are 96 by 96 units. */
export type Picture = OwnPicture;

/** What an author may write to get a picture: the concept or any of its synonyms. */
export interface PictureConcept {
  readonly concept: string;
  readonly synonyms: readonly string[];
  readonly alt: string;
  readonly credit: string;
  readonly licence: string;
}

/** NHS dark blue on a pale blue tile: contrast 10.4 to 1, and still dark on white when printed in grey. */
const TILE = '<rect width="96" height="96" rx="12" fill="#E8F1FA"/>';

const byWord = new Map<string, Drawing>();
for (const drawing of drawings) {
  for (const word of [drawing.concept, ...drawing.synonyms]) byWord.set(pictureKey(word), drawing);
}

/**
 * The picture of a concept, or nothing. Only the concept itself and its listed synonyms match (capitals, spaces
 * and hyphens make no difference): a picture found by a similar word can say the opposite of the text.
 */
export function pictureFor(concept: string): Picture | undefined {
  const drawing = byWord.get(pictureKey(concept));
  if (drawing === undefined) return undefined;
  const { alt, credit, licence, body } = drawing;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">${TILE}${body}</svg>`;
  const words = [drawing.concept, ...drawing.synonyms];
  return { concept: drawing.concept, words, svg, alt, credit, licence };
}

/** The pictures that a document's ideas can have: those of its organisation first, then the collection's. */
export function pictureFinder({
  pictures,
}: Pick<Document, 'pictures'>): (concept: string) => Picture | undefined {
  return (concept) => pictures?.get(pictureKey(concept)) ?? pictureFor(concept);
}

/** Every concept that has a picture, in the order of the table. */
export function pictureConcepts(): readonly PictureConcept[] {
  return drawings.map(({ concept, synonyms, alt, credit, licence }) => ({
    concept,
    synonyms,
    alt,
    credit,
    licence,
  }));
}
