import { joinRuns, type TextRun } from '../../document/language-runs.ts';
import type { LinkText, Passage, PassageKind, ReadBack } from '../../document/passage.ts';
import { fold } from '../../document/text.ts';
import type { OutputPlace } from '../../kernel/finding.ts';
import type { AccessibilityNode, PageNode, PageTree } from '../../kernel/page-tree.ts';
import { attribute, classes, type Element } from './dom.ts';
import { isFurniture } from './furniture.ts';
import { inlineTags } from './inline-tags.ts';
import { pageElements } from './page-elements.ts';
import { Selectors } from './selectors.ts';

/** The report as a browser tells it to screen readers: another reader of the same page, with another parser and its own idea of what is told. */
export function readAccessibilityTree({ nodes, document }: PageTree): ReadBack {
  const reader = new TreeReader(nodes, document);
  const [root] = nodes;
  const main = nodes.find((node) => roleOf(node) === 'main');
  if (main !== undefined) reader.read(main);
  const { passages, links, places } = reader;
  const title = String(root?.name?.value ?? '');
  const language = reader.language;
  return { passages, links, places, title: fold(title), ...(language !== undefined && { language }) };
}

const kinds: Readonly<Record<string, PassageKind>> = {
  term: 'term',
  definition: 'definition',
  caption: 'caption',
  Caption: 'caption',
  Figcaption: 'caption',
};
const cells = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

class TreeReader {
  readonly passages: Passage[] = [];
  readonly links: LinkText[] = [];
  readonly places: OutputPlace[] = [];
  readonly language: string | undefined;
  readonly #nodes: ReadonlyMap<string, AccessibilityNode>;
  readonly #elements: ReadonlyMap<number, Element>;
  readonly #texts: ReadonlyMap<number, string>;
  readonly #selectors = new Selectors();
  #runs: TextRun[] = [];
  #kind: PassageKind = 'paragraph';
  #level: number | undefined;
  #block: Element | undefined;
  #lists = 0;
  #tables = 0;
  #row = 0;
  #cell: Passage['cell'];

  constructor(nodes: readonly AccessibilityNode[], document: PageNode) {
    this.#nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    const { elements, texts } = pageElements(document);
    this.#elements = elements;
    this.#texts = texts;
    const html = [...this.#elements.values()].find(({ tagName }) => tagName === 'html');
    this.language = html && attribute(html, 'lang');
  }

  read(node: AccessibilityNode): void {
    const element = this.#elements.get(node.backendDOMNodeId ?? -1);
    const role = node.ignored ? 'none' : roleOf(node);
    if (role === 'StaticText') {
      this.#say(String(node.name?.value ?? ''), element);
      return;
    }
    if (role === 'LineBreak') {
      this.#say(' ', element);
      return;
    }
    // White space between blocks is told to nobody.
    if (this.#texts.has(node.backendDOMNodeId ?? -1)) return;
    if (role === 'ListMarker' || (element !== undefined && isFurniture(element))) return;
    if (role === 'image') this.#picture(node, element);
    else if (element === undefined || inlineTags.has(element.tagName)) this.#inline(node, element);
    else this.#blockOf(node, role, element);
  }

  #children(node: AccessibilityNode): void {
    for (const id of node.childIds ?? []) {
      const child = this.#nodes.get(id);
      if (child !== undefined) this.read(child);
    }
  }

  #inline(node: AccessibilityNode, element: Element | undefined): void {
    const start = this.#runs.length;
    this.#children(node);
    const url = element?.tagName === 'a' && roleOf(node) === 'link' ? attribute(element, 'href') : undefined;
    if (url === undefined) return;
    const words = this.#runs.slice(start).map(({ text }) => text);
    this.links.push({ text: fold(words.join('')), url });
  }

