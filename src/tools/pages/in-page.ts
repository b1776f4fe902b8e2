/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A place on a page where something is wrong: a CSS selector, and what, as the end of a sentence. */
export interface PageFault {
  readonly selector: string;
  readonly said: string;
}

/** A stretch of text whose colours must be looked at, in CSS pixels of the whole page, with its colour as `r,g,b,a`. */
export interface TextToMeasure {
  readonly selector: string;
  readonly colour: string;
  readonly large: boolean;
  readonly boxes: readonly (readonly [x: number, y: number, width: number, height: number])[];
}

interface Helpers {
  readonly selectorOf: (element: Element) => string;
  readonly isShown: (element: Element) => boolean;
  readonly ownText: (element: Element) => string;
  readonly tabbable: () => HTMLElement[];
  /** What cuts off words; on paper also what would scroll. */
  readonly clipped: (onPaper?: boolean) => Map<Element, string>;
  /** Elements that were clipped before the page was changed. */
  before: Map<Element, string>;
  styles: Map<Element, string>;
  readonly look: (element: Element) => string;
}

declare global {
  interface Window {
    allformats: Helpers;
  }
}

// Each function below runs in the page: it must stand alone, and may use only what installHelpers puts there.

export function installHelpers(): void {
  const isShown = (element: Element): boolean => {
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible' || style.display === 'none') return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const selectorOf = (element: Element): string => {
    const parts: string[] = [];
    let at: Element | null = element;
    while (at !== null && at !== document.documentElement && parts.length < 5) {
      if (at.id !== '') {
        parts.unshift(`#${CSS.escape(at.id)}`);
        break;
      }
      const name = at.localName;
      const same: Element[] = at.parentElement
        ? [...at.parentElement.children].filter((child) => child.localName === name)
        : [];
      parts.unshift(same.length > 1 ? `${name}:nth-of-type(${same.indexOf(at) + 1})` : name);
      at = at.parentElement;
    }
    return parts.join(' > ') || element.localName;
  };
  const ownText = (element: Element): string =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '')
      .join(' ')
      .trim();
  const candidates =
    'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable=""], [contenteditable=true]';
  const isLeftOut = (input: HTMLInputElement): boolean => {
    if (input.type !== 'radio' || input.name === '' || input.checked) return false;
    const name = CSS.escape(input.name);
    const group = [
      ...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${name}"]`),
    ].filter((one) => one.form === input.form && !one.disabled);
    return group.some(({ checked }) => checked) || group[0] !== input;
  };
  const tabbable = (): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(candidates)].filter((element) => {
      if (element.tabIndex < 0 || element.closest('[inert]') !== null || element.matches(':disabled'))
        return false;
      // What is folded away has boxes too. Of a group of radio buttons one is a stop: the chosen one, else any.
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.getClientRects().length === 0) return false;
      return !(element instanceof HTMLInputElement) || !isLeftOut(element);
    });
  const clipped = (onPaper = false): Map<Element, string> => {
    const found = new Map<Element, string>();
    for (const element of document.querySelectorAll('body, body *')) {
      const style = getComputedStyle(element);
      const hides = (overflow: string) =>
        overflow === 'hidden' || overflow === 'clip' || (onPaper && /auto|scroll/.test(overflow));
      const across = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2;
      const down = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
      if (!across && !down) continue;
      // What is made tiny on purpose is there for screen readers.
      if (element.clientWidth <= 2 || element.clientHeight <= 2 || !isShown(element)) continue;
      const box = element.getBoundingClientRect();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const words = (node.textContent ?? '').trim();
        const parent = node.parentElement;
        if (words === '' || parent === null || !isShown(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const isCut = [...range.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            right > left &&
            ((across &&
              ((right > box.right + 2 && left < box.right) || (left < box.left - 2 && right > box.left))) ||
              (down && ((bottom > box.bottom + 2 && top < box.bottom) || top > box.bottom))),
        );
        if (isCut) {
          found.set(element, words.slice(0, 60));
          break;
        }
      }
    }
    return found;
  };
  const properties = [
    'boxShadow',
    'border',
    'backgroundColor',
    'backgroundImage',
    'color',
    'textDecoration',
    'transform',
    'opacity',
    'fontWeight',
    'width',
    'height',
    'top',
    'left',
    'clipPath',
  ] as const;
  const look = (element: Element): string =>
    [undefined, '::before', '::after']
      .map((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        // An outline of no style is none, whatever its width.
        const outline = style.outlineStyle === 'none' ? '' : style.outline;
        return [outline, ...properties.map((name) => style[name])].join(';');
      })
      .join('|');
  window.allformats = {
    selectorOf,
    isShown,
    ownText,
    tabbable,
    clipped,
    before: new Map(),
    styles: new Map(),
    look,
  };
}

