import { moves } from '../../document/accessibility-facts.ts';
import type { AccessibilityFacts, MetadataProperty } from '../../document/accessibility-metadata.ts';
import { isTelling } from '../../document/alternative.ts';
import type { Passage } from '../../document/passage.ts';
import { wordsOf } from '../../document/tokens.ts';
import type { Asset } from '../../document/tree.ts';
import { attribute, classes, type Element, elements, isElement } from '../hast/dom.ts';
import type { OpenBook } from './open-book.ts';

const typeOfEnding: Readonly<Record<string, Asset['mediaType']>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
};

/** What a finished book holds, counted in its pages; the cover says nothing that the title page does not. */
export function bookFacts(
  { pages, files, properties }: OpenBook,
  passages: readonly Passage[],
): AccessibilityFacts {
  const all = pages.flatMap(({ root, isContents }) => (isContents ? [] : elements(root)));
  const images = all.filter((one) => one.tagName === 'img' && attribute(one, 'role') !== 'doc-cover');
  const telling = images.filter((one) => attribute(one, 'alt') !== '');
  const ids = new Set(all.map((one) => attribute(one, 'id')).filter((id) => id !== undefined));
  const contents = pages.filter(({ isContents }) => isContents).flatMap(({ root }) => elements(root, 'nav'));
  const places = pages.flatMap(({ path, root }) =>
    elements(root)
      .filter((one) => attribute(one, 'role') === 'doc-pagebreak')
      .map((one) => `${path}#${attribute(one, 'id')}`),
  );
  const listed = contents
    .filter((nav) => attribute(nav, 'epub:type') === 'page-list')
    .flatMap((nav) => elements(nav, 'a').map((one) => attribute(one, 'href')));
  return {
    words: passages.reduce((sum, { text }) => sum + wordsOf(text).length, 0),
    headings: passages.filter(({ kind, level = 0 }) => kind === 'heading' && level > 1).length,
    pictures: telling.length,
    alternatives: telling.filter((one) => isTelling(attribute(one, 'alt') ?? '')).length,
    descriptions: telling.filter((one) => ids.has(attribute(one, 'aria-details') ?? '')).length,
    companions: images.filter((one) => attribute(one, 'alt') === '' && isBesideWords(one)).length,
    moving: images.filter((one) => movesIn(files, attribute(one, 'src') ?? '')).length,
    contents: contents.some((nav) => attribute(nav, 'epub:type') === 'toc' && elements(nav, 'a').length > 0),
    pageMarks: places.length,
    pageList: places.length > 0 && listed.join() === places.join(),
    reflows: !properties.some(({ name, value }) => name === 'rendition:layout' && value === 'pre-paginated'),
  };
}

/** What its package document claims about accessibility, but for the summary in words. */
export function bookClaims({ properties }: OpenBook): MetadataProperty[] {
  return properties
    .filter(({ name }) => name.startsWith('schema:') && name !== 'schema:accessibilitySummary')
    .map(({ name, value }) => [name.slice('schema:'.length), value]);
}

function isBesideWords({ parentNode }: Element): boolean {
  return parentNode !== null && isElement(parentNode) && classes(parentNode).includes('idea');
}

function movesIn(files: OpenBook['files'], path: string): boolean {
  const bytes = files.get(path);
  const mediaType = typeOfEnding[path.split('.').at(-1) ?? ''];
  return bytes !== undefined && mediaType !== undefined && moves({ mediaType, bytes });
}
