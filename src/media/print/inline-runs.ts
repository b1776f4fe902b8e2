import { type Furniture, fill } from '../../document/furniture/furniture.ts';
import { shownAddress } from '../../document/shown-address.ts';
import { fold, textOf } from '../../document/text.ts';
import type { Inline } from '../../document/tree.ts';
import type { Run } from '../pages/lines.ts';
import type { LinkTarget, StructElement } from '../pages/structure.ts';

/** Where words stand: their element, and how they look. */
interface Place {
  readonly element: StructElement;
  readonly bold: boolean;
  readonly colour: string;
}

export interface InlineContext {
  readonly furniture: Furniture;
  readonly textColour: string;
  readonly linkColour: string;
  /** Ids that a link can lead to. */
  readonly ids: ReadonlySet<string>;
  /** The place of a footnote; undefined where the document has none with this id. */
  notePlace(id: string): string | undefined;
  /** What the text has that this format prints in its own way. */
  readonly met: Set<'address' | 'emphasis' | 'deleted' | 'mark'>;
  /** Words that this format adds to the text. */
  added(text: string, reason: string): void;
}

/** The words of inline content with their looks and their elements. Emphasis is bold: italic letters are hard to read. */
export function runsOf(
  nodes: readonly Inline[],
  element: StructElement,
  bold: boolean,
  context: InlineContext,
): Run[] {
  const runs: Run[] = [];
  addAll(nodes, { element, bold, colour: context.textColour }, context, runs);
  return runs;
}

function addAll(nodes: readonly Inline[], place: Place, context: InlineContext, runs: Run[]): void {
  for (const node of nodes) addOne(node, place, context, runs);
}

function addOne(node: Inline, place: Place, context: InlineContext, runs: Run[]) {
  const say = (text: string, leaf = place.element): void => {
    if (text !== '') runs.push({ text, bold: place.bold, colour: place.colour, leaf });
  };
  switch (node.type) {
    case 'text':
      say(node.value.replaceAll('\n', ' '));
      return;
    case 'break':
      say('\n');
      return;
    case 'inlineCode':
      say(node.value.replaceAll('\n', ' '), place.element.inline('Code'));
      return;
    case 'image':
      say(node.alt);
      return;
    case 'abbreviation':
      say(node.value, place.element.inline('Span', { expansion: node.expansion }));
      return;
    case 'emphasis':
      context.met.add('emphasis');
      addAll(node.children, { ...place, bold: true }, context, runs);
      return;
    case 'strong':
      addAll(node.children, { ...place, bold: true }, context, runs);
      return;
    case 'delete': {
      const { deleted, deletedEnd } = context.furniture.body;
      context.met.add('deleted');
      context.added(`[${deleted}]`, 'Struck-out text is told in words.');
      context.added(`[${deletedEnd}]`, 'Struck-out text is told in words.');
      say(`[${deleted}] `);
      addAll(node.children, place, context, runs);
      say(` [${deletedEnd}]`);
      return;
    }
    case 'languageSpan': {
      const element = place.element.inline('Span', { lang: node.lang });
      addAll(node.children, { ...place, element }, context, runs);
      return;
    }
    case 'link':
      addLink(node, place, context, runs);
      return;
    case 'footnoteReference': {
      const reference = place.element.inline('Reference');
      const target = context.notePlace(node.id);
      const link =
        target === undefined
          ? undefined
          : { place: target, text: fill(context.furniture.body.note, { number: node.number }) };
      const leaf = link ? reference.inline('Link', { link }) : reference;
      const colour = link ? context.linkColour : place.colour;
      runs.push({ text: `\u00a0[${node.number}]`, bold: true, colour, leaf });
      return;
    }
    default:
      return node satisfies never;
  }
}

function addLink(
  node: Extract<Inline, { type: 'link' }>,
  place: Place,
  context: InlineContext,
  runs: Run[],
): void {
  const words = fold(textOf(node.children));
  const target = targetOf(node.url, words, context.ids);
  if (target === undefined) {
    addAll(node.children, place, context, runs);
    return;
  }
  const element = place.element.inline('Link', { link: target });
  addAll(node.children, { element, bold: true, colour: context.linkColour }, context, runs);
  const address = shownAddress(node.url);
  if (!node.showUrl || !('url' in target) || words === address || words === node.url) return;
  context.met.add('address');
  const leaf = element.inline('LinkAddress');
  context.added(address, 'Tells the address of a link.');
  runs.push({ text: ` (${address})`, bold: false, colour: context.linkColour, leaf });
}

function targetOf(url: string, text: string, ids: ReadonlySet<string>): LinkTarget | undefined {
  if (!url.startsWith('#')) return url === '' ? undefined : { url, text };
  return ids.has(url.slice(1)) ? { place: url.slice(1), text } : undefined;
}
