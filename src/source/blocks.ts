import type {
  Code,
  Heading as MdHeading,
  List as MdList,
  Paragraph as MdParagraph,
  RootContent,
} from 'mdast';
import { fold, textOf } from '../document/text.ts';
import type { Block, Heading, List } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { toDirectiveBlocks } from './directives.ts';
import { flatInlines } from './flat-text.ts';
import { definitionOf, toInlines } from './inlines.ts';
import { figureOf } from './pictures.ts';
import { idFor, positionOf, type Reader, report } from './reader.ts';
import { gridTable } from './tables.ts';
import { checkBoldHeading, checkTypedMarks, isSpareEnd } from './typed-marks.ts';

/** Deeper nesting than this is flattened with a finding: nobody can follow it, and programs run out of stack. */
const maxNesting = 64;

/** Markdown's blocks as the document's. What it does not know stays readable, with a finding. */
export function toBlocks(nodes: readonly RootContent[], reader: Reader): Block[] {
  const out: Block[] = [];
  reader.nesting++;
  for (const node of nodes) addBlock(node, reader, out);
  reader.nesting--;
  return out;
}

function addBlock(node: RootContent, reader: Reader, out: Block[]): void {
  const at = positionOf(node, reader);
  switch (node.type) {
    case 'heading':
      out.push(toHeading(node, reader));
      return;
    case 'paragraph':
      if (isSpareEnd(node, reader)) return;
      checkTypedMarks(node, reader);
      if (reader.nesting === 1 && !reader.inLayer) checkBoldHeading(node, reader);
      out.push(
        loneImage(node, reader) ?? { type: 'paragraph', children: toInlines(node.children, reader), at },
      );
      return;
    case 'list':
      out.push(isTooDeep(at, reader) ? flattened(node, reader) : toList(node, reader));
      return;
    case 'blockquote':
      if (isTooDeep(at, reader)) out.push(flattened(node, reader));
      else out.push({ type: 'blockquote', children: toBlocks(node.children, reader), at });
      return;
    case 'table':
      report(
        reader,
        'table-without-caption',
        'warning',
        'This table has no caption, and its rows have no names.',
        'Put :::table{caption="…"} on a line before it and ::: on a line after it.',
        at,
      );
      out.push(gridTable(node, { rowHeaders: 0 }, reader));
      return;
    case 'code':
      checkCodeLabel(node, reader);
      out.push({ type: 'code', value: node.value, at });
      return;
    case 'thematicBreak':
      out.push({ type: 'thematicBreak', at });
      return;
    case 'html':
      addHtmlBlock(node.value, reader, at, out);
      return;
    case 'definition':
    case 'footnoteDefinition':
      return;
    case 'containerDirective':
      if (isTooDeep(at, reader)) out.push(flattened(node, reader));
      else out.push(...toDirectiveBlocks(node, reader));
      return;
    case 'leafDirective':
      out.push(...toDirectiveBlocks(node, reader));
      return;
    case 'yaml':
      out.push({ type: 'code', value: node.value, at });
      return;
    case 'listItem':
      out.push(...toBlocks(node.children, reader));
      return;
    case 'tableRow':
    case 'tableCell':
      out.push(flattened(node, reader));
      return;
    default:
      out.push({ type: 'paragraph', children: toInlines([node], reader), at });
  }
}

function isTooDeep(at: Position, reader: Reader): boolean {
  if (reader.nesting <= maxNesting) return false;
  report(
    reader,
    'too-deep',
    'error',
    `Lists, quotes or boxes are nested more than ${maxNesting} deep. Only the words are kept.`,
    'Use headings and at most two levels of lists.',
    at,
  );
  return true;
}

function flattened(node: RootContent, reader: Reader): Block {
  return { type: 'paragraph', children: toInlines(flatInlines(node), reader), at: positionOf(node, reader) };
}

/** Headings never skip a level, so that every format's outline is whole; the first skip is told. */
function toHeading(node: MdHeading, reader: Reader): Heading {
  const at = positionOf(node, reader);
  const wanted = node.depth + reader.headingShift;
  const depth = Math.min(wanted, reader.lastDepth + 1, 6) as Heading['depth'];
  if (wanted > reader.lastDepth + 1) {
    report(
      reader,
      'skipped-heading',
      'error',
      `This heading is at level ${node.depth}, but the one before it is at level ${Math.max(1, reader.lastDepth - reader.headingShift)}.`,
      `Write it with ${'#'.repeat(reader.lastDepth + 1 - reader.headingShift)}.`,
      at,
    );
  }
  reader.lastDepth = depth;
  const children = toInlines(node.children, reader);
  const text = fold(textOf(children));
  if (text === '') {
    report(
      reader,
      'empty-heading',
      'error',
      'This heading has no words.',
      'Write the heading, or delete the marks.',
      at,
    );
  }
  return { type: 'heading', depth, id: idFor(text, reader), children, at };
}

function toList(node: MdList, reader: Reader): List {
  return {
    type: 'list',
    ordered: node.ordered ?? false,
    start: node.start ?? 1,
    children: node.children.map((item) => ({
      type: 'listItem',
      ...(typeof item.checked === 'boolean' && { checked: item.checked }),
      children: toBlocks(item.children, reader),
      at: positionOf(item, reader),
    })),
    at: positionOf(node, reader),
  };
}

/** A picture that stands alone is a figure; the words in quotes behind its address are its caption. */
function loneImage(node: MdParagraph, reader: Reader): Block | undefined {
  const [image, ...others] = node.children;
  if (others.length > 0 || (image?.type !== 'image' && image?.type !== 'imageReference')) return undefined;
  const { url, title } = image.type === 'image' ? image : definitionOf(image.identifier, reader);
  return figureOf(
    { src: url, alt: image.alt ?? '', decorative: false, ...(title && { caption: fold(title) }) },
    [],
    positionOf(image, reader),
    reader,
  );
}

function checkCodeLabel({ lang, meta, position }: Code, reader: Reader): void {
  if (!lang) return;
  const label = meta ? `${lang} ${meta}` : lang;
  report(
    reader,
    'code-label',
    'warning',
    `The words "${label}" behind the three backticks are left out.`,
    'Delete them, or write them in a sentence before.',
    { position },
  );
}

function addHtmlBlock(value: string, reader: Reader, at: Position, out: Block[]): void {
  const rest = value.replace(/<!--[\s\S]*?-->/g, '');
  if (rest.length < value.length) {
    report(
      reader,
      'comment',
      'warning',
      'A comment is not carried into any format.',
      'Delete it, or write it as text.',
      at,
    );
  }
  if (rest.trim() === '') return;
  report(
    reader,
    'raw-html',
    'error',
    'HTML is shown as plain text.',
    'Use the marks of docs/writing.md instead of HTML.',
    at,
  );
  out.push({ type: 'code', value: rest, at });
}
