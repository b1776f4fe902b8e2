import type { AccessibilityFacts } from './accessibility-metadata.ts';
import { isTelling } from './alternative.ts';
import { mapDocumentInlines } from './map.ts';
import { readingOf } from './passages.ts';
import { wordsOf } from './tokens.ts';
import type { Asset, Block, Document, Inline } from './tree.ts';
import { visitBlocks } from './visit.ts';

type OfFormat = Pick<AccessibilityFacts, 'contents' | 'reflows'> & Partial<AccessibilityFacts>;

/**
 * Counts a document as it will be printed. `ofFormat` is what only its writer knows: whether there is a list of contents,
 * whether readers can change how it looks, and counts that differ from the document's, such as those of pictures that it
 * tells in words.
 */
export function accessibilityFacts(document: Document, ofFormat: OfFormat): AccessibilityFacts {
  const blocks = [
    ...visitBlocks(document.children),
    ...document.footnotes.flatMap((note) => [...visitBlocks(note.children)]),
  ];
  const figures = blocks.filter((block) => block.type === 'figure');
  const telling = figures.filter(({ decorative, src }) => !decorative && document.assets.has(src));
  const images = imagesOf(document).filter(({ src }) => document.assets.has(src));
  const shown = [...figures, ...images].map(({ src }) => document.assets.get(src));
  return {
    words: readingOf(document).passages.reduce((sum, { text }) => sum + wordsOf(text).length, 0),
    headings: blocks.filter((block) => block.type === 'heading' && block.depth > 1).length,
    pictures: telling.length + images.length,
    alternatives: [...telling, ...images].filter(({ alt }) => isTelling(alt)).length,
    descriptions: telling.filter(({ description }) => description.length > 0).length,
    companions: blocks.filter((block: Block) => block.type === 'idea' && block.picture !== undefined).length,
    moving: shown.filter((asset) => asset !== undefined && moves(asset)).length,
    ...ofFormat,
  };
}

type InlineImage = Extract<Inline, { type: 'image' }>;

function imagesOf(document: Document): InlineImage[] {
  const images: InlineImage[] = [];
  const collect = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'image') images.push(node);
      else if ('children' in node) collect(node.children);
    }
  };
  mapDocumentInlines(document, (nodes) => {
    collect(nodes);
    return nodes;
  });
  return images;
}

/** SVG animation (SMIL, CSS) and scripts. */
const motion = /<(?:[a-z]+:)?(?:animate|animateTransform|animateMotion|set|script)[\s/>]|@keyframes/i;

/** Whether a picture moves, or could. */
export function moves({ mediaType, bytes }: Pick<Asset, 'mediaType' | 'bytes'>): boolean {
  switch (mediaType) {
    case 'image/svg+xml':
      return motion.test(new TextDecoder().decode(bytes));
    case 'image/png':
      return isAnimatedPng(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    case 'image/jpeg':
      return false;
    default:
      return mediaType satisfies never;
  }
}

/** The chunk that makes it one stands before the first that holds a picture. */
function isAnimatedPng(bytes: Buffer): boolean {
  const at = bytes.indexOf('acTL', 0, 'latin1');
  return at >= 0 && at < bytes.indexOf('IDAT', 0, 'latin1');
}
