import { moves } from '../../document/accessibility-facts.ts';
import type { AccessibilityFacts, MetadataProperty } from '../../document/accessibility-metadata.ts';
import { isTelling } from '../../document/alternative.ts';
import type { Passage } from '../../document/passage.ts';
import { wordsOf } from '../../document/tokens.ts';
import type { Asset } from '../../document/tree.ts';
import { attribute, classes, type Element, isElement, plainText } from './dom.ts';
import { readerScript } from './reader-script.ts';

/** What a finished page holds, counted in its elements. */
export function pageFacts(root: Element, passages: readonly Passage[]): AccessibilityFacts {
  const all = [...elements(root)];
  const images = all.filter(({ tagName }) => tagName === 'img');
  const telling = images.filter((image) => attribute(image, 'alt') !== '');
  const ids = new Set(all.map((one) => attribute(one, 'id')));
  return {
    words: passages.reduce((sum, { text }) => sum + wordsOf(text).length, 0),
    headings: passages.filter(({ kind, level = 0 }) => kind === 'heading' && level > 1).length,
    pictures: telling.length,
    alternatives: telling.filter((image) => isTelling(attribute(image, 'alt') ?? '')).length,
    descriptions: telling.filter(isDescribed).length,
    companions: images.filter((image) => attribute(image, 'alt') === '' && isBesideWords(image)).length,
    moving: images.filter(mayMove).length + all.filter(runs).length,
    contents: all.some(
      (one) => one.tagName === 'nav' && classes(one).includes('contents') && leads(one, ids),
    ),
    reflows: !all.some(isFixed),
  };
}

/** The claims of the page's head: properties of schema.org as microdata. */
export function pageClaims(head: Element | undefined): MetadataProperty[] {
  if (head === undefined) return [];
  return [...elements(head)].flatMap((one): MetadataProperty[] => {
    const name = attribute(one, 'itemprop');
    return one.tagName === 'meta' && name !== undefined ? [[name, attribute(one, 'content') ?? '']] : [];
  });
}

function* elements(root: Element): Generator<Element> {
  yield root;
  for (const child of root.childNodes) if (isElement(child)) yield* elements(child);
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && isElement(parentNode) ? parentNode : undefined;
}

/** A picture of Easy Read with its idea. */
function isBesideWords(image: Element): boolean {
  const box = parentOf(image);
  return box !== undefined && classes(box).includes('idea');
}

function isDescribed(image: Element): boolean {
  const figure = parentOf(image);
  const parts = figure?.tagName === 'figure' ? figure.childNodes.filter(isElement) : [];
  return parts.some((part) => classes(part).includes('description') && part.childNodes.some(isElement));
}

/** All its links lead to places of the page. */
function leads(list: Element, ids: ReadonlySet<string | undefined>): boolean {
  const links = [...elements(list)].filter(({ tagName }) => tagName === 'a');
  return links.length > 0 && links.every((link) => ids.has(attribute(link, 'href')?.replace(/^#/, '')));
}

/** A picture of another kind, or from elsewhere, may. */
function mayMove(image: Element): boolean {
  const data = /^data:(image\/(?:svg\+xml|png|jpeg))(?:;charset=[^;,]+)?(;base64)?,(.*)$/s.exec(
    attribute(image, 'src') ?? '',
  );
  if (data === null) return true;
  const [, mediaType, base64, value = ''] = data;
  const bytes = base64 ? Buffer.from(value, 'base64') : Buffer.from(decodeURIComponent(value));
  return moves({ mediaType: mediaType as Asset['mediaType'], bytes });
}

const playing = new Set(['audio', 'video', 'script', 'embed', 'object', 'iframe', 'marquee', 'canvas']);

/** The script of the reader's settings moves nothing by itself. */
function runs(node: Element): boolean {
  if (node.tagName === 'script' && plainText(node) === readerScript) return false;
  return playing.has(node.tagName) || (node.tagName === 'style' && /@keyframes/i.test(plainText(node)));
}

/** The page forbids readers to make it larger. */
function isFixed(node: Element): boolean {
  return (
    node.tagName === 'meta' &&
    attribute(node, 'name') === 'viewport' &&
    /user-scalable\s*=\s*(?:no|0)|maximum-scale/i.test(attribute(node, 'content') ?? '')
  );
}
