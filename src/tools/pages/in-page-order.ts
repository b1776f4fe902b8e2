/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { PageFault } from './in-page.ts';

export interface OrderFaults {
  readonly order: readonly PageFault[];
  readonly focus: readonly PageFault[];
}

/**
 * Runs in the page: parts that a style shows in another order than they are read and reached by keyboard. Only what stands
 * above, or before on the same line, what it follows counts: columns and layers have no one order.
 */
export function outOfOrder(): OrderFaults {
  const { selectorOf, isShown, tabbable } = window.allformats;
  const order: PageFault[] = [];
  const focus: PageFault[] = [];
  const stops = tabbable();
  const leftOut = 'svg, table, [role=table], [role=grid], select, ruby, math, [aria-hidden=true]';
  const most = 60;
  for (const parent of document.querySelectorAll<HTMLElement>('body, body *')) {
    if (parent.childElementCount < 2 || parent.closest(leftOut) !== null) continue;
    const { display, flexDirection, flexWrap, direction } = getComputedStyle(parent);
    const isFlex = display.includes('flex');
    const isReversed = isFlex && (flexDirection.includes('reverse') || flexWrap === 'wrap-reverse');
    let isMoved = isReversed || display.includes('grid');
    const items = [...parent.children].slice(0, most).flatMap((child) => {
      const { position, transform, order: place } = getComputedStyle(child);
      if (position === 'fixed' || position === 'sticky' || !isShown(child)) return [];
      if (position !== 'static' || transform !== 'none' || place !== '0') isMoved = true;
      const box = child.getBoundingClientRect();
      if (box.bottom + scrollY <= 0 || box.right + scrollX <= 0 || child.matches(leftOut)) return [];
      const words = (child.textContent ?? '').trim().replace(/\s+/g, ' ');
      const hasStop = stops.some((stop) => child.contains(stop));
      return words === '' && !hasStop ? [] : [{ child, box, words, hasStop, place: Number(place) }];
    });
    if (!isMoved) continue;
    const isTold = ({ child, words }: (typeof items)[number]) =>
      words.split(' ').length >= 3 || child.matches('h1, h2, h3, h4, h5, h6');
    const isAside = ({ child }: (typeof items)[number]) =>
      child.matches('nav, aside, header, footer, [role=navigation], [role=complementary]');
    for (const [index, first] of items.entries()) {
      const inverted = items.slice(index + 1).find((second) => {
        const one = first.box;
        const other = second.box;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (other.bottom <= one.top + 1) return across > 1;
        const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (shared < Math.min(one.height, other.height) / 2) return false;
        const isBefore = direction === 'rtl' ? other.left >= one.right - 1 : other.right <= one.left + 1;
        return (
          isBefore &&
          isFlex &&
          (isReversed || first.place > second.place) &&
          !isAside(first) &&
          !isAside(second)
        );
      });
      if (inverted === undefined) continue;
      const selector = selectorOf(inverted.child);
      const seen = inverted.words.slice(0, 40);
      if (isTold(first) && isTold(inverted)) {
        order.push({ selector, said: `is shown before what is read before it: "${seen}"` });
      } else if (first.hasStop && inverted.hasStop) {
        focus.push({ selector, said: `is shown before what the keyboard reaches before it: "${seen}"` });
      } else continue;
      break;
    }
  }
  return { order, focus };
}
