import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { furnitureOf } from '../../../document/furniture/furniture-of.ts';
import { fold } from '../../../document/text.ts';
import type { OpenPdf } from '../../pages/reading/open-pdf.ts';
import type { PaintedPage, PaintedShape, TextRun } from '../../pages/reading/page-text.ts';
import type { TagNode } from '../../pages/reading/structure-reader.ts';
import type { EditionOptions } from '../options.ts';

/** A finished file as a reader with low vision meets it: what stands where, how large, in which colour. Lengths are in points. */
export interface MeasuredDocument {
  readonly pages: readonly MeasuredPage[];
  /** What the file says of its language; empty where it says nothing. */
  readonly language: string;
  /** Blocks of text in the order in which they are read. */
  readonly blocks: readonly MeasuredBlock[];
  readonly hasContents: boolean;
  /** Whether a part tells what the edition changes. */
  readonly hasEditionNotes: boolean;
  readonly tables: readonly MeasuredTable[];
  /** What the file asks of a program that prints it, by the names of PDF. */
  readonly printSettings: { readonly scaling?: string; readonly duplex?: string };
  /** Names of the files that were made beside this one. */
  readonly companions: readonly string[];
  /** What the file tells about itself beside its title; empty where it says nothing. */
  readonly subject: string;
  /** Words that every page of a draft must have; undefined where the file is none. */
  readonly stamp: string | undefined;
  /** What the profile promises. */
  readonly options: EditionOptions;
}

export interface MeasuredPage {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** What has ink; marks that stand over their letters are left out. */
  readonly runs: readonly TextRun[];
  readonly shapes: readonly PaintedShape[];
  /** Words that belong to a picture and stand on it. They are told by its alternative text. */
  readonly pictureRuns: ReadonlySet<TextRun>;
}

/** An element of the structure with words of its own: a paragraph, a heading, a cell. */
export interface MeasuredBlock {
  readonly type: string;
  readonly parent: TagNode;
  /** Part of what the edition tells about itself. */
  readonly isEditionNote: boolean;
  readonly lines: readonly MeasuredLine[];
}

/** A table of two columns or more. */
export interface MeasuredTable {
  readonly page: number;
  /** Whether the cells of a row stand one below the other. */
  readonly isStacked: boolean;
}

export interface MeasuredLine {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of the smallest letters. */
  readonly size: number;
  readonly isBold: boolean;
  readonly runs: readonly TextRun[];
}

const inlineTypes: ReadonlySet<string> = new Set(['Span', 'Code', 'Link', 'LinkAddress', 'Reference']);

export function measureDocument(
  { document: pdf, pages: reader, tags }: OpenPdf,
  options: EditionOptions,
  companions: readonly string[] = [],
): MeasuredDocument {
  const painted = pdf.getPages().map((page) => {
    const all = reader.paintedOn(page);
    return { size: page.getSize(), ...all, pictureRuns: wordsOfPictures(all) };
  });
  const byMark = painted.map(({ runs, pictureRuns }) => {
    const marks = new Map<number, TextRun[]>();
    for (const run of runs) {
      if (run.mcid === undefined || run.isArtifact || pictureRuns.has(run)) continue;
      const own = marks.get(run.mcid);
      if (own) own.push(run);
      else marks.set(run.mcid, [run]);
    }
    return marks;
  });
  const blocks: MeasuredBlock[] = [];
  let hasContents = false;
  const { root } = tags;
  let hasEditionNotes = false;
  const tables: MeasuredTable[] = [];
  interface Step {
    readonly node: TagNode;
    readonly parent: TagNode;
    readonly isEditionNote: boolean;
  }
  const stack: Step[] = root ? [{ node: root, parent: root, isEditionNote: false }] : [];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, parent } = next;
    const isEditionNote = next.isEditionNote || node.type === 'EditionNotes';
    hasEditionNotes ||= isEditionNote;
    if (node.type === 'TOC') {
      hasContents = true;
      continue;
    }
    if (node.type === 'Table') {
      const table = measureTable(node, byMark);
      if (table) tables.push(table);
    }
    const lines = linesOf(node, byMark);
    if (lines.length > 0) blocks.push({ type: node.type, parent, isEditionNote, lines });
    for (const kid of [...node.kids].reverse()) {
      if ('type' in kid && !inlineTypes.has(kid.type)) stack.push({ node: kid, parent: node, isEditionNote });
    }
  }
  const language = languageOf(pdf);
  const { draft } = furnitureOf(language).easyRead;
  const isDraft = blocks.some(({ lines }) => fold(lines.map(({ text }) => text).join('')) === draft);
  return {
    pages: painted.map(({ size, runs, shapes, pictureRuns }, index) => ({
      number: index + 1,
      ...size,
      runs: runs.filter(hasInk),
      shapes,
      pictureRuns,
    })),
    language,
    subject: pdf.getSubject() ?? '',
    stamp: isDraft ? draft : undefined,
    blocks,
    hasContents,
    hasEditionNotes,
    tables,
    printSettings: printSettingsOf(pdf),
    companions,
    options,
  };
}

