import { createHash } from 'node:crypto';
import type { Position } from '../kernel/finding.ts';
import { bodyReadingOf } from './passages.ts';
import { fold, textOf } from './text.ts';
import type { Block, Document, EasyReadPart, Inline } from './tree.ts';
import { visitBlocks } from './visit.ts';

/** One part of the Easy Read layer as it is today. Hashes change with words, links, levels and pictures, never with line ends or marks. */
export interface PartState {
  /** The sections that it tells again, or its heading where it tells none; unique in the layer. */
  readonly key: string;
  /** Its own heading, for people. */
  readonly title: string;
  readonly covers: readonly string[];
  /** Of the sections of the report that it covers; empty where it covers none. */
  readonly report: string;
  /** Of its own words and pictures. */
  readonly words: string;
  readonly at?: Position;
}

/** Every part of the layer; what stands outside of all parts, such as the list of hard words, is one more. */
export function easyReadParts({ children, footnotes, easyRead }: Document): readonly PartState[] {
  if (easyRead === undefined) return [];
  const taken = new Set<string>();
  const states = easyRead.parts.map(({ covers, start, end, at }) =>
    stateOf(easyRead.children.slice(start, end), covers, at),
  );
  const inParts = new Set(easyRead.parts.flatMap(({ start, end }) => easyRead.children.slice(start, end)));
  const others = easyRead.children.filter((block) => !inParts.has(block));
  return others.length > 0 ? [...states, stateOf(others, [], others[0]?.at)] : states;

  function stateOf(blocks: readonly Block[], covers: EasyReadPart['covers'], at?: Position): PartState {
    const heading = blocks.find((block) => block.type === 'heading');
    const title = heading ? fold(textOf(heading.children)) : '';
    const sections = covers.flatMap((id) => sectionOf(id, children));
    return {
      key: unique(covers.join(' ') || heading?.id || 'other-words'),
      title,
      covers,
      report: sections.length === 0 ? '' : hashOf(sections, footnotes),
      words: hashOf(blocks, []),
      ...(at && { at }),
    };
  }

  function unique(base: string): string {
    let key = base;
    for (let count = 2; taken.has(key); count++) key = `${base}-${count}`;
    taken.add(key);
    return key;
  }
}

/** A heading with all that stands below it, until one of its level or above. */
function sectionOf(id: string, children: readonly Block[]): readonly Block[] {
  const start = children.findIndex((block) => block.type === 'heading' && block.id === id);
  const heading = children[start];
  if (heading?.type !== 'heading') return [];
  const rest = children.slice(start + 1);
  const end = rest.findIndex((block) => block.type === 'heading' && block.depth <= heading.depth);
  return [heading, ...(end < 0 ? rest : rest.slice(0, end))];
}

function hashOf(blocks: readonly Block[], footnotes: Document['footnotes']): string {
  const referred = new Set([...visitBlocks(blocks)].flatMap(referencesIn));
  const notes = footnotes.filter(({ id }) => referred.has(id));
  const { passages, links } = bodyReadingOf({ children: blocks, footnotes: notes });
  const said = passages.map(({ kind, text, level, cell }) => [kind, text, level, cell?.row, cell?.column]);
  const pictures = [...visitBlocks(blocks)].flatMap((block) =>
    block.type === 'idea' ? (block.picture ?? '') : [],
  );
  const all = JSON.stringify([said, links.map(({ text, url }) => [text, url]), pictures]);
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}

function referencesIn(block: Block): readonly string[] {
  if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'idea')
    return notesIn(block.children);
  if (block.type !== 'definitionList') return [];
  return block.items.flatMap(({ term, definition }) => [...notesIn(term), ...notesIn(definition)]);
}

function notesIn(nodes: readonly Inline[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'footnoteReference') return [node.id];
    return 'children' in node ? notesIn(node.children) : [];
  });
}
