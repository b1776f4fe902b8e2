import type { Heading as MdHeading, List as MdList, Paragraph as MdParagraph, RootContent } from 'mdast';
import type { Block, Heading, Inline, List } from '../document/tree.ts';
import { fold, textOf } from '../document/text.ts';
import { toDirectiveBlocks } from './directives.ts';
import { figureOf } from './figures.ts';
import { flatText } from './flat-text.ts';
import { cleanText, toInlines } from './inlines.ts';
import { positionOf, type Reader, report } from './reader.ts';
import { gridTable } from './tables.ts';

/** Deeper nesting than this is flattened with a finding: nobody can follow it, and programs run out of stack. */
const maxNesting = 100;

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
    case 'paragraph': {
      const figure = loneImage(node, reader);
      out.push(figure ?? { type: 'paragraph', children: toInlines(node.children, reader), at });
      return;
    }
    case 'list':
      if (reader.nesting > maxNesting) {
        report(reader, 'too-deep', 'error', `Lists or quotes are nested more than ${maxNesting} deep.`, 'Use headings and at most two levels of lists.', at);
        out.push({ type: 'paragraph', children: [{ type: 'text', value: flatText(node) }], at });
      } else out.push(toList(node, reader));
      return;
    case 'blockquote':
      if (reader.nesting > maxNesting) {
        report(reader, 'too-deep', 'error', `Lists or quotes are nested more than ${maxNesting} deep.`, 'Quote without nesting.', at);
        out.push({ type: 'paragraph', children: [{ type: 'text', value: flatText(node) }], at });
      } else out.push({ type: 'blockquote', children: toBlocks(node.children, reader), at });
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
      out.push({ type: 'code', value: cleanText(node.value, reader, at), at });
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
      out.push({ type: 'paragraph', children: [{ type: 'text', value: flatText(node) }], at });
      return;
    default:
      out.push({ type: 'paragraph', children: toInlines([node], reader), at });
  }
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
  const children: Inline[] = toInlines(node.children, reader);
  const text = fold(textOf(children));
  if (text === '') {
    report(reader, 'empty-heading', 'error', 'This heading has no words.', 'Write the heading, or delete the marks.', at);
  }
  const id = reader.slugger.slug(text || 'section');
  reader.ids.add(id);
  return { type: 'heading', depth, id, children, at };
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

function loneImage(node: MdParagraph, reader: Reader): Block | undefined {
  const [image, ...others] = node.children;
  if (image?.type !== 'image' || others.length > 0) return undefined;
  return figureOf(
    { src: image.url, alt: image.alt ?? '', decorative: false, ...(image.title && { caption: image.title }) },
    [],
    positionOf(image, reader),
    reader,
  );
}

function addHtmlBlock(value: string, reader: Reader, at: ReturnType<typeof positionOf>, out: Block[]): void {
  if (/^<!--[\s\S]*-->\s*$/.test(value)) {
    report(reader, 'comment', 'warning', 'A comment is not carried into any format.', 'Delete it, or write it as text.', at);
    return;
  }
  report(reader, 'raw-html', 'error', 'HTML is shown as plain text.', 'Use the marks of docs/writing.md instead of HTML.', at);
  out.push({ type: 'code', value: cleanText(value, reader, at), at });
}
