const short = /(?:^|[\s("“‘])(?:Dr|Mr|Mrs|Ms|Prof|St|No|Rev|etc|e\.g|i\.e|vs|approx|Ltd|[A-Z])\.$/;
const end = /[.!?]["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\p{N}])/gu;

/**
 * The sentences of a text, in order. A full stop ends one where a capital letter or a digit follows, unless it belongs
 * to a title or an initial (`Dr. Shah`).
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(end)) {
    const stop = match.index + match[0].trimEnd().length;
    if (match[0].startsWith('.') && short.test(text.slice(Math.max(from, stop - 12), match.index + 1)))
      continue;
    sentences.push(text.slice(from, stop).trim());
    from = match.index + match[0].length;
  }
  const rest = text.slice(from).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
}
