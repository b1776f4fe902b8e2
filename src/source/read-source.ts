import type { FootnoteDefinition, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { markAbbreviations } from '../document/abbreviations.ts';
import type { Asset, Document } from '../document/tree.ts';
import { Failure } from '../kernel/failure.ts';
import type { Finding } from '../kernel/finding.ts';
import { toBlocks } from './blocks.ts';
import { decode, withoutControls } from './decode.ts';
import { easyBlocks, type Layer, newLayer, takeEasyRead } from './easy-read.ts';
import { below } from './flat-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { checkLimits } from './limits.ts';
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
  const { meta, body, findings: metaFindings } = readFrontMatter(text, file);
  findings.push(...metaFindings);
  const { tree, reader } = open(file, body, shared, false);
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
  const document: Document = {
    meta,
    children: checkInternalLinks(children, reader),
    footnotes: footnotes.map((note) => ({ ...note, children: checkInternalLinks(note.children, reader) })),
    abbreviations: reader.abbreviations,
    ...readLayer(source.easyRead, layer, inLayer, shared),
    assets: shared.assets,
  };
  return { document: markAbbreviations(document), findings: inOrder(findings) };
}

type Shared = Pick<Reader, 'findings' | 'assets' | 'loadAsset'>;

function open(file: string, body: string, shared: Shared, inLayer: boolean): { tree: Root; reader: Reader } {
  checkLimits(body, file);
  const tree = parse(body);
  const titles = [...below(tree)].filter((node) => node.type === 'heading' && node.depth === 1);
  const headingShift = titles.length > 0 ? 1 : 0;
  const reader = newReader({ ...shared, file, lines: body.split('\n'), headingShift, inLayer, toBlocks });
  if (titles[0]) {
    report(
      reader,
      'title-level',
      'warning',
      'A heading uses level 1, which belongs to the title. All headings are taken one level deeper.',
      'Start your headings with ##.',
      titles[0],
    );
  }
  collectTargets(tree, reader);
  return { tree, reader };
}

function parse(body: string): Root {
  try {
    return unified().use(remarkParse).use(remarkGfm).use(remarkDirective).parse(body);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Failure('file-too-large', 'The report is nested too deeply to be read.');
    throw error;
  }
}

/** The layer from the report itself and from its own file, as one. */
function readLayer(
  file: SourceFile | undefined,
  layer: Layer,
  inReport: Reader,
  shared: Shared,
): Pick<Document, 'easyRead'> {
  const ids = new Set(inReport.ids);
  if (file) {
    const text = withoutControls(decode(file), file.file, shared.findings);
    const { tree, reader } = open(file.file, text, shared, true);
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
