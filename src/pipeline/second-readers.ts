import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Passage, ReadBack } from '../document/passage.ts';
import { tokensOf } from '../document/tokens.ts';
import type { ProofCount } from '../kernel/check-report.ts';
import type { Finding } from '../kernel/finding.ts';
import { readAccessibilityTree } from '../media/hast/read-accessibility-tree.ts';
import { expectedReading } from '../plan/plan.ts';
import type { TreesRead } from '../tools/accessibility-tree.ts';
import type { NotChecked } from '../tools/not-checked.ts';
import { mostPagesInOrder, type PopplerText, readWithPoppler } from '../tools/poppler.ts';
import { align } from './align.ts';
import { pageDifferences, pdfDifferences, wordsNotFound } from './compare-readings.ts';
import { findReports } from './find-reports.ts';
import { formatOf } from './format-of.ts';
import type { ManifestOutput } from './manifest.ts';
import type { Project } from './project.ts';
import { passageOfWord } from './prove-structure.ts';
import { readReport } from './read-report.ts';

export type SecondReading =
  | {
      readonly state: 'checked';
      readonly findings: ReadonlyMap<string, readonly Finding[]>;
      readonly counts: readonly ProofCount[];
      /** What was left out, and why. */
      readonly note?: string;
    }
  | NotChecked;

/** What our own reader found in an output, with the place in the source of each passage. */
interface FirstReading {
  readonly back: ReadBack;
  /** Words of the source, and for each word of the output whether it is one of them. */
  readonly words: number;
  readonly isOfSource: Uint8Array;
}

/** Reads our pages again in a browser, by the tree that it gives to screen readers, and compares the two readings. */
export async function readPagesAgain(
  project: Project,
  outputs: readonly ManifestOutput[],
  read: TreesRead | NotChecked,
): Promise<SecondReading> {
  const files = outputs.map(({ path }) => resolve(project.root, path));
  if (read.state === 'not-checked') return read;
  const missed = files.flatMap((file) => read.missed.get(file) ?? []);
  if (missed.length > 0) return { state: 'not-checked', why: missed.join('; ') };
  const findings = new Map<string, readonly Finding[]>();
  const total = { words: 0, found: 0 };
  const first = firstReader(project);
  for (const [index, output] of outputs.entries()) {
    const file = files[index]!;
    const reading = await first(output);
    const tree = read.trees.get(file)!;
    const again = readAccessibilityTree(tree);
    findings.set(file, pageDifferences(reading.back, again, tree.unseen));
    count(reading, again.passages, total);
  }
  const counts = [{ what: 'words', total: total.words, found: total.found }];
  return { state: 'checked', findings, counts };
}

/** Reads our PDFs again with poppler: what is painted in all of them, and the order of the tags in short ones. */
export async function readPdfsAgain(
  project: Project,
  outputs: readonly ManifestOutput[],
): Promise<SecondReading> {
  const files = outputs.map(({ path, pages = 1 }) => ({ path: resolve(project.root, path), pages }));
  const read = await readWithPoppler(files);
  if (read.state === 'not-checked') return read;
  const findings = new Map<string, readonly Finding[]>();
  const total = { words: 0, found: 0 };
  const first = firstReader(project);
  let inOrder = 0;
  for (const [index, output] of outputs.entries()) {
    const { path } = files[index]!;
    const reading = await first(output);
    const text = readableOrder(read.texts.get(path)!, reading.back);
    if (text.structure !== undefined) inOrder++;
    const lost = wordsNotFound(reading.back, text);
    reading.isOfSource.forEach((isOne, word) => {
      if (isOne === 1 && !lost.has(word)) total.found++;
    });
    total.words += reading.words;
    findings.set(path, pdfDifferences(reading.back, lost));
  }
  const counts = [{ what: 'words', total: total.words, found: total.found }];
  const note = `their order in ${inOrder} of ${outputs.length}, those of at most ${mostPagesInOrder} pages from left to right`;
  return { state: 'checked', findings, counts, note };
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Poppler tells the tags of words from right to left backwards and in part (22.12): their order is not asked there. */
function readableOrder(text: PopplerText, { passages }: ReadBack): PopplerText {
  return passages.some((passage) => rightToLeft.test(passage.text)) ? { painted: text.painted } : text;
}

/** Reads outputs from the disk; each source is read once. */
function firstReader(project: Project): (output: ManifestOutput) => Promise<FirstReading> {
  const sources = new Map<string, ReturnType<typeof readReport>['document']>();
  return async (output) => {
    let document = sources.get(output.source);
    if (document === undefined) {
      const [report] = findReports(project, [join(project.root, output.source)]);
      document = readReport(project.root, report!).document;
      sources.set(output.source, document);
    }
    const profile = project.profiles.find(({ id }) => id === output.profile)!;
    const { format } = await formatOf(profile, []);
    const bytes = readFileSync(resolve(project.root, output.path));
    const back = await format.readBack([{ name: format.extension, mediaType: output.mediaType, bytes }]);
    const source = tokensOf(expectedReading(document, profile).passages);
    const words = tokensOf(back.passages).map(({ word }) => word);
    const pairs = align(
      source.map(({ word }) => word),
      words,
    );
    const ofPassage = passageOfWord(back.passages);
    const isOfSource = new Uint8Array(words.length);
    const places = new Map<number, Passage['at']>();
    for (const [from, to] of pairs) {
      isOfSource[to] = 1;
      if (!places.has(ofPassage[to]!)) places.set(ofPassage[to]!, source[from]!.at);
    }
    const passages = back.passages.map((passage, index) => {
      const at = places.get(index);
      return { ...passage, ...(at && { at }) };
    });
    return { back: { ...back, passages }, words: source.length, isOfSource };
  };
}

function count(
  { back, words, isOfSource }: FirstReading,
  again: readonly Passage[],
  total: { words: number; found: number },
): void {
  total.words += words;
  const pairs = align(
    tokensOf(back.passages).map(({ word }) => word),
    tokensOf(again).map(({ word }) => word),
  );
  for (const [word] of pairs) if (isOfSource[word] === 1) total.found++;
}
