/**
 * An id that every XML parser takes: ids that begin with a digit, or hold other than Latin letters, are written in codes.
 * The ids of headings hold no dot, so no two become the same.
 */
export function xmlId(id: string): string {
  if (/^[A-Za-z_][\w.-]*$/.test(id)) return id;
  return `id.${id.replace(/[^\w.-]/gu, (letter) => `.${letter.codePointAt(0)!.toString(16)}.`)}`;
}
