import { metadataFaults as faultsOfMetadata } from '../document/accessibility-metadata.ts';
import type { Passage, ReadBack } from '../document/passage.ts';
import type { Reading } from '../document/passages.ts';
import { type Token, tokensOf, wordsOf } from '../document/tokens.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { Finding, Position } from '../kernel/finding.ts';
import { align, type Pairs } from './align.ts';
import { passageOfWord, proveStructure, type StructureCount } from './prove-structure.ts';

export interface Proof {
  /** Words of the source, and how many of them the output has, in order. */
  readonly words: number;
  readonly found: number;
  readonly links: number;
  readonly linksFound: number;
  /** What the passages are: headings, list items, table cells, descriptions of pictures. */
  readonly structure: readonly StructureCount[];
  readonly findings: readonly Finding[];
}

/** How many places of one kind are told; the rest is counted. */
const most = 20;

/** Shorter runs of words come twice by chance. */
const repeatedFrom = 5;

/** Compares what was read back from an output's bytes with the source: every word in order, every link, title and language. */
export function prove(
  expected: Reading,
  actual: ReadBack,
  changes: readonly DeclaredChange[],
  meta: { readonly title: string; readonly language: string },
): Proof {
  const findings: Finding[] = [];
  const source = tokensOf(expected.passages);
  const output = tokensOf(actual.passages);
  const pairs = align(
    source.map((token) => token.word),
    output.map((token) => token.word),
  );
  const lost = runsWithout(source, new Set(pairs.map(([index]) => index)));
  const added = runsWithout(output, new Set(pairs.map(([, index]) => index)));
  const undeclared = takeDeclared(added, changes);
  reportLost(lost, undeclared, findings);
  reportMissing(changes, output, findings);
  reportAdded(undeclared, source, insideOf(expected, actual, pairs), findings);
  const structure = proveStructure(expected.passages, actual.passages, pairs);
  findings.push(...structure.findings);
  const linksFound = checkLinks(expected, actual, findings);
  if (
    actual.title !== undefined &&
    !wordsOf(actual.title).join(' ').includes(wordsOf(meta.title).join(' '))
  ) {
    findings.push({
      rule: 'fidelity/title',
      severity: 'error',
      message: `The output calls itself "${actual.title}", not "${meta.title}".`,
      fix: 'This is a fault of allformats. Please report it.',
    });
  }
  if (actual.language !== undefined && actual.language.toLowerCase() !== meta.language.toLowerCase()) {
    findings.push({
      rule: 'fidelity/language',
      severity: 'error',
      message: `The output says that its language is "${actual.language}", not "${meta.language}".`,
      fix: 'This is a fault of allformats. Please report it.',
    });
  }
  for (const message of metadataFaults(actual)) {
    findings.push({
      rule: 'fidelity/metadata',
      severity: 'error',
      message,
      fix: 'This is a fault of allformats. Please report it.',
    });
  }
  return {
    words: source.length,
    found: pairs.length,
    links: expected.links.length,
    linksFound,
    structure: structure.counts,
    findings,
  };
}

function metadataFaults({ metadata }: ReadBack): readonly string[] {
  return metadata === undefined ? [] : faultsOfMetadata(metadata.claims, metadata.facts);
}

interface Run {
  readonly words: readonly string[];
  /** Number of the first word. */
  readonly start: number;
  readonly at?: Position;
}

function runsWithout(tokens: readonly Token[], paired: ReadonlySet<number>): Run[] {
  const runs: { words: string[]; start: number; at?: Position }[] = [];
  let open = false;
  tokens.forEach((token, index) => {
    if (paired.has(index)) {
      open = false;
      return;
    }
    if (open) runs.at(-1)!.words.push(token.word);
    else runs.push({ words: [token.word], start: index, ...(token.at && { at: token.at }) });
    open = true;
  });
  return runs;
}

/** What is left of the added words when those that were declared are taken away. */
function takeDeclared(added: readonly Run[], changes: readonly DeclaredChange[]): Run[] {
  const budget = new Map<string, number>();
  for (const change of changes) {
    if (change.kind !== 'added') continue;
    for (const word of wordsOf(change.text)) budget.set(word, (budget.get(word) ?? 0) + 1);
  }
  const rest: Run[] = [];
  for (const run of added) {
    const words: string[] = [];
    let start = -1;
    run.words.forEach((word, index) => {
      const left = budget.get(word) ?? 0;
      if (left > 0) {
        budget.set(word, left - 1);
        return;
      }
      if (start < 0) start = run.start + index;
      words.push(word);
    });
    if (words.length > 0) rest.push({ ...run, words, start });
  }
  return rest;
}

function reportLost(lost: readonly Run[], added: readonly Run[], findings: Finding[]): void {
  const elsewhere = ` ${added.flatMap((run) => run.words).join(' ')} `;
  lost.slice(0, most).forEach((run) => {
    const moved = elsewhere.includes(` ${run.words.join(' ')} `);
    findings.push({
      rule: moved ? 'fidelity/moved' : 'fidelity/lost',
      severity: 'error',
      message: `${moved ? 'In the output these words stand in another place' : 'These words are not in the output'}: "${shorten(run.words)}".`,
      fix: 'This is a fault of allformats, not of the report. Please report it; do not publish this file.',
      ...(run.at && { at: run.at }),
    });
  });
  if (lost.length > most) more('fidelity/lost', 'error', lost.length - most, findings);
}

