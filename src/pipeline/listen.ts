import { resolve } from 'node:path';
import type { ProofCount } from '../kernel/check-report.ts';
import type { Finding } from '../kernel/finding.ts';
import type { HeardPage } from '../kernel/heard-page.ts';
import { hear } from '../media/listening/speech-model.ts';
import { checkHeardPage } from '../rules/heard/check-heard-page.ts';
import { readAccessibilityTrees, type TreesRead } from '../tools/accessibility-tree.ts';
import type { NotChecked } from '../tools/not-checked.ts';
import { listenWithOrca } from '../tools/orca/listen-with-orca.ts';
import { listenWithVirtual } from '../tools/virtual-screen-reader.ts';
import { compareHeard, type HeardComparison } from './compare-heard.ts';
import { mostTold } from './proof-words.ts';
import type { ReaderName } from './reader-phrases.ts';

/** What was heard of one page, by the model and by other readers. */
export interface Listening {
  readonly file: string;
  readonly page: HeardPage;
  readonly findings: readonly Finding[];
  readonly others: readonly {
    readonly reader: ReaderName;
    readonly said: readonly string[];
    readonly comparison: HeardComparison;
  }[];
}

export interface Listened {
  readonly pages: readonly Listening[];
  /** What could not be done, as sentences. */
  readonly notChecked: readonly string[];
}

/** Listens to HTML files with the speech model and, where they can be had, with the other readers. `toolRoot` is the folder whose cache holds tools. */
export async function listenToPages(
  paths: readonly string[],
  readers: readonly ReaderName[],
  toolRoot: string,
): Promise<Listened> {
  const files = paths.map((path) => resolve(path));
  const trees = await readAccessibilityTrees(files, toolRoot);
  if (trees.state === 'not-checked') return { pages: [], notChecked: [trees.why] };
  const notChecked = [...trees.missed].map(([file, why]) => `${file} could not be read: ${why}`);
  const read = files.filter((file) => trees.trees.has(file));
  const heard = new Map<ReaderName, ReadonlyMap<string, readonly string[]>>();
  for (const reader of readers) {
    const answer = await (reader === 'orca' ? listenWithOrca : listenWithVirtual)(read, toolRoot);
    if (answer.state === 'checked') heard.set(reader, answer.heard);
    else notChecked.push(`Not read by ${readerTitles[reader]}: ${answer.why}`);
  }
  const pages = read.map((file): Listening => {
    const page = hear(trees.trees.get(file)!);
    const others = [...heard].map(([reader, all]) => {
      const said = all.get(file)!;
      return { reader, said, comparison: compareHeard(page, reader, said) };
    });
    return { file, page, findings: checkHeardPage(page), others };
  });
  return { pages, notChecked };
}

export const readerTitles: Readonly<Record<ReaderName, string>> = {
  orca: 'Orca',
  virtual: 'the virtual screen reader',
};

export type HeardChecked =
  | {
      readonly state: 'checked';
      readonly findings: ReadonlyMap<string, readonly Finding[]>;
      readonly counts?: readonly ProofCount[];
      readonly note?: string;
    }
  | NotChecked;

/** The rules on what is heard, by the speech model. */
export function checkHeard(read: TreesRead | NotChecked): HeardChecked {
  if (read.state === 'not-checked') return read;
  const findings = new Map(
    [...read.trees].map(([file, tree]) => [file, checkHeardPage(hear(tree))] as const),
  );
  if (read.missed.size === 0) return { state: 'checked', findings };
  const note = `not heard: ${[...read.missed].map(([file, why]) => `${file} (${why})`).join(', ')}`;
  return { state: 'checked', findings, note };
}

/** Lets Orca read the pages, and tells where it says other words than the model. */
export async function compareWithOrca(
  read: TreesRead | NotChecked,
  files: readonly string[],
  toolRoot: string,
): Promise<HeardChecked> {
  if (read.state === 'not-checked') return read;
  const pages = files.filter((file) => read.trees.has(file));
  const answer = await listenWithOrca(pages, toolRoot);
  if (answer.state === 'not-checked') return answer;
  const findings = new Map<string, readonly Finding[]>();
  const total = { words: 0, same: 0 };
  for (const file of pages) {
    const comparison = compareHeard(hear(read.trees.get(file)!), 'orca', answer.heard.get(file)!);
    total.words += comparison.words;
    total.same += comparison.same;
    findings.set(file, differenceFindings(comparison));
  }
  const counts = [{ what: 'words', total: total.words, found: total.same }];
  return { state: 'checked', findings, counts };
}

/** Differences that nothing explains, as findings. */
function differenceFindings({ reader, differences }: HeardComparison): Finding[] {
  return differences
    .filter(({ reason }) => reason === undefined)
    .slice(0, mostTold)
    .map(({ kind, words, selector }) => ({
      rule: 'heard/readers-differ',
      severity: 'warning',
      message:
        kind === 'lost'
          ? `${capital(readerTitles[reader])} does not say "${words}".`
          : `${capital(readerTitles[reader])} says "${words}" besides.`,
      fix: 'Look how the page marks these words: a screen reader takes them for something else.',
      ...(selector !== undefined && { outputAt: { selector } }),
    }));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
