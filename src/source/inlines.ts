import type { TextDirective } from 'mdast-util-directive';
import type { Image, Link as MdLink, PhrasingContent } from 'mdast';
import type { Inline } from '../document/tree.ts';
import { fold, textOf } from '../document/text.ts';
import { positionOf, type Reader, report } from './reader.ts';

/** Markdown's inline content as the document's. What it does not know stays readable as text, with a finding. */
export function toInlines(nodes: readonly PhrasingContent[], reader: Reader): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) addInline(node, reader, out);
  return out;
}

function addInline(node: PhrasingContent, reader: Reader, out: Inline[]): void {
  const at = positionOf(node, reader);
  switch (node.type) {
    case 'text':
      checkReferences(node.value, reader, at.line, at.column);
      out.push({ type: 'text', value: cleanText(node.value, reader, at), at });
      return;
    case 'emphasis':
    case 'strong':
    case 'delete':
      out.push({ type: node.type, children: toInlines(node.children, reader), at });
      return;
    case 'inlineCode':
      out.push({ type: 'inlineCode', value: cleanText(node.value, reader, at), at });
      return;
    case 'break':
      out.push({ type: 'break', at });
      return;
    case 'link':
      addLink(node, node.url, reader, out);
      return;
    case 'linkReference': {
      const definition = reader.definitions.get(node.identifier);
      reader.usedDefinitions.add(node.identifier);
      addLink(node, definition?.url ?? '', reader, out);
      return;
    }
    case 'image':
      addImage(node, node.url, reader, out);
      return;
    case 'imageReference': {
      const definition = reader.definitions.get(node.identifier);
      reader.usedDefinitions.add(node.identifier);
      addImage(node, definition?.url ?? '', reader, out);
      return;
    }
    case 'footnoteReference': {
      if (!reader.footnoteOrder.includes(node.identifier)) reader.footnoteOrder.push(node.identifier);
      const number = reader.footnoteOrder.indexOf(node.identifier) + 1;
      out.push({ type: 'footnoteReference', id: node.identifier, number, at });
      return;
    }
    case 'html':
      addHtml(node.value, reader, at, out);
      return;
    case 'textDirective':
      addTextDirective(node, reader, out);
      return;
    default:
      return node satisfies never;
  }
}

function addHtml(value: string, reader: Reader, at: ReturnType<typeof positionOf>, out: Inline[]): void {
  if (/^<br\s*\/?>$/i.test(value)) {
    report(reader, 'raw-html', 'warning', 'A line is broken by an HTML tag.', 'End the line with a backslash (\\) instead.', at);
    out.push({ type: 'break', at });
  } else if (value.startsWith('<!--')) {
    report(reader, 'comment', 'warning', 'A comment is not carried into any format.', 'Delete it, or write it as text.', at);
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

const schemes = /^(https?|mailto|tel|sms|ftp):/i;

function addLink(
  node: Pick<MdLink, 'children' | 'position'>,
  url: string,
  reader: Reader,
  out: Inline[],
): void {
  const at = positionOf(node, reader);
  const children = toInlines(node.children, reader);
  const words = fold(textOf(children));
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
    report(reader, 'link-without-words', 'error', `The link to ${url} has no words.`, 'Write what the link leads to.', at);
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

function addImage(node: Pick<Image, 'alt' | 'position'>, src: string, reader: Reader, out: Inline[]): void {
  const at = positionOf(node, reader);
  const alt = fold(node.alt ?? '');
  if (alt === '') missingAlt(src, reader, at);
  useAsset(src, reader, at);
  out.push({ type: 'image', src, alt: alt || `Picture without description: ${src}`, at });
}

export function missingAlt(src: string, reader: Reader, at: ReturnType<typeof positionOf>): void {
  report(
    reader,
    'picture-without-alt',
    'error',
    `The picture ${src} has no text for people who cannot see it.`,
    'Tell what it says in alt, in at most 125 characters. Only a picture that says nothing may be marked decorative.',
    at,
  );
}

/** Loads the file of a picture once; a problem is a finding, and the formats then show the words instead. */
export function useAsset(src: string, reader: Reader, at: ReturnType<typeof positionOf>): void {
  if (reader.assets.has(src)) return;
  const asset = reader.loadAsset(src);
  if ('problem' in asset) report(reader, 'picture-unusable', 'error', asset.problem, asset.fix, at);
  else reader.assets.set(src, asset);
}

function addTextDirective(node: TextDirective, reader: Reader, out: Inline[]): void {
  const at = positionOf(node, reader);
  const attributes = node.attributes ?? {};
  const children = toInlines(node.children, reader);
  if (node.name === 'lang' && attributes.lang && node.children.length > 0) {
    out.push({ type: 'languageSpan', lang: attributes.lang, children, at });
  } else if (node.name === 'abbr' && attributes.title && node.children.length > 0) {
    out.push({ type: 'abbreviation', value: textOf(children), expansion: attributes.title, at });
  } else {
    const { start, end } = node.position ?? {};
    const bare = node.children.length === 0 && Object.keys(attributes).length === 0;
    // A colon before a word is common in plain text ("Note:this"): only marks that were meant as marks are reported.
    if (!bare) {
      report(
        reader,
        'unknown-mark',
        'error',
        `":${node.name}[…]" is not a mark that reports have, or a part of it is missing.`,
        'Use :lang[words]{lang="cy"} or :abbr[SHORT]{title="long form"}.',
        at,
      );
    }
    const source = start && end ? sliceSource(reader, start, end) : undefined;
    out.push({ type: 'text', value: source ?? `:${node.name}${textOf(children)}`, at });
  }
}

function sliceSource(
  reader: Reader,
  start: { line: number; column: number },
  end: { line: number; column: number },
): string {
  const lines = reader.lines.slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.map((line) => line.trim()).join(' ');
}

/** Markdown leaves a reference to something that does not exist as plain text: a person should know. */
function checkReferences(value: string, reader: Reader, line: number, column: number): void {
  for (const match of value.matchAll(/\[\^[^\]\s]+\]|\]\[[^\]\n]+\]/g)) {
    report(
      reader,
      'broken-reference',
      'error',
      `${match[0].startsWith('[^') ? match[0] : `[…${match[0]}`} refers to something that is not in the report.`,
      'Add the footnote or the address it refers to, or delete the brackets.',
      { file: reader.file, line, column: column + match.index },
    );
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Characters that no reader can see or hear are taken out, with a finding. */
export function cleanText(value: string, reader: Reader, at: ReturnType<typeof positionOf>): string {
  if (value.search(controls) === -1) return value;
  report(
    reader,
    'control-character',
    'warning',
    'There are invisible control characters here. They are left out.',
    'Delete them: type the words again.',
    at,
  );
  return value.replace(controls, '');
}
