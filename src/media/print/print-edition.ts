import { furnitureOf, isForeign } from '../../document/furniture/furniture-of.ts';
import type { Block, Document } from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import type { DeclaredChange } from '../../kernel/change.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Output } from '../../kernel/output.ts';
import { Assembler } from '../pages/assemble.ts';
import { type FontSet, loadFontSet } from '../pages/fonts.ts';
import { firstMoment } from '../pages/metadata.ts';
import type { Bookmark } from '../pages/outline.ts';
import { type PlacedPage, paginate } from '../pages/paginate.ts';
import { PdfFile } from '../pages/pdf-file.ts';
import { addScriptFonts } from '../pages/script-fonts.ts';
import { StructElement } from '../pages/structure.ts';
import { SubsetEncoder } from '../pages/subset-encoder.ts';
import { aboutHeading, layOutAbout } from './about.ts';
import { layOutBlocks } from './blocks.ts';
import { charactersOf } from './characters.ts';
import { contentsEntries, layOutContents } from './contents.ts';
import { readFigures } from './figure-source.ts';
import { sizeHeadings } from './heading-sizes.ts';
import { layOutNotes, notePlace, notesHeading } from './notes.ts';
import type { EditionOptions } from './options.ts';
import { ownFontFindings } from './own-font.ts';
import { designPage, mostKept } from './page-design.ts';
import { ComputedMarks, PartPlaces, standardEdition } from './page-marks.ts';
import { PagePrinter } from './page-printer.ts';
import { PictureShelf } from './picture-shelf.ts';
import type { PageMarks, Press, Spot } from './press.ts';
import { sheetDocument, sheetName, sheetOptions } from './print-sheet.ts';
import { Stamp } from './stamp.ts';
import { type Survey, survey } from './survey.ts';
import { TextFlow } from './text-flow.ts';
import { TroubleLog } from './trouble.ts';

/** A document of more pages gets a list of contents (`contents: auto`), unless it has hardly any headings. */
const pagesWithoutContents = 8;
const fewestEntries = 3;
/** The list of contents stays on the page where it starts if at least so much of it fits there. */
const leastOfContents = 0.7;
/** A list that is longer than a page is torn anyway: it starts on the page if so much of that is left, as a share of it. */
const leastLeft = 0.5;

/** The finished file, with the sheet for its printer where the options ask for one. */
export interface PrintedEdition {
  readonly outputs: readonly Output[];
  /** Words that the edition adds. */
  readonly changes: readonly DeclaredChange[];
  readonly findings: readonly Finding[];
  readonly pages: number;
}

/** What an edition has beside the words of its document. */
export interface EditionExtras {
  /** Lays out an idea with its picture; without it an idea is a paragraph. */
  readonly layOutIdea?: Press['layOutIdea'];
  /** Stands at the foot of every page but the first, whose own words say the same. */
  readonly stamp?: string;
  /** What the file calls itself; otherwise the document's title. */
  readonly title?: string;
  /** What the file says about itself beside its title; otherwise the document's summary. */
  readonly subject?: string;
  /** A part at the end, laid out last: by then it is known what the pages show. */
  readonly ending?: {
    readonly heading: Bookmark;
    layOut(spot: Spot, press: Press): void;
  };
}

/** Writes the document as one PDF that meets the standards that the options name. */
export async function printEdition(
  document: Document,
  options: EditionOptions,
  extras: EditionExtras = {},
): Promise<PrintedEdition> {
  return (await writeEdition(document, options, await marksOf(document, options), extras)).written;
}

/** Marks for pages of standard print: its pages are known by making it. */
async function marksOf(document: Document, options: EditionOptions): Promise<PageMarks | undefined> {
  if (options.pageMarks !== true || survey(document).hasPageMarks) return undefined;
  const places = new PartPlaces();
  const { pageOf } = await writeEdition(document, standardEdition, places, {});
  return new ComputedMarks(places.pages(pageOf));
}

interface Edition {
  readonly written: PrintedEdition;
  /** Page of a place, from 1; 0 where it is on none. */
  pageOf(place: string): number;
}

