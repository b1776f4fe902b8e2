import { markInlines } from '../document/abbreviations.ts';
import { dateInWords } from '../document/date.ts';
import type { Furniture } from '../document/furniture/furniture.ts';
import { furnitureOf } from '../document/furniture/furniture-of.ts';
import type { Block, Definition, Document, Inline, Meta } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { Planned } from './transform.ts';

const reason = 'Names the details from the top of the report.';

/** A part of the opening with what it adds to the author's words, in the order in which it stands there. */
interface Part {
  readonly blocks: readonly Block[];
  readonly changes: readonly DeclaredChange[];
}

/** Puts the details from the front matter before the body: title, summary, who published it, how to get another format. */
export function opening(document: Document): Planned {
  const parts = [detailsPart(document.meta), contactPart(document.meta)];
  const blocks = [...titleBlocks(document), ...parts.flatMap((part) => part.blocks)];
  return {
    document: { ...document, children: [...blocks, ...document.children] },
    // Additions are declared in the order in which they stand in the document.
    changes: parts.flatMap((part) => part.changes),
  };
}

/** The title, and the summary from the front matter if there is one. */
export function titleBlocks({ meta, abbreviations }: Document): Block[] {
  if (!meta.summary) return [heading(meta.title)];
  return [
    heading(meta.title),
    { type: 'paragraph', children: markInlines([text(meta.summary)], abbreviations) },
  ];
}

/** Who published it, when, which version, who approved it. */
export function detailsPart(meta: Meta): Part {
  const { changes, say } = teller();
  const items = details(meta, furnitureOf(meta.language), say);
  return { blocks: [{ type: 'definitionList', kind: 'details', items }], changes };
}

/** How to get another format; empty where the front matter names no way. */
export function contactPart(meta: Meta): Part {
  const { changes, say } = teller();
  if (!isReachable(meta) && !meta.contact.note) return { blocks: [], changes };
  const furniture = furnitureOf(meta.language);
  const title = say(furniture.opening.ask);
  const children = contact(meta, furniture, say);
  return { blocks: [{ type: 'box', kind: 'contact', title, children }], changes };
}

/** The ways to ask alone, short enough for a page with other things; empty where the front matter names none. */
export function waysPart(meta: Meta): Part {
  const { changes, say } = teller();
  if (!isReachable(meta)) return { blocks: [], changes };
  const furniture = furnitureOf(meta.language);
  const title = say(furniture.opening.ask);
  const items = waysToAsk(meta, furniture, say);
  const list: Block = { type: 'definitionList', kind: 'details', items };
  return { blocks: [{ type: 'box', kind: 'contact', title, children: [list] }], changes };
}

function teller(): { readonly changes: readonly DeclaredChange[]; readonly say: Say } {
  const changes: DeclaredChange[] = [];
  const say = (added: string): string => {
    changes.push({ kind: 'added', text: added, reason });
    return added;
  };
  return { changes, say };
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
