/** A concept or synonym as it is looked up: capitals, spaces and hyphens make no difference. */
export function pictureKey(word: string): string {
  return word
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean)
    .join(' ');
}
