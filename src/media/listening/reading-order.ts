import type { HeardPage } from '../../kernel/heard-page.ts';
import type { PageBox } from '../../kernel/page-tree.ts';
import type { Element } from '../hast/dom.ts';
import { type PageIndex, parentOf } from './page-index.ts';

/** A part of the page with the place of its words on the screen. */
interface Part {
  readonly key: Element | number;
  readonly position: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  words: string;
}

const beside: ReadonlySet<string> = new Set(['nav', 'aside', 'header', 'footer']);
/** Characters of a part that a message shows. */
const shown = 60;
/** CSS pixels that neighbours may overlap and still count as one above the other. */
const slack = 2;

/**
 * Neighbours that are heard in another order than they stand on the screen: one that is heard later stands above the other in the same
 * column, or, in a flexible box or grid, before it in the same row. What stays on the screen while the page is moved is left aside.
 */
export function movedParts(index: PageIndex): HeardPage['moved'] {
  const parts = new Map<Element, Map<Element | number, Part>>();
  const boxOf = boxesOfElements(index);
  for (const [id, words] of index.texts) {
    const box = index.boxes.get(id);
    const element = index.elements.get(id);
    if (box === undefined || element === undefined || !isSeen(box) || words.trim() === '') continue;
    addText(words, box, id, element, parts, boxOf);
  }
  const moved: HeardPage['moved'][number][] = [];
  for (const [parent, children] of parts) {
    const own = boxOf.get(parent);
    const all = [...children.values()];
    for (let at = 1; at < all.length; at++) {
      const [first, second] = [all[at - 1]!, all[at]!];
      if (!isMoved(first, second, own)) continue;
      const element = typeof second.key === 'number' ? parent : second.key;
      const isBeside = [first, second].some(({ key }) => typeof key !== 'number' && beside.has(key.tagName));
      const selector = index.selector(element);
      moved.push({ words: cut(second.words), before: cut(first.words), selector, isBeside });
    }
  }
  return moved;
}

function boxesOfElements(index: PageIndex): ReadonlyMap<Element, PageBox> {
  const boxes = new Map<Element, PageBox>();
  for (const [id, box] of index.boxes) {
    const element = index.elements.get(id);
    if (element !== undefined && !index.texts.has(id) && !boxes.has(element)) boxes.set(element, box);
  }
  return boxes;
}

function addText(
  words: string,
  box: PageBox,
  id: number,
  element: Element,
  parts: Map<Element, Map<Element | number, Part>>,
  boxOf: ReadonlyMap<Element, PageBox>,
): void {
  const line: Element[] = [];
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at)) {
    const own = boxOf.get(at);
    if (own !== undefined && (isFixed(own) || isTiny(own))) return;
    line.push(at);
  }
  line.forEach((parent, depth) => {
    const key = depth === 0 ? id : line[depth - 1]!;
    const children = parts.get(parent) ?? new Map<Element | number, Part>();
    parts.set(parent, children);
    const known = children.get(key);
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    if (known === undefined) {
      const position = typeof key === 'number' ? 'static' : (boxOf.get(key)?.position ?? 'static');
      children.set(key, { key, position, left: box.x, top: box.y, right, bottom, words });
      return;
    }
    known.left = Math.min(known.left, box.x);
    known.top = Math.min(known.top, box.y);
    known.right = Math.max(known.right, right);
    known.bottom = Math.max(known.bottom, bottom);
    if (known.words.length < shown) known.words += ` ${words}`;
  });
}

function isMoved(first: Part, second: Part, parent: PageBox | undefined): boolean {
  const across = Math.min(first.right, second.right) - Math.max(first.left, second.left);
  const narrow = Math.min(first.right - first.left, second.right - second.left);
  if (second.bottom <= first.top + slack && across > narrow / 2) return true;
  const down = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  const low = Math.min(first.bottom - first.top, second.bottom - second.top);
  const isPlaced = /flex|grid/.test(parent?.display ?? '') || second.position === 'absolute';
  if (!isPlaced || down <= low / 2) return false;
  return parent?.isRightToLeft === true
    ? second.left >= first.right - slack
    : second.right <= first.left + slack;
}

function isSeen({ isVisible, width, height, x, y }: PageBox): boolean {
  return isVisible && width > 0 && height > 0 && x + width > 0 && y + height > 0;
}

function isFixed({ position }: PageBox): boolean {
  return position === 'fixed' || position === 'sticky';
}

/** Kept for listeners alone. */
function isTiny({ width, height, position }: PageBox): boolean {
  return position === 'absolute' && (width <= 2 || height <= 2);
}

function cut(words: string): string {
  const whole = words.replace(/\s+/g, ' ').trim();
  return whole.length <= shown ? whole : `${whole.slice(0, shown).replace(/\s\S*$/, '')} …`;
}