async function writeEdition(
  document: Document,
  options: EditionOptions,
  marks: PageMarks | undefined,
  extras: EditionExtras,
): Promise<Edition> {
  const { language } = document.meta;
  const furniture = furnitureOf(language);
  const family = await loadFontSet(options.family, options.letterSpacing > 0, options.fontFiles);
  const { meta, children, footnotes } = document;
  const characters = charactersOf(meta, children, footnotes, furniture);
  const fonts = { ...(await addScriptFonts(family, characters)), language };
  const page = designPage(options, fonts);
  const stamp =
    extras.stamp === undefined ? undefined : new Stamp(extras.stamp, page, fonts, furniture.language);
  const design = stamp ? { ...page, textHeight: page.textHeight - stamp.height } : page;
  const trouble = new TroubleLog();
  const found = survey(document);
  const subject = extras.subject ?? meta.summary;
  const info = {
    title: extras.title ?? meta.title,
    author: meta.organisation,
    ...(subject !== undefined && { subject }),
    language: meta.language,
    date: firstMoment(meta.date),
    standard: options.standard,
  };
  const file = await PdfFile.create(info, fonts.regular[0] as FontSet['regular'][number]);
  // The back of a wide page is turned on its short edge, where the sheets are fixed on the left.
  const turned = options.orientation === 'portrait' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge';
  file.printAs(options.print.sides === 'single' ? 'Simplex' : turned);
  if (options.standard === 'ua1+a3a') {
    if (document.source) file.attachSource({ ...document.source, mediaType: 'text/markdown' });
    else trouble.add('no-source', meta.title);
  }
  const assembler = new Assembler(file, design.width, design.height);
  const pictures = new PictureShelf((picture) => assembler.addPicture(picture));
  const figures = await readFigures(found.figures, document.assets, design, fonts, pictures);
  const changes: DeclaredChange[] = [];
  const notes = new Set(document.footnotes.map((note) => note.id));
  const root = new StructElement('Document', undefined);
  const flow = new TextFlow(design, fonts, trouble);
  const press: Press = {
    flow,
    inline: {
      furniture,
      textColour: design.colours.text,
      linkColour: design.colours.link,
      ids: found.ids,
      notePlace: (id) => (notes.has(id) ? notePlace(id) : undefined),
      met: new Set(),
      added: (text, reason) => changes.push({ kind: 'added', text, reason }),
    },
    fixedWords: isForeign(furniture, document.meta.language) ? { lang: furniture.language } : {},
    furniture,
    figures,
    pictures,
    trouble,
    headingSizes: sizeHeadings(found.headings, flow),
    bookmarks: [],
    targets: new Map(),
    ...(marks && { marks }),
    ...(extras.layOutIdea && { layOutIdea: extras.layOutIdea }),
    hasMarks: options.pageMarks !== false,
    tables: { count: 0, records: 0 },
    finished: (elements, flow) => flow.whenTaken(() => assembler.write(elements, press.targets)),
    layOut: layOutBlocks,
  };
  const encoder = new SubsetEncoder((face) => file.embed(face));
  const printer = new PagePrinter({
    design,
    title: meta.title,
    encoder,
    press,
    assembler,
    ...(stamp && { stamp }),
  });
  const main = layOut(document, options, { root, found, ending: extras.ending }, press, printer);
  const forms = printer.finish(main);
  const bytes = assembler.finish({
    structure: root,
    encoder,
    bookmarks: press.bookmarks,
    targets: press.targets,
    forms,
  });
  const pages = assembler.pageCount;
  const sheet = options.print.sheet
    ? await printEdition(sheetDocument(meta, pages, options, furniture), sheetOptions(options))
    : undefined;
  const written: PrintedEdition = {
    outputs: [
      { name: 'pdf', mediaType: 'application/pdf', bytes },
      ...(sheet?.outputs ?? []).map((one) => ({ ...one, name: sheetName, isCompanion: true }) as const),
    ],
    changes,
    findings: [...(await ownFontFindings(options)), ...trouble.findings],
    pages,
  };
  return { written, pageOf: (place) => printer.pageOf(place) };
}

