/** A page as a browser shows it to screen readers, and as it shows it to the eye. */
export interface PageTree {
  /** Chromium's accessibility tree, the root first. */
  readonly nodes: readonly AccessibilityNode[];
  readonly document: PageNode;
  /** Words that screen readers get and nobody can see. */
  readonly unseen: readonly { readonly words: string; readonly selector: string; readonly why: string }[];
  /** Elements and texts that the browser lays out. */
  readonly boxes: readonly PageBox[];
  /** Elements, by `backendNodeId`, that answer to a click. */
  readonly clickable: readonly number[];
}

/** As the DevTools protocol tells it (domain Accessibility), as far as it is used. */
export interface AccessibilityNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

/** As the DevTools protocol tells it (domain DOM), as far as it is used. */
export interface PageNode {
  readonly backendNodeId: number;
  readonly nodeType: number;
  /** In capitals for elements of HTML. */
  readonly nodeName: string;
  /** The words of a text. */
  readonly nodeValue?: string;
  /** Name, value, name, value … */
  readonly attributes?: readonly string[];
  readonly children?: readonly PageNode[];
}

/** Where a node stands, in CSS pixels of the whole page, and how it is laid out. */
export interface PageBox {
  readonly node: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly display: string;
  readonly position: string;
  readonly isVisible: boolean;
  readonly isRightToLeft: boolean;
}
