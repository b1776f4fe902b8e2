import { mapDocumentInlines } from '../../document/map.ts';
import type { Asset, Block, Document, Inline } from '../../document/tree.ts';
import { visitBlocks } from '../../document/visit.ts';
import type { Finding } from '../../kernel/finding.ts';
import { imageSize } from '../../media/hast/image-size.ts';
import { loadFontSet } from '../../media/pages/fonts.ts';
import { openSvg } from '../../media/pages/vectors/open-svg.ts';
import { pictureFinder } from '../../media/pictures/picture-for.ts';
import type { PreparedPicture, Relationship } from './context.ts';

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Pictures {
  readonly prepared: Map<string, PreparedPicture>;
  readonly files: PackedFile[];
  readonly relationships: Relationship[];
  readonly findings: Finding[];
}

/** Sharp enough for print at the width of a page: pixels. */
const widest = 1800;
/** Easy Read pictures are as wide as a thumb. */
const widestSmall = 400;

/**
 * The pictures of the document as files. A drawing stays a drawing for programs that show SVG, with a PNG picture for the others;
 * `first` is the number of the first free relationship.
 */
export async function preparePictures(document: Document, first: number): Promise<Pictures> {
  const pictures: Pictures = { prepared: new Map(), files: [], relationships: [], findings: [] };
  const { faces, concepts, sources } = await wanted(document);
  const add = (extension: string, bytes: Uint8Array): string => {
    const id = `rId${first + pictures.relationships.length}`;
    const target = `media/image${pictures.files.length + 1}.${extension}`;
    pictures.files.push({ path: `word/${target}`, bytes });
    pictures.relationships.push({ id, type: 'image', target, isExternal: false });
    return id;
  };
  const addSvg = async (key: string, svg: string, pixels: number): Promise<void> => {
    const fitTo = { mode: 'width', value: pixels } as const;
    const image = (await openSvg(svg, faces, { fitTo, background: '#ffffff' })).render();
    const id = add('png', image.asPng());
    const svgId = add('svg', new TextEncoder().encode(svg));
    pictures.prepared.set(key, { id, svgId, width: image.width, height: image.height });
  };
  for (const asset of sources) {
    try {
      if (asset.mediaType === 'image/svg+xml') {
        await addSvg(asset.src, new TextDecoder().decode(asset.bytes), widest);
      } else {
        const size = imageSize(asset);
        if (size === undefined) throw new Error('It has no size.');
        const id = add(asset.mediaType === 'image/png' ? 'png' : 'jpeg', asset.bytes);
        pictures.prepared.set(asset.src, { id, ...size });
      }
    } catch {
      pictures.findings.push({
        rule: 'docx/picture',
        severity: 'warning',
        message: `The picture ${asset.src} cannot be read. Its alternative text is printed instead.`,
        fix: 'Replace the file with an SVG, PNG or JPEG that opens.',
      });
    }
  }
  const pictureFor = pictureFinder(document);
  for (const concept of concepts) {
    const picture = pictureFor(concept);
    if (picture !== undefined) await addSvg(`easy:${concept}`, picture.svg, widestSmall);
  }
  return pictures;
}

async function wanted(document: Document) {
  const blocks = [
    ...visitBlocks([...document.children, ...document.footnotes.flatMap(({ children }) => children)]),
  ];
  const concepts = new Set(
    blocks.flatMap((block) => (block.type === 'idea' && block.picture ? [block.picture] : [])),
  );
  const names = new Set(blocks.flatMap((block: Block) => (block.type === 'figure' ? [block.src] : [])));
  mapDocumentInlines(document, (nodes) => {
    addImages(nodes, names);
    return nodes;
  });
  const sources = [...names].flatMap((src): Asset[] => {
    const asset = document.assets.get(src);
    return asset === undefined ? [] : [asset];
  });
  const fonts =
    sources.length + concepts.size > 0 ? await loadFontSet('Atkinson Hyperlegible Next') : undefined;
  return { concepts, sources, faces: fonts === undefined ? [] : [...fonts.regular, ...fonts.bold] };
}

function addImages(nodes: readonly Inline[], names: Set<string>): void {
  for (const node of nodes) {
    if (node.type === 'image') names.add(node.src);
    else if ('children' in node) addImages(node.children, names);
  }
}
