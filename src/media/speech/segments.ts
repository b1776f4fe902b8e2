import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import type { Inline } from '../../document/tree.ts';
import { sentenceStarts } from '../lines/sentence-starts.ts';
import type { Segment } from './script.ts';

interface Place {
  readonly language: string;
  readonly url?: string;
}

/** Inline content as segments, in reading order. */
export function segmentsOf(nodes: readonly Inline[], language: string, furniture: Furniture): Segment[] {
  const out: Segment[] = [];
  add(nodes, { language }, furniture, out);
  return out;
}

function add(nodes: readonly Inline[], place: Place, furniture: Furniture, out: Segment[]): void {
  for (const node of nodes) addOne(node, place, furniture, out);
}

function addOne(node: Inline, place: Place, furniture: Furniture, out: Segment[]): void {
  const { speech } = furniture;
  const say = (text: string): void => {
    if (text !== '') out.push({ text, ...place, isAdded: false });
  };
  const announce = (text: string): void => {
    out.push({ text, language: furniture.language, isAdded: true });
  };
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'abbreviation':
      say(node.value);
      return;
    case 'image':
      say(node.alt);
      return;
    case 'break':
      say('\n');
      return;
    case 'emphasis':
    case 'strong':
      add(node.children, place, furniture, out);
      return;
    case 'delete':
      announce(`(${speech.deleted} `);
      add(node.children, place, furniture, out);
      announce(`, ${speech.deletedEnd})`);
      return;
    case 'languageSpan':
      add(node.children, { ...place, language: node.lang }, furniture, out);
      return;
    case 'link':
      add(node.children, { ...place, url: node.url }, furniture, out);
      return;
    case 'footnoteReference':
      announce(` (${fill(speech.noteMark, { number: node.number })})`);
      return;
    default:
      node satisfies never;
  }
}

/** Longer sentences are parted where they have a comma or semicolon: an engine and a listener lose the thread. Characters. */
const longest = 400;

/** Segments cut into sentences; a line break ends one too. Sentences without words are left out. */
export function sentencesOf(segments: readonly Segment[]): Segment[][] {
  const whole = segments.map(({ text }) => text).join('');
  const starts = [...sentenceStarts(whole), ...breaks(whole)].sort((one, other) => one - other);
  const cuts = [...new Set([0, ...starts, whole.length])];
  const ends = cuts.flatMap((start, index) => split(whole, start, cuts[index + 1] ?? whole.length));
  const sentences: Segment[][] = [];
  let at = 0;
  let segment = 0;
  let offset = 0;
  for (const end of ends) {
    const sentence: Segment[] = [];
    while (at < end && segment < segments.length) {
      const own = segments[segment] as Segment;
      const length = Math.min(own.text.length - offset, end - at);
      if (length > 0) sentence.push({ ...own, text: own.text.slice(offset, offset + length) });
      at += length;
      offset += length;
      if (offset >= own.text.length) {
        segment++;
        offset = 0;
      }
    }
    if (sentence.some(({ text }) => /\S/u.test(text))) sentences.push(sentence);
  }
  return sentences;
}

function breaks(text: string): number[] {
  return [...text.matchAll(/\n/g)].map((match) => match.index + 1);
}

/** Where the pieces of one sentence end. */
function split(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  let from = start;
  while (end - from > longest) {
    const piece = text.slice(from, from + longest);
    const comma = Math.max(piece.lastIndexOf(', '), piece.lastIndexOf('; '), piece.lastIndexOf(': '));
    const space = piece.lastIndexOf(' ');
    const length = comma > longest / 4 ? comma + 2 : space > 0 ? space + 1 : longest;
    from += length;
    ends.push(from);
  }
  if (end > from || ends.length === 0) ends.push(end);
  return ends;
}
