import type { Element, ElementContent, Properties } from 'hast';
import { type HastContext, nextId } from '../hast/context.ts';
import { type BookPage, pagePath } from './book-page.ts';
import { xmlId } from './xml-id.ts';

/** Properties whose value is the id of another element, or several. */
const idProperties: readonly string[] = ['ariaLabelledBy', 'ariaDetails', 'headers'];

/** What a part is, for reading programs that know no roles. EPUB SSV 1.1. */
const typeOfRole: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-backlink': 'backlink',
  'doc-endnotes': 'endnotes',
  'doc-pagebreak': 'pagebreak',
};

const anyScheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Makes pages of one document to files of one book: links lead into the file that holds their target, ids are XML names, and
 * parts say what they are. A link that cannot lead anywhere in a book becomes plain words, with a finding.
 */
export function bindPages(pages: readonly BookPage[], context: HastContext): BookPage[] {
  const pathOfId = new Map<string, string>();
  for (const page of pages) {
    for (const element of elementsOf(page.content)) {
      const { id } = element.properties;
      if (typeof id === 'string') pathOfId.set(id, pagePath(page));
    }
  }
  for (const page of pages) {
    for (const element of elementsOf(page.content)) {
      describe(element, context);
      keepStill(element.properties);
      link(element, pagePath(page), pathOfId, context);
      rename(element.properties);
    }
  }
  return [...pages];
}

/** All elements, in the order of the text. */
export function* elementsOf(nodes: readonly ElementContent[]): Generator<Element> {
  const stack: ElementContent[] = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'element') continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!);
  }
}

/** Says what a part is, and ties a picture to its long description. */
function describe(element: Element, context: HastContext): void {
  const { properties } = element;
  const type = typeOfRole[String(properties.role)];
  if (type !== undefined) properties['epub:type'] = type;
  if (element.tagName !== 'figure') return;
  const parts = element.children.filter((child) => child.type === 'element');
  const picture = parts.find(({ tagName }) => tagName === 'img');
  const description = parts.find(({ properties: { className } }) =>
    [className].flat().includes('description'),
  );
  if (picture === undefined || description === undefined || picture.properties.alt === '') return;
  description.properties.id ??= nextId('description', context);
  picture.properties.ariaDetails = description.properties.id;
}

/** A table on a web page scrolls in a box that the keyboard can reach. In a book nothing scrolls. */
function keepStill(properties: Properties): void {
  if (properties.tabIndex === undefined || ![properties.className].flat().includes('table')) return;
  for (const name of ['tabIndex', 'role', 'ariaLabel', 'ariaLabelledBy']) delete properties[name];
}

function link(
  element: Element,
  path: string,
  pathOfId: ReadonlyMap<string, string>,
  context: HastContext,
): void {
  const { href } = element.properties;
  if (element.tagName !== 'a' || typeof href !== 'string') return;
  if (href.startsWith('#')) {
    const id = decode(href.slice(1));
    const target = pathOfId.get(id);
    if (target !== undefined) {
      element.properties.href = `${target === path ? '' : target}#${xmlId(id)}`;
      return;
    }
  } else if (anyScheme.test(href)) return;
  delete element.properties.href;
  context.findings.push({
    rule: 'epub/link-out-of-book',
    severity: 'error',
    message: `The link to "${href}" leads to nothing that is in the e-book, which people read away from the website.`,
    fix: 'Give the whole address, such as https://example.org/file.pdf, or mend the link.',
  });
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function rename(properties: Properties): void {
  if (typeof properties.id === 'string') properties.id = xmlId(properties.id);
  for (const name of idProperties) {
    const value = properties[name];
    if (value === undefined || value === null) continue;
    properties[name] = [value].flat().join(' ').split(' ').map(xmlId).join(' ');
  }
}
