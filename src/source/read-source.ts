import type { Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { markAbbreviations } from '../document/abbreviations.ts';
import { mapDocumentInlines } from '../document/map.ts';
import type { Asset, Document, Footnote, Inline } from '../document/tree.ts';
import { textOf } from '../document/text.ts';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { toBlocks } from './blocks.ts';
import { decode } from './decode.ts';
import { easyBlocks, newLayer, takeEasyRead } from './easy-read.ts';
import { readFrontMatter } from './front-matter.ts';
import { type AssetLoader, newReader, positionOf, type Reader, report } from './reader.ts';

export interface SourceFile {
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface Source {
  readonly report: SourceFile;
  /** The Easy Read layer in its own file, `name.easy.md`. */
  readonly easyRead?: SourceFile;
  readonly loadAsset: AssetLoader;
}

export interface SourceReading {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/**
 * Reads a report in the source language (docs/writing.md). All that it does not understand is kept as readable text with a finding.
 * @throws Failure `file-empty`, `file-not-text`, `file-too-large`
 */
export function readSource(source: Source): SourceReading {
  const findings: Finding[] = [];
  const assets = new Map<string, Asset>();
  const text = decode(source.report);
  const { meta, body, findings: metaFindings } = readFrontMatter(text, source.report.file);
  findings.push(...metaFindings);
  const tree = parse(body);
  const usesLevelOne = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const reader = readerOf(source.report.file, body, findings, source.loadAsset, assets, tree, usesLevelOne ? 1 : 0);
  if (usesLevelOne) {
    report(
      reader,
      'title-level',
      'warning',
      'A heading uses level 1, which belongs to the title. All headings are taken one level deeper.',
      'Start your headings with ##.',
      usesLevelOne,
    );
  }
  const layer = newLayer();
  const own = takeEasyRead(tree.children, layer, layerReader(reader));
  const children = toBlocks(own, reader);
  const footnotes = readFootnotes(reader);
  checkUnused(reader);
  if (source.easyRead) readSidecar(source.easyRead, layer, findings, source.loadAsset, assets);
  const hasLayer = layer.children.length > 0;
  const document: Document = {
    meta,
    children,
    footnotes,
    abbreviations: reader.abbreviations,
    ...(hasLayer && { easyRead: layer }),
    assets,
  };
  const checked = checkInternalLinks(document, reader);
  return { document: markAbbreviations(checked), findings: inOrder(findings) };
}

function parse(body: string): Root {
  try {
    return unified().use(remarkParse).use(remarkGfm).use(remarkDirective).parse(body);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure('file-too-large', 'The report is nested too deeply to be read.');
    throw error;
  }
}

function readerOf(
  file: string,
  body: string,
  findings: Finding[],
  loadAsset: AssetLoader,
  assets: Map<string, Asset>,
  tree: Root,
  headingShift: number,
): Reader {
  const reader = newReader({ file, lines: body.split('\n'), findings, loadAsset, assets, headingShift });
  const stack: RootContent[] = [...tree.children];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.type === 'definition') reader.definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition') reader.footnotes.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return reader;
}

/** The layer has headings and ids of its own. */
function layerReader(reader: Reader): Reader {
  return { ...newReader({ ...reader, headingShift: 0 }), footnoteOrder: reader.footnoteOrder, definitions: reader.definitions };
}

function readSidecar(
  sidecar: SourceFile,
  layer: ReturnType<typeof newLayer>,
  findings: Finding[],
  loadAsset: AssetLoader,
  assets: Map<string, Asset>,
): void {
  const text = decode(sidecar);
  const tree = parse(text);
  const reader = readerOf(sidecar.file, text, findings, loadAsset, assets, tree, 0);
  const others = takeEasyRead(tree.children, layer, reader);
  layer.children.push(...easyBlocks(others, reader));
  for (const identifier of reader.footnoteOrder) {
    report(reader, 'easy-read-footnote', 'error', 'Easy Read has no footnotes.', 'Say it in the text.', reader.footnotes.get(identifier) ?? { position: undefined });
  }
}

function readFootnotes(reader: Reader): Footnote[] {
  for (const [identifier, node] of reader.footnotes) {
    if (reader.footnoteOrder.includes(identifier)) continue;
    report(reader, 'unused-footnote', 'warning', `Nothing refers to the footnote "${identifier}". It stands at the end.`, `Write [^${identifier}] where it belongs.`, node);
    reader.footnoteOrder.push(identifier);
  }
  const footnotes: Footnote[] = [];
  // The loop also reaches footnotes that only other footnotes refer to: they join the order while it runs.
  for (let index = 0; index < reader.footnoteOrder.length; index++) {
    const id = reader.footnoteOrder[index]!;
    const node = reader.footnotes.get(id);
    if (node === undefined) continue;
    footnotes.push({ id, number: index + 1, children: toBlocks(node.children, reader), at: positionOf(node, reader) });
  }
  return footnotes;
}

function checkUnused(reader: Reader): void {
  for (const [identifier, node] of reader.definitions) {
    if (reader.usedDefinitions.has(identifier)) continue;
    report(reader, 'unused-address', 'warning', `Nothing uses the address "${identifier}" (${node.url}).`, 'Link to it, or delete the line.', node);
  }
}

/** A link to a place that does not exist becomes its words, with a finding. */
function checkInternalLinks(document: Document, reader: Reader): Document {
  const check = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes.flatMap((node): readonly Inline[] => {
      if (node.type === 'link' && node.url.startsWith('#')) {
        if (reader.ids.has(decodeURIComponentSafe(node.url.slice(1)))) return [node];
        report(
          reader,
          'broken-reference',
          'error',
          `The link "${textOf(node.children)}" leads to "${node.url}", which is not in the report.`,
          'Write the heading it leads to in small letters with hyphens: [our objectives](#our-objectives).',
          node.at ?? { position: undefined },
        );
        return node.children;
      }
      return 'children' in node ? [{ ...node, children: check(node.children) } as Inline] : [node];
    });
  return mapDocumentInlines(document, check);
}

function decodeURIComponentSafe(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const line = (finding: Finding) => finding.at?.line ?? 0;
  const column = (finding: Finding) => finding.at?.column ?? 0;
  const file = (finding: Finding) => finding.at?.file ?? '';
  return [...findings].sort(
    (a, b) => (file(a) < file(b) ? -1 : file(a) > file(b) ? 1 : line(a) - line(b) || column(a) - column(b)),
  );
}
