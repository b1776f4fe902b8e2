const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** Each is one piece of information that clear print keeps on one line (UKAAF): date, telephone number, postcode, amount. */
const patterns = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? ${month}(?: \\d{4})?\\b`, 'g'),
  new RegExp(`\\b${month} \\d{4}\\b`, 'g'),
  /(?:\+\d{1,3} )?\(?\d{2,6}\)?(?: \d{2,8}){1,4}\b/g,
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g,
  /[£$€]\d[\d,.]* (?:million|billion|thousand|m|bn|k)\b/g,
  /\b\d[\d,.]* (?:%|per cent|million|billion|mm|cm|km|kg|pt)(?![\p{L}])/gu,
];

/** Indexes of the spaces at which the text must not be broken. */
export function unbreakableSpaces(text: string): ReadonlySet<number> {
  const spaces = new Set<number>();
  if (!/\d/.test(text)) return spaces;
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      for (let index = match.index; index < match.index + match[0].length; index++) {
        if (text[index] === ' ') spaces.add(index);
      }
    }
  }
  return spaces;
}

/** The parts of a text that each stand on one line: words, dates, telephone numbers. */
export function unbreakableParts(text: string): readonly string[] {
  const glued = unbreakableSpaces(text);
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && (!/[ \n]/.test(text[index] ?? '') || glued.has(index))) continue;
    if (index > start) parts.push(text.slice(start, index));
    start = index + 1;
  }
  return parts;
}
