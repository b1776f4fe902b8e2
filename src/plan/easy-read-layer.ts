import { dateInWords } from '../document/date.ts';
import { easyReadingOf } from '../document/passages.ts';
import { fold, textOf } from '../document/text.ts';
import type { Block, Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { Failure } from '../kernel/failure.ts';
import { heading, paragraph, text, waysToAsk } from './opening.ts';
import type { Planned } from './transform.ts';

/**
 * The Easy Read layer as the document: title, who checked it, the layer, and what it leaves out.
 * @throws Failure `layer-missing`
 */
export function easyReadLayer(document: Document): Planned {
  const { meta, easyRead } = document;
  if (easyRead === undefined) throw new Failure('layer-missing', `"${meta.title}" has no Easy Read layer.`);
  const changes: DeclaredChange[] = [];
  const say = (value: string, reason: string): string => {
    changes.push({ kind: 'added', text: value, reason });
    return value;
  };
  const check = meta.easyReadCheck;
  const stamp = check
    ? `Checked by ${check.checkedBy} on ${dateInWords(check.checkedOn)}.`
    : 'Draft, not yet checked by people with a learning disability.';
  const reason = 'Says whether people with a learning disability have checked it.';
  changes.push({ kind: 'added', text: stamp, reason, isRequired: true });
  const blocks: Block[] = [
    heading(meta.title),
    {
      type: 'box',
      kind: 'note',
      title: say('Easy Read', 'Says which format this is.'),
      children: [paragraph(stamp)],
    },
    ...withGlossaryHeading(easyRead.children, say),
  ];
  if (easyRead.leftOut.length > 0) blocks.push(...leftOut(document, say));
  blocks.push(...wayToAsk(document, say));
  const { easyRead: _, abbreviations: __, ...rest } = document;
  return { document: { ...rest, abbreviations: [], footnotes: [], children: blocks }, changes };
}

/** A list of hard words that follows the ideas without a heading gets one, so that it is found and is in the contents. */
function withGlossaryHeading(
  blocks: readonly Block[],
  say: (value: string, reason: string) => string,
): Block[] {
  return blocks.flatMap((block, index) => {
    const bare = block.type === 'definitionList' && blocks[index - 1]?.type !== 'heading';
    if (!bare) return [block];
    const title = say('What the hard words mean', 'Names the list of hard words.');
    return [{ type: 'heading', depth: 2, id: `hardWords${index}`, children: [text(title)] }, block];
  });
}

/** How to reach the publisher, where the layer does not tell it. */
function wayToAsk(document: Document, say: (value: string, reason: string) => string): Block[] {
  const { contact: way } = document.meta;
  const layer = easyReadingOf(document);
  const text = layer.passages.map((passage) => passage.text).join(' ');
  const digits = text.replace(/\D/g, '');
  const told =
    [way.email, way.web, way.post[0]].some((one) => one !== undefined && text.includes(one)) ||
    way.telephone.some((number) => digits.includes(number.replace(/\D/g, '')));
  if (told) return [];
  const tell = (value: string) => say(value, 'Tells how to reach the publisher.');
  const items = waysToAsk(document.meta, tell);
  if (items.length === 0) return [];
  for (const item of items) tell(textOf(item.definition));
  const title = tell('Ask for this document in another format');
  return [
    { type: 'box', kind: 'contact', title, children: [{ type: 'definitionList', kind: 'details', items }] },
  ];
}

function leftOut(document: Document, say: (value: string, reason: string) => string): Block[] {
  const reason = 'Says what Easy Read leaves out.';
  const titles = new Map<string, string>();
  for (const block of document.children) {
    if (block.type === 'heading') titles.set(block.id, fold(textOf(block.children)));
  }
  const items = (document.easyRead?.leftOut ?? []).map(({ id, why }): Block => {
    const title = titles.get(id) ?? id;
    return {
      type: 'paragraph',
      children: [{ type: 'strong', children: [text(say(title, reason))] }, text(say(`: ${why}`, reason))],
    };
  });
  return [
    {
      type: 'heading',
      depth: 2,
      id: 'leftOut',
      children: [text(say('What is only in the full report', reason))],
    },
    {
      type: 'list',
      ordered: false,
      start: 1,
      children: items.map((item) => ({ type: 'listItem', children: [item] })),
    },
  ];
}
