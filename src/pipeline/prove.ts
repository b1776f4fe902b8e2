import { metadataFaults } from '../document/accessibility-metadata.ts';
import type { Passage, ReadBack } from '../document/passage.ts';
import type { Reading } from '../document/passages.ts';
import { wordsOf } from '../document/tokens.ts';
import type { Meta } from '../document/tree.ts';
import type { DeclaredChange } from '../kernel/change.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Pairs } from './align.ts';
import { matchWords } from './match-words.ts';
import { pleaseReport } from './proof-words.ts';
import { proveLanguages } from './prove-languages.ts';
import { proveLinks } from './prove-links.ts';
import { passageOfWord, proveStructure, type StructureCount } from './prove-structure.ts';
import { type PlacedFinding, proveWords } from './prove-words.ts';

export interface Proof {
  /** Words of the source, and how many of them the output has, in order. */
  readonly words: number;
  readonly found: number;
  readonly links: number;
  readonly linksFound: number;
  /** What the passages are: headings, list items, table cells, descriptions of pictures, parts in other languages. */
  readonly structure: readonly StructureCount[];
  readonly findings: readonly Finding[];
}

type Told = Pick<Meta, 'title' | 'language' | 'places'>;

/**
 * Compares what was read back from an output's bytes with the source: every word in order, every link, title and language.
 * `planned` is the body that the writer was given; with it, what the plan added must stand exactly where the plan has it.
 */
export function prove(
  expected: Reading,
  actual: ReadBack,
  changes: readonly DeclaredChange[],
  meta: Told,
  planned?: Reading,
): Proof {
  const match = matchWords(expected.passages, planned?.passages, actual.passages, changes);
  const { source, pairs } = match;
  const ofOutput = passageOfWord(actual.passages);
  const place = placer(actual, ofOutput);
  const findings = place(proveWords(match, insideOf(expected, ofOutput, pairs)));
  const structure = proveStructure(expected.passages, actual.passages, pairs);
  findings.push(...structure.findings.map((finding) => placed(finding, actual, structure.placeOf(finding))));
  const counts = [...structure.counts];
  if (actual.language !== undefined) {
    const languages = [meta.language, actual.language] as const;
    const proof = proveLanguages(expected.passages, actual.passages, pairs, languages);
    findings.push(...place(proof.faults));
    counts.push(proof.count);
  }
  const linksFound = proveLinks(expected, actual, findings);
  findings.push(...aboutTheFile(actual, meta));
  return {
    words: source.length,
    found: pairs.length,
    links: expected.links.length,
    linksFound,
    structure: counts,
    findings,
  };
}

function aboutTheFile({ title, language, metadata }: ReadBack, meta: Told): Finding[] {
  const findings: Finding[] = [];
  const tell = (rule: string, message: string, detail?: string): void => {
    const at = detail === undefined ? undefined : meta.places?.get(detail);
    findings.push({ rule, severity: 'error', message, fix: pleaseReport, ...(at && { at }) });
  };
  if (title !== undefined && !wordsOf(title).join(' ').includes(wordsOf(meta.title).join(' ')))
    tell('fidelity/title', `The output calls itself "${title}", not "${meta.title}".`, 'title');
  if (language !== undefined && language.toLowerCase() !== meta.language.toLowerCase())
    tell(
      'fidelity/language',
      `The output says that its language is "${language}", not "${meta.language}".`,
      'language',
    );
  if (metadata !== undefined)
    for (const message of metadataFaults(metadata.claims, metadata.facts)) tell('fidelity/metadata', message);
  return findings;
}

/** Puts to each finding where in the output it is. */
function placer({ places }: ReadBack, ofOutput: readonly number[]) {
  return (findings: readonly PlacedFinding[]): Finding[] =>
    findings.map(({ finding, word }) => {
      const outputAt = word < 0 ? undefined : places?.[ofOutput[word]!];
      return { ...finding, ...(outputAt && { outputAt }) };
    });
}

function placed(finding: Finding, { places }: ReadBack, passage: number): Finding {
  const outputAt = places?.[passage];
  return { ...finding, ...(outputAt && { outputAt }) };
}

/** Tells for a word of the output which passage of the source the other words of its passage come from, if any do. */
function insideOf(
  expected: Reading,
  ofOutput: readonly number[],
  pairs: Pairs,
): (word: number) => Passage | undefined {
  const ofSource = passageOfWord(expected.passages);
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
