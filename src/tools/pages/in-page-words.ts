/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { PageFault } from './in-page.ts';

// Each function below runs in the page: it must stand alone, and may use only what installHelpers puts there.

/** Words that are read aloud and that nobody sees: of the colour they stand on, transparent, or too small to be letters. */
export function unseenText(): PageFault[] {
  const { selectorOf, isShown, ownText } = window.allformats;
  const parts = (colour: string) =>
    /^rgba?\(/.test(colour) ? colour.match(/[\d.]+/g)!.map(Number) : undefined;
  const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]) => {
    const linear = (value: number) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  /** The plain colour behind; undefined where there is a picture, a blend or something that is not known. */
  const groundOf = (element: Element): readonly number[] | undefined => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { backgroundImage, backgroundColor, opacity, position } = getComputedStyle(at);
      // A layer may lie over anything.
      if (backgroundImage !== 'none' || opacity !== '1' || /absolute|fixed/.test(position)) return undefined;
      const colour = parts(backgroundColor);
      if (colour === undefined) return undefined;
      if (colour.length === 3 || colour[3] === 1) return colour;
      if (colour[3]! > 0) return undefined;
    }
    return [255, 255, 255];
  };
  const why = (element: Element): string | undefined => {
    const style = getComputedStyle(element);
    if (Number.parseFloat(style.fontSize) < 2) return 'has letters of no size';
    const colour = parts(style.webkitTextFillColor || style.color);
    if (colour === undefined || style.backgroundClip === 'text' || style.textShadow !== 'none')
      return undefined;
    if (colour.length > 3 && colour[3]! < 0.1) return 'is transparent';
    const ground = groundOf(element);
    if (ground === undefined) return undefined;
    const [low = 0, high = 0] = [luminance(colour), luminance(ground)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) < 1.2 ? 'has the colour that it stands on' : undefined;
  };
  const faults: PageFault[] = [];
  for (const element of document.querySelectorAll('body *')) {
    const words = ownText(element);
    if (!/\p{L}{2}/u.test(words) || !isShown(element)) continue;
    if (element.closest('[aria-hidden=true], svg, select, :disabled, noscript') !== null) continue;
    const said = why(element);
    if (said !== undefined)
      faults.push({ selector: selectorOf(element), said: `${said}: "${words.slice(0, 60)}"` });
  }
  return faults;
}

/** Words that are seen and hidden from screen readers, and that no other part of the page says. */
export function unheardText(): PageFault[] {
  const { selectorOf, isShown } = window.allformats;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const hidden = '[aria-hidden=true], script, style, template, noscript';
  let heard: string | undefined;
  const isHeard = (words: string): boolean => {
    if (heard === undefined) {
      const said: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (node.parentElement?.closest(hidden) === null) said.push(node.textContent ?? '');
      for (const one of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]'))
        for (const name of ['aria-label', 'alt', 'title', 'placeholder'])
          said.push(one.getAttribute(name) ?? '');
      heard = ` ${plain(said.join(' '))} `;
    }
    return heard.includes(` ${words} `);
  };
  /** Inside everything that cuts it off, such as the frame of a row of pictures that moves. */
  const isInside = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible') continue;
      const frame = at.getBoundingClientRect();
      if (box.left >= frame.right - 1 || box.right <= frame.left + 1) return false;
      if (box.top >= frame.bottom - 1 || box.bottom <= frame.top + 1) return false;
    }
    return box.left < innerWidth && box.right > 0 && box.bottom + scrollY > 0;
  };
  const faults: PageFault[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body [aria-hidden=true]')) {
    if (!isShown(element) || getComputedStyle(element).opacity === '0' || !isInside(element)) continue;
    if (element.parentElement?.closest('[aria-hidden=true]') || element.closest('svg') !== null) continue;
    const words = plain(element.textContent ?? '');
    // One word may be the name of a sign in a font of signs.
    const parts = (element.textContent ?? '').trim().split(/\s+/);
    if (parts.filter((word) => /\p{L}{2}/u.test(word)).length < 2 || isHeard(words)) continue;
    faults.push({
      selector: selectorOf(element),
      said: `hides words from screen readers: "${words.slice(0, 60)}"`,
    });
  }
  return faults;
}

/** Tables of facts without any header cell. What only arranges a page is left aside: it holds parts, controls or long texts. */
export function tablesWithoutHeaders(): PageFault[] {
  const { selectorOf, isShown } = window.allformats;
  const faults: PageFault[] = [];
  for (const table of document.querySelectorAll('table')) {
    if (!isShown(table) || /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) continue;
    if (table.querySelector('th, [role=columnheader], [role=rowheader], [scope], [headers]') !== null)
      continue;
    if (table.closest('[aria-hidden=true]') !== null) continue;
    if (table.querySelector('table, form, input, select, textarea, h1, h2, iframe, ul, nav') !== null)
      continue;
    const rows = [...table.rows].filter(({ cells }) => cells.length > 0);
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    if (rows.length < 2 || width < 2) continue;
    const cells = rows.flatMap((row) => [...row.cells].map((cell) => (cell.textContent ?? '').trim()));
    const filled = cells.filter((text) => text !== '');
    // Even rows of short texts are a table; lines of code or a letter's head are not.
    const even = rows.filter((row) => row.cells.length === width).length;
    if (
      filled.length < cells.length * 0.7 ||
      even < rows.length * 0.7 ||
      filled.some((text) => text.length > 300)
    )
      continue;
    if (filled.filter((text) => text.length <= 80).length < filled.length * 0.7) continue;
    faults.push({
      selector: selectorOf(table),
      said: `has ${rows.length} rows and ${width} columns, and no header cell`,
    });
  }
  return faults;
}

/** On paper: boxes that cut off words, because paper does not scroll. What is cut off on the screen too is told elsewhere. */
export function cutOnPaper(): PageFault[] {
  const { clipped, before, selectorOf } = window.allformats;
  return [...clipped(true)]
    .filter(([element]) => !before.has(element) && element !== document.body)
    .map(([element, words]) => ({
      selector: selectorOf(element),
      said: `cuts off words on paper: "${words}"`,
    }));
}
