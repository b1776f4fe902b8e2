import type { AccessibilityFacts } from '../../document/accessibility-metadata.ts';
import { type Furniture, fill } from '../../document/furniture/furniture.ts';

/** What the metadata say, in sentences for people who choose a book. Claims nothing that the facts do not bear out. */
export function accessibilitySummary(facts: AccessibilityFacts, { book }: Furniture): string {
  const { headings, pictures, alternatives, descriptions, companions, moving, contents, reflows } = facts;
  const sentences: string[] = [];
  if (reflows) sentences.push(book.reflows);
  if (headings > 0 && contents) sentences.push(book.headings);
  if (pictures > 0) {
    sentences.push(pictures === 1 ? book.onePicture : fill(book.pictures, { count: pictures }));
    sentences.push(alternatives === pictures ? book.allNamed : book.notAllNamed);
    if (descriptions === pictures) sentences.push(book.allDescribed);
  }
  if (companions > 0) sentences.push(book.companions);
  sentences.push(moving === 0 ? book.still : book.moving);
  return sentences.join(' ');
}
