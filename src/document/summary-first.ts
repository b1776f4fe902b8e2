import type { Passage } from './passage.ts';
import { bodyReadingOf, type Reading, readingOf } from './passages.ts';
import type { Block, Box, Document } from './tree.ts';

/** The boxes of key facts that speak for the whole report: those before its second heading. The rest keeps its order. */
export function keyFactsFirst(blocks: readonly Block[]): {
  readonly facts: readonly Box[];
  readonly rest: readonly Block[];
} {
  const facts: Box[] = [];
  const rest: Block[] = [];
  let headings = 0;
  for (const block of blocks) {
    if (block.type === 'heading') headings++;
    if (headings < 2 && block.type === 'box' && block.kind === 'key-facts') facts.push(block);
    else rest.push(block);
  }
  return { facts, rest };
}

/**
 * The report as a reader meets it when the summary comes first: title, summary, key facts, ways to ask, then the other
 * details and the rest in its order. @throws Error when these are not exactly the passages of the report
 */
export function summaryReadingOf(document: Document): Reading {
  const report = readingOf(document);
  const details = report.passages.filter(({ isDetail }) => isDetail);
  const { facts, rest } = keyFactsFirst(document.children);
  const first = bodyReadingOf({ children: facts, footnotes: [] });
  const body = bodyReadingOf({ children: [...facts, ...rest], footnotes: document.footnotes });
  const opening = details.slice(0, document.meta.summary ? 2 : 1);
  const note = document.meta.contact.note ? details.slice(-1) : [];
  const others = details.slice(opening.length, details.length - note.length);
  const passages = [
    ...opening,
    ...body.passages.slice(0, first.passages.length),
    ...others.filter(({ kind }) => kind === 'paragraph'),
    ...others.filter(({ kind }) => kind !== 'paragraph'),
    ...note,
    ...body.passages.slice(first.passages.length),
  ];
  if (fingerprint(passages) !== fingerprint(report.passages))
    throw new Error('The summary page would change the words of the report.');
  return { passages, links: body.links };
}

/** The same for two lists with the same passages, in whatever order. */
function fingerprint(passages: readonly Passage[]): string {
  const keys = passages.map(({ kind, text }) => `${kind} ${text}`);
  return keys.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n');
}
