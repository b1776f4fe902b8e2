import { furnitureOf } from '../../document/furniture/furniture-of.ts';
import { wordsOf } from '../../document/tokens.ts';
import type { Document } from '../../document/tree.ts';
import { type Saying, sayings } from '../../media/speech/say.ts';
import {
  runsOf,
  type Script,
  type Segment,
  type SpokenPassage,
  spoken,
  type Utterance,
  utterancesOf,
} from '../../media/speech/script.ts';
import { toScript } from '../../media/speech/to-script.ts';
import { withLasts } from '../../media/speech/with-lasts.ts';
import type { Written } from '../format.ts';
import { arrow, escaped, kindSigns, shownAddress } from './line.ts';
import type { SpokenScriptOptions } from './options.ts';

/** The script that a recording of the document is spoken from, with the same sentences and numbers, as a text file. */
export async function writeSpokenScript(document: Document, options: SpokenScriptOptions): Promise<Written> {
  const furniture = furnitureOf(document.meta.language);
  const plain = toScript(document);
  const script = withLasts(plain, estimate(plain, options), furniture);
  const { about, signs, sayings: title } = furniture.spokenScript;
  const lines = [`[${about}]`, `[${signs}]`];
  const words = new Map<string, string>();
  let isAnnounced = true;
  for (const { passages } of script.parts) {
    for (const passage of passages) {
      const isApart = !isAnnounced && passage.kind !== 'definition';
      if (isApart || passage.level !== undefined) lines.push('');
      for (const [index, utterance] of passage.utterances.entries())
        addUtterance(utterance, passage, index === 0, options, lines, words);
      isAnnounced = passage.kind === 'announcement' && passage.level === undefined;
    }
  }
  if (words.size > 0) {
    const sorted = [...words].sort(([one], [other]) => (one < other ? -1 : 1));
    lines.push('', `[${title}]`, ...sorted.map(([written, said]) => `${written} ${arrow} ${said}`));
  }
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return {
    outputs: [{ name: 'txt', mediaType: 'text/plain; charset=utf-8', bytes }],
    changes: [],
    findings: [],
  };
}

/** Milliseconds. */
function estimate(script: Script, { speed, lexicon }: SpokenScriptOptions): number {
  return script.parts
    .flatMap(utterancesOf)
    .flatMap((one) => [
      one.pause,
      ...spoken(one, lexicon).map(({ text }) => (wordsOf(text).length * 60_000) / speed),
    ])
    .reduce((sum, time) => sum + time, 0);
}

function addUtterance(
  utterance: Utterance,
  passage: SpokenPassage,
  isFirst: boolean,
  { lexicon }: SpokenScriptOptions,
  lines: string[],
  words: Map<string, string>,
): void {
  const { level, lists = 0, kind, cell } = passage;
  const indent = '  '.repeat(lists);
  const depth = isFirst && level !== undefined ? `${'+'.repeat(level)} ` : '';
  const sign = isFirst && kind in kindSigns ? ` ${kindSigns[kind as keyof typeof kindSigns]}` : '';
  const place = isFirst && cell ? ` (${cell.table}.${cell.row}.${cell.column})` : '';
  lines.push(`${indent}${depth}${utterance.id.slice(1)}${sign}${place}: ${content(utterance.segments)}`);
  const told = runsOf(utterance)
    .flatMap(({ text, language }) => sayings(text, language, lexicon))
    .filter(({ written }) => !plainNumber.test(written));
  for (const { written, said } of unique(told))
    lines.push(`${indent}    ${arrow} ${written} ${arrow} ${said}`);
  for (const { written, said, kind: what } of told) if (what === 'word') words.set(written, said);
}

/** Nobody says these wrong. */
const plainNumber = /^\d{1,2}$/;

function unique(told: readonly Saying[]): readonly Saying[] {
  return [...new Map(told.map((one) => [one.written, one])).values()];
}

function content(segments: readonly Segment[]): string {
  const joined: { text: string; url?: string; isAdded: boolean }[] = [];
  for (const { text, url, isAdded } of segments) {
    const last = joined.at(-1);
    if (last && last.url === url && last.isAdded === isAdded) last.text += text;
    else joined.push({ text, isAdded, ...(url !== undefined && { url }) });
  }
  return joined.map(marked).join('').trim();
}

function marked({ text, url, isAdded }: { text: string; url?: string; isAdded: boolean }): string {
  const words = escaped(text.replace(/[\s\p{Cc}]+/gu, ' '));
  if (isAdded) return `[${words}]`;
  return url === undefined ? words : `<${words}|${escaped(shownAddress(url))}>`;
}
