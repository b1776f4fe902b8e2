import type {
  HeardField,
  HeardLine,
  HeardLink,
  HeardPage,
  HeardPart,
  HeardTable,
} from '../../kernel/heard-page.ts';
import type { AccessibilityNode, PageTree } from '../../kernel/page-tree.ts';
import { attribute, type Element, elements } from '../hast/dom.ts';
import { blankRoles, fieldRoles, groupRoles, landmarkRoles, mediaRoles } from './announcements.ts';
import { nameOf, PageIndex, propertyOf, roleOf } from './page-index.ts';
import { movedParts } from './reading-order.ts';
import { silentWords } from './silent-words.ts';
import { cellsOf, heardTable, rowsOf, type TableCell, tableCells, textOf } from './table-cells.ts';

/**
 * What a screen reader says of a page, by the rules of docs/listening.md: continuous reading from the first line to the last, and
 * its lists. A model made after Orca and NVDA, not one of them.
 */
export function hear(tree: PageTree): HeardPage {
  return new Listener(tree).page();
}

class Listener {
  readonly #tree: PageTree;
  readonly #index: PageIndex;
  readonly #language: string | undefined;
  readonly #lines: HeardLine[] = [];
  readonly #headings: { level: number; text: string; selector: string }[] = [];
  readonly #links: HeardLink[] = [];
  readonly #landmarks: { role: string; name: string; selector: string }[] = [];
  readonly #tables: HeardTable[] = [];
  readonly #fields: HeardField[] = [];
  /** Texts that were said, or whose words a name stands for. */
  readonly #heard = new Set<number>();
  readonly #names: string[] = [];
  #parts: HeardPart[] = [];
  #place: Element | undefined;
  #inTable = 0;