/** Spacing that a reader's own style can't change, smaller than WCAG 1.4.12 asks a page to bear. */
export function fixedSpacing(): PageFault[] {
  const { selectorOf, isShown, ownText } = window.allformats;
  const faults = new Map<Element, string[]>();
  // The nearest declaration decides; one that takes over the value of its parent leaves the decision to it.
  const fixedBy = (element: Element, name: string): HTMLElement | undefined => {
    for (let at: Element | null = element; at instanceof HTMLElement; at = at.parentElement) {
      const value = at.style.getPropertyValue(name);
      if (value === '' || value === 'inherit' || value === 'unset') continue;
      return at.style.getPropertyPriority(name) === 'important' ? at : undefined;
    }
    return undefined;
  };
  for (const element of document.querySelectorAll('[style], [style] *')) {
    if (ownText(element) === '' || !isShown(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.bottom + scrollY <= 0 || box.right + scrollX <= 0) continue;
    const computed = getComputedStyle(element);
    const size = Number.parseFloat(computed.fontSize);
    const ratio = (value: string) => (value === 'normal' ? 0 : Number.parseFloat(value) / size);
    const ask = (name: string, what: string, value: number, least: number) => {
      const by = value < least - 0.001 ? fixedBy(element, name) : undefined;
      if (by === undefined || faults.get(by)?.includes(what)) return;
      faults.set(by, [...(faults.get(by) ?? []), what]);
    };
    ask('letter-spacing', 'letters', ratio(computed.letterSpacing), 0.12);
    ask('word-spacing', 'words', ratio(computed.wordSpacing), 0.16);
    const lines = computed.lineHeight === 'normal' ? 1.2 : ratio(computed.lineHeight);
    if (isWrapped(element)) ask('line-height', 'lines', lines, 1.5);
  }
  return [...faults].map(([element, what]) => ({
    selector: selectorOf(element),
    said: `fixes the space between ${what.join(', ')}`,
  }));

  function isWrapped(element: Element): boolean {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) return true;
    }
    return false;
  }
}

/** Link words that say nothing wherever they stand. */
export function emptyLinkWords(): PageFault[] {
  const { selectorOf, isShown } = window.allformats;
  const nothing =
    /^(?:click (?:here|this|me)|here|read more|more|learn more|find out more|this|link|this link|this page|go|download|details|see more|continue)[.!…»›> ]*$/i;
  return [...document.querySelectorAll<HTMLElement>('a[href]')]
    .filter(isShown)
    .filter((link) => !['aria-label', 'aria-labelledby', 'title'].some((name) => link.hasAttribute(name)))
    .filter(
      (link) => link.querySelector('img, svg') === null && nothing.test((link.textContent ?? '').trim()),
    )
    .map((link) => ({ selector: selectorOf(link), said: `says only "${(link.textContent ?? '').trim()}"` }));
}

/** Descriptions of pictures that are a file's name or say only that there is a picture. */
export function emptyAltWords(): PageFault[] {
  const { selectorOf, isShown } = window.allformats;
  const nothing =
    /^(?:image|picture|photo|graphic|icon|img|untitled|placeholder|spacer|chart|diagram|logo)?[\s_-]*\d*$|^[\w%. -]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$|^(?:IMG|DSC|DSCN|P)[-_]?\d{3,}$/i;
  return [...document.querySelectorAll<HTMLImageElement>('img[alt]')]
    .filter((image) => isShown(image) && image.alt.trim() !== '' && nothing.test(image.alt.trim()))
    .map((image) => ({
      selector: selectorOf(image),
      said: `is described only as "${image.alt.trim().slice(0, 60)}"`,
    }));
}

/** Keeps what is cut off now, for newlyClipped. */
export function rememberClipped(): void {
  window.allformats.before = window.allformats.clipped();
}

/** What is cut off now and was not before. */
export function newlyClipped(): PageFault[] {
  const { clipped, before, selectorOf } = window.allformats;
  return [...clipped()]
    .filter(([element]) => !before.has(element))
    .map(([element, words]) => ({ selector: selectorOf(element), said: `cuts off its words: "${words}"` }));
}

/** At 320 pixels: what sticks out to the right and is no picture, table or code. */
export function sticksOut(width: number): PageFault[] {
  const { selectorOf, isShown } = window.allformats;
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth <= width + 1) return [];
  const needsWidth =
    'table, img, svg, video, canvas, pre, code, math, iframe, object, embed, map, [role=table], [role=grid], [role=img]';
  const faults: Element[] = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.getBoundingClientRect().right <= width + 1 || !isShown(element)) continue;
    if (element.closest(needsWidth) !== null || element.querySelector(needsWidth) !== null) continue;
    let scrolls = false;
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') scrolls = true;
    }
    if (!scrolls && !faults.some((one) => one.contains(element))) faults.push(element);
  }
  return faults.map((one) => ({
    selector: selectorOf(one),
    said: `is wider than the screen: ${Math.round(one.getBoundingClientRect().right)} of ${width} pixels`,
  }));
}

/** How each control looks without focus, and how many there are. */
export function rememberLooks(): number {
  const { tabbable, look, styles } = window.allformats;
  const all = tabbable();
  for (const element of all) styles.set(element, look(element));
  return all.length;
}

