import { markInlines } from '../document/abbreviations.ts';
import { dateInWords } from '../document/date.ts';
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
  const blocks: Block[] = [heading(meta.title)];
  if (meta.summary) {
    const words = markInlines([text(meta.summary)], document.abbreviations);
    blocks.push({ type: 'paragraph', children: words });
  }
  blocks.push({ type: 'definitionList', kind: 'details', items: details(meta, say) });
  const ways = contact(meta, say);
  if (ways.length > 0) {
    const title = say('Ask for this document in another format');
    blocks.push({ type: 'box', kind: 'contact', title, children: ways });
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

function details(meta: Meta, say: Say): Definition[] {
  const item = (term: string, value: string): Definition => ({
    term: [text(say(term))],
    definition: [text(value)],
  });
  return [
    item('Published by', meta.organisation),
    item('Date', dateInWords(meta.date)),
    item('Version', meta.version),
    ...meta.signOff.map((sign) => {
      const parts = [sign.role, sign.name, sign.date && dateInWords(sign.date)];
      return item('Approved by', parts.filter(Boolean).join(', '));
    }),
  ];
}

const offer =
  'You can ask for this document in large print, Easy Read, braille, audio, British Sign Language, or another format or language.';

function contact(meta: Meta, say: Say): Block[] {
  const items = waysToAsk(meta, say);
  const blocks: Block[] = [];
  if (items.length > 0) {
    blocks.push(paragraph(say(offer)), { type: 'definitionList', kind: 'details', items });
  }
  if (meta.contact.note) blocks.push(paragraph(meta.contact.note));
  return blocks;
}

/** Ways to reach the publisher, by name. */
export function waysToAsk({ contact: way }: Meta, say: Say): Definition[] {
  const items: Definition[] = [];
  const add = (term: string, definition: readonly Inline[]) =>
    items.push({ term: [text(say(term))], definition });
  const link = (words: string, url: string): Inline => ({ type: 'link', url, children: [text(words)] });
  if (way.team) add('Team', [text(way.team)]);
  if (way.email) add('Email', [link(way.email, `mailto:${way.email}`)]);
  for (const number of way.telephone) add('Telephone', [link(number, telephoneUrl(number))]);
  if (way.textRelay) add('Text relay', [text(way.textRelay)]);
  if (way.post.length > 0) {
    add(
      'Post',
      way.post.flatMap((line, index) => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)])),
    );
  }
  if (way.web) add('Web page', [link(way.web, way.web)]);
  if (way.replyWithin) add('You get an answer within', [text(way.replyWithin)]);
  return items;
}

/** RFC 3966: digits only, with a leading plus kept. */
function telephoneUrl(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`;
}
