import { markInlines } from '../document/abbreviations.ts';
import { dateInWords } from '../document/date.ts';
import type { Furniture } from '../document/furniture/furniture.ts';
import { furnitureOf } from '../document/furniture/furniture-of.ts';
import type { Block, Definition, Document, Inline, Meta } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { Planned } from './transform.ts';

const reason = 'Names the details from the top of the report.';

/** Puts the details from the front matter before the body: title, summary, who published it, how to get another format. */
export function opening(document: Document): Planned {
  const changes: DeclaredChange[] = [];
  const say = (text: string): string => {
    changes.push({ kind: 'added', text, reason });
    return text;
  };
  const { meta } = document;
  const furniture = furnitureOf(meta.language);
  const blocks: Block[] = [heading(meta.title)];
  if (meta.summary) {
    const words = markInlines([text(meta.summary)], document.abbreviations);
    blocks.push({ type: 'paragraph', children: words });
  }
  blocks.push({ type: 'definitionList', kind: 'details', items: details(meta, furniture, say) });
  const { contact: way } = meta;
  // Additions are declared in the order in which they stand in the document.
  if (isReachable(meta) || way.note) {
    const title = say(furniture.opening.ask);
    blocks.push({ type: 'box', kind: 'contact', title, children: contact(meta, furniture, say) });
  }
  return { document: { ...document, children: [...blocks, ...document.children] }, changes };
}

// Ids made here have a capital letter: ids of headings, which are made from their words, have none.
export function heading(title: string): Block {
  return { type: 'heading', depth: 1, id: 'documentTitle', children: [text(title)] };
}

export function paragraph(value: string): Block {
  return { type: 'paragraph', children: [text(value)] };
}

export function text(value: string): Inline {
  return { type: 'text', value };
}

type Say = (text: string) => string;

function details(meta: Meta, furniture: Furniture, say: Say): Definition[] {
  const { opening: words } = furniture;
  const item = (term: string, value: string): Definition => ({
    term: [text(say(term))],
    definition: [text(value)],
  });
  return [
    item(words.publishedBy, meta.organisation),
    item(words.date, dateInWords(meta.date, furniture)),
    item(words.version, meta.version),
    ...meta.signOff.map((sign) => {
      const parts = [sign.role, sign.name, sign.date && dateInWords(sign.date, furniture)];
      return item(words.approvedBy, parts.filter(Boolean).join(', '));
    }),
  ];
}

function contact(meta: Meta, furniture: Furniture, say: Say): Block[] {
  const blocks: Block[] = [];
  if (isReachable(meta)) {
    blocks.push(paragraph(say(furniture.opening.offer)));
    blocks.push({ type: 'definitionList', kind: 'details', items: waysToAsk(meta, furniture, say) });
  }
  if (meta.contact.note) blocks.push(paragraph(meta.contact.note));
  return blocks;
}

function isReachable({ contact: way }: Meta): boolean {
  return [way.team, way.email, ...way.telephone, way.textRelay, ...way.post, way.web, way.replyWithin].some(
    Boolean,
  );
}

/** Ways to reach the publisher, by name. */
export function waysToAsk({ contact: way }: Meta, { opening: words }: Furniture, say: Say): Definition[] {
  const items: Definition[] = [];
  const add = (term: string, definition: readonly Inline[]) =>
    items.push({ term: [text(say(term))], definition });
  const link = (shown: string, url: string): Inline => ({ type: 'link', url, children: [text(shown)] });
  if (way.team) add(words.team, [text(way.team)]);
  if (way.email) add(words.email, [link(way.email, `mailto:${way.email}`)]);
  for (const number of way.telephone) add(words.telephone, [link(number, telephoneUrl(number))]);
  if (way.textRelay) add(words.textRelay, [text(way.textRelay)]);
  if (way.post.length > 0) {
    add(
      words.post,
      way.post.flatMap((line, index) => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)])),
    );
  }
  if (way.web) add(words.webPage, [link(way.web, way.web)]);
  if (way.replyWithin) add(words.replyWithin, [text(way.replyWithin)]);
  return items;
}

/** RFC 3966: digits only, with a leading plus kept. */
function telephoneUrl(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`;
}