  #picture(node: AccessibilityNode, element: Element | undefined): void {
    const words = String(node.name?.value ?? '');
    const parent = element?.parentNode;
    if (parent && 'tagName' in parent && parent.tagName === 'figure') {
      this.#flush();
      this.#within({ kind: 'alt', block: element }, () => this.#say(words, element));
    } else this.#say(words, element);
  }

  #blockOf(node: AccessibilityNode, role: string, element: Element): void {
    this.#flush();
    const kind = kindOf(role, element);
    const level = role === 'heading' ? Number(propertyOf(node, 'level')) : undefined;
    const isList = role === 'list' && !isNotes(element);
    const outer = { cell: this.#cell, row: this.#row };
    if (isList) this.#lists++;
    if (role === 'table') {
      this.#tables++;
      this.#row = 0;
    }
    if (role === 'row') this.#rowOf(node, element);
    else this.#within({ kind, level, block: element }, () => this.#children(node));
    if (isList) this.#lists--;
    if (role === 'table') {
      this.#cell = outer.cell;
      this.#row = outer.row;
    }
  }

  /** Row 0 is the head; the title of a group of rows has no row of its own. */
  #rowOf(row: AccessibilityNode, element: Element): void {
    const all = (row.childIds ?? []).flatMap((id) => this.#nodes.get(id) ?? []);
    const [first] = all;
    const scope = this.#elements.get(first?.backendDOMNodeId ?? -1);
    if (first !== undefined && all.length === 1 && scope && attribute(scope, 'scope') === 'rowgroup') {
      this.#within({ kind: 'group', block: element }, () => this.#children(first));
      return;
    }
    const isHead = all.length > 0 && all.every((one) => roleOf(one) === 'columnheader');
    const number = isHead ? 0 : ++this.#row;
    const outer = this.#cell;
    const table = this.#tables;
    all.forEach((cell, index) => {
      this.#cell = cells.has(roleOf(cell)) ? { table, row: number, column: index + 1 } : outer;
      this.#within({ block: this.#elements.get(cell.backendDOMNodeId ?? -1) }, () => this.#children(cell));
      this.#cell = outer;
    });
  }

  #within(
    of: { kind?: PassageKind | undefined; level?: number | undefined; block: Element | undefined },
    read: () => void,
  ): void {
    const outer = { kind: this.#kind, level: this.#level, block: this.#block };
    this.#kind = of.kind ?? outer.kind;
    this.#level = of.level;
    this.#block = of.block;
    read();
    this.#flush();
    this.#kind = outer.kind;
    this.#level = outer.level;
    this.#block = outer.block;
  }

  #say(text: string, element: Element | undefined): void {
    let lang: string | undefined;
    for (let at = element; at !== undefined && at.tagName !== 'html'; at = parentOf(at)) {
      lang = attribute(at, 'lang');
      if (lang !== undefined) break;
    }
    if (text !== '') this.#runs.push({ text, lang });
  }

  #flush(): void {
    const { text, languages } = joinRuns(this.#runs);
    this.#runs = [];
    if (text === '') return;
    const level = this.#level;
    this.places.push({ selector: this.#selectors.of(this.#block) });
    this.passages.push({
      kind: this.#kind,
      text,
      ...(languages.length > 0 && { languages }),
      ...(level !== undefined && { level }),
      ...(this.#lists > 0 && { lists: this.#lists }),
      ...(this.#cell && { cell: this.#cell }),
    });
  }
}

function roleOf(node: AccessibilityNode): string {
  return String(node.role?.value ?? 'none');
}

function propertyOf(node: AccessibilityNode, name: string): unknown {
  return node.properties?.find((one) => one.name === name)?.value.value;
}

function kindOf(role: string, element: Element): PassageKind | undefined {
  if (role === 'heading') return 'heading';
  if (classes(element).includes('no-picture')) return 'alt';
  return element.tagName === 'pre' ? 'code' : kinds[role];
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
}

/** The list that holds the footnotes belongs to the page. */
function isNotes(list: Element): boolean {
  const parent = parentOf(list);
  return parent !== undefined && attribute(parent, 'role') === 'doc-endnotes';
}
