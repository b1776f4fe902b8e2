import type { AccessibilityNode, PageBox, PageTree } from '../../kernel/page-tree.ts';
import { attribute, type Element } from '../hast/dom.ts';
import { pageElements } from '../hast/page-elements.ts';
import { Selectors } from '../hast/selectors.ts';

const interactive = new Set([
  ...[
    'link',
    'button',
    'DisclosureTriangle',
    'textbox',
    'searchbox',
    'checkbox',
    'radio',
    'combobox',
    'option',
  ],
  ...['menuitem', 'tab', 'switch', 'slider', 'spinbutton', 'listbox', 'ComboBoxMenuButton', 'LabelText'],
]);

/** A page's nodes, elements and boxes, each to be found from the other. */
export class PageIndex {
  readonly root: AccessibilityNode | undefined;
  readonly elements: ReadonlyMap<number, Element>;
  readonly texts: ReadonlyMap<number, string>;
  readonly boxes: ReadonlyMap<number, PageBox>;
  readonly #nodes: ReadonlyMap<string, AccessibilityNode>;
  readonly #clickable: ReadonlySet<number>;
  readonly #textsOf = new Map<Element, number[]>();
  readonly #ids = new Map<string, Element>();
  readonly #selectors = new Selectors();

  constructor({ nodes, document, boxes, clickable }: PageTree) {
    this.root = nodes[0];
    this.#nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    const { elements, texts } = pageElements(document);
    this.elements = elements;
    this.texts = texts;
    this.boxes = new Map(boxes.map((box) => [box.node, box]));
    this.#clickable = new Set(clickable);
    for (const id of texts.keys()) {
      const element = elements.get(id);
      if (element === undefined) continue;
      const same = this.#textsOf.get(element);
      if (same === undefined) this.#textsOf.set(element, [id]);
      else same.push(id);
    }
    for (const element of new Set(elements.values())) {
      const id = attribute(element, 'id');
      if (id !== undefined && !this.#ids.has(id)) this.#ids.set(id, element);
    }
  }

  children(node: AccessibilityNode): AccessibilityNode[] {
    return (node.childIds ?? []).flatMap((id) => this.#nodes.get(id) ?? []);
  }

  element(node: AccessibilityNode): Element | undefined {
    return this.elements.get(node.backendDOMNodeId ?? -1);
  }

  /** Texts that stand in an element itself. */
  textsOf(element: Element): readonly number[] {
    return this.#textsOf.get(element) ?? [];
  }

  byId(id: string): Element | undefined {
    return this.#ids.get(id);
  }

  selector(element: Element | undefined): string {
    return this.#selectors.of(element);
  }

  /** Whether it starts a line of its own. */
  isBlock(node: AccessibilityNode): boolean {
    const display = this.boxes.get(node.backendDOMNodeId ?? -1)?.display ?? 'inline';
    return !display.startsWith('inline') && display !== 'contents';
  }

  /** Answers to a click, and is nothing that people know to answer. */
  isSurprisinglyClickable(node: AccessibilityNode): boolean {
    const element = this.element(node);
    if (element === undefined || /^(?:html|body|a|label|summary|option)$/.test(element.tagName)) return false;
    return this.#clickable.has(node.backendDOMNodeId ?? -1) && !interactive.has(roleOf(node));
  }

  /** Whether the author gives a name that does not stand inside: by `aria-label`, or by words elsewhere. */
  hasOuterName(element: Element | undefined): boolean {
    if (element === undefined) return false;
    if ((attribute(element, 'aria-label') ?? '').trim() !== '') return true;
    const ids = (attribute(element, 'aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
    return ids.some((id) => {
      const label = this.#ids.get(id);
      return label !== undefined && !isInside(label, element);
    });
  }

  /** The language of an element that differs from the page's, by its first part. */
  languageOf(element: Element | undefined, page: string | undefined): string | undefined {
    for (let at = element; at !== undefined; at = parentOf(at)) {
      const language = attribute(at, 'lang');
      if (language === undefined) continue;
      const first = (code: string | undefined) => (code ?? '').split('-')[0]!.toLowerCase();
      return first(language) === first(page) ? undefined : language;
    }
    return undefined;
  }
}

export function roleOf(node: AccessibilityNode): string {
  return node.ignored ? 'none' : String(node.role?.value ?? 'none');
}

export function nameOf(node: AccessibilityNode): string {
  return String(node.name?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function propertyOf(node: AccessibilityNode, name: string): unknown {
  return node.properties?.find((one) => one.name === name)?.value.value;
}

export function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
}

function isInside(element: Element, outer: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at))
    if (at === outer) return true;
  return false;
}
