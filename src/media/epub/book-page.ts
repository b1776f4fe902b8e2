import type { Element, ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { toXml } from 'xast-util-to-xml';
import { direction } from '../../document/writing-direction.ts';
import { lines } from '../hast/lines.ts';

/** One page of a book, before it is written down: a chapter, the contents, the footnotes. */
export interface BookPage {
  /** Also the name of its file, without ending. */
  readonly id: string;
  /** What a reading program shows as its title. */
  readonly title: string;
  readonly kind: 'cover' | 'title' | 'contents' | 'chapter' | 'notes' | 'credits';
  readonly content: readonly ElementContent[];
}

export function pagePath({ id }: Pick<BookPage, 'id'>): string {
  return `${id}.xhtml`;
}

/** The kind of matter that a page is, for reading programs that begin at the text itself. EPUB SSV 1.1. */
const matter = {
  cover: 'frontmatter',
  title: 'frontmatter',
  contents: 'frontmatter',
  chapter: 'bodymatter',
  notes: 'backmatter',
  credits: 'backmatter',
} as const satisfies Record<BookPage['kind'], string>;

/** The page as XHTML; `language` is the book's. */
export function pageBytes({ title, kind, content }: BookPage, language: string, style: string): Uint8Array {
  const page: Element = h(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
      dir: direction(language),
    },
    lines([
      h(
        'head',
        lines([
          h('meta', { charSet: 'utf-8' }),
          h('title', title),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('link', { rel: ['stylesheet'], type: 'text/css', href: style }),
        ]),
      ),
      h('body', { 'epub:type': matter[kind], className: [`page-${kind}`] }, lines([...content])),
    ]),
  );
  const xml = toXml(toXast(page), { closeEmptyElements: true, tightClose: true });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${xml}\n`);
}
