import { type Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml';

/** Finds the line of a profile's field by its path. */
export type LineOfField = (path: readonly PropertyKey[]) => number;

/** A profile's text as YAML, with the lines of its fields. */
export function parseProfile(text: string): { readonly yaml: Document; readonly lineOf: LineOfField } {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { uniqueKeys: true, lineCounter });
  return { yaml, lineOf: (path) => lineCounter.linePos(offsetOf(yaml, path)).line };
}

/** Where the name of a field stands; of one that is missing, the name of the nearest group around it. */
function offsetOf({ contents }: Document, path: readonly PropertyKey[]): number {
  let node: unknown = contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(part));
      if (pair === undefined) break;
      offset = (pair.key as { readonly range?: readonly number[] | null }).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as { readonly range?: readonly number[] | null } | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