  constructor(tree: PageTree) {
    this.#tree = tree;
    this.#index = new PageIndex(tree);
    const html = [...this.#index.elements.values()].find(({ tagName }) => tagName === 'html');
    this.#language = html && attribute(html, 'lang');
  }

  page(): HeardPage {
    const { root } = this.#index;
    const title = root === undefined ? '' : nameOf(root);
    if (root !== undefined) this.#children(root);
    this.#flush();
    const head = this.#head();
    return {
      title,
      ...(this.#language !== undefined && { language: this.#language }),
      lines: this.#lines,
      headings: this.#headings,
      links: this.#links,
      landmarks: this.#landmarks,
      tables: this.#tables,
      fields: this.#fields,
      silent: silentWords(this.#index, this.#heard, this.#lines, this.#names),
      unseen: this.#tree.unseen.filter(({ why }) => /transparent|colour|no size/.test(why)),
      moved: movedParts(this.#index),
      ...head,
    };
  }

  #read(node: AccessibilityNode): void {
    const role = roleOf(node);
    const element = this.#index.element(node);
    if (role === 'InlineTextBox') return;
    if (role === 'StaticText') {
      this.#heard.add(node.backendDOMNodeId ?? -1);
      this.#say(String(node.name?.value ?? ''), element);
      return;
    }
    if (role === 'LineBreak') {
      this.#say(' ', element);
      return;
    }
    if (role === 'ListMarker') {
      const mark = nameOf(node) || textOf(node, this.#index);
      if (mark !== '') this.#tell(/[\p{L}\p{N}]/u.test(mark) ? mark : 'bullet', element);
      return;
    }
    if (this.#index.isSurprisinglyClickable(node)) this.#tell('clickable', element, 'clickable');
    if (role === 'image' || role === 'img' || role === 'Canvas' || role === 'graphics-document')
      this.#picture(node);
    else if (role === 'button' || role === 'DisclosureTriangle') this.#control(node, 'button');
    else if (role === 'link' || isLink(element)) this.#control(node, 'link');
    else if (fieldRoles[role] !== undefined) this.#field(node, fieldRoles[role]);
    else if (mediaRoles[role] !== undefined) this.#medium(node, mediaRoles[role]);
    else if (role === 'table' || role === 'grid' || role === 'treegrid') this.#table(node);
    else if (this.#index.isBlock(node) || groupRoles[role] !== undefined) this.#block(node, role);
    else this.#children(node);
  }

  #children(node: AccessibilityNode): void {
    for (const child of this.#index.children(node)) this.#read(child);
  }

  #block(node: AccessibilityNode, role: string): void {
    const element = this.#index.element(node);
    const outer = this.#place;
    this.#flushWords();
    this.#place = element;
    const lines = this.#lines.length;
    const isLandmark = landmarkRoles[role] !== undefined && (role !== 'region' || nameOf(node) !== '');
    const start = this.#announce(node, role, isLandmark);
    const words = this.#parts.length;
    this.#children(node);
    if (blankRoles.has(role) && this.#lines.length === lines && !this.#parts.slice(words).some(isOfPage))
      this.#tell('blank', element, 'blank');
    if (role === 'heading') this.#addHeading(node);
    this.#flush();
    if (start.after !== undefined) {
      this.#tell(start.after, element);
      this.#flush();
    }
    this.#place = outer;
  }

  /** Says what begins, and what is to be said at its end. */
  #announce(node: AccessibilityNode, role: string, isLandmark: boolean): { readonly after?: string } {
    const element = this.#index.element(node);
    const name = this.#index.hasOuterName(element) ? nameOf(node) : '';
    if (isLandmark) {
      const said = landmarkRoles[role]!;
      this.#landmarks.push({ role: said, name: nameOf(node), selector: this.#index.selector(element) });
      this.#name(name, element);
      this.#tell(said, element);
      // A name that stands inside is heard there, once.
      if (name !== '' || nameOf(node) === '') this.#flush();
      return { after: `leaving ${said}` };
    }
    if (role === 'heading') {
      this.#tell(`heading level ${propertyOf(node, 'level') ?? 2}`, element);
      return {};
    }
    if (role === 'list' || role === 'DescriptionList' || element?.tagName === 'dl') {
      const count = this.#countOf(node, element?.tagName === 'dl' ? 'term' : 'listitem');
      if (count === 0) return {};
      const what = element?.tagName === 'dl' ? 'term' : 'item';
      this.#name(name, element);
      this.#tell(`list with ${count} ${what}${count === 1 ? '' : 's'}`, element);
      this.#flush();
      return { after: 'leaving list' };
    }
    const group = groupRoles[role];
    if (group === undefined || (/group$/.test(role) && nameOf(node) === '')) {
      if (role === 'LayoutTable') this.#tables.push(heardTable(node, this.#index));
      return {};
    }
    if (group.named) this.#name(name, element);
    this.#tell(group.before, element);
    return group.after === undefined ? {} : { after: group.after };
  }

  #addHeading(node: AccessibilityNode): void {
    const level = Number(propertyOf(node, 'level') ?? 2);
    const selector = this.#index.selector(this.#index.element(node));
    this.#headings.push({ level, text: nameOf(node) || textOf(node, this.#index), selector });
  }

  #countOf(node: AccessibilityNode, role: string): number {
    return this.#index.children(node).reduce((sum, child) => {
      if (roleOf(child) === role) return sum + 1;
      return roleOf(child) === 'list' ? sum : sum + this.#countOf(child, role);
    }, 0);
  }

  #picture(node: AccessibilityNode): void {
    const element = this.#index.element(node);
    const name = nameOf(node);
    this.#coverTexts(node);
    this.#tell('graphic', element);
    if (name !== '') this.#parts.push(this.#part(name, 'page', element, 'alt'));
    else
      this.#tell(lastOf(element && attribute(element, 'src')) || 'no name', element, 'picture-without-name');
  }

