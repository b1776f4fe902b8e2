import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** An element of the structure of any PDF, by its standard type: names of its own are looked up in the file's role map. */
export interface TagElement {
  readonly type: string;
  /** Alternative text with words in it, or actual text. */
  readonly isTold: boolean;
  /** Whether marks of the page stand right inside it. */
  isPainted: boolean;
  readonly lang: string;
  /** Counted from 0, its own or that of the first thing in it; undefined where the file does not say. */
  page: number | undefined;
  readonly parent: TagElement | undefined;
  readonly kids: TagElement[];
}

export interface TagElements {
  /** All elements in the order in which they are read. */
  readonly all: readonly TagElement[];
  readonly roots: readonly TagElement[];
  /** Marks that an element holds, as `page mcid`. */
  readonly marks: ReadonlySet<string>;
  /** Annotations that an element holds, with that element. */
  readonly objects: ReadonlyMap<string, TagElement>;
}

interface Step {
  readonly item: unknown;
  readonly parent: TagElement | undefined;
  readonly page: number | undefined;
}

/** Reads the structure of any PDF: circles and depths that no reader would follow end nothing. */
export function readTagElements(document: PDFDocument, pages: ReadonlyMap<string, number>): TagElements {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  const all: TagElement[] = [];
  const roots: TagElement[] = [];
  const marks = new Set<string>();
  const objects = new Map<string, TagElement>();
  if (!(root instanceof PDFDict)) return { all, roots, marks, objects };
  const roles = root.lookup(PDFName.of('RoleMap'));
  const seen = new Set<PDFDict>();
  const pageOf = (dict: PDFDict): number | undefined => {
    const page = dict.get(PDFName.of('Pg'));
    return page instanceof PDFRef ? pages.get(page.toString()) : undefined;
  };
  const stack: Step[] = [];
  const push = (dict: PDFDict, parent: TagElement | undefined, page: number | undefined): void => {
    const value = dict.lookup(PDFName.of('K'));
    const items = value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value];
    for (const item of [...items].reverse()) stack.push({ item, parent, page });
  };
  const isOn = (element: TagElement | undefined, page: number | undefined): void => {
    for (let at = element; at !== undefined && at.page === undefined; at = at.parent) at.page = page;
  };
  push(root, undefined, undefined);
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { parent } = step;
    const item = step.item instanceof PDFRef ? document.context.lookup(step.item) : step.item;
    if (item instanceof PDFNumber) {
      marks.add(`${step.page} ${item.asNumber()}`);
      isOn(parent, step.page);
      if (parent !== undefined) parent.isPainted = true;
      continue;
    }
    if (!(item instanceof PDFDict)) continue;
    const page = pageOf(item) ?? step.page;
    const kind = nameOf(item.lookup(PDFName.of('Type')));
    if (kind === 'MCR') {
      marks.add(`${page} ${String(item.lookup(PDFName.of('MCID')))}`);
      isOn(parent, page);
      if (parent !== undefined) parent.isPainted = true;
    } else if (kind === 'OBJR') {
      const object = item.get(PDFName.of('Obj'));
      if (parent !== undefined && object instanceof PDFRef) objects.set(object.toString(), parent);
      isOn(parent, page);
    } else if (!seen.has(item)) {
      seen.add(item);
      const own = nameOf(item.lookup(PDFName.of('S')));
      const isReplaced = item.lookup(PDFName.of('ActualText')) !== undefined;
      const element: TagElement = {
        type: standardType(own, roles),
        isTold: isReplaced || textOf(item.lookup(PDFName.of('Alt'))).trim() !== '',
        isPainted: false,
        lang: textOf(item.lookup(PDFName.of('Lang'))),
        page: pageOf(item),
        parent,
        kids: [],
      };
      all.push(element);
      if (parent === undefined) roots.push(element);
      else parent.kids.push(element);
      push(item, element, page);
    }
  }
  return { all, roots, marks, objects };
}

const standardTypes: ReadonlySet<string> = new Set(
  'Document DocumentFragment Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form Artifact'.split(
    ' ',
  ),
);

function standardType(own: string, roles: unknown): string {
  let type = own;
  for (let step = 0; step < 10 && !standardTypes.has(type); step++) {
    const mapped = roles instanceof PDFDict ? nameOf(roles.lookup(PDFName.of(type))) : '';
    if (mapped === '') break;
    type = mapped;
  }
  return type;
}

export function nameOf(value: unknown): string {
  return value instanceof PDFName ? value.decodeText() : '';
}

/** The words of a string; nothing where it is none or cannot be read. */
export function textOf(value: unknown): string {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return '';
  try {
    return value.decodeText();
  } catch {
    return '';
  }
}
