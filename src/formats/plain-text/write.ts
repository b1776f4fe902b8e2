import { fill } from '../../document/furniture/furniture.ts';
import type { Document } from '../../document/tree.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { LineItem } from '../../media/lines/line-item.ts';
import { linkTargets } from '../../media/lines/link-targets.ts';
import { toLineItems } from '../../media/lines/to-line-items.ts';
import type { Written } from '../format.ts';
import { signs } from './characters.ts';
import { contentsOf, openingLength } from './contents.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { mark, printItem } from './item-lines.ts';
import { LinesOut } from './lines-out.ts';
import type { TextContext } from './link-address.ts';
import { headingMarks } from './marks.ts';
import type { PlainTextOptions } from './options.ts';

/** Writes the document as lines of words, with marks that people can hear and search for: see marks.ts. */
export async function writePlainText(document: Document, options: PlainTextOptions): Promise<Written> {
  const { children, footnotes } = document;
  const grammar = grammarOf(document.meta.language);
  const context: TextContext = { characters: options.characters, grammar, targets: linkTargets(children) };
  const out = new LinesOut(options, grammar);
  const hasTitle = children[0]?.type === 'heading' && children[0].depth === 1;
  const opening = openingLength(children);
  const parts = {
    title: children.slice(0, hasTitle ? 1 : 0),
    opening: children.slice(hasTitle ? 1 : 0, opening),
  };
  addItems(toLineItems({ children: parts.title, footnotes: [] }), context, out);
  const body = toLineItems({ children: children.slice(opening), footnotes });
  out.add({ text: about(body, options, grammar), hanging: false }, 0, 1);
  addItems(toLineItems({ children: parts.opening, footnotes: [] }), context, out);
  if (options.contents) addContents(document, context, out);
  addItems(body, context, out);
  out.add({ text: mark(grammar.marks.end), hanging: false }, 0, 2);
  const mediaType = `text/plain; charset=utf-8${options.flowed ? '; format=flowed' : ''}`;
  const output = { name: 'txt', mediaType, bytes: out.toBytes() };
  return { outputs: [output], changes: [], findings: options.flowed ? longLines(output.bytes) : [] };
}

function addItems(items: readonly LineItem[], context: TextContext, out: LinesOut): void {
  let owesGap = false;
  for (const item of items) {
    const printed = printItem(item, context);
    const tight: boolean = item.tight && !owesGap;
    owesGap = printed === undefined && !tight;
    const section = item.kind === 'heading' && item.depth === 2;
    out.add(printed, item.steps, tight ? 0 : section ? 2 : 1);
  }
}

/** One line that says what the marks mean, as far as this text has them. */
function about(
  body: readonly LineItem[],
  { width, flowed }: PlainTextOptions,
  { marks, inline }: Grammar,
): string {
  const depths = new Set(body.map((item) => (item.kind === 'heading' ? item.depth : 0)));
  const meanings = [
    fill(inline.titleSign, { sign: headingMarks[0] }),
    fill(inline.sectionSign, { sign: headingMarks[1] }),
    fill(inline.partSign, { sign: headingMarks[2] }),
  ];
  const deepest = Math.max(2, ...depths);
  const deeper = headingMarks.slice(3, deepest).join(', ');
  const smaller = deeper ? [fill(inline.smallerSign, { sign: deeper })] : [];
  const headings = fill(inline.headingSigns, {
    signs: [...meanings.slice(0, deepest), ...smaller].join(', '),
  });
  const hard = width > 0 && !flowed ? ` ${fill(inline.hardLines, { width })}` : '';
  return mark(marks.about, `${headings} ${inline.brackets}${hard}`);
}

function addContents({ children }: Document, context: TextContext, out: LinesOut): void {
  const entries = contentsOf(children, context);
  if (entries.length === 0) return;
  out.add({ text: mark(context.grammar.marks.contents), hanging: false }, 0, 1);
  for (const { text, steps } of entries)
    out.add({ text: text.replaceAll(signs.newLine, ' '), hanging: true }, steps, 0);
  out.add({ text: mark(context.grammar.marks.contentsEnd), hanging: false }, 0, 0);
}

/** RFC 5322, 2.1.1: a line of an email has at most 998 bytes without its end. */
const longest = 998;

function longLines(bytes: Uint8Array): Finding[] {
  let start = 0;
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0x0a) continue;
    if (at - start - 1 > longest) count++;
    start = at + 1;
  }
  if (count === 0) return [];
  return [
    {
      rule: 'plain-text/long-line',
      severity: 'warning',
      message: `${count === 1 ? 'One line has' : `${count} lines have`} more than ${longest} bytes without a space: not every mail program carries it.`,
      fix: 'Look for an address or a word that is far too long, and shorten it.',
    },
  ];
}
