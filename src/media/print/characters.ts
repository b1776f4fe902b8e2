/**
 * Every character in the strings of the values, and in what these hold, that is not ASCII. The names of nodes are ASCII, so
 * that all strings of a document can be looked at alike.
 */
export function charactersOf(...values: readonly unknown[]): Iterable<number> {
  const characters = new Set<number>();
  const stack = [...values];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value === 'string') addCharacters(value, characters);
    else if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) stack.push(one);
  }
  return characters;
}

function addCharacters(text: string, characters: Set<number>): void {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) < 0x80) continue;
    const point = text.codePointAt(index) as number;
    characters.add(point);
    if (point > 0xffff) index++;
  }
}
