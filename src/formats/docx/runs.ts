import { fill } from '../../document/furniture/furniture.ts';
import type { Inline } from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import { type DocxContext, nextCount } from './context.ts';
import { inlinePicture } from './drawing.ts';
import { styleIds } from './styles.ts';
import { clean, el, val, type Xml } from './xml.ts';

/** How words look and which language they are in. */
export interface Look {
  readonly bold?: true;
  readonly strike?: true;
  readonly code?: true;
  readonly style?: string;
  readonly language: string;
}

/** Inline content as runs. Emphasis is bold: italic letters are hard to read. */
export function runsOf(nodes: readonly Inline[], look: Look, context: DocxContext): Xml[] {
  const out: Xml[] = [];
  for (const node of nodes) addOne(node, look, context, out);
  return out;
}

function addOne(node: Inline, look: Look, context: DocxContext, out: Xml[]): void {
  switch (node.type) {
    case 'text':
    case 'abbreviation':
      out.push(...textRuns(node.value, look, context));
      return;
    case 'inlineCode':
      out.push(...textRuns(node.value, { ...look, code: true }, context));
      return;
    case 'emphasis':
    case 'strong':
      out.push(...runsOf(node.children, { ...look, bold: true }, context));
      return;
    case 'delete': {
      const { deleted, deletedEnd } = context.furniture.body;
      out.push(...textRuns(`[${deleted}: `, added(context), context));
      out.push(...runsOf(node.children, { ...look, strike: true }, context));
      out.push(...textRuns(` ${deletedEnd}]`, added(context), context));
      return;
    }
    case 'languageSpan':
      out.push(...runsOf(node.children, { ...look, language: node.lang }, context));
      return;
    case 'break':
      out.push(el('w:r', {}, [el('w:br')]));
      return;
    case 'image':
      out.push(inlinePicture(node, context) ?? run([el('w:t', {}, [clean(node.alt)])], look, context));
      return;
    case 'link':
      addLink(node, look, context, out);
      return;
    case 'footnoteReference':
      out.push(...noteReference(node.id, node.number, context));
      return;
    default:
      node satisfies never;
  }
}

/** Words that the format adds. The read-back leaves them out by their style. */
export function added(context: DocxContext): Look {
  return { style: styleIds.added, language: context.furniture.language };
}

export function textRuns(text: string, look: Look, context: DocxContext): Xml[] {
  if (text === '') return [];
  const content = clean(text)
    .split(/(\n|\t)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\n'
        ? el('w:br')
        : part === '\t'
          ? el('w:tab')
          : el('w:t', { 'xml:space': 'preserve' }, [part]),
    );
  return [run(content, look, context)];
}

function run(content: readonly Xml[], look: Look, context: DocxContext): Xml {
  const properties = runProperties(look, context);
  return el('w:r', {}, [...(properties.length > 0 ? [el('w:rPr', {}, properties)] : []), ...content]);
}

/** In the order that the schema wants (ECMA-376 part 1, 17.3.2.28). */
function runProperties({ bold, strike, code, style, language }: Look, context: DocxContext): Xml[] {
  const { language: main } = context.document.meta;
  const isRightToLeft = direction(language) === 'rtl';
  return [
    ...(style === undefined ? [] : [val('w:rStyle', style)]),
    ...(code ? [el('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' })] : []),
    ...(bold ? [el('w:b'), el('w:bCs')] : []),
    ...(strike ? [el('w:strike')] : []),
    ...(isRightToLeft ? [el('w:rtl')] : []),
    ...(language === main
      ? []
      : [el('w:lang', isRightToLeft ? { 'w:bidi': language } : { 'w:val': language })]),
  ];
}

function addLink(
  node: Extract<Inline, { type: 'link' }>,
  look: Look,
  context: DocxContext,
  out: Xml[],
): void {
  const runs = runsOf(node.children, { ...look, style: 'Hyperlink' }, context);
  if (node.url.startsWith('#')) {
    const bookmark = context.bookmarks.get(decode(node.url.slice(1)));
    out.push(
      ...(bookmark === undefined
        ? runs
        : [el('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, runs)]),
    );
    return;
  }
  if (node.url === '') {
    out.push(...runs);
    return;
  }
  const id = relationshipTo(clean(node.url), context);
  out.push(el('w:hyperlink', { 'r:id': id, 'w:history': 1 }, runs));
  if (node.showUrl) {
    const shown = node.url.replace(/^(?:mailto|tel):/i, '');
    out.push(...textRuns(` (${shown})`, added(context), context));
  }
}

function relationshipTo(url: string, context: DocxContext): string {
  const known = context.relationships.find(({ target, isExternal }) => isExternal && target === url);
  if (known !== undefined) return known.id;
  const id = `rId${context.relationships.length + 1}`;
  context.relationships.push({ id, type: 'hyperlink', target: url, isExternal: true });
  return id;
}

/** A note that is referred to again is a link to its first place: Word would count it anew. */
function noteReference(id: string, number: number, context: DocxContext): Xml[] {
  const { body } = context.furniture;
  const name = `note_${number}`;
  const look: Look = { style: 'FootnoteReference', language: context.document.meta.language };
  if (context.usedNotes.has(id)) {
    const tip = fill(body.note, { number });
    return [
      el(
        'w:hyperlink',
        { 'w:anchor': name, 'w:history': 1, 'w:tooltip': tip },
        textRuns(`[${number}]`, look, context),
      ),
    ];
  }
  context.usedNotes.add(id);
  const mark = nextCount(context);
  return [
    el('w:bookmarkStart', { 'w:id': mark, 'w:name': name }),
    el('w:r', {}, [
      el('w:rPr', {}, [val('w:rStyle', 'FootnoteReference'), val('w:vertAlign', 'superscript')]),
      el('w:footnoteReference', { 'w:id': number }),
    ]),
    el('w:bookmarkEnd', { 'w:id': mark }),
  ];
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
