import type { Element } from 'hast';
import { h } from 'hastscript';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { fold, textOf } from '../../document/text.ts';
import type { Document } from '../../document/tree.ts';
import { fixedWords } from '../hast/fixed-words.ts';
import { lines } from '../hast/lines.ts';
import { type BookPage, pagePath } from './book-page.ts';
import type { PrintedPage } from './printed-pages.ts';
import { xmlId } from './xml-id.ts';

interface Entry {
  readonly text: string;
  readonly href: string;
  readonly inside: Entry[];
}

/**
 * The contents of the book for people and for reading programs: links to the title page, to each chapter with its headings of
 * depth 3, and to the pages after them; then the pages of the printed edition, where
 * the text marks them, and the places that programs offer by name. EPUB 3.3, section 7.
 */
export function contentsPage(
  document: Document,
  pages: readonly BookPage[],
  printed: readonly PrintedPage[],
): BookPage {
  const { language, title } = document.meta;
  const fixed = fixedWords(language);
  const { body, book, web } = furnitureOf(language);
  const toc = h(
    'nav',
    { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', ariaLabelledBy: 'toc.title' },
    lines([h('h2', { id: 'toc.title', ...fixed }, body.contents), listOf(entriesOf(document, pages))]),
  );
  const places = [
    place('toc', '#toc', body.contents),
    ...placeOf(pages, 'title', 'titlepage', title),
    ...placeOf(pages, 'chapter', 'bodymatter', book.start),
    ...placeOf(pages, 'notes', 'endnotes', web.footnotes),
  ];
  const landmarks = h(
    'nav',
    { 'epub:type': 'landmarks', hidden: true, ariaLabel: book.places, ...fixed },
    lines([h('ol', lines(places))]),
  );
  const pageList =
    printed.length === 0
      ? []
      : [
          h(
            'nav',
            {
              'epub:type': 'page-list',
              role: 'doc-pagelist',
              hidden: true,
              ariaLabel: book.printedPages,
              ...fixed,
            },
            lines([h('ol', lines(printed.map(({ number, href }) => h('li', h('a', { href }, number)))))]),
          ),
        ];
  const name = `${body.contents} - ${title}`;
  return { id: 'contents', kind: 'contents', title: name, content: lines([toc, ...pageList, landmarks]) };
}

function entriesOf({ children, meta }: Document, pages: readonly BookPage[]): Entry[] {
  const { easyRead, web } = furnitureOf(meta.language);
  const entries: Entry[] = [];
  const add = (kind: BookPage['kind'], text: string) => {
    const page = pages.find((one) => one.kind === kind);
    if (page !== undefined) entries.push({ text, href: pagePath(page), inside: [] });
  };
  add('title', meta.title);
  const chapters = pages.filter(({ kind }) => kind === 'chapter');
  let number = 0;
  for (const block of children) {
    if (block.type !== 'heading') continue;
    if (block.depth === 2) number++;
    const page = chapters[number - 1];
    const text = fold(textOf(block.children));
    if (page === undefined || text === '') continue;
    const path = pagePath(page);
    if (block.depth === 2) entries.push({ text, href: path, inside: [] });
    if (block.depth === 3)
      entries.at(-1)?.inside.push({ text, href: `${path}#${xmlId(block.id)}`, inside: [] });
  }
  add('notes', web.footnotes);
  add('credits', easyRead.pictures);
  return entries;
}

function listOf(entries: readonly Entry[]): Element {
  const items = entries.map(({ text, href, inside }) =>
    h('li', h('a', { href }, text), inside.length === 0 ? [] : listOf(inside)),
  );
  return h('ol', lines(items));
}

function place(type: string, href: string, text: string): Element {
  return h('li', h('a', { 'epub:type': type, href }, text));
}

function placeOf(pages: readonly BookPage[], kind: BookPage['kind'], type: string, text: string): Element[] {
  const page = pages.find((one) => one.kind === kind);
  return page === undefined ? [] : [place(type, pagePath(page), text)];
}
