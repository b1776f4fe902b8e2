import { fold, textOf } from '../document/text.ts';
import type { Block, Document, Idea, Inline } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { checkFacts } from '../wording/check-facts.ts';
import { type GateContext, type GateLimits, type GateResult, gatesOf } from '../wording/gates.ts';
import type { Violation } from '../wording/guard.ts';
import { reportWords } from '../wording/parts.ts';
import type { Tagger } from '../wording/passive.ts';
import { type Readability, readabilityOf } from '../wording/readability.ts';
import { aligner } from './align.ts';
import { suggestionsFor } from './draft-sentence.ts';
import type { Edit } from './edit.ts';
import { type SourceSentence, sourceSections } from './source-sentences.ts';
import { type ConceptWords, suggestPicture } from './suggest-picture.ts';

export interface ToDoIdea {
  readonly text: string;
  readonly at?: Position;
  readonly picture?: string;
  /** Where the idea has none and the map has one that is sure. */
  readonly pictureSuggestion?: string;
  /** The sentence of the report that it most likely tells. */
  readonly source?: { readonly text: string; readonly at?: Position };
  readonly open: readonly GateResult[];
  readonly suggestions: readonly Edit[];
}

export interface ToDoPart {
  readonly title: string;
  readonly covers: readonly string[];
  readonly ideas: readonly ToDoIdea[];
  /** What the guard finds, in sentences. */
  readonly guard: readonly string[];
  /** What the record says is left out. */
  readonly leftOut: readonly string[];
  /** Tables and pictures of the sections: somebody chooses what to tell of them. */
  readonly toChoose: readonly string[];
}

export interface ToDo {
  readonly title: string;
  readonly parts: readonly ToDoPart[];
  /** What is open for the whole. */
  readonly open: readonly GateResult[];
  /** Advisory. */
  readonly readability: Readability;
  /** Whether passive sentences were looked for. */
  readonly isTagged: boolean;
}

export interface ToDoTools {
  readonly limits: GateLimits;
  readonly concepts: readonly ConceptWords[];
  readonly tag?: Tagger;
}

/** Everything that is open in an Easy Read layer, idea by idea beside the report. Empty parts where there is no layer. */
export function toDoOf(document: Document, { limits, concepts, tag }: ToDoTools): ToDo {
  const layer = document.easyRead;
  const children = layer?.children ?? [];
  const { knowledge } = reportWords(document, children);
  const context: GateContext = { limits, knowledge, explained: explainedIn(children), ...(tag && { tag }) };
  const sections = sourceSections(document);
  const facts = checkFacts(document);
  const parts = (layer?.parts ?? []).map(({ covers, start, end }, at): ToDoPart => {
    const blocks = children.slice(start, end);
    const own = sections.filter(({ heading }) => covers.includes(heading.id));
    const align = aligner(own.flatMap(({ sentences }) => sentences));
    const found = facts[at];
    const heading = blocks.find((block) => block.type === 'heading');
    return {
      title: heading ? fold(textOf(heading.children)) : covers.join(', '),
      covers,
      ideas: blocks
        .filter((block): block is Idea => block.type === 'idea')
        .map((idea) => toDoIdea(idea, align, concepts, context)),
      guard: (found?.violations ?? []).map(tell),
      leftOut: (found?.pair.record ?? []).filter(({ told }) => told === 0).map(({ value }) => value),
      toChoose: own.flatMap(({ toChoose }) =>
        toChoose.map(({ kind, caption }) => `${kind === 'table' ? 'Table' : 'Picture'}: ${caption}`),
      ),
    };
  });
  const texts = parts.flatMap(({ ideas }) => ideas.map(({ text }) => text));
  return {
    title: document.meta.title,
    parts,
    open: openForAll(parts, texts),
    readability: readabilityOf(texts),
    isTagged: tag !== undefined,
  };
}

function toDoIdea(
  idea: Idea,
  align: (text: string) => SourceSentence | undefined,
  concepts: readonly ConceptWords[],
  context: GateContext,
): ToDoIdea {
  const text = fold(textOf(idea.children));
  const source = align(text);
  const suggestion = idea.picture === undefined ? suggestPicture(text, concepts) : undefined;
  return {
    text,
    ...(idea.at && { at: idea.at }),
    ...(idea.picture && { picture: idea.picture }),
    ...(suggestion && { pictureSuggestion: suggestion }),
    ...(source && { source: { text: source.text, ...(source.at && { at: source.at }) } }),
    open: gatesOf({ text, hasPicture: idea.picture !== undefined, bold: boldIn(idea.children) }, context),
    suggestions: (['A', 'B'] as const).flatMap((tier) => suggestionsFor(text, context.knowledge, tier)),
  };
}

function openForAll(parts: readonly ToDoPart[], texts: readonly string[]): GateResult[] {
  const open: GateResult[] = [];
  const hasTitle = (pattern: RegExp) => parts.some(({ title }) => pattern.test(title));
  const reach = /@|\b0\d{3,4} ?\d{3}|www\.|https?:|does not say how to contact|no telephone/i;
  if (!hasTitle(/contact/i) && !texts.some((text) => reach.test(text))) {
    open.push({ gate: 'contact', severity: 'error', message: 'Readers are not told how to get in touch.' });
  }
  if (!hasTitle(/about this/i)) {
    open.push({ gate: 'about', severity: 'warning', message: 'There is no part "About this document".' });
  }
  return open;
}

/** Words that a glossary or bold type explains, in small letters, each word of a term too. */
function explainedIn(blocks: readonly Block[]): ReadonlySet<string> {
  const terms: string[] = [];
  for (const block of blocks) {
    if (block.type === 'definitionList') terms.push(...block.items.map(({ term }) => textOf(term)));
    if (block.type === 'idea') terms.push(...boldIn(block.children));
  }
  return new Set(terms.flatMap((term) => [term, ...term.split(/[\s-]+/)]).map((word) => word.toLowerCase()));
}

function boldIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => (node.type === 'strong' ? [fold(textOf(node.children))] : []));
}

function tell(violation: Violation): string {
  switch (violation.kind) {
    case 'dropped':
      return `"${violation.fact.value}" is told ${violation.told} of ${violation.of} times, and no record says so.`;
    case 'invented':
      return `"${violation.fact.value}" is not in these sections of the report.`;
    case 'stance':
      return `Words such as "${violation.stance}": ${violation.told} here, ${violation.of} in the report, and no record says so.`;
    case 'idle':
      return `The record names "${violation.entry.value}", and there is nothing to record.`;
    default:
      return violation satisfies never;
  }
}
