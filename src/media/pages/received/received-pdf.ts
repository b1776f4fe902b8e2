import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { PageTextReader, type PaintedShape, type TextRun } from '../reading/page-text.ts';
import type { Edges } from '../reading/visible-text.ts';
import { nameOf, readTagElements, type TagElements, textOf } from './tag-elements.ts';

/** A PDF of any program as a reader meets it. Lengths are in points. */
export interface ReceivedPdf {
  /** Whether the file says that its tags count. */
  readonly isMarked: boolean;
  readonly title: string;
  /** Whether programs are asked to show the title in place of the file's name. */
  readonly showsTitle: boolean;
  readonly language: string;
  readonly tags: TagElements;
  readonly pages: readonly ReceivedPage[];
}

export interface ReceivedPage {
  /** Counted from 1. */
  readonly number: number;
  /** What is shown of it. */
  readonly box: Edges;
  readonly runs: readonly TextRun[];
  readonly shapes: readonly PaintedShape[];
  readonly controls: readonly Control[];
  /** Whether the Tab key goes through it in the order of the tags. */
  readonly isInOrder: boolean;
}

/** A link or a form field that can be reached. */
export interface Control {
  readonly kind: 'link' | 'field';
  readonly box: Edges;
  /** Whether an element of the structure holds it. */
  readonly isTagged: boolean;
  /** Of a field: what it is called aloud, or that its element tells it. */
  readonly isNamed: boolean;
}

export function readReceivedPdf(document: PDFDocument): ReceivedPdf {
  const reader = new PageTextReader(document);
  const tags = readTagElements(document, reader.pageIndexes());
  const mark = document.catalog.lookup(PDFName.of('MarkInfo'));
  const viewer = document.catalog.lookup(PDFName.of('ViewerPreferences'));
  return {
    isMarked: mark instanceof PDFDict && String(mark.lookup(PDFName.of('Marked'))) === 'true',
    title: titleOf(document),
    showsTitle: viewer instanceof PDFDict && String(viewer.lookup(PDFName.of('DisplayDocTitle'))) === 'true',
    language: textOf(document.catalog.lookup(PDFName.of('Lang'))),
    tags,
    pages: document.getPages().map((page, index) => {
      const { x, y, width, height } = page.getCropBox();
      const { runs, shapes } = reader.paintedOn(page);
      return {
        number: index + 1,
        box: [x, y, x + width, y + height],
        runs,
        shapes,
        controls: controlsOf(page.node.lookup(PDFName.of('Annots')), tags),
        isInOrder: nameOf(page.node.lookup(PDFName.of('Tabs'))) === 'S',
      };
    }),
  };
}

/** In the XMP metadata, else in the older dictionary. */
function titleOf(document: PDFDocument): string {
  const stream = document.catalog.lookup(PDFName.of('Metadata'));
  if (stream instanceof PDFRawStream) {
    const xml = Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8');
    const told = /<dc:title\b[^>]*>[\s\S]*?<rdf:li\b[^>]*>([^<]*)</.exec(xml)?.[1] ?? '';
    if (told.trim() !== '') return told.trim();
  }
  const info = document.context.lookup(document.context.trailerInfo.Info);
  return info instanceof PDFDict ? textOf(info.lookup(PDFName.of('Title'))).trim() : '';
}

/** Flags of annotations that nobody meets: hidden, and not shown on the screen. */
const hidden = 2 | 32;

function controlsOf(list: unknown, tags: TagElements): Control[] {
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((item, index): Control[] => {
    const annotation = list.lookup(index);
    if (!(annotation instanceof PDFDict)) return [];
    const subtype = nameOf(annotation.lookup(PDFName.of('Subtype')));
    if (subtype !== 'Link' && subtype !== 'Widget') return [];
    const flags = annotation.lookup(PDFName.of('F'));
    if (flags instanceof PDFNumber && (flags.asNumber() & hidden) !== 0) return [];
    const box = edgesOf(annotation.lookup(PDFName.of('Rect')));
    if (box[2] - box[0] <= 0 || box[3] - box[1] <= 0) return [];
    const element = item instanceof PDFRef ? tags.objects.get(item.toString()) : undefined;
    return [
      {
        kind: subtype === 'Link' ? 'link' : 'field',
        box,
        isTagged: element !== undefined,
        isNamed: element?.isTold === true || nameOfField(annotation) !== '',
      },
    ];
  });
}

function edgesOf(rectangle: unknown): Edges {
  const at = (index: number): number => {
    const value = rectangle instanceof PDFArray ? rectangle.lookup(index) : undefined;
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  const [x, y, toX, toY] = [at(0), at(1), at(2), at(3)];
  return [Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)];
}

/** What a field, or the group that it belongs to, is called aloud. */
function nameOfField(annotation: PDFDict): string {
  let at: PDFDict | undefined = annotation;
  for (let step = 0; step < 10 && at !== undefined; step++) {
    const name = textOf(at.lookup(PDFName.of('TU'))).trim();
    if (name !== '') return name;
    const parent: unknown = at.lookup(PDFName.of('Parent'));
    at = parent instanceof PDFDict ? parent : undefined;
  }
  return '';
}
