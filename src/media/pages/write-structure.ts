import { isPdf2 } from './metadata.ts';
import type { PdfFile } from './pdf-file.ts';
import { type PdfRef, type PdfValue, pdfText } from './pdfkit-internals.ts';
import {
  type LinkTarget,
  type Rectangle,
  roleMap,
  type StructAttributes,
  type StructElement,
  type StructKid,
} from './structure.ts';

const pdf2Namespace = 'http://iso.org/pdf2/ssn';
/** Types that PDF 2.0 has under another name. */
const newNames: Readonly<Record<string, string>> = { Note: 'FENote' };
/** Types that PDF 2.0 took out of its namespace, and the own ones: they stay in that of PDF 1.7. */
const oldTypes: ReadonlySet<string> = new Set([
  ...Object.keys(roleMap),
  'TOC',
  'TOCI',
  'Reference',
  'BlockQuote',
  'Code',
]);

/** A page object, and the elements of its marked-content ids. */
export interface StructurePage {
  readonly ref: PdfRef;
  readonly marked: readonly StructElement[];
}

/**
 * Writes the structure tree, its parent tree and ids, and the annotations of links. Goes through the tree without recursion.
 * Returns the written element of each target.
 */
export function writeStructure(
  file: PdfFile,
  root: StructElement,
  pages: readonly StructurePage[],
  targets: ReadonlyMap<string, StructElement>,
): ReadonlyMap<string, PdfRef> {
  const refs = new Map<StructElement, PdfRef>();
  const order: StructElement[] = [];
  const stack: StructElement[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    refs.set(element, file.ref());
    order.push(element);
    for (let index = element.kids.length - 1; index >= 0; index--) {
      const kid = element.kids[index];
      if (kid && 'type' in kid) stack.push(kid);
    }
  }
  const refOf = (element: StructElement): PdfRef => refs.get(element) as PdfRef;
  const elements = new Map<string, PdfRef>();
  for (const [place, element] of targets) {
    const ref = refs.get(element);
    if (ref !== undefined) elements.set(place, ref);
  }
  const isNew = isPdf2(file.standard);
  const namespace = isNew ? file.ref({ Type: 'Namespace', NS: pdfText(pdf2Namespace) }) : undefined;
  namespace?.end();
  const treeRoot = file.ref();
  const parents: PdfValue[] = [];
  const ids: [string, PdfRef][] = [];
  pages.forEach(({ ref, marked }, index) => {
    ref.data.StructParents = index;
    parents.push(index, marked.map(refOf));
  });
  let nextKey = pages.length;
  const annotations = pages.map((): PdfRef[] => []);

  const writeKid = (kid: StructKid, element: StructElement, ownPage: number | undefined): PdfValue => {
    if ('type' in kid) return refOf(kid);
    const page = pages[kid.page]?.ref as PdfRef;
    if ('mcid' in kid) return kid.page === ownPage ? kid.mcid : { Type: 'MCR', Pg: page, MCID: kid.mcid };
    const annotation = file.ref(
      annotationOf(kid.quads, element.options.link as LinkTarget, nextKey, isNew ? elements : undefined),
    );
    annotation.end();
    parents.push(nextKey++, refOf(element));
    annotations[kid.page]?.push(annotation);
    return { Type: 'OBJR', Obj: annotation, Pg: page };
  };

  for (const element of order) {
    const ref = refOf(element);
    const { options } = element;
    const about = options.about === undefined ? undefined : elements.get(options.about);
    const ownPage = element.box?.page ?? element.kids.find((kid) => 'mcid' in kid)?.page;
    const kids = element.kids.map((kid) => writeKid(kid, element, ownPage));
    const attributes = attributesOf(options.attributes, element.box?.rectangle, isNew);
    Object.assign(ref.data, {
      Type: 'StructElem',
      S: isNew ? (newNames[element.type] ?? element.type) : element.type,
      ...(namespace && !oldTypes.has(element.type) && { NS: namespace }),
      ...(isNew && about !== undefined && { Ref: [about] }),
      P: element.parent ? refOf(element.parent) : treeRoot,
      ...(ownPage !== undefined && { Pg: pages[ownPage]?.ref }),
      ...(options.title !== undefined && { T: pdfText(options.title) }),
      ...(options.lang !== undefined && { Lang: pdfText(options.lang) }),
      ...(options.alt !== undefined && { Alt: pdfText(options.alt) }),
      ...(options.expansion !== undefined && { E: pdfText(options.expansion) }),
      ...(options.id !== undefined && { ID: pdfText(options.id) }),
      ...(attributes.length > 0 && { A: attributes.length === 1 ? attributes[0] : attributes }),
      ...(kids.length > 0 && { K: kids.length === 1 ? kids[0] : kids }),
    });
    ref.end();
    if (options.id !== undefined) ids.push([options.id, ref]);
  }

  annotations.forEach((list, index) => {
    if (list.length > 0 && pages[index]) pages[index].ref.data.Annots = list;
  });
  const parentTree = file.ref({ Nums: parents });
  parentTree.end();
  Object.assign(treeRoot.data, {
    Type: 'StructTreeRoot',
    K: [refOf(root)],
    ParentTree: parentTree,
    ParentTreeNextKey: nextKey,
    RoleMap: roleMap,
    ...(namespace && { Namespaces: [namespace] }),
    ...(ids.length > 0 && { IDTree: idTree(file, ids) }),
  });
  file.root.data.StructTreeRoot = treeRoot;
  file.root.data.MarkInfo = file.ref({ Marked: true });
  return elements;
}

