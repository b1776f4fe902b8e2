import type { Image, Link as MdLink, PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { noDescription } from '../document/alternative.ts';
import { fold, textOf } from '../document/text.ts';
import type { Inline } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { flatText } from './flat-text.ts';
import { missingAlt, useAsset } from './pictures.ts';
import { positionOf, type Reader, report } from './reader.ts';
import { checkBoxLines } from './typed-marks.ts';

/** Marks inside marks, such as bold in a link: deeper ones are flattened with a finding, as no reader can tell them apart. */
const maxNesting = 20;

/** Markdown's inline content as the document's. What it does not know stays readable as text, with a finding. */
export function toInlines(nodes: readonly PhrasingContent[], reader: Reader): Inline[] {
  const out: Inline[] = [];
  reader.inlineNesting++;
  for (const node of nodes) addInline(node, reader, out);
  reader.inlineNesting--;
  return out;
}

function addInline(node: PhrasingContent, reader: Reader, out: Inline[]): void {
  const at = positionOf(node, reader);
  if ('children' in node && reader.inlineNesting > maxNesting) {
    report(
      reader,
      'too-deep',
      'error',
      `Marks such as bold stand inside each other more than ${maxNesting} deep. Only the words are kept.`,
      'Use one mark at a time.',
      at,
    );
    out.push({ type: 'text', value: flatText(node), at });
    return;
  }
  switch (node.type) {
    case 'text':
      checkReferences(node, reader);
      if (node.value.includes(':::')) checkBoxLines(node.value, node.position, reader);
      out.push({ type: 'text', value: node.value, at });
      return;
    case 'emphasis':
    case 'strong':
    case 'delete':
      out.push({ type: node.type, children: toInlines(node.children, reader), at });
      return;
    case 'inlineCode':
      out.push({ type: 'inlineCode', value: node.value, at });
      return;
    case 'break':
      out.push({ type: 'break', at });
      return;
    case 'link':
      addLink(node, node, reader, out);
      return;
    case 'linkReference':
      addLink(node, definitionOf(node.identifier, reader), reader, out);
      return;
    case 'image':
      addImage(node, node, reader, out);
      return;
    case 'imageReference':
      addImage(node, definitionOf(node.identifier, reader), reader, out);
      return;
    case 'footnoteReference':
      addFootnoteReference(node.identifier, reader, at, out);
      return;
    case 'html':
      addHtml(node.value, reader, at, out);
      return;
    case 'textDirective':
      addTextDirective(node, reader, out);
      return;
    default:
      node satisfies never;
  }
}

interface Target {
  readonly url: string;
  readonly title?: string | null | undefined;
}

/** The address that a link or picture names, such as `[words][name]`. */
export function definitionOf(identifier: string, reader: Reader): Target {
  reader.usedDefinitions.add(identifier);
  return reader.definitions.get(identifier) ?? { url: '' };
}

function addFootnoteReference(id: string, reader: Reader, at: Position, out: Inline[]): void {
  if (reader.inLayer) {
    report(
      reader,
      'easy-read-footnote',
      'error',
      'Easy Read has no footnotes. The mark is left out.',
      'Say it in the text.',
      at,
    );
    return;
  }
  const number = reader.footnoteNumbers.get(id) ?? reader.footnoteNumbers.size + 1;
  reader.footnoteNumbers.set(id, number);
  out.push({ type: 'footnoteReference', id, number, at });
}

function addHtml(value: string, reader: Reader, at: Position, out: Inline[]): void {
  if (/^<br\s*\/?>$/i.test(value)) {
    report(
      reader,
      'raw-html',
      'warning',
      'A line is broken by an HTML tag.',
      'End the line with a backslash (\\) instead.',
      at,
    );
    out.push({ type: 'break', at });
  } else if (value.startsWith('<!--')) {
    report(
      reader,
      'comment',
      'warning',
      'A comment is not carried into any format.',
      'Delete it, or write it as text.',
      at,
    );
  } else {
    report(
      reader,
      'raw-html',
      'error',
      `The HTML tag ${value.slice(0, 40)} is shown as plain text.`,
      'Delete the tag, or use the marks of docs/writing.md.',
      at,
    );
    out.push({ type: 'inlineCode', value, at });
  }
}

/** The words that a browser shows when a mouse points at something. */
function checkHoverText(title: string | null | undefined, reader: Reader, at: Position): void {
  if (!title) return;
  report(
    reader,
    'hover-text',
    'warning',
    `The words "${title}" are left out: they would show only where a mouse points.`,
    'Write them in the text, and delete them behind the address.',
    at,
  );
}

const schemes = /^(https?|mailto|tel|sms|ftp):/i;

function addLink(
  node: Pick<MdLink, 'children' | 'position'>,
  target: Target,
  reader: Reader,
  out: Inline[],
): void {
  const at = positionOf(node, reader);
  const children = toInlines(node.children, reader);
  const words = fold(textOf(children));
  const { url } = target;
  checkHoverText(target.title, reader, at);
  if (url === '' || url === '#') {
    report(
      reader,
      'empty-link',
      'error',
      `The link "${words}" leads nowhere.`,
      'Give its address. If the address is lost, write the name without a link and say so.',
      at,
    );
    out.push(...children);
    return;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) && !schemes.test(url)) {
    report(
      reader,
      'unsafe-link',
      'error',
      `The link "${words}" has an address that is not a web, e-mail or telephone address.`,
      'Use an address that starts with https:, mailto: or tel:.',
      at,
    );
    out.push(...children, { type: 'text', value: ` (${url})`, at });
    return;
  }
  if (words === '') {
    report(
      reader,
      'link-without-words',
      'error',
      `The link to ${url} has no words.`,
      'Write what the link leads to.',
      at,
    );
    children.push({ type: 'text', value: url, at });
  }
  if (!url.startsWith('#') && !schemes.test(url)) {
    report(
      reader,
      'relative-link',
      'warning',
      `The link "${words}" has the address "${url}", which only works beside the source file.`,
      'Give the full address, starting with https://.',
      at,
    );
  }
  out.push({ type: 'link', url, children, at });
}

