import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fold, textOf } from '../../document/text.ts';
import type { Block, Document, Heading } from '../../document/tree.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { HastOptions } from '../hast/context.ts';
import { footnotes } from '../hast/footnotes.ts';
import { newHast } from '../hast/to-hast.ts';
import { bindPages } from './bind-pages.ts';
import type { BookPage } from './book-page.ts';

export interface DocumentPages {
  /** Title page, chapters, footnotes, in the order of the document. */
  readonly pages: readonly BookPage[];
  readonly changes: readonly DeclaredChange[];
  readonly findings: readonly Finding[];
}

/** The document as pages of a book: what stands before the first heading of depth 2, a chapter from each of these, the footnotes. */
export function documentPages(document: Document, options: HastOptions): DocumentPages {
  const context = newHast(document, options);
  const [opening, ...chapters] = divide(document.children);
  const { title } = document.meta;
  const pages: BookPage[] = [];
  if (opening !== undefined && opening.length > 0) {
    const content = [section('titlepage', {}, context.blocks(opening))];
    pages.push({ id: 'title', title, kind: 'title', content });
  }
  const digits = Math.max(2, String(chapters.length).length);
  chapters.forEach((blocks, index) => {
    const heading = blocks.find((block) => block.type === 'heading') as Heading;
    const name = fold(textOf(heading.children));
    const type = typeOf(blocks, document.meta.language);
    const properties = { role: `doc-${type}`, ...(name !== '' && { ariaLabelledBy: heading.id }) };
    pages.push({
      id: `chapter-${String(index + 1).padStart(digits, '0')}`,
      title: name === '' ? title : `${name} - ${title}`,
      kind: 'chapter',
      content: [section(type, properties, context.blocks(blocks))],
    });
  });
  const notes = footnotes(context);
  if (notes !== undefined) {
    pages.push({
      id: 'notes',
      title: `${context.furniture.web.footnotes} - ${title}`,
      kind: 'notes',
      content: [notes],
    });
  }
  const bound = bindPages(pages, context);
  const { changes, findings } = context;
  return { pages: bound, changes, findings };
}

function section(type: string, properties: Record<string, string>, content: ElementContent[]): Element {
  return h('section', { 'epub:type': type, ...properties }, '\n', content);
}

/** The first part holds no heading of depth 2; each other one begins with one, behind the marks of pages that begin there. */
function divide(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    const last = parts.at(-1)!;
    if (block.type !== 'heading' || block.depth !== 2) {
      last.push(block);
      continue;
    }
    const end = last.findLastIndex(({ type }) => type !== 'pageBreak') + 1;
    parts.push([...last.splice(end), block]);
  }
  return parts;
}

function typeOf(blocks: readonly Block[], language: string): 'chapter' | 'glossary' | 'appendix' {
  const [heading, ...rest] = blocks.filter(({ type }) => type !== 'pageBreak');
  const isGlossary = (block: Block) => block.type === 'definitionList' && block.kind === 'glossary';
  if (rest.length > 0 && rest.every(isGlossary)) return 'glossary';
  const name = heading?.type === 'heading' ? fold(textOf(heading.children)) : '';
  return /^en\b/i.test(language) && /^appendix\b/i.test(name) ? 'appendix' : 'chapter';
}
