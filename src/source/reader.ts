import GithubSlugger from 'github-slugger';
import type { Definition as LinkDefinition, FootnoteDefinition, Nodes } from 'mdast';
import type { AbbreviationEntry, Asset } from '../document/tree.ts';
import type { Finding, Position, Severity } from '../kernel/finding.ts';

/** Gives the bytes of a file that a report shows, or says in a sentence why it can't. */
export type AssetLoader = (src: string) => Asset | { readonly problem: string; readonly fix: string };

/** State of reading one file: what was found so far. Converters share it. */
export interface Reader {
  readonly file: string;
  readonly lines: readonly string[];
  readonly findings: Finding[];
  readonly slugger: GithubSlugger;
  /** Ids that links may point to. */
  readonly ids: Set<string>;
  readonly definitions: Map<string, LinkDefinition>;
  readonly usedDefinitions: Set<string>;
  readonly footnotes: Map<string, FootnoteDefinition>;
  /** Identifiers in the order of first reference. */
  readonly footnoteOrder: string[];
  readonly abbreviations: AbbreviationEntry[];
  readonly assets: Map<string, Asset>;
  readonly loadAsset: AssetLoader;
  /** Depth of the heading before; 1 is the title. */
  lastDepth: number;
  /** How many levels all headings are taken deeper, because the body uses level 1. */
  readonly headingShift: number;
  /** How many blocks surround the one being read. */
  nesting: number;
}

export function newReader(
  parts: Pick<Reader, 'file' | 'lines' | 'findings' | 'loadAsset' | 'assets' | 'headingShift'>,
): Reader {
  return {
    ...parts,
    slugger: new GithubSlugger(),
    ids: new Set(),
    definitions: new Map(),
    usedDefinitions: new Set(),
    footnotes: new Map(),
    footnoteOrder: [],
    abbreviations: [],
    lastDepth: 1,
    nesting: 0,
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
