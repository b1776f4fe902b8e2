import type { Canvas } from './canvas.ts';
import { isPdf2 } from './metadata.ts';
import type { PdfFile } from './pdf-file.ts';
import { spellDict, spellList, spellNumber, spellRef, spellText } from './pdf-syntax.ts';
import {
  type LinkArea,
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

/** Writes the structure tree, its parent tree and ids, and the annotations of links: each part as soon as it is complete. */
export class StructureWriter {
  readonly #file: PdfFile;
  readonly #isNew: boolean;
  readonly #root: number;
  readonly #namespace: number | undefined;
  /** Objects of the pages. */
  readonly #pages: number[] = [];
  /** What each key of the parent tree stands for. */
  readonly #parents: string[] = [];
  readonly #ids: (readonly [string, number])[] = [];
  /** They may lead to what is not laid out yet. */
  readonly #annotations: {
    readonly element: StructElement;
    readonly area: LinkArea;
    readonly key: number;
  }[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
    this.#isNew = isPdf2(file.standard);
    this.#root = file.reserve();
    if (!this.#isNew) return;
    this.#namespace = file.reserve();
    file.put(this.#namespace, spellDict({ Type: '/Namespace', NS: spellText(pdf2Namespace) }));
  }

  /** Pages are told in their order, before any element on them is written. */
  addPage(object: number): void {
    this.#pages.push(object);
  }

  /** When all of a page is painted: its entries in the page's dictionary. */
  closePage({ marked, links }: Canvas): { readonly StructParents: number; readonly Annots?: string } {
    const key = this.#parents.push(spellList(marked.map((element) => this.#refOf(element)))) - 1;
    const annotations = links.map(({ element, area }) => {
      const own = this.#parents.push(this.#refOf(element)) - 1;
      this.#annotations.push({ element, area, key: own });
      return spellRef(this.#annotationOf(area));
    });
    return { StructParents: key, ...(annotations.length > 0 && { Annots: spellList(annotations) }) };
  }

  /** Writes an element and all in it, and forgets what is in it. Goes through the tree without recursion. */
  write(element: StructElement, targets: ReadonlyMap<string, StructElement>): void {
    const stack = [element];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const kids: string[] = [];
      const ownPage = next.box?.page ?? next.kids.find((kid) => 'mcid' in kid)?.page;
      for (const kid of next.kids) {
        kids.push(this.#spellKid(kid, ownPage));
        if ('type' in kid) stack.push(kid);
      }
      this.#file.put(this.#objectOf(next), this.#spell(next, kids, ownPage, targets));
      if (next.options.id !== undefined) this.#ids.push([next.options.id, this.#objectOf(next)]);
      next.kids.length = 0;
    }
    element.parent?.settle(element, this.#objectOf(element));
  }

  /** Writes what is left when every page is closed. Returns the object of the tree's root. */
  finish(root: StructElement, targets: ReadonlyMap<string, StructElement>): number {
    this.write(root, targets);
    for (const { element, area, key } of this.#annotations) {
      const target = element.options.link as LinkTarget;
      const place = 'place' in target ? targets.get(target.place) : undefined;
      const led = this.#isNew && place ? this.#refOf(place) : undefined;
      this.#file.put(this.#annotationOf(area), annotationOf(area.quads, target, key, led));
    }
    const parentTree = this.#file.reserve();
    this.#file.put(
      parentTree,
      spellDict({ Nums: spellList(this.#parents.flatMap((value, key) => [key, value])) }),
    );
    this.#file.put(
      this.#root,
      spellDict({
        Type: '/StructTreeRoot',
        K: spellList([this.#refOf(root)]),
        ParentTree: spellRef(parentTree),
        ParentTreeNextKey: this.#parents.length,
        RoleMap: spellDict(
          Object.fromEntries(Object.entries(roleMap).map(([own, standard]) => [own, `/${standard}`])),
        ),
        Namespaces: this.#namespace && spellList([spellRef(this.#namespace)]),
        IDTree: this.#ids.length > 0 ? this.#idTree() : undefined,
      }),
    );
    return this.#root;
  }

  #objectOf(element: StructElement): number {
    element.object ??= this.#file.reserve();
    return element.object;
  }

  #refOf(element: StructElement): string {
    return spellRef(this.#objectOf(element));
  }

  #annotationOf(area: LinkArea): number {
    area.annotation ??= this.#file.reserve();
    return area.annotation;
  }

  #spellKid(kid: StructKid, ownPage: number | undefined): string {
    if ('type' in kid) return this.#refOf(kid);
    if ('written' in kid) return spellRef(kid.written);
    const page = spellRef(this.#pages[kid.page] as number);
    if ('quads' in kid) return spellDict({ Type: '/OBJR', Obj: spellRef(this.#annotationOf(kid)), Pg: page });
    return kid.page === ownPage ? String(kid.mcid) : spellDict({ Type: '/MCR', Pg: page, MCID: kid.mcid });
  }

  #spell(
    { type, parent, options, box }: StructElement,
    kids: readonly string[],
    page: number | undefined,
    targets: ReadonlyMap<string, StructElement>,
  ): string {
    const isNew = this.#isNew;
    const about = options.about === undefined || !isNew ? undefined : targets.get(options.about);
    const attributes = attributesOf(options.attributes, box?.rectangle, isNew);
    const text = (value: string | undefined): string | undefined =>
      value === undefined ? undefined : spellText(value);
    return spellDict({
      Type: '/StructElem',
      S: `/${isNew ? (newNames[type] ?? type) : type}`,
      NS: this.#namespace !== undefined && !oldTypes.has(type) ? spellRef(this.#namespace) : undefined,
      Ref: about && spellList([this.#refOf(about)]),
      P: parent ? this.#refOf(parent) : spellRef(this.#root),
      Pg: page === undefined ? undefined : spellRef(this.#pages[page] as number),
      T: text(options.title),
      Lang: text(options.lang),
      Alt: text(options.alt),
      E: text(options.expansion),
      ID: text(options.id),
      A: oneOrList(attributes),
      K: oneOrList(kids),
    });
  }

  #idTree(): string {
    this.#ids.sort(([a], [b]) => (a < b ? -1 : 1));
    const tree = this.#file.reserve();
    const names = this.#ids.flatMap(([id, object]) => [spellText(id), spellRef(object)]);
    this.#file.put(tree, spellDict({ Names: spellList(names) }));
    return spellRef(tree);
  }
}

function oneOrList(values: readonly string[]): string | undefined {
  return values.length > 1 ? spellList(values) : values[0];
}

function attributesOf(
  attributes: StructAttributes | undefined,
  box: Rectangle | undefined,
  isNew: boolean,
): readonly string[] {
  const out: string[] = [];
  const { scope, columnSpan, headers, listNumbering } = attributes ?? {};
  if (scope !== undefined || columnSpan !== undefined || headers !== undefined) {
    out.push(
      spellDict({
        O: '/Table',
        Scope: scope && `/${scope}`,
        ColSpan: columnSpan,
        Headers: headers && spellList(headers.map(spellText)),
      }),
    );
  }
  if (listNumbering !== undefined) {
    // PDF 1.7 has no word for a list of terms.
    const terms = isNew ? 'Description' : 'None';
    out.push(
      spellDict({ O: '/List', ListNumbering: `/${listNumbering === 'Terms' ? terms : listNumbering}` }),
    );
  }
  if (box !== undefined)
    out.push(spellDict({ O: '/Layout', Placement: '/Block', BBox: spellList(box.map(spellNumber)) }));
  return out;
}

/** `led`: the element to which the link leads, where it must be told. */
function annotationOf(
  quads: readonly Rectangle[],
  target: LinkTarget,
  key: number,
  led: string | undefined,
): string {
  const edge = (side: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): string =>
    spellNumber(pick(...quads.map((quad) => quad[side])));
  // Upper left, upper right, lower left, lower right: the order that readers expect.
  const points = quads.flatMap(([left, bottom, right, top]) => [
    left,
    top,
    right,
    top,
    left,
    bottom,
    right,
    bottom,
  ]);
  return spellDict({
    Type: '/Annot',
    Subtype: '/Link',
    Rect: spellList([edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]),
    QuadPoints: spellList(points.map(spellNumber)),
    Border: '[0 0 0]',
    F: 4,
    StructParent: key,
    Contents: spellText(target.text),
    ...('url' in target
      ? { A: spellDict({ S: '/URI', URI: spellText(asciiAddress(target.url)) }) }
      : leadTo(target.place, led)),
  });
}

/** PDF/UA-2 asks for the element beside the place on the page. */
function leadTo(place: string, led: string | undefined): { readonly A?: string; readonly Dest?: string } {
  const name = spellText(placeName(place));
  return led === undefined
    ? { Dest: name }
    : { A: spellDict({ S: '/GoTo', D: name, SD: spellList([led, '/XYZ', 'null', 'null', 'null']) }) };
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
