import { loadPictureList } from './load-picture-pack.ts';

/** The concepts that an Easy Read layer of the project can name, with what their pictures show: those of its own pack first. */
export async function listPictures(root: string) {
  const { pictureConcepts } = await import('../media/pictures/picture-for.ts');
  return [...loadPictureList(root), ...pictureConcepts()];
}