/** Words that were added because readers must know them, such as that Easy Read is a draft. */
function reportMissing(
  changes: readonly DeclaredChange[],
  output: readonly Token[],
  findings: Finding[],
): void {
  const told = ` ${output.map((token) => token.word).join(' ')} `;
  for (const { text, isRequired } of changes) {
    if (!isRequired || told.includes(` ${wordsOf(text).join(' ')} `)) continue;
    findings.push({
      rule: 'fidelity/notice-lost',
      severity: 'error',
      message: `The output does not say: "${text}"`,
      fix: 'This is a fault of allformats, not of the report. Please report it; do not publish this file.',
    });
  }
}

/** Added words are a warning; inside a passage of the source, or where they tell a part of it again, a reader is misled. */
function reportAdded(
  added: readonly Run[],
  source: readonly Token[],
  inside: (word: number) => Passage | undefined,
  findings: Finding[],
): void {
  for (const run of added.slice(0, most)) {
    const first = run.words.length >= repeatedFrom ? placeOf(run.words, source) : undefined;
    if (first) {
      findings.push({
        rule: 'fidelity/repeated',
        severity: 'error',
        message: `The output tells these words again: "${shorten(run.words)}".`,
        fix: 'This is a fault of allformats, not of the report. Please report it; do not publish this file.',
        ...(first.at && { at: first.at }),
      });
      continue;
    }
    const within = inside(run.start);
    if (within) {
      findings.push({
        rule: 'fidelity/inserted',
        severity: 'error',
        message: `The output has words inside this passage that the source has not: "${shorten(run.words)}".`,
        fix: 'This is a fault of allformats, not of the report. Please report it; do not publish this file.',
        ...(within.at && { at: within.at }),
      });
      continue;
    }
    findings.push({
      rule: 'fidelity/added',
      severity: 'warning',
      message: `The output has words that the source has not: "${shorten(run.words)}".`,
      fix: 'This is a fault of allformats, not of the report. Please report it.',
      ...(run.at && { at: run.at }),
    });
  }
  if (added.length > most) more('fidelity/added', 'warning', added.length - most, findings);
}

/** Tells for a word of the output which passage of the source the other words of its passage come from, if any do. */
function insideOf(expected: Reading, actual: ReadBack, pairs: Pairs): (word: number) => Passage | undefined {
  const ofSource = passageOfWord(expected.passages);
  const ofOutput = passageOfWord(actual.passages);
  const around = new Map<number, number>();
  for (const [from, to] of pairs) {
    const passage = ofOutput[to]!;
    if (!around.has(passage)) around.set(passage, ofSource[from]!);
  }
  return (word) => {
    const passage = around.get(ofOutput[word]!);
    return passage === undefined ? undefined : expected.passages[passage];
  };
}

function placeOf(words: readonly string[], source: readonly Token[]): Token | undefined {
  return source.find((_, start) => words.every((word, index) => source[start + index]?.word === word));
}

function more(rule: string, severity: Finding['severity'], count: number, findings: Finding[]): void {
  findings.push({
    rule,
    severity,
    message: `There are ${count} more such places.`,
    fix: 'See the first ones.',
  });
}

/** Links must come in order; extra ones (contents, other formats) are no loss. */
function checkLinks(expected: Reading, actual: ReadBack, findings: Finding[]): number {
  const key = (link: { readonly text: string; readonly url: string }) =>
    link.url.startsWith('#') ? `# ${wordsOf(link.text).join(' ')}` : link.url;
  const pairs = align(expected.links.map(key), actual.links.map(key));
  const there = new Set(pairs.map(([index]) => index));
  const found = new Set(there);
  for (const [from, to] of pairs) {
    const link = expected.links[from]!;
    const words = actual.links[to]!.text;
    if (wordsOf(link.text).join(' ') === wordsOf(words).join(' ')) continue;
    found.delete(from);
    findings.push({
      rule: 'fidelity/link-words',
      severity: 'error',
      message: `The link to ${link.url} has other words: "${shorten(words.split(' '))}", not "${shorten(link.text.split(' '))}".`,
      fix: 'This is a fault of allformats, not of the report. Please report it; do not publish this file.',
      ...(link.at && { at: link.at }),
    });
  }
  expected.links.forEach((link, index) => {
    if (there.has(index)) return;
    findings.push({
      rule: 'fidelity/link-lost',
      severity: 'error',
      message: `The link "${shorten(link.text.split(' '))}" to ${link.url} is not in the output, or not in its place.`,
      fix: 'This is a fault of allformats, not of the report. Please report it; do not publish this file.',
      ...(link.at && { at: link.at }),
    });
  });
  return found.size;
}

function shorten(words: readonly string[]): string {
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ');
}
