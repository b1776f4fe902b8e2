import { fold, textOf } from '../../document/text.ts';
import type { Inline, Link } from '../../document/tree.ts';
import { literal, signs } from './characters.ts';
import { finishLine, type TextOptions } from './finish-line.ts';
import { address, showsAddress, standsAlone, type TextContext, telephone } from './link-address.ts';

const { open, close, newLine, wide, gap } = signs;

/**
 * Inline content as the words of an item, with its marks and escapes. Lines inside the item are parted by {@link signs.newLine};
 * {@link signs.hold} is a space that is never broken. Empty when there are no words.
 */
export function lineText(nodes: readonly Inline[], context: TextContext, options: TextOptions = {}): string {
  const parts: string[] = [];
  addInlines(nodes, context, parts, options.name || options.closed ? 'look' : 'top');
  return finishLine(parts.join(''), options, context.grammar);
}

/** The same for words without inline content. */
export function plainLineText(text: string, context: TextContext, options: TextOptions = {}): string {
  return finishLine(literal(text, context.characters), options, context.grammar);
}

/** `look`: inside emphasis, which leaves no trace; `mark`: inside square brackets. */
type Place = 'top' | 'look' | 'mark';

function addInlines(nodes: readonly Inline[], context: TextContext, out: string[], place: Place): void {
  nodes.forEach((node, index) => {
    addInline(node, context, out, place, nodes[index + 1]);
  });
}

function addInline(node: Inline, context: TextContext, out: string[], place: Place, next?: Inline): void {
  switch (node.type) {
    case 'text':
    case 'abbreviation':
      out.push(literal(node.value, context.characters));
      return;
    case 'inlineCode':
      out.push(literal(node.value, 'unicode'));
      return;
    case 'emphasis':
    case 'strong':
    case 'languageSpan':
      addInlines(node.children, context, out, place === 'top' ? 'look' : place);
      return;
    case 'delete':
      if (fold(textOf(node.children)) === '') {
        space(textOf(node.children), out);
        return;
      }
      out.push(spaceBefore(textOf(node.children)), open, context.grammar.inline.deleted, ':', gap);
      addInlines(node.children, context, out, 'mark');
      out.push(close);
      return;
    case 'image':
      if (fold(node.alt) === '') {
        space(node.alt, out);
        return;
      }
      out.push(
        spaceBefore(node.alt),
        open,
        context.grammar.inline.picture,
        ':',
        gap,
        literal(node.alt, context.characters),
        close,
      );
      return;
    case 'break':
      out.push(place === 'mark' ? ' ' : newLine);
      return;
    case 'footnoteReference':
      out.push(open, context.grammar.inline.note, ' ', String(node.number), close);
      return;
    case 'link':
      addLink(node, context, out, place, next);
      return;
    default:
      node satisfies never;
  }
}

/** What has no words still parts the words around it. */
function space(text: string, out: string[]): void {
  if (text !== '') out.push(' ');
}

/** The name of a mark would swallow a space at the start of its words. */
function spaceBefore(text: string): string {
  return /^[\s\ufdd0]/.test(literal(text, 'unicode')) ? ' ' : '';
}

function addLink(node: Link, context: TextContext, out: string[], place: Place, next?: Inline): void {
  const words = fold(textOf(node.children));
  if (place === 'top' && node.children.every(isPlain) && showsAddress(words, node.url)) {
    const before = out.slice(-2).join('');
    if (standsAlone(words, before, next)) {
      const after = next && !telephone.test(words) ? ' ' : '';
      out.push(before === '' || before.endsWith(newLine) ? words : ` ${words}`, after);
      return;
    }
  }
  const start = out.push(open);
  addInlines(node.children, context, out, 'mark');
  const text = out.splice(start).join('');
  out.push(
    text.replace(context.grammar.writing.keywordColon, `$1${signs.colon}`),
    ':',
    wide,
    address(node.url, words, context),
    close,
  );
}

function isPlain(node: Inline): boolean {
  return node.type === 'text' && literal(node.value, 'unicode') === node.value;
}
