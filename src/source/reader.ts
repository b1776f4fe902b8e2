import GithubSlugger, { slug } from 'github-slugger';
import type { FootnoteDefinition, Definition as LinkDefinition, Nodes, RootContent } from 'mdast';
import type { AbbreviationEntry, Asset, Block } from '../document/tree.ts';
import type { Finding, Position, Severity } from '../kernel/finding.ts';

/** Gives the bytes of a file that a report shows, or says in a sentence why it can't. */
export type AssetLoader = (src: string) => Asset | { readonly problem: string; readonly fix: string };

/** State of reading one file: what was found so far. Converters share it. */
export interface Reader {
  readonly file: string;
  readonly lines: readonly string[];
  readonly findings: Finding[];
  /** First lines of the boxes that were closed in place of their author: each has its finding. */
  readonly forgottenBoxes: ReadonlySet<number>;
  readonly slugger: GithubSlugger;
  /** Ids that links may point to. */
  readonly ids: Set<string>;
  readonly definitions: Map<string, LinkDefinition>;
  readonly usedDefinitions: Set<string>;
  readonly footnotes: Map<string, FootnoteDefinition>;
  /** Number of each footnote, in the order of first reference. */
  readonly footnoteNumbers: Map<string, number>;
  readonly abbreviations: AbbreviationEntry[];
  readonly assets: Map<string, Asset>;
  readonly loadAsset: AssetLoader;
  /** Converts what is inside a table, box or footnote: it stands here so that the converters need not import each other in a circle. */
  readonly toBlocks: (nodes: readonly RootContent[], reader: Reader) => Block[];
  /** Easy Read has no footnotes. */
  readonly inLayer: boolean;
  /** Depth of the heading before; 1 is the title. */
  lastDepth: number;
  /** How many levels all headings are taken deeper, because the body uses level 1. */
  readonly headingShift: number;
  /** How many blocks surround the one being read. */
  nesting: number;
  /** How many marks, such as bold, surround the words being read. */
  inlineNesting: number;
}

export function newReader(
  parts: Pick<
    Reader,
    | 'file'
    | 'lines'
    | 'findings'
    | 'forgottenBoxes'
    | 'loadAsset'
    | 'assets'
    | 'headingShift'
    | 'toBlocks'
    | 'inLayer'
  >,
): Reader {
  return {
    ...parts,
    slugger: new GithubSlugger(),
    ids: new Set(),
    definitions: new Map(),
    usedDefinitions: new Set(),
    footnotes: new Map(),
    footnoteNumbers: new Map(),
    abbreviations: [],
    lastDepth: 1,
    nesting: 0,
    inlineNesting: 0,
  };
}

export function positionOf(node: Pick<Nodes, 'position'>, reader: Reader): Position {
  const start = node.position?.start;
  return { file: reader.file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

export function report(
  reader: Reader,
  rule: string,
  severity: Severity,
  message: string,
  fix: string,
  at: Pick<Nodes, 'position'> | Position,
): void {
  const where = 'line' in at ? at : positionOf(at, reader);
  reader.findings.push({ rule: `source/${rule}`, severity, message, fix, at: where });
}

/** The id of a place in the document: unique, and never empty. */
export function idFor(words: string, reader: Reader): string {
  const id = reader.slugger.slug(slug(words) === '' ? 'section' : words);
  reader.ids.add(id);
  return id;
}