/** Whether nothing of the page can act on its own: no script but those that are known, no other page inside, no player. Nothing can hold the keyboard there. */
export function doesNothingByItself(knownScripts: readonly string[]): boolean {
  const acts =
    'script[src], iframe, frame, object, embed, portal, audio, video, dialog, [contenteditable], [popover], a[href^="javascript:" i], meta[http-equiv="refresh" i]';
  if (document.querySelector(acts) !== null) return false;
  for (const { textContent } of document.querySelectorAll('script'))
    if (!knownScripts.includes(textContent ?? '')) return false;
  for (const element of document.querySelectorAll('*')) {
    if (element.shadowRoot !== null || element.localName.includes('-')) return false;
    for (const { name } of element.attributes) if (name.startsWith('on')) return false;
  }
  return true;
}

/** Gives each control the focus, as the Tab key just did for one: those that look as they do without it. */
export async function lookTheSame(): Promise<number[]> {
  const { tabbable, look, styles } = window.allformats;
  const all = tabbable();
  const same = all.flatMap((element, index) => {
    element.focus({ preventScroll: true });
    return styles.get(element) === look(element) ? [index] : [];
  });
  const still: number[] = [];
  for (const index of same) {
    all[index]!.focus({ preventScroll: true });
    // Some marks of focus fade in.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 10)));
    if (styles.get(all[index]!) === look(all[index]!)) still.push(index);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return still;
}

/** The control that has the focus: its number among all, and whether it looks as without focus. */
export async function focused(): Promise<{
  readonly index: number;
  readonly same: boolean;
  readonly inDialog: boolean;
  readonly inner: boolean;
}> {
  // A page may answer by moving the focus again.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 10)));
  const { tabbable, look, styles } = window.allformats;
  const element = document.activeElement;
  const index = element === null ? -1 : tabbable().indexOf(element as HTMLElement);
  if (element === null || index < 0) return { index: -1, same: false, inDialog: false, inner: false };
  return {
    index,
    same: styles.get(element) === look(element),
    inDialog: element.closest('dialog, [role=dialog], [role=alertdialog], [aria-modal=true]') !== null,
    // Several stops inside one control: dates, players, other pages.
    inner: element.matches(
      'iframe, audio, video, object, embed, input[type=date], input[type=time], input[type=month], input[type=week], input[type=datetime-local]',
    ),
  };
}

/** Numbers of controls that get no outline with the focus, one of each kind. */
export function withoutOutline(most: number): number[] {
  const { tabbable } = window.allformats;
  const found = new Map<string, number>();
  for (const [index, element] of tabbable().entries()) {
    const kind = `${element.localName}.${element.className}`;
    if (found.has(kind) || found.size >= most) continue;
    element.focus();
    if (getComputedStyle(element).outlineStyle === 'none') found.set(kind, index);
    element.blur();
  }
  return [...found.values()];
}

/** Moves the focus to a control, or away from it. */
export function setFocus([index, on]: readonly [number, boolean]): {
  readonly selector: string;
  readonly isText: boolean;
} {
  const { tabbable, selectorOf } = window.allformats;
  const element = tabbable()[index]!;
  if (on) element.focus();
  else element.blur();
  return {
    selector: selectorOf(element),
    // A blinking caret shows where they are.
    isText: element.matches(
      'textarea, [contenteditable], input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=image], [type=range], [type=color], [type=file])',
    ),
  };
}

/** Text over a picture or blend of colours, whose contrast styles alone don't tell. */
export function textOnPictures(): TextToMeasure[] {
  const { selectorOf, isShown, ownText } = window.allformats;
  const texts: TextToMeasure[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (texts.length >= 40) break;
    if (
      ownText(element) === '' ||
      !isShown(element) ||
      element.closest('svg, [aria-disabled=true], :disabled') !== null
    )
      continue;
    const style = getComputedStyle(element);
    // Letters that are cut out of a picture have its colours, not their own.
    if (style.textShadow !== 'none' || style.mixBlendMode !== 'normal' || style.backgroundClip === 'text')
      continue;
    let over = false;
    let opaque = true;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { backgroundImage, backgroundColor, opacity, filter } = getComputedStyle(at);
      if (opacity !== '1' || filter !== 'none') opaque = false;
      if (backgroundImage !== 'none') over = true;
      if (over || /^rgb\(/.test(backgroundColor)) break;
    }
    if (!over || !opaque) continue;
    const size = Number.parseFloat(style.fontSize);
    const boxes: [number, number, number, number][] = [];
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const words = node.textContent ?? '';
      for (let index = 0; index < words.length && boxes.length < 200; index++) {
        if (!/[\p{L}\p{N}]/u.test(words[index]!)) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if (box.width > 0) boxes.push([box.x + scrollX, box.y + scrollY, box.width, box.height]);
      }
    }
    if (boxes.length === 0) continue;
    const parts = style.color.match(/[\d.]+/g) ?? [];
    if (!/^rgba?\(/.test(style.color) || parts.length < 3) continue;
    texts.push({
      selector: selectorOf(element),
      colour: [...parts, '1'].slice(0, 4).join(','),
      large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700),
      boxes,
    });
  }
  return texts;
}
