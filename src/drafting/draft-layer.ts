import { dateInWords } from '../document/date.ts';
import { fold, textOf } from '../document/text.ts';
import type { Document } from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { guard } from '../wording/guard.ts';
import type { NameKnowledge } from '../wording/names.ts';
import { reportWords } from '../wording/parts.ts';
import { sentencesOf } from '../wording/sentences.ts';
import { tellingOf } from '../wording/telling.ts';
import { type DraftedSentence, draftSentence } from './draft-sentence.ts';
import { keyPoints } from './key-points.ts';
import { type SourceSection, sourceSections } from './source-sentences.ts';
import { type ConceptWords, suggestPicture } from './suggest-picture.ts';

/** One sentence of the report as the draft tells it: one idea for each of its sentences. */
export interface DraftPoint extends DraftedSentence {
  readonly source: string;
  readonly at?: Position;
  /** Who wrote `text`: the rules, or the team's own simplifier; `simplifier-refused` where its text broke a guarantee. */
  readonly by: 'rules' | 'simplifier' | 'simplifier-refused';
  readonly ideas: readonly { readonly text: string; readonly picture?: string }[];
}

export interface DraftPart {
  readonly section: string;
  readonly title: string;
  readonly points: readonly DraftPoint[];
  readonly toChoose: SourceSection['toChoose'];
}

export interface DraftLayer {
  readonly about: readonly { readonly text: string; readonly picture: string }[];
  readonly parts: readonly DraftPart[];
  readonly contact: readonly { readonly text: string; readonly picture: string }[];
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[];
}

/** A team's own program that writes the sentences: those that it gives back are compared by the guard as well. */
export type SimplifiedSentences = ReadonlyMap<string, string>;

/** The sentences that a draft tells: what a simplifier is asked for. */
export function chosenSentences(document: Document): string[] {
  return sourceSections(document).flatMap((section) => keyPoints(section).map(({ text }) => text));
}

/** A first Easy Read version by rules: key points of each section, made easier under the guard. People write it anew from here. */
export function draftLayer(
  document: Document,
  concepts: readonly ConceptWords[],
  simplified: SimplifiedSentences = new Map(),
): DraftLayer {
  const { knowledge } = reportWords(document);
  const spell = speller(document);
  const parts = sourceSections(document)
    .filter(({ sentences, toChoose }) => sentences.length + toChoose.length > 0)
    .map(
      (section): DraftPart => ({
        section: section.heading.id,
        title: section.title,
        toChoose: section.toChoose,
        points: keyPoints(section).map(({ text, at }): DraftPoint => {
          const source = text.replace(/:$/, '.');
          const own = simplified.get(text);
          const isKept = own !== undefined && keeps(source, own, knowledge);
          const drafted = isKept
            ? { text: own, edits: [], reverted: [] }
            : draftSentence(spell(source), knowledge, 'A');
          const by = own === undefined ? 'rules' : isKept ? 'simplifier' : 'simplifier-refused';
          const ideas = sentencesOf(drafted.text).map((idea) => {
            const picture = suggestPicture(idea, concepts);
            return { text: whole(idea), ...(picture !== undefined && { picture }) };
          });
          return { ...drafted, source: text, by, ideas, ...(at && { at }) };
        }),
      }),
    );
  const told = parts
    .flatMap(({ points }) => points.map(({ text }) => text))
    .join('\n')
    .toLowerCase();
  return { about: about(document), parts, contact: contact(document), glossary: glossary(document, told) };
}

function keeps(source: string, text: string, knowledge: NameKnowledge): boolean {
  const near = tellingOf([], knowledge);
  const telling = (one: string) => tellingOf([{ text: one }], knowledge);
  return text.trim() !== '' && guard(telling(source), telling(text), { near, text: '' }).length === 0;
}

/** Short forms written out, but for those that everybody knows. */
function speller(document: Document): (text: string) => string {
  const long = new Map(document.abbreviations.map(({ short, expansion }) => [short, expansion]));
  for (const short of ['NHS', 'GP', 'UK', 'BBC', '']) long.delete(short);
  return (text) =>
    text.replace(
      /(?<![\p{L}\p{N}@./])(\p{Lu}[\p{Lu}\p{N}&]+)(s?)(?![\p{L}\p{N}@])/gu,
      (found, short: string, plural: string) => (long.has(short) ? `${long.get(short)}${plural}` : found),
    );
}

function whole(text: string): string {
  const first = text.replace(
    /^(["“‘(]?)(\p{Ll})/u,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  );
  return /[.!?]["”’)]?$|@|www\./.test(first) ? first : `${first}.`;
}

function about({ meta }: Document): DraftLayer['about'] {
  return [
    { picture: 'easy-read', text: 'This is an easy version of a longer report.' },
    { picture: 'report', text: `The longer report is called: ${meta.title}.` },
    { picture: 'company', text: `It is from ${meta.organisation}.` },
    { picture: 'date', text: `Its date is ${dateInWords(meta.date)}.` },
  ];
}

function contact({ meta }: Document): DraftLayer['contact'] {
  const { contact: way } = meta;
  return [
    ...way.telephone.map((number) => ({ picture: 'telephone', text: `You can call ${number}.` })),
    ...(way.textRelay ? [{ picture: 'deaf', text: `Text relay: ${way.textRelay}.` }] : []),
    ...(way.email ? [{ picture: 'email', text: `You can email ${way.email}` }] : []),
    ...(way.post.length > 0
      ? [{ picture: 'address', text: `You can write to ${way.post.join(', ')}.` }]
      : []),
    ...(way.web ? [{ picture: 'website', text: `Our website is ${way.web}` }] : []),
  ];
}

/** The lines of the report's own glossary whose words the draft uses. */
function glossary(document: Document, told: string): DraftLayer['glossary'] {
  return document.children.flatMap((block) =>
    block.type === 'definitionList' && block.kind === 'glossary'
      ? block.items
          .map(({ term, definition }) => ({ term: fold(textOf(term)), meaning: fold(textOf(definition)) }))
          .filter(({ term }) => told.includes(term.toLowerCase()))
      : [],
  );
}