function addImage(
  node: Pick<Image, 'alt' | 'position'>,
  target: Target,
  reader: Reader,
  out: Inline[],
): void {
  const at = positionOf(node, reader);
  const alt = fold(node.alt ?? '');
  const src = target.url;
  if (alt === '') missingAlt(src, reader, at);
  checkHoverText(target.title, reader, at);
  useAsset(src, reader, at);
  out.push({ type: 'image', src, alt: alt || `${noDescription} ${src}`, at });
}

function addTextDirective(node: TextDirective, reader: Reader, out: Inline[]): void {
  const at = positionOf(node, reader);
  const attributes = node.attributes ?? {};
  if (node.name === 'lang' && attributes.lang && node.children.length > 0) {
    out.push({ type: 'languageSpan', lang: attributes.lang, children: toInlines(node.children, reader), at });
    return;
  }
  if (node.name === 'abbr' && attributes.title && node.children.length > 0) {
    const value = fold(textOf(toInlines(node.children, reader)));
    out.push({ type: 'abbreviation', value, expansion: attributes.title, at });
    return;
  }
  const bare = node.children.length === 0 && Object.keys(attributes).length === 0;
  // A colon before a word is common in plain text ("Note:this"): only marks that were meant as marks are reported.
  if (node.name === 'pic' && !bare) {
    report(
      reader,
      'unknown-mark',
      'error',
      'A picture mark ":pic[…]" stands where it has no effect.',
      'Use it only at the start of a paragraph of Easy Read, and outside boxes.',
      at,
    );
  } else if (!bare) {
    report(
      reader,
      'unknown-mark',
      'error',
      `":${node.name}[…]" is not a mark that reports have, or a part of it is missing.`,
      'Use :lang[words]{lang="cy"} or :abbr[SHORT]{title="long form"}.',
      at,
    );
  }
  out.push({ type: 'text', value: sourceOf(node, reader), at });
}

/** A mark as its author wrote it. */
function sourceOf(node: TextDirective, reader: Reader): string {
  if (node.position === undefined) return `:${node.name}${flatText(node)}`;
  const { start, end } = node.position;
  const lines = reader.lines.slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.map((line) => line.trim()).join(' ');
}

const reference = /\[\^[^\]\s]{1,200}\]|\]\[[^\]\n]{1,200}\]/g;

/** Markdown leaves a reference to something that does not exist as plain text: a person should know. */
function checkReferences(node: Extract<PhrasingContent, { type: 'text' }>, reader: Reader): void {
  const { line, column } = positionOf(node, reader);
  node.value.split('\n').forEach((text, index) => {
    for (const [found] of text.matchAll(reference)) {
      const from = index === 0 ? column - 1 : 0;
      const at = (reader.lines[line - 1 + index] ?? '').indexOf(found, from);
      report(
        reader,
        'broken-reference',
        'error',
        `${found.startsWith('[^') ? found : `[…${found}`} refers to something that is not in the report.`,
        'Add the footnote or the address it refers to, or delete the brackets.',
        { file: reader.file, line: line + index, column: Math.max(at, from) + 1 },
      );
    }
  });
}
