import { type Zippable, zipSync } from 'fflate';
import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import type { Document, Footnote } from '../../document/tree.ts';
import { visitBlocks } from '../../document/visit.ts';
import { direction } from '../../document/writing-direction.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import type { Written } from '../format.ts';
import { blocksOf } from './blocks.ts';
import { contentsField } from './contents.ts';
import type { Blocks, DocxContext, Spot } from './context.ts';
import { numberingPart } from './numbering.ts';
import type { DocxOptions } from './options.ts';
import {
  contentTypes,
  coreProperties,
  fixedRelationships,
  footerPart,
  relationshipsPart,
  rootRelationships,
  settingsPart,
} from './package-parts.ts';
import { measurePage } from './page-measures.ts';
import { deepestLevel } from './paragraph.ts';
import { preparePictures } from './prepare-pictures.ts';
import { styleIds, stylesPart } from './styles.ts';
import { el, namespaces, val, type Xml, xmlBytes } from './xml.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes the document as WordprocessingML (ECMA-376, transitional), with the structure that Word's own tools and screen readers use. */
export async function writeDocx(document: Document, options: DocxOptions): Promise<Written> {
  const { meta } = document;
  const pictures = await preparePictures(document, fixedRelationships.length + 1);
  const changes: DeclaredChange[] = [];
  const context: DocxContext = {
    document,
    furniture: furnitureOf(meta.language),
    options,
    page: measurePage(options),
    isRightToLeft: direction(meta.language) === 'rtl',
    relationships: [...fixedRelationships, ...pictures.relationships],
    pictures: pictures.prepared,
    bookmarks: bookmarksOf(document),
    usedNotes: new Set(),
    numberedLists: [],
    changes,
    findings: [...pictures.findings],
    count: 0,
    blocks: (blocks, spot) => blocksOf(blocks, spot, context),
  };
  const spot: Spot = { lists: 0, width: context.page.measure, language: meta.language };
  const body = bodyOf(document, spot, context);
  const notes = notesPart(document.footnotes, spot, context);
  const links = context.relationships.filter(({ type }) => type === 'hyperlink' || type === 'image');
  const parts: readonly (readonly [string, Xml])[] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', rootRelationships()],
    ['docProps/core.xml', coreProperties(context, momentOf(meta.date))],
    ['word/document.xml', el('w:document', namespaces, [el('w:body', {}, [...body, section(context)])])],
    ['word/_rels/document.xml.rels', relationshipsPart(context.relationships)],
    ['word/_rels/footnotes.xml.rels', relationshipsPart(links)],
    [
      'word/styles.xml',
      withDeepLists(stylesPart(options, meta.language, context.isRightToLeft), body, options),
    ],
    ['word/numbering.xml', numberingPart(context)],
    ['word/settings.xml', settingsPart(context)],
    ['word/footnotes.xml', notes],
    ['word/footer1.xml', footerPart(context)],
  ];
  const files: Zippable = Object.fromEntries(parts.map(([path, xml]) => [path, xmlBytes(xml)]));
  for (const { path, bytes } of pictures.files) {
    files[path] = path.endsWith('.svg') ? bytes : [bytes, { level: 0 }];
  }
  // The ZIP format has local times and begins in 1980.
  const bytes = zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
  return { outputs: [{ name: 'docx', mediaType, bytes }], changes, findings: context.findings };
}

/** The title and what opens the report, the list of contents, the parts. */
function bodyOf({ children }: Document, spot: Spot, context: DocxContext): Blocks {
  const at = children.findIndex((block) => block.type === 'heading' && block.depth > 1);
  const opening = at < 0 ? children : children.slice(0, at);
  const rest = at < 0 ? [] : children.slice(at);
  return [
    ...blocksOf(opening, spot, context),
    ...(context.options.contents ? contentsField(rest, context) : []),
    ...blocksOf(rest, spot, context),
  ];
}

