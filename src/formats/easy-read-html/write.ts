import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import { accessibilityFacts } from '../../document/accessibility-facts.ts';
import { accessibilityMetadata, schemaOrgProperties } from '../../document/accessibility-metadata.ts';
import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Block, Document } from '../../document/tree.ts';
import { contents } from '../../media/hast/contents.ts';
import { footnotes } from '../../media/hast/footnotes.ts';
import { pageFooter, pageHeader, pageTitle } from '../../media/hast/header.ts';
import { lines } from '../../media/hast/lines.ts';
import { addressOptions, ownAddress } from '../../media/hast/own-address.ts';
import { pageBytes } from '../../media/hast/page.ts';
import { siblingSchema } from '../../media/hast/siblings.ts';
import { compact, pageStyle } from '../../media/hast/style.ts';
import { svgUri } from '../../media/hast/svg-uri.ts';
import { newHast } from '../../media/hast/to-hast.ts';
import type { Written } from '../format.ts';
import { easyReadStyle } from './style.ts';

export const easyReadHtmlOptions = z.strictObject({
  contents: z.boolean().default(true).describe('Whether the page has a list of its parts.'),
  ...addressOptions,
  siblings: z
    .array(siblingSchema)
    .default([])
    .describe('The other formats of the report, for links at the end.'),
});

export interface EasyReadHtmlOptions extends Readonly<z.infer<typeof easyReadHtmlOptions>> {}

/** The parts of a picture that a page shows. */
export interface EasyPicture {
  /** A complete `<svg>` element. */
  readonly svg: string;
  readonly credit: string;
  readonly licence: string;
}

export type PictureFinder = (concept: string) => EasyPicture | undefined;

const style = pageStyle + compact(easyReadStyle).trimStart();

/** One page in large text: a picture on the left, the words that say the same on the right, one idea a row. */
export async function writeEasyReadHtml(
  document: Document,
  options: EasyReadHtmlOptions,
  pictureFor: PictureFinder,
): Promise<Written> {
  const { meta } = document;
  const { easyRead } = furnitureOf(meta.language);
  const used = new Map<string, { readonly picture: EasyPicture; readonly url: string }>();
  const pictureUrl = (concept: string): string | undefined => {
    const known = used.get(concept);
    if (known !== undefined) return known.url;
    const picture = pictureFor(concept);
    if (picture === undefined) return undefined;
    const url = svgUri(picture.svg);
    used.set(concept, { picture, url });
    return url;
  };
  const context = newHast(document, { rules: 'easy-read', pictureUrl });
  const [opening, body] = divide(document.children);
  const list = options.contents
    ? contents(
        body.filter((block) => block.type !== 'heading' || block.depth === 2),
        meta.language,
      )
    : undefined;
  const main: ElementContent[] = [];
  if (opening.length > 0) main.push(h('div', { className: ['opening'] }, '\n', context.blocks(opening)));
  const blocks = h('div', { className: ['body'] }, '\n', context.blocks(body));
  main.push(h('div', { className: ['report'] }, list === undefined ? [] : lines([list]), blocks));
  const notes = footnotes(context);
  if (notes !== undefined) main.push(notes);
  const facts = accessibilityFacts(document, {
    contents: list !== undefined,
    reflows: true,
    companions: used.size,
  });
  const bytes = pageBytes({
    language: meta.language,
    title: pageTitle(meta, easyRead.name),
    description: fill(easyRead.description, { title: meta.title, organisation: meta.organisation }),
    address: ownAddress(options.baseAddress, options.path),
    publisher: meta.organisation,
    published: meta.date,
    metadata: schemaOrgProperties(accessibilityMetadata(facts)),
    className: 'easy-read',
    style,
    header: pageHeader(meta, options.siblings),
    main: lines(main),
    footer: pageFooter(
      meta,
      options.siblings,
      credits(
        [...used.values()].map(({ picture }) => picture),
        easyRead,
      ),
    ),
  });
  const { changes, findings } = context;
  return { outputs: [{ name: 'html', mediaType: 'text/html', bytes }], changes, findings };
}

/** Title and stamp open the page; the ideas follow. */
function divide(blocks: readonly Block[]): readonly [readonly Block[], readonly Block[]] {
  const at = blocks.findIndex(
    (block) => (block.type === 'heading' && block.depth > 1) || block.type === 'idea',
  );
  return at < 0 ? [blocks, []] : [blocks.slice(0, at), blocks.slice(at)];
}

/** Who drew the pictures, and on what terms: each maker once, then each picture, in the order of first use. */
function credits(used: readonly EasyPicture[], { pictures, eachPicture }: Furniture['easyRead']): Element[] {
  if (used.length === 0) return [];
  const each = (lines: readonly string[]) =>
    h(
      'ul',
      [...new Set(lines)].map((line) => h('li', line)),
    );
  return [
    h(
      'section',
      { className: ['credits'] },
      h('h2', pictures),
      // A credit names its maker first and the single drawing in brackets.
      each(used.map(({ credit, licence }) => `${credit.replace(/ \(.*\)$/, '')} (${licence})`)),
      h(
        'details',
        h('summary', eachPicture),
        each(used.map(({ credit, licence }) => `${credit} (${licence})`)),
      ),
    ),
  ];
}
