import { svgParts } from './svg-parts.ts';

const reference = /href\s*=\s*["']#([^"']*)["']|url\(\s*["']?#([^)"']*)/g;

interface Element {
  /** Elements inside it that are its own, itself included. */
  own: number;
  /** Ids of what it and its insides draw once more. */
  readonly uses: string[];
}

/**
 * How many elements a drawing comes to when everything that it uses again is counted each time; at most `most`.
 * A few lines in which each group uses the one before ten times come to billions.
 */
export function svgWeight(source: string, most: number): number {
  const byId = new Map<string, Element>();
  const open: Element[] = [{ own: 0, uses: [] }];
  for (const part of svgParts(source)) {
    if (part.kind === 'text') continue;
    if (part.kind === 'close') {
      if (open.length > 1) close(open);
      continue;
    }
    const element: Element = { own: 1, uses: [] };
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(part.attributes)?.[1];
    if (id !== undefined) byId.set(id, element);
    for (const [, link, url] of part.attributes.matchAll(reference)) element.uses.push(link ?? url ?? '');
    open.push(element);
    if (part.isEmpty) close(open);
  }
  while (open.length > 1) close(open);
  const known = new Map<Element, number>();
  const count = (element: Element, depth: number): number => {
    const found = known.get(element);
    if (found !== undefined) return found;
    // A circle of uses has no end.
    known.set(element, most);
    if (depth > 200) return most;
    let sum = element.own;
    for (const id of element.uses) {
      const used = byId.get(id);
      if (used !== undefined && used !== element) sum += count(used, depth + 1);
      if (sum >= most) break;
    }
    const total = Math.min(most, sum);
    known.set(element, total);
    return total;
  };
  return count(open[0] as Element, 0);
}

/** Adds the innermost open element to the one around it. */
function close(open: Element[]): void {
  const inner = open.pop() as Element;
  const outer = open.at(-1) as Element;
  outer.own += inner.own;
  outer.uses.push(...inner.uses);
}