function section({ page, options, isRightToLeft }: DocxContext): Xml {
  const { width, height, margin } = page;
  return el('w:sectPr', {}, [
    el('w:footerReference', { 'w:type': 'default', 'r:id': 'rId5' }),
    el('w:pgSz', { 'w:w': width, 'w:h': height, ...(options.landscape && { 'w:orient': 'landscape' }) }),
    el('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': Math.round(margin / 2),
      'w:footer': Math.round(margin / 2),
      'w:gutter': 0,
    }),
    ...(isRightToLeft ? [el('w:bidi')] : []),
  ]);
}

function notesPart(notes: readonly Footnote[], spot: Spot, context: DocxContext): Xml {
  const separator = (id: number, type: string, mark: string): Xml =>
    el('w:footnote', { 'w:type': type, 'w:id': id }, [el('w:p', {}, [el('w:r', {}, [el(mark)])])]);
  return el('w:footnotes', namespaces, [
    separator(-1, 'separator', 'w:separator'),
    separator(0, 'continuationSeparator', 'w:continuationSeparator'),
    ...notes.map((note) => {
      const blocks = blocksOf(note.children, { ...spot, look: 'note' }, context);
      const [first] = blocks;
      const mark = el('w:r', {}, [
        el('w:rPr', {}, [val('w:rStyle', 'FootnoteReference'), val('w:vertAlign', 'superscript')]),
        el('w:footnoteRef'),
      ]);
      const gap = el('w:r', {}, [el('w:t', { 'xml:space': 'preserve' }, [' '])]);
      if (first === undefined || first.name !== 'w:p') {
        const own = el('w:p', {}, [el('w:pPr', {}, [val('w:pStyle', styleIds.note)]), mark]);
        return el('w:footnote', { 'w:id': note.number }, [
          own,
          ...blocks,
          ...(blocks.length > 0 ? [el('w:p')] : []),
        ]);
      }
      const properties = first.children.filter((child) => 'name' in child && child.name === 'w:pPr');
      const runs = first.children.filter((child) => !('name' in child) || child.name !== 'w:pPr');
      const opened = { ...first, children: [...properties, mark, gap, ...runs] };
      return el('w:footnote', { 'w:id': note.number }, [opened, ...blocks.slice(1)]);
    }),
  ]);
}

/** Names that Word takes: a letter first, then letters, digits and `_`, at most 40. */
function bookmarksOf(document: Document): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const block of visitBlocks(document.children)) {
    if (!('id' in block) || block.id === undefined || names.has(block.id)) continue;
    const plain = `b_${block.id.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 36);
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}_${count}`;
    taken.add(name.toLowerCase());
    names.set(block.id, name);
  }
  return names;
}

/** Lists deeper than Word's levels have styles that tell how deep they are. */
function withDeepLists(styles: Xml, body: Blocks, { size }: DocxOptions): Xml {
  const depths = new Set<number>();
  const stack: Xml['children'][number][] = [...body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('name' in node)) continue;
    const style = node.name === 'w:pStyle' ? String(node.attributes?.['w:val'] ?? '') : '';
    const depth = /^ListLevel(\d+)$/.exec(style)?.[1];
    if (depth !== undefined) depths.add(Number(depth));
    stack.push(...node.children);
  }
  const indent = size * 20 * 1.6 * (deepestLevel + 1);
  const deep = [...depths]
    .sort((one, other) => one - other)
    .map((depth) =>
      el('w:style', { 'w:type': 'paragraph', 'w:styleId': `ListLevel${depth}` }, [
        val('w:name', `List Level ${depth}`),
        val('w:basedOn', styleIds.list),
        el('w:pPr', {}, [el('w:ind', { 'w:start': Math.round(indent) })]),
      ]),
    );
  return { ...styles, children: [...styles.children, ...deep] };
}

/** ISO 8601 with a time, as the properties of a document want it; the first moment of what is known of the date. */
function momentOf(date: string): string {
  const [year = '2000', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
