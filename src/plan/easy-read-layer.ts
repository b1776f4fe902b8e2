import { dateInWords } from '../document/date.ts';
import { type Furniture, fill } from '../document/furniture/furniture.ts';
import { furnitureOf } from '../document/furniture/furniture-of.ts';
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
  const furniture = furnitureOf(meta.language);
  const changes: DeclaredChange[] = [];
  const say = (value: string, reason: string): string => {
    changes.push({ kind: 'added', text: value, reason });
    return value;
  };
  const check = meta.easyReadCheck;
  const stamp = check
    ? fill(furniture.easyRead.checked, {
        who: check.checkedBy,
        date: dateInWords(check.checkedOn, furniture),
      })
    : furniture.easyRead.draft;
  const reason = 'Says whether people with a learning disability have checked it.';
  changes.push({ kind: 'added', text: stamp, reason, isRequired: true });
  const blocks: Block[] = [
    heading(meta.title),
    {
      type: 'box',
      kind: 'note',
      title: say(furniture.easyRead.name, 'Says which format this is.'),
      children: [paragraph(stamp)],
    },
    ...withGlossaryHeading(easyRead.children, furniture, say),
  ];
  if (easyRead.leftOut.length > 0) blocks.push(...leftOut(document, furniture, say));
  blocks.push(...wayToAsk(document, furniture, say));
  const { easyRead: _, abbreviations: __, ...rest } = document;
  return { document: { ...rest, abbreviations: [], footnotes: [], children: blocks }, changes };
}

/** A list of hard words that follows the ideas without a heading gets one, so that it is found and is in the contents. */
function withGlossaryHeading(
  blocks: readonly Block[],
  furniture: Furniture,
  say: (value: string, reason: string) => string,
): Block[] {
  return blocks.flatMap((block, index) => {
    const bare = block.type === 'definitionList' && blocks[index - 1]?.type !== 'heading';
    if (!bare) return [block];
    const title = say(furniture.easyRead.hardWords, 'Names the list of hard words.');
    return [{ type: 'heading', depth: 2, id: `hardWords${index}`, children: [text(title)] }, block];
  });
}

/** How to reach the publisher, where the layer does not tell it. */
function wayToAsk(
  document: Document,
  furniture: Furniture,
  say: (value: string, reason: string) => string,
): Block[] {
  const { contact: way } = document.meta;
  const layer = easyReadingOf(document);
  const text = layer.passages.map((passage) => passage.text).join(' ');
  const digits = text.replace(/\D/g, '');
  const told =
    [way.email, way.web, way.post[0]].some((one) => one !== undefined && text.includes(one)) ||
    way.telephone.some((number) => digits.includes(number.replace(/\D/g, '')));
  if (told) return [];
  const tell = (value: string) => say(value, 'Tells how to reach the publisher.');
  const items = waysToAsk(document.meta, furniture, tell);
  if (items.length === 0) return [];
  for (const item of items) tell(textOf(item.definition));
  const title = tell(furniture.opening.ask);
  return [
    { type: 'box', kind: 'contact', title, children: [{ type: 'definitionList', kind: 'details', items }] },
  ];
}

function leftOut(
  document: Document,
  furniture: Furniture,
  say: (value: string, reason: string) => string,
): Block[] {
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
      children: [text(say(furniture.easyRead.leftOut, reason))],
    },
    {
      type: 'list',
      ordered: false,
      start: 1,
      children: items.map((item) => ({ type: 'listItem', children: [item] })),
    },
  ];
}
