/**
 * Runs in a page: words of its main part that take no place on it, lie outside of it, are clipped away, transparent, or of
 * the colour that they stand on. What is made for screen readers alone, and what readers fold out, is left aside.
 */
export const unseenWords = `(() => {
  const main = document.querySelector('main') ?? document.body;
  if (main === null) return [];
  const leftOut = 'nav, script, style, template, .visually-hidden, [aria-hidden="true"], details:not([open])';
  const seen = [];
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([red, green, blue]) => {
    const share = (value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * share(red) + 0.7152 * share(green) + 0.0722 * share(blue);
  };
  const ground = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') return undefined;
      const colour = parts(style.backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
      if (colour[3] > 0) return undefined;
    }
    return [255, 255, 255];
  };
  const selectorOf = (element) => {
    const steps = [];
    for (let at = element; at !== null && steps.length < 6; at = at.parentElement) {
      if (at.id) {
        steps.unshift('[id="' + at.id + '"]');
        break;
      }
      const same = [...(at.parentElement?.children ?? [at])].filter((one) => one.tagName === at.tagName);
      steps.unshift(at.tagName.toLowerCase() + ':nth-of-type(' + (same.indexOf(at) + 1) + ')');
    }
    return steps.join(' > ');
  };
  // A table that is laid out as cards shows the names of its columns in each card instead of at its head.
  const isOnCards = (element) => {
    const table = element.closest('thead')?.closest('table');
    const rows = [...(table?.tBodies ?? [])].flatMap((body) => [...body.querySelectorAll('[data-label]')]);
    return rows.length > 0 && rows.some((cell) => getComputedStyle(cell, '::before').content.length > 4);
  };
  const why = (node) => {
    const element = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()];
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible') return 'is invisible';
    if (boxes.length === 0) return 'is not displayed';
    if (boxes.every(({ width, height }) => width < 1 || height < 1) || parseFloat(style.fontSize) < 2) return 'has no size';
    const { scrollX, scrollY } = window;
    const root = document.documentElement;
    const isOut = ({ left, right, top, bottom }) =>
      right + scrollX <= 0 || bottom + scrollY <= 0 || left + scrollX >= Math.max(root.scrollWidth, root.clientWidth);
    if (boxes.every(isOut)) return 'lies outside the page';
    for (let at = element; at !== null; at = at.parentElement) {
      const { opacity, clipPath, clip, overflowX, overflowY, position, transform } = getComputedStyle(at);
      if (parseFloat(opacity) < 0.1) return 'is transparent';
      if (clipPath !== 'none' || (clip !== 'auto' && position === 'absolute')) return 'is clipped away';
      const box = at.getBoundingClientRect();
      const hides = (value) => value === 'hidden' || value === 'clip';
      const isCut = ({ left, right, top, bottom }) =>
        (hides(overflowX) && (right <= box.left || left >= box.right)) ||
        (hides(overflowY) && (bottom <= box.top || top >= box.bottom));
      if (at !== root && at !== document.body && boxes.every(isCut)) return 'is clipped away';
      if (/^matrix\\(0,|scale\\(0/.test(transform)) return 'has no size';
    }
    const colour = parts(style.color);
    if (colour.length > 3 && colour[3] < 0.1) return 'is transparent';
    const under = ground(element);
    if (under === undefined) return undefined;
    const [one, other] = [luminance(colour), luminance(under)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) < 1.3 ? 'has the colour that it stands on' : undefined;
  };
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.nodeValue.trim();
    if (words === '' || node.parentElement.closest(leftOut) !== null || isOnCards(node.parentElement)) continue;
    const reason = why(node);
    if (reason !== undefined) seen.push({ words, selector: selectorOf(node.parentElement), why: reason });
  }
  return seen;
})()`;
