import { fold, textOf } from '../document/text.ts';
import type { Block, Document, Heading } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { sentencesOf } from '../wording/sentences.ts';

/** A sentence of the report with the block that it stands in. */
export interface SourceSentence {
  readonly text: string;
  readonly at?: Position;
  /** Where it stands: the first of its paragraph, an item of a list, a key fact. */
  readonly place: 'first' | 'later' | 'item' | 'key-fact';
}

export interface SourceSection {
  readonly heading: Heading;
  readonly title: string;
  readonly sentences: readonly SourceSentence[];
  /** Tables and pictures: nobody can choose from them by rule. */
  readonly toChoose: readonly {
    readonly kind: 'table' | 'figure';
    readonly caption: string;
    readonly at?: Position;
  }[];
}

interface Open {
  readonly heading: Heading;
  readonly title: string;
  readonly sentences: SourceSentence[];
  readonly toChoose: SourceSection['toChoose'][number][];
}

/** Ends of an introduction that its list goes on from: "The board must:". */
const goesOn = /\b(?:to|must|will|should|can|may|could|also|by|for|with|that|and|not)$/i;

/** The sections of a report below headings of the second level, with their sentences. What stands before the first is left out. */
export function sourceSections(document: Document): SourceSection[] {
  const sections: Open[] = [];
  for (const block of document.children) {
    if (block.type === 'heading' && block.depth === 2) {
      sections.push({ heading: block, title: fold(textOf(block.children)), sentences: [], toChoose: [] });
    } else if (sections.length > 0) addBlocks([block], 'first', sections.at(-1)!);
  }
  for (const { sentences } of sections) joinLists(sentences);
  return sections;
}

function addBlocks(blocks: readonly Block[], place: SourceSentence['place'], open: Open): void {
  for (const block of blocks) addBlock(block, place, open);
}

function addBlock(block: Block, place: SourceSentence['place'], open: Open): void {
  const { at } = block;
  switch (block.type) {
    case 'paragraph':
      sentencesOf(fold(textOf(block.children))).forEach((text, index) => {
        const where = place === 'first' && index > 0 ? 'later' : place;
        open.sentences.push({ text, place: where, ...(at && { at }) });
      });
      return;
    case 'list':
      for (const item of block.children)
        addBlocks(item.children, place === 'key-fact' ? place : 'item', open);
      return;
    case 'box':
      addBlocks(block.children, block.kind === 'key-facts' ? 'key-fact' : place, open);
      return;
    case 'blockquote':
    case 'languagePart':
      addBlocks(block.children, place, open);
      return;
    case 'table':
    case 'figure': {
      const caption = block.caption ?? (block.type === 'figure' ? block.alt : '');
      open.toChoose.push({ kind: block.type, caption, ...(at && { at }) });
      return;
    }
    case 'heading':
    case 'definitionList':
    case 'code':
    case 'thematicBreak':
    case 'pageBreak':
    case 'idea':
      return;
    default:
      block satisfies never;
  }
}

/** "The board must:" and its items are one sentence each; an introduction that is whole stands for itself. */
function joinLists(sentences: SourceSentence[]): void {
  let lead: string | undefined;
  const joined = sentences.flatMap((sentence): SourceSentence[] => {
    const { text, place } = sentence;
    if (place !== 'item') {
      lead = text.endsWith(':') && goesOn.test(text.slice(0, -1)) ? text.slice(0, -1) : undefined;
      return lead === undefined ? [sentence] : [];
    }
    if (lead === undefined) return [sentence];
    const rest = /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
    return [{ ...sentence, text: `${lead} ${rest}${/[.!?]$/.test(rest) ? '' : '.'}` }];
  });
  sentences.splice(0, sentences.length, ...joined);
}
