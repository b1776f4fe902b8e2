/** The part of a link's address that a person reads, types or dials. */
export function shownAddress(url: string): string {
  return url.replace(/^(?:mailto|tel):/i, '');
}
