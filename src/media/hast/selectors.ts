import { attribute, type Element, isElement } from './dom.ts';

/** Elements named in one selector. */
const mostSteps = 6;

/** CSS selectors of a page's elements, from the nearest one around that has an id. */
export class Selectors {
  /** For each element its number among its siblings of the same name, from 1. */
  readonly #numbers = new Map<Element, number>();

  of(node: Element | undefined): string {
    const steps: string[] = [];
    for (let at = node; at !== undefined && steps.length < mostSteps; at = parentOf(at)) {
      const id = attribute(at, 'id');
      if (id !== undefined && id !== '') {
        steps.unshift(`[id="${id.replace(/["\\]/g, '\\$&')}"]`);
        break;
      }
      steps.unshift(`${at.tagName}:nth-of-type(${this.#numberOf(at)})`);
    }
    return steps.join(' > ');
  }

  #numberOf(node: Element): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    const counts = new Map<string, number>();
    for (const sibling of node.parentNode?.childNodes ?? []) {
      if (!isElement(sibling)) continue;
      const number = (counts.get(sibling.tagName) ?? 0) + 1;
      counts.set(sibling.tagName, number);
      this.#numbers.set(sibling, number);
    }
    return this.#numbers.get(node) ?? 1;
  }
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && isElement(parentNode) ? parentNode : undefined;
}