function languageOf(pdf: PDFDocument): string {
  const said = pdf.catalog.lookup(PDFName.of('Lang'));
  return said instanceof PDFString || said instanceof PDFHexString ? said.decodeText() : '';
}

function printSettingsOf(pdf: PDFDocument): MeasuredDocument['printSettings'] {
  const settings = pdf.catalog.lookup(PDFName.of('ViewerPreferences'));
  const named = (key: string): string | undefined => {
    const value = settings instanceof PDFDict ? settings.lookup(PDFName.of(key)) : undefined;
    return value instanceof PDFName ? value.decodeText() : undefined;
  };
  const [scaling, duplex] = [named('PrintScaling'), named('Duplex')];
  return { ...(scaling !== undefined && { scaling }), ...(duplex !== undefined && { duplex }) };
}

/** The first row with words in two cells tells how the table is set; undefined where there is none. */
function measureTable(
  table: TagNode,
  byMark: readonly ReadonlyMap<number, readonly TextRun[]>[],
): MeasuredTable | undefined {
  const isElement = (kid: TagNode['kids'][number]): kid is TagNode => 'type' in kid;
  const rows = table.kids
    .filter(isElement)
    .filter(({ type }) => type === 'TBody')
    .flatMap(({ kids }) => kids.filter(isElement));
  for (const row of rows) {
    const starts = row.kids.filter(isElement).flatMap((cell) => firstLine(cell, byMark) ?? []);
    const [one, other] = starts;
    if (!one || !other) continue;
    const isStacked = one.page !== other.page || Math.abs(one.baseline - other.baseline) > one.size * 0.6;
    return { page: one.page, isStacked };
  }
  return undefined;
}

/** The first line of an element or of what is in it. */
function firstLine(
  node: TagNode,
  byMark: readonly ReadonlyMap<number, readonly TextRun[]>[],
): MeasuredLine | undefined {
  const stack: TagNode[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [line] = linesOf(next, byMark);
    if (line) return line;
    for (const kid of [...next.kids].reverse()) if ('type' in kid) stack.push(kid);
  }
  return undefined;
}

/** Words painted on a picture, as a part of the same content. */
function wordsOfPictures({ runs, shapes }: PaintedPage): ReadonlySet<TextRun> {
  const pictures = shapes.filter(({ kind, mcid }) => kind === 'picture' && mcid !== undefined);
  const out = new Set<TextRun>();
  for (const { mcid, order, left, right, bottom, top } of pictures)
    for (const run of runs)
      if (run.mcid === mcid && run.order > order) {
        const isOn =
          run.left >= left - 1 && run.right <= right + 1 && run.baseline >= bottom && run.baseline <= top;
        if (isOn) out.add(run);
      }
  return out;
}

/** The lines of an element's own words and those of the inline elements in it. */
function linesOf(
  node: TagNode,
  byMark: readonly ReadonlyMap<number, readonly TextRun[]>[],
): readonly MeasuredLine[] {
  const lines: { readonly page: number; readonly runs: TextRun[] }[] = [];
  const stack: TagNode['kids'][number][] = [...node.kids].reverse();
  for (let kid = stack.pop(); kid !== undefined; kid = stack.pop()) {
    if ('type' in kid) {
      if (inlineTypes.has(kid.type)) stack.push(...[...kid.kids].reverse());
      continue;
    }
    if (kid.page === undefined) continue;
    for (const run of byMark[kid.page]?.get(kid.mcid) ?? []) {
      const last = lines.at(-1);
      // Marks above and below their letters stand off the baseline by less than this.
      const isSame =
        last?.page === kid.page && Math.abs((last.runs[0]?.baseline ?? 0) - run.baseline) < run.size * 0.6;
      if (last && isSame) last.runs.push(run);
      else lines.push({ page: kid.page, runs: [run] });
    }
  }
  return lines.flatMap(({ page, runs }) => {
    const inked = runs.filter(hasInk);
    const [first] = inked;
    if (first === undefined) return [];
    return {
      page: page + 1,
      text: runs.map((run) => run.text).join(''),
      left: Math.min(...inked.map((run) => run.left)),
      right: Math.max(...inked.map((run) => run.right)),
      baseline: first.baseline,
      size: Math.min(...inked.map((run) => run.size)),
      isBold: inked.every((run) => run.font.isBold),
      runs: inked,
    };
  });
}

/** Marks and dots are painted over their letters on purpose, and spaces have nothing to see. */
function hasInk({ drawn }: TextRun): boolean {
  return !/^[\p{M}\s\u200b]*$/u.test(drawn);
}

/** Left, bottom, right, top of the letters without their longest strokes: what must be free of other letters. */
export function boxOf({ left, right, baseline, size }: TextRun): readonly [number, number, number, number] {
  return [left, baseline - size * 0.2, right, baseline + size * 0.68];
}
