import { elementsOf } from './bind-pages.ts';
import { type BookPage, pagePath } from './book-page.ts';

/** A place where a page of the printed edition begins. */
export interface PrintedPage {
  /** As it is printed there, such as `4` or `iv`. */
  readonly number: string;
  readonly href: string;
}

/** The pages of the printed edition that the text marks, in reading order. */
export function printedPages(pages: readonly BookPage[]): PrintedPage[] {
  return pages.flatMap((page) =>
    [...elementsOf(page.content)]
      .filter(({ properties }) => properties.role === 'doc-pagebreak')
      .map(({ properties }) => ({
        number: String(properties.ariaLabel),
        href: `${pagePath(page)}#${String(properties.id)}`,
      })),
  );
}
