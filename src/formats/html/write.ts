import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import { accessibilityFacts } from '../../document/accessibility-facts.ts';
import { accessibilityMetadata, schemaOrgProperties } from '../../document/accessibility-metadata.ts';
import { fill } from '../../document/furniture/furniture.ts';
import type { Block, Document } from '../../document/tree.ts';
import { contents } from '../../media/hast/contents.ts';
import { footnotes } from '../../media/hast/footnotes.ts';
import { pageFooter, pageHeader, pageTitle } from '../../media/hast/header.ts';
import { lines } from '../../media/hast/lines.ts';
import { addressOptions, ownAddress } from '../../media/hast/own-address.ts';
import { pageBytes } from '../../media/hast/page.ts';
import { siblingSchema } from '../../media/hast/siblings.ts';
import { pageStyle } from '../../media/hast/style.ts';
import { newHast } from '../../media/hast/to-hast.ts';
import type { Written } from '../format.ts';

export const htmlOptions = z.strictObject({
  contents: z.boolean().default(true).describe('Whether the page has a list of its headings.'),
  ...addressOptions,
  siblings: z
    .array(siblingSchema)
    .default([])
    .describe('The other formats of the report, for links at the end.'),
});

export interface HtmlOptions extends Readonly<z.infer<typeof htmlOptions>> {}

/** One page that needs nothing but itself: it is complete without script, and asks for nothing. */
export async function writeHtml(document: Document, options: HtmlOptions): Promise<Written> {
  const { meta } = document;
  const context = newHast(document, { rules: 'html' });
  const [opening, body] = divide(document.children);
  const list = options.contents ? contents(body, meta.language, true) : undefined;
  const main: ElementContent[] = [];
  if (opening.length > 0) main.push(h('div', { className: ['opening'] }, '\n', context.blocks(opening)));
  const blocks = h('div', { className: ['body'] }, '\n', context.blocks(body));
  main.push(
    list === undefined
      ? h('div', { className: ['report'] }, blocks)
      : h('div', { className: ['report', 'with-contents'] }, list, '\n', blocks),
  );
  const notes = footnotes(context);
  if (notes !== undefined) main.push(notes);
  const facts = accessibilityFacts(document, {
    contents: list !== undefined,
    reflows: true,
  });
  const bytes = pageBytes({
    language: meta.language,
    title: pageTitle(meta),
    description:
      meta.summary ??
      fill(context.furniture.web.description, { title: meta.title, organisation: meta.organisation }),
    address: ownAddress(options.baseAddress, options.path),
    publisher: meta.organisation,
    published: meta.date,
    metadata: schemaOrgProperties(accessibilityMetadata(facts)),
    className: 'document',
    style: pageStyle,
    header: pageHeader(meta, options.siblings),
    main: lines(main),
    footer: pageFooter(meta, options.siblings),
  });
  const { changes, findings } = context;
  return { outputs: [{ name: 'html', mediaType: 'text/html', bytes }], changes, findings };
}

/** What stands before the first heading of depth 2 or more opens the report; the rest is its body. */
function divide(blocks: readonly Block[]): readonly [readonly Block[], readonly Block[]] {
  const at = blocks.findIndex((block, index) => {
    if (block.type === 'heading') return block.depth > 1;
    return index > 0 && block.type === 'box' && block.kind !== 'contact';
  });
  return at < 0 ? [blocks, []] : [blocks.slice(0, at), blocks.slice(at)];
}