  #control(node: AccessibilityNode, role: 'link' | 'button'): void {
    const element = this.#index.element(node);
    const states = [role, ...stateOf(node, ['expanded', 'pressed', 'disabled'])];
    this.#tell(states.join(', '), element);
    const [lines, start] = [this.#lines.length, this.#parts.length];
    this.#children(node);
    const isOneLine = this.#lines.length === lines;
    const first = isOneLine ? start : 0;
    const own = [...this.#lines.slice(lines).flatMap(({ parts }) => parts), ...this.#parts.slice(first)];
    const words = joined(own);
    const name = nameOf(node);
    if (name !== '' && isOneLine && this.#index.hasOuterName(element) && fold(words) !== fold(name)) {
      this.#parts.length = start;
      this.#coverTexts(node);
      this.#name(name, element);
    } else if (fold(words) === '') {
      if (name !== '') this.#name(name, element);
      else this.#tell(lastOf(element && attribute(element, 'href')) || 'no name', element, 'no-name');
    }
    if (role === 'link') {
      const target = (element && attribute(element, 'href')) ?? '';
      this.#links.push({ text: name || words, target, selector: this.#index.selector(element) });
    } else this.#addField(node, 'button', name || words, states.slice(1).join(', '));
  }

  #field(node: AccessibilityNode, said: string): void {
    const element = this.#index.element(node);
    const name = nameOf(node);
    const states = stateOf(node, ['checked', 'expanded', 'required', 'invalid', 'readonly', 'disabled']);
    const value = fold(String(node.value?.value ?? ''));
    this.#coverTexts(node);
    this.#tell([said, ...states].join(', '), element);
    // The label stands before most fields and has just been read.
    const before = [...(this.#lines.at(-1)?.parts ?? []), ...this.#parts];
    if (name === '') this.#tell('no name', element, 'no-name');
    else if (!fold(joined(before)).endsWith(fold(name))) this.#name(name, element);
    if (value !== '') this.#say(` ${value}`, element);
    this.#addField(node, said, name, [...states, ...(value === '' ? [] : [value])].join(', '));
  }

  #addField(node: AccessibilityNode, role: string, name: string, state: string): void {
    this.#fields.push({ role, name, state, selector: this.#index.selector(this.#index.element(node)) });
  }

  #medium(node: AccessibilityNode, said: string): void {
    const element = this.#index.element(node);
    const name = nameOf(node);
    this.#flush();
    this.#coverTexts(node);
    this.#tell(said, element);
    if (name !== '') this.#name(name, element);
    else if (said !== 'separator') this.#tell('no name', element, 'no-name');
    this.#flush();
  }

