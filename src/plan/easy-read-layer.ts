import { dateInWords } from '../document/date.ts';
import { fold, textOf } from '../document/text.ts';
import type { Block, Document } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import { Failure } from '../kernel/failure.ts';
import { heading, paragraph, text } from './opening.ts';
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
  const blocks: Block[] = [
    heading(meta.title),
    {
      type: 'box',
      kind: 'note',
      title: say('Easy Read', 'Says which format this is.'),
      children: [paragraph(say(stamp, 'Says whether people with a learning disability have checked it.'))],
    },
    ...easyRead.children,
  ];
  if (easyRead.leftOut.length > 0) blocks.push(...leftOut(document, say));
  const { easyRead: _, abbreviations: __, ...rest } = document;
  return { document: { ...rest, abbreviations: [], footnotes: [], children: blocks }, changes };
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
