/** Short forms after which a full stop ends no sentence. */
const shortForms = /(?:^|[\s("'])(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|etc|e\.g|i\.e|\p{Lu})\.$/u;

/** A number that counts the text itself. */
const ownNumber = /^\d{1,3}\.$/;

/** Where the second and later sentences of a text start. Careful: a sentence too long is better than half a sentence. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  for (const match of text.matchAll(/[.!?…]["'”’)]* +(?=["'“‘(]?[\p{Lu}\p{N}])/gu)) {
    const before = text.slice(Math.max(0, match.index - 8), match.index + 1);
    if (!shortForms.test(before) && !ownNumber.test(before)) starts.push(match.index + match[0].length);
  }
  return starts;
}
