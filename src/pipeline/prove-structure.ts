import type { Passage } from '../document/passage.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Pairs } from './align.ts';
import { doNotPublish, mostTold } from './proof-words.ts';

/** How many things of one kind the source has, and how many of them the output has as what they are. */
export interface StructureCount {
  readonly what: string;
  readonly total: number;
  readonly found: number;
}

export interface Structure {
  readonly counts: readonly StructureCount[];
  readonly findings: readonly Finding[];
  /** For each passage of the source the number of the one in the output that it became; -1 where it is lost. */
  readonly partner: Int32Array;
  /** For each passage of the source what is wrong with it. */
  readonly wrong: readonly (Finding | undefined)[];
  /** The passage of the output that a finding is about; -1 where there is none. */
  placeOf(finding: Finding): number;
}

/**
 * Compares what the passages are: headings with their level, list items with their depth, table cells with row and column,
 * captions, alternatives of pictures, numbers with their signs. `pairs` are the words that were found again, counted over
 * all passages as `tokensOf` counts them.
 */
export function proveStructure(
  source: readonly Passage[],
  output: readonly Passage[],
  pairs: Pairs,
): Structure {
  const { partner, split } = partnersOf(source, output, pairs);
  const numbers = tableNumbers(output, partner);
  const wrong: (Finding | undefined)[] = source.map((passage, index) => {
    const other = output[partner[index]!];
    if (other === undefined) return undefined;
    const cell = other.cell && { ...other.cell, table: numbers.get(other.cell.table)! };
    return (
      difference(passage, cell ? { ...other, cell } : other) ??
      (split.has(index) ? inParts(passage) : undefined)
    );
  });
  joined(source, partner, wrong);
  const kept = (index: number) => partner[index]! >= 0 && wrong[index] === undefined;
  const findings = shortened(wrong.filter((one) => one !== undefined));
  const placeOf = (finding: Finding) => partner[wrong.indexOf(finding)] ?? -1;
  return { counts: countsOf(source, kept), findings, partner, wrong, placeOf };
}

/** Fewer words in another passage may be there by chance. */
const partFrom = 2;

/**
 * For each passage of the source the one of the output that has most of its words; -1 where it is lost. `split` are those
 * of which another passage has words too.
 */
function partnersOf(
  source: readonly Passage[],
  output: readonly Passage[],
  pairs: Pairs,
): { readonly partner: Int32Array; readonly split: ReadonlySet<number> } {
  const ofSource = passageOfWord(source);
  const ofOutput = passageOfWord(output);
  const partner = new Int32Array(source.length).fill(-1);
  const best = new Int32Array(source.length);
  const split = new Set<number>();
  // Pairs rise on both sides, so the words that two passages share stand together.
  let at = 0;
  while (at < pairs.length) {
    const from = ofSource[pairs[at]![0]]!;
    const to = ofOutput[pairs[at]![1]]!;
    let words = 0;
    while (at < pairs.length && ofSource[pairs[at]![0]] === from && ofOutput[pairs[at]![1]] === to) {
      words++;
      at++;
    }
    const less = Math.min(words, best[from]!);
    if (less >= partFrom && partner[from] !== to) split.add(from);
    if (words > best[from]!) {
      best[from] = words;
      partner[from] = to;
    }
  }
  return { partner, split };
}

/** The tables of the output that hold something of the source, counted from 1; a plan may add tables of its own. */
function tableNumbers(output: readonly Passage[], partner: Int32Array): ReadonlyMap<number, number> {
  const held = new Set([...partner].flatMap((at) => output[at]?.cell?.table ?? []));
  const inOrder = [...held].sort((one, other) => one - other);
  return new Map(inOrder.map((table, index) => [table, index + 1]));
}

/** For each word the number of its passage. */
export function passageOfWord(passages: readonly Passage[]): number[] {
  const of: number[] = [];
  passages.forEach(({ text }, index) => {
    for (const _ of wordsOf(text)) of.push(index);
  });
  return of;
}

function difference(source: Passage, output: Passage): Finding | undefined {
  const wanted = roleOf(source);
  const got = roleOf(output);
  // Details from the front matter are laid out as the opening of each format has it.
  const free = source.isDetail === true && source.kind !== 'title';
  if (!free && wanted !== got)
    return finding('role', source, `${wanted} in the source and ${got} in the output`);
  if (!free && (source.lists ?? 0) !== (output.lists ?? 0)) {
    return finding('list', source, `${depth(source)} in the source and ${depth(output)} in the output`);
  }
  if (cellOf(source) !== cellOf(output)) {
    return finding('cell', source, `${cellOf(source)} in the source and ${cellOf(output)} in the output`);
  }
  const lost = lostNumber(source.text, output.text);
  if (lost !== undefined) {
    const message = `The number ${lost} is not in the output as it is written: "${shorten(output.text)}".`;
    return told('fidelity/number', message, source);
  }
  return undefined;
}