/** Lays out all of the document. The printer takes pages while it grows; what is returned are the last ones. */
function layOut(
  document: Document,
  options: EditionOptions,
  {
    root,
    found,
    ending,
  }: {
    readonly root: StructElement;
    readonly found: Survey;
    readonly ending: EditionExtras['ending'];
  },
  press: Press,
  printer: PagePrinter,
): TextFlow {
  const { flow: front } = press;
  const { design } = front;
  const isRightToLeft = direction(document.meta.language) === 'rtl';
  const spot: Spot = { parent: root, left: design.inset, width: design.measure, isRightToLeft };
  const { opening, rest, isBroken } = splitOpening(document.children);
  layOutBlocks(opening, spot, press, 'wide');
  const heading = root.block('H2', { title: press.furniture.body.contents, ...press.fixedWords });
  const toc = root.block('TOC');
  const entries = contentsEntries(found.headings, [
    notesHeading(document.footnotes, press.furniture),
    aboutHeading(options, press),
    ending?.heading,
  ]);
  const main = new TextFlow(design, front.fonts, press.trouble);
  const pages = (flow: TextFlow): readonly PlacedPage[] =>
    paginate(flow, design.textHeight, design.textHeight * mostKept);
  let isBegun = false;
  const begin = (isLong: boolean): void => {
    isBegun = true;
    const isWanted = options.contents === 'auto' ? isLong : options.contents;
    const fewest = options.contents === 'auto' ? fewestEntries : 1;
    if (isWanted && entries.length >= fewest) {
      const contents = new TextFlow(design, front.fonts, press.trouble);
      layOutContents(entries, { heading, toc, isRightToLeft }, (place) => printer.pageOf(place), {
        ...press,
        flow: contents,
      });
      // A list of which only the beginning fits would be torn from the rest of it.
      const left = design.textHeight - filled(pages(front));
      const isLonger = contents.height > design.textHeight;
      const least = isLonger ? design.textHeight * leastLeft : contents.height * leastOfContents;
      if (left < least) contents.startNewPage();
      contents.prepend(front);
      // The parts start on a page of their own, unless that leaves most of a page empty.
      if (isBroken || filled(pages(contents)) > design.textHeight / 2) main.startNewPage();
      main.prepend(contents);
    } else {
      root.kids.splice(root.kids.indexOf(heading), 2);
      if (isBroken) main.startNewPage();
      main.prepend(front);
    }
    printer.follow(main);
  };
  // Of so much height, more pages than a document may have without contents are sure.
  main.onGrowth(design.textHeight * (pagesWithoutContents + 2), () => {
    if (!isBegun) begin(true);
  });
  const inMain: Press = { ...press, flow: main };
  layOutBlocks(rest, spot, inMain, 'wide');
  layOutNotes(document.footnotes, spot, inMain);
  layOutAbout({ footnotes: document.footnotes, figures: found.figures }, options, spot, inMain);
  ending?.layOut(spot, inMain);
  if (!isBegun) begin(pages(front).length + pages(main).length > pagesWithoutContents);
  return main;
}

/** How much of the last page is taken, in points. */
function filled(pages: readonly PlacedPage[]): number {
  const last = pages.at(-1)?.slabs.at(-1);
  return last === undefined ? 0 : last.top + last.slab.height;
}

interface Split {
  readonly opening: readonly Block[];
  readonly rest: readonly Block[];
  /** The author wants a new page for the first part. */
  readonly isBroken: boolean;
}

/**
 * The title with its summary and details stands before the list of contents, the parts of the report behind it. Page breaks
 * and marks right before the first part belong to the part.
 */
function splitOpening(blocks: readonly Block[]): Split {
  let first = blocks.findIndex((block) => block.type === 'heading' && block.depth > 1);
  if (first < 0) return { opening: blocks, rest: [], isBroken: false };
  let isBroken = false;
  for (let block = blocks[first - 1]; block?.type === 'pageBreak'; block = blocks[first - 1]) {
    isBroken ||= block.page === undefined;
    first--;
  }
  return { opening: blocks.slice(0, first), rest: blocks.slice(first), isBroken };
}
