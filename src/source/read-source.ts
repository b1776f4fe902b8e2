import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import { markAbbreviations } from '../document/abbreviations.ts';
import { easyReadStanding } from '../document/easy-read-standing.ts';
import { fold } from '../document/text.ts';
import type { Asset, Document } from '../document/tree.ts';
import type { Finding } from '../kernel/finding.ts';
import { toBlocks } from './blocks.ts';
import { mendLines } from './box-lines.ts';
import { decode, withoutControls } from './decode.ts';
import { easyBlocks, type Layer, newLayer, takeEasyRead } from './easy-read.ts';
import { readEasyReadLock } from './easy-read-lock.ts';
import { below, flatText } from './flat-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { checkLimits } from './limits.ts';
import { parseMarkdown } from './markdown.ts';
import { type AssetLoader, newReader, type Reader, report } from './reader.ts';
import { checkInternalLinks, checkUnusedAddresses, collectTargets, readFootnotes } from './references.ts';

export interface SourceFile {
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface Source {
  readonly report: SourceFile;
  /** The Easy Read layer in its own file, `name.easy.md`. */
  readonly easyRead?: SourceFile;
  /** What that layer was compared with and who checked it, `name.easy.lock.yaml`. */
  readonly easyReadLock?: SourceFile;
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
  const shared = { findings, assets: new Map<string, Asset>(), loadAsset: source.loadAsset };
  const { file } = source.report;
  const text = withoutControls(decode(source.report), file, findings);
  const { meta, body, title, findings: metaFindings } = readFrontMatter(text, file);
  findings.push(...metaFindings);
  const { tree, reader } = open(file, body, title, shared, false);
  const layer = newLayer();
  const inLayer = {
    ...newReader({ ...reader, inLayer: true }),
    definitions: reader.definitions,
    usedDefinitions: reader.usedDefinitions,
  };
  const own = takeEasyRead(tree.children, layer, inLayer);
  const children = toBlocks(own, reader);
  const footnotes = readFootnotes(reader);
  checkUnusedAddresses(reader);
  const { easyReadCheck: claim, ...details } = meta;
  const lock = source.easyReadLock && readEasyReadLock(source.easyReadLock, findings);
  const document: Document = {
    meta: details,
    children: checkInternalLinks(children, reader),
    footnotes: footnotes.map((note) => ({ ...note, children: checkInternalLinks(note.children, reader) })),
    abbreviations: reader.abbreviations,
    ...readLayer(
      source.easyRead,
      title,
      { ...layer, ...(claim && { claim }), ...(lock && { lock }) },
      inLayer,
      shared,
    ),
    assets: shared.assets,
    source: { name: file.slice(file.lastIndexOf('/') + 1), bytes: source.report.bytes },
  };
  return { document: markAbbreviations(withCheck(document)), findings: inOrder(findings) };
}

/** Who checked the layer belongs to the details only while what they saw is what there is. */
function withCheck(document: Document): Document {
  const { claim } = document.easyRead ?? {};
  if (claim === undefined || easyReadStanding(document).check !== 'valid') return document;
  return { ...document, meta: { ...document.meta, easyReadCheck: claim } };
}

type Shared = Pick<Reader, 'findings' | 'assets' | 'loadAsset'>;

interface Opened {
  readonly tree: Root;
  readonly reader: Reader;
}

function open(
  file: string,
  body: string,
  title: string | undefined,
  shared: Shared,
  inLayer: boolean,
): Opened {
  checkLimits(body, file);
  const { text, lines, lineOf, forgottenBoxes } = mendLines(body, file, shared.findings);
  const tree = parseMarkdown(text);
  toFileLines(tree, lineOf);
  const titles = [...below(tree)].filter((node) => node.type === 'heading' && node.depth === 1);
  const [first] = titles;
  const isTitle = first && title !== undefined && titles.length === 1 && sameWords(flatText(first), title);
  const repeated = isTitle ? tree.children.indexOf(first as RootContent) : -1;
  const headingShift = titles.length > 0 && repeated === -1 ? 1 : 0;
  const parts = { ...shared, file, lines, forgottenBoxes, headingShift, inLayer, toBlocks };
  const reader = newReader(parts);
  if (repeated !== -1) {
    report(
      reader,
      'title-repeated',
      'warning',
      'This heading says the title again. It is left out: the title stands at the top already.',
      'Delete this line.',
      first!,
    );
    tree.children.splice(repeated, 1);
  } else if (first) {
    report(
      reader,
      'title-level',
      'warning',
      'A heading uses level 1, which belongs to the title. All headings are taken one level deeper.',
      'Start your headings with ##.',
      first,
    );
  }
  collectTargets(tree, reader);
  return { tree, reader };
}

/** Places in the text that was parsed become places in the file. */
function toFileLines(tree: Root, lineOf: (line: number) => number): void {
  for (const { position } of below(tree)) {
    if (position === undefined) continue;
    position.start.line = lineOf(position.start.line);
    position.end.line = lineOf(position.end.line);
  }
}

function sameWords(one: string, other: string): boolean {
  const bare = (words: string) => fold(words.replace(/[^\p{L}\p{N}]+/gu, ' ')).toLowerCase();
  return bare(one) !== '' && bare(one) === bare(other);
}

/** The layer from the report itself and from its own file, as one. */
function readLayer(
  file: SourceFile | undefined,
  title: string | undefined,
  layer: Layer,
  inReport: Reader,
  shared: Shared,
): Pick<Document, 'easyRead'> {
  const ids = new Set(inReport.ids);
  if (file) {
    const text = withoutControls(decode(file), file.file, shared.findings);
    const { tree, reader } = open(file.file, text, title, shared, true);
    const others = takeEasyRead(tree.children, layer, reader);
    layer.children.push(...easyBlocks(others, reader));
    for (const note of reader.footnotes.values()) addFootnote(note, layer, reader);
    checkUnusedAddresses(reader);
    for (const id of reader.ids) ids.add(id);
  }
  const [part] = layer.leftOut;
  if (layer.children.length > 0) {
    return { easyRead: { ...layer, children: checkInternalLinks(layer.children, { ...inReport, ids }) } };
  }
  if (part) {
    report(
      inReport,
      'easy-read-empty',
      'error',
      'The report says what Easy Read leaves out, but there is no Easy Read version.',
      'Write it: docs/writing.md, part 9.',
      part.at ?? { position: undefined },
    );
  }
  return {};
}

function addFootnote(note: FootnoteDefinition, layer: Layer, reader: Reader): void {
  report(
    reader,
    'easy-read-footnote',
    'error',
    'Easy Read has no footnotes. This one stands at the end.',
    'Say it in the text.',
    note,
  );
  layer.children.push(...easyBlocks(note.children, reader));
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const line = (finding: Finding) => finding.at?.line ?? 0;
  const column = (finding: Finding) => finding.at?.column ?? 0;
  const file = (finding: Finding) => finding.at?.file ?? '';
  return [...findings].sort((a, b) =>
    file(a) < file(b) ? -1 : file(a) > file(b) ? 1 : line(a) - line(b) || column(a) - column(b),
  );
}
