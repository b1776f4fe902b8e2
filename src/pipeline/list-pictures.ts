/** The concepts that an Easy Read layer can name, with what their pictures show. */
export async function listPictures() {
  const { pictureConcepts } = await import('../media/pictures/picture-for.ts');
  return pictureConcepts();
}