  #table(node: AccessibilityNode): void {
    const element = this.#index.element(node);
    const table = heardTable(node, this.#index);
    const outer = this.#place;
    this.#flush();
    this.#place = element;
    this.#tables.push(table);
    if (this.#index.hasOuterName(element)) this.#name(nameOf(node), element);
    this.#tell(`table with ${count(table.rows, 'row')} and ${count(table.columns, 'column')}`, element);
    this.#flush();
    this.#inTable++;
    const byNode = new Map(tableCells(node, this.#index).map((cell) => [cell.node, cell]));
    const rows = new Set(rowsOf(node, this.#index));
    const readRows = (inside: AccessibilityNode): void => {
      for (const child of this.#index.children(inside)) {
        if (rows.has(child)) this.#row(child, byNode);
        else if (/^(?:rowgroup|none|generic)$/.test(roleOf(child))) readRows(child);
        else this.#read(child);
      }
    };
    readRows(node);
    this.#inTable--;
    this.#tell('leaving table', element);
    this.#flush();
    this.#place = outer;
  }

  #row(row: AccessibilityNode, cells: ReadonlyMap<AccessibilityNode, TableCell>): void {
    const all = cellsOf(row, this.#index);
    const isHead = all.some((node) => roleOf(node) === 'columnheader');
    all.forEach((node, at) => {
      const cell = cells.get(node);
      const element = this.#index.element(node);
      this.#flush();
      this.#place = element;
      if (at === 0 && cell !== undefined) this.#tell(`row ${cell.row}`, element);
      if (cell?.isHeader)
        this.#tell(roleOf(node) === 'columnheader' ? 'column header' : 'row header', element);
      else if (cell !== undefined)
        this.#tell(cell.columnHeaders.join(', ') || `column ${cell.column}`, element);
      const lines = this.#lines.length;
      const start = this.#parts.length;
      this.#children(node);
      if (this.#lines.length === lines && !this.#parts.slice(start).some(isOfPage))
        this.#tell('blank', element, isHead && at === 0 ? undefined : 'blank');
      this.#flush();
    });
  }

  #name(name: string, element: Element | undefined): void {
    if (name === '') return;
    this.#names.push(name);
    this.#parts.push(this.#part(name, 'page', element, 'name'));
  }

  #say(text: string, element: Element | undefined): void {
    if (text !== '') this.#parts.push(this.#part(text, 'page', element));
  }

  #tell(text: string, element: Element | undefined, sign?: HeardPart['sign']): void {
    this.#parts.push(this.#part(text, 'reader', element, sign));
  }

  #part(
    text: string,
    by: HeardPart['by'],
    element: Element | undefined,
    sign?: HeardPart['sign'],
  ): HeardPart {
    const language = by === 'page' ? this.#index.languageOf(element, this.#language) : undefined;
    const needsPlace = sign !== undefined;
    return {
      text,
      by,
      ...(language !== undefined && { language }),
      ...(sign !== undefined && { sign }),
      ...(needsPlace && { selector: this.#index.selector(element) }),
    };
  }

  /** Keeps what only says what comes, to be said with the first words of it. */
  #flushWords(): void {
    if (this.#parts.some(isOfPage)) this.#flush();
  }

  #flush(): void {
    const parts = this.#parts;
    this.#parts = [];
    if (!parts.some((part) => part.by === 'reader' || part.text.trim() !== '')) return;
    const selector = this.#index.selector(this.#place);
    this.#lines.push({ parts, selector, ...(this.#inTable > 0 && { inTable: true }) });
  }

  /** The words inside are told by a name. */
  #coverTexts(node: AccessibilityNode): void {
    const outer = this.#index.element(node);
    if (outer === undefined) return;
    for (const inside of elements(outer)) for (const id of this.#index.textsOf(inside)) this.#heard.add(id);
  }

  #head(): Pick<HeardPage, 'publisher' | 'otherFormats' | 'folded'> {
    let publisher = '';
    const folded: string[] = [];
    const formats: string[] = [];
    for (const element of new Set(this.#index.elements.values())) {
      const { tagName } = element;
      if (tagName === 'meta') {
        const key = attribute(element, 'name') ?? attribute(element, 'property') ?? '';
        if (/^(?:author|publisher|dcterms\.publisher|og:site_name)$/i.test(key) && publisher === '')
          publisher = fold(attribute(element, 'content') ?? '');
      }
      if (
        tagName === 'link' &&
        attribute(element, 'rel') === 'alternate' &&
        attribute(element, 'type') !== undefined
      )
        formats.push(attribute(element, 'href') ?? '');
      if (tagName === 'details' && attribute(element, 'open') === undefined)
        folded.push(this.#wordsIn(element));
      if (attribute(element, 'id') === 'page.formats') formats.push('#page.formats');
    }
    return { publisher, otherFormats: formats, folded };
  }

  #wordsIn(outer: Element): string {
    const ids = elements(outer).flatMap((one) => this.#index.textsOf(one));
    const unheard = ids.filter((id) => !this.#heard.has(id));
    return fold(unheard.map((id) => this.#index.texts.get(id) ?? '').join(' '));
  }
}

function isOfPage({ by, text, sign }: HeardPart): boolean {
  return (by === 'page' && text.trim() !== '') || sign === 'picture-without-name' || sign === 'no-name';
}

/** A reference to a note or back from it is a link of a role of its own. */
function isLink(element: Element | undefined): boolean {
  return element?.tagName === 'a' && attribute(element, 'href') !== undefined;
}

function joined(parts: readonly HeardPart[]): string {
  return parts.flatMap(({ by, text }) => (by === 'page' ? [text] : [])).join('');
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** The last step of an address, as screen readers say it where there are no words. */
function lastOf(address: string | undefined): string {
  if (address === undefined || address.startsWith('data:')) return '';
  return (
    address
      .split(/[?#]/)[0]!
      .split('/')
      .filter((step) => step !== '')
      .at(-1) ?? ''
  );
}

function stateOf(node: AccessibilityNode, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = propertyOf(node, name);
    if (name === 'expanded' && value !== undefined) return [value === true ? 'expanded' : 'collapsed'];
    if (name === 'checked' && value !== undefined)
      return [value === 'true' ? 'checked' : value === 'mixed' ? 'half checked' : 'not checked'];
    if (name === 'pressed') return value === 'true' ? ['pressed'] : [];
    if (name === 'invalid') return value === undefined || value === 'false' ? [] : ['invalid entry'];
    return value === true ? [name === 'readonly' ? 'read only' : name] : [];
  });
}