function inParts(passage: Passage): Finding | undefined {
  if (passage.isDetail) return undefined;
  const message = `This is one passage in the source, and stands in parts in the output: "${shorten(passage.text)}".`;
  return told('fidelity/split', message, passage);
}

/** Two passages that a reader meets as one: a list or paragraph that has lost its ends. */
function joined(source: readonly Passage[], partner: Int32Array, wrong: (Finding | undefined)[]): void {
  let last = -1;
  source.forEach((passage, index) => {
    const at = partner[index]!;
    if (passage.isDetail || at < 0) return;
    if (at === last && wrong[index] === undefined) {
      const message = `These words are a passage of their own in the source, and part of another one in the output: "${shorten(passage.text)}".`;
      wrong[index] = told('fidelity/joined', message, passage);
    }
    last = at;
  });
}

/** What a passage is, in words. */
export function roleOf({ kind, level }: Passage): string {
  switch (kind) {
    case 'title':
      return 'a heading of level 1';
    case 'heading':
      return `a heading of level ${level ?? 'unknown'}`;
    case 'paragraph':
      return 'a paragraph';
    case 'term':
      return 'a term';
    case 'definition':
      return 'a definition';
    case 'caption':
      return 'a caption';
    case 'column':
      return 'the head of a column';
    case 'group':
      return 'the title of a group of rows';
    case 'alt':
      return 'the description of a picture';
    case 'code':
      return 'code';
    default:
      return kind satisfies never;
  }
}

function depth({ lists = 0 }: Passage): string {
  return lists === 0 ? 'outside any list' : lists === 1 ? 'in a list' : `in a list of level ${lists}`;
}

function cellOf({ cell }: Passage): string {
  if (cell === undefined) return 'outside any table';
  const row = cell.row === 0 ? 'the head' : `row ${cell.row}`;
  return `in table ${cell.table}, ${row}, column ${cell.column}`;
}

const number = /[-+]?\d+(?:[.,:/]\d+)*/g;

function numbersOf(text: string): string[] {
  // A hyphen between letters or digits is no minus.
  return (
    text
      .replace(/[−–]/g, '-')
      .replace(/(?<=[\p{L}\p{N}])-(?=\d)/gu, ' ')
      .match(number) ?? []
  );
}

/** The first number of the source that the output has not, in order. */
function lostNumber(source: string, output: string): string | undefined {
  const there = numbersOf(output);
  let at = 0;
  for (const one of numbersOf(source)) {
    while (at < there.length && there[at] !== one) at++;
    if (at++ === there.length) return one;
  }
  return undefined;
}

function finding(what: 'role' | 'list' | 'cell', passage: Passage, how: string): Finding {
  return told(`fidelity/${what}`, `"${shorten(passage.text)}" is ${how}.`, passage);
}

function told(rule: string, message: string, { at }: Passage): Finding {
  return {
    rule,
    severity: 'error',
    message,
    fix: doNotPublish,
    ...(at && { at }),
  };
}

function countsOf(source: readonly Passage[], kept: (index: number) => boolean): StructureCount[] {
  const count = (what: string, keyOf: (passage: Passage, index: number) => string | undefined) => {
    const all = new Map<string, boolean>();
    source.forEach((passage, index) => {
      const key = keyOf(passage, index);
      if (key !== undefined) all.set(key, (all.get(key) ?? true) && kept(index));
    });
    return { what, total: all.size, found: [...all.values()].filter(Boolean).length };
  };
  const each = (test: (passage: Passage) => boolean) => (passage: Passage, index: number) =>
    test(passage) ? String(index) : undefined;
  return [
    count(
      'headings',
      each(({ kind }) => kind === 'heading' || kind === 'title'),
    ),
    count(
      'list items',
      each(({ lists }) => lists !== undefined),
    ),
    count('table cells', ({ cell }) => cell && `${cell.table} ${cell.row} ${cell.column}`),
    count(
      'picture descriptions',
      each(({ kind }) => kind === 'alt'),
    ),
  ];
}

function shortened(findings: readonly Finding[]): Finding[] {
  if (findings.length <= mostTold) return [...findings];
  const more = {
    rule: 'fidelity/role',
    severity: 'error',
    message: `There are ${findings.length - mostTold} more differences in what the passages are.`,
    fix: 'See the first ones.',
  } as const;
  return [...findings.slice(0, mostTold), more];
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
