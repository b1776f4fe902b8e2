import type { LinkText, ReadBack } from '../../document/passage.ts';
import { attribute, type Element, elements, isElement } from '../hast/dom.ts';
import { readParts } from '../hast/read-page.ts';
import { bookClaims, bookFacts } from './book-facts.ts';
import { type OpenBook, type OpenPage, openBook } from './open-book.ts';

/** Parts of a book that are not the report: the cover, and who made the pictures. */
const own = new Set(['cover', 'acknowledgments']);

/** The report that a book holds, page by page in reading order. @throws UnreadableBook */
export async function readBook(bytes: Uint8Array): Promise<ReadBack> {
  const book = await openBook(bytes);
  const told = book.pages.filter((page) => !page.isContents);
  const parts = told.flatMap((page) => partsOf(page).map((root) => ({ root, page })));
  const targets = new Map(told.map(({ path, root }) => [path, idsOf(root)]));
  const { passages, links, places } = readParts(
    parts.map(({ root }) => root),
    (part, { text, url }): LinkText => ({ text, url: whole(url, parts[part]!.page.path, targets) }),
  );
  const metadata = { claims: bookClaims(book), facts: bookFacts(book, passages) };
  return { passages, links, places, title: book.title, language: languageOf(book), metadata };
}

/** What stands in the body of a page, but for what is the book's own. */
function partsOf({ root }: OpenPage): Element[] {
  const [body] = elements(root, 'body');
  return (body?.childNodes ?? [])
    .filter(isElement)
    .filter((element) => !own.has(attribute(element, 'epub:type') ?? ''));
}

/** The languages that the package document and the pages name: one, where they agree. */
function languageOf({ language, pages }: OpenBook): string {
  const named = pages.flatMap(({ root }) => [attribute(root, 'lang'), attribute(root, 'xml:lang')]);
  return [...new Set([language, ...named])].join(' and ');
}

function idsOf(root: Element): ReadonlySet<string> {
  return new Set(elements(root).map((element) => attribute(element, 'id') ?? ''));
}

/** A link to a place in another page of the book is one inside the report; one that leads nowhere stays as it is. */
function whole(url: string, from: string, targets: ReadonlyMap<string, ReadonlySet<string>>): string {
  const [path = '', id] = url.split('#');
  if (id === undefined || /^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
  const isThere = targets.get(path === '' ? from : path)?.has(id) === true;
  return isThere ? `#${id}` : `${path === '' ? from : path} has no such place: ${id}`;
}
