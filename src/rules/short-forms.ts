const capitals = /(?<![\p{L}\p{N}])\p{Lu}{2,}\p{N}?(?=s?(?![\p{L}\p{N}]))/gu;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g;

/** Words in capitals, which are short forms of others; British postcodes are none. */
export function shortFormsIn(text: string): string[] {
  return text.replace(postcode, '').match(capitals) ?? [];
}
