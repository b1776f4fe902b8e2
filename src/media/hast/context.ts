import type { ElementContent } from 'hast';
import type { Furniture } from '../../document/furniture/furniture.ts';
import type { Asset, Block, Document, Inline } from '../../document/tree.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import type { Finding, Position } from '../../kernel/finding.ts';

export interface HastOptions {
  /** Start of the ids of findings, such as `html`. */
  readonly rules: string;
  /** The address at which the page finds a picture; without it, a `data:` URI with the whole picture. */
  readonly imageUrl?: (asset: Asset) => string;
  /** Marks of printed pages are places with their number, to which a list of pages leads. */
  readonly hasPageList?: true;
  /** The address of the picture of an Easy Read concept. Without the function, ideas are plain paragraphs. */
  readonly pictureUrl?: (concept: string) => string | undefined;
}

/** What the handlers share while one document becomes a page. */
export interface HastContext {
  readonly document: Document;
  /** Fixed words in the document's language. */
  readonly furniture: Furniture;
  readonly options: HastOptions;
  readonly changes: DeclaredChange[];
  readonly findings: Finding[];
  /** How often the text has referred to each footnote so far, by its id. */
  readonly noteUses: Map<string, number>;
  /** Addresses of pictures that were already made, by their `src`. */
  readonly imageUrls: Map<string, string>;
  /** Names of regions so far: two regions of one page never share a name. */
  readonly regions: Set<string>;
  /** Counts boxes and tables for their ids. */
  count: number;
  blocks(nodes: readonly Block[]): ElementContent[];
  inlines(nodes: readonly Inline[]): ElementContent[];
}

/** Notes something that a reader of the page will miss. */
export function report(
  context: HastContext,
  rule: string,
  severity: Finding['severity'],
  message: string,
  fix: string,
  at?: Position,
): void {
  context.findings.push({
    rule: `${context.options.rules}/${rule}`,
    severity,
    message,
    fix,
    ...(at && { at }),
  });
}

/** An id that no heading can have: the ids of headings hold no dot. */
export function nextId(kind: string, context: HastContext): string {
  context.count++;
  return `${kind}.${context.count}`;
}