function idTree(file: PdfFile, ids: [string, PdfRef][]): PdfRef {
  ids.sort(([a], [b]) => (a < b ? -1 : 1));
  const tree = file.ref({ Names: ids.flatMap(([id, ref]): PdfValue[] => [pdfText(id), ref]) });
  tree.end();
  return tree;
}

function attributesOf(
  attributes: StructAttributes | undefined,
  box: Rectangle | undefined,
  isNew: boolean,
): readonly PdfValue[] {
  const out: PdfValue[] = [];
  const { scope, columnSpan, headers, listNumbering } = attributes ?? {};
  if (scope !== undefined || columnSpan !== undefined || headers !== undefined) {
    out.push({
      O: 'Table',
      ...(scope !== undefined && { Scope: scope }),
      ...(columnSpan !== undefined && { ColSpan: columnSpan }),
      ...(headers !== undefined && { Headers: headers.map(pdfText) }),
    });
  }
  if (listNumbering !== undefined) {
    // PDF 1.7 has no word for a list of terms.
    const terms = isNew ? 'Description' : 'None';
    out.push({ O: 'List', ListNumbering: listNumbering === 'Terms' ? terms : listNumbering });
  }
  if (box !== undefined) out.push({ O: 'Layout', Placement: 'Block', BBox: box });
  return out;
}

function annotationOf(
  quads: readonly Rectangle[],
  target: LinkTarget,
  key: number,
  elements: ReadonlyMap<string, PdfRef> | undefined,
): Record<string, PdfValue> {
  const edge = (side: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): number =>
    pick(...quads.map((quad) => quad[side]));
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)],
    // Upper left, upper right, lower left, lower right: the order that readers expect.
    QuadPoints: quads.flatMap(([left, bottom, right, top]) => [
      left,
      top,
      right,
      top,
      left,
      bottom,
      right,
      bottom,
    ]),
    Border: [0, 0, 0],
    F: 4,
    StructParent: key,
    Contents: pdfText(target.text),
    ...('url' in target
      ? { A: { S: 'URI', URI: pdfText(asciiAddress(target.url)) } }
      : leadTo(target.place, elements?.get(target.place))),
  };
}

/** PDF/UA-2 asks for the element beside the place on the page. */
function leadTo(place: string, element: PdfRef | undefined): Record<string, PdfValue> {
  const name = pdfText(placeName(place));
  return element === undefined
    ? { Dest: name }
    : { A: { S: 'GoTo', D: name, SD: [element, 'XYZ', null, null, null] } };
}

/** The name under which a place of the document is found. ASCII, so that byte order and text order agree. */
export function placeName(id: string): string {
  return encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'));
}

/** PDF addresses are ASCII: anything else as percent signs and hexadecimals. */
function asciiAddress(url: string): string {
  return url
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\u0021-\u007e]/gu, (character) => encodeURIComponent(character));
}
