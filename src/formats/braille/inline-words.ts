import { fold, textOf } from '../../document/text.ts';
import { seen } from '../../document/tokens.ts';
import type { Inline, Link } from '../../document/tree.ts';
import { cells } from '../../media/braille/cells.ts';
import type { Word } from './word.ts';
import type { Words } from './words.ts';

interface Style {
  readonly plain: boolean;
  readonly emphasis?: Word['emphasis'];
  readonly link?: number;
}

type Draft = { -readonly [Key in keyof Word]: Word[Key] };

/** Turns inline content into words. One for a whole document: its numbers of links and runs do not repeat. */
export class WordMaker {
  readonly #words: Words;
  readonly #language: string;
  readonly #signs: RegExp;
  /** Everything is uncontracted: a part in another language. */
  isPlain = false;
  #run = 0;
  #out: Draft[] = [];
  #open: Draft | undefined;
  #newLine = false;

  constructor(words: Words, language: string) {
    this.#words = words;
    this.#signs = new RegExp(`(${Object.keys(words.signs).join('|')})`, 'u');
    this.#language = language.toLowerCase().split('-')[0]!;
  }

  /** `flat`: without emphasis, where the whole passage has it or it would say nothing. */
  words(nodes: readonly Inline[], flat = false): Word[] {
    this.#out = [];
    const all = fold(textOf(nodes)).length;
    const only = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    const whole =
      only.length === 1 && (only[0]!.type === 'strong' || only[0]!.type === 'emphasis') && all > 0;
    this.#inlines(nodes, { plain: this.isPlain }, flat || whole);
    this.#end();
    return this.#out;
  }

  text(value: string, plain = false): Word[] {
    this.#out = [];
    this.#add(value, { plain: plain || this.isPlain });
    this.#end();
    return this.#out;
  }

  /** Words of the transcriber, in the signs for them. */
  note(value: string): Word[] {
    this.#out = [];
    this.#note(value);
    this.#end();
    return this.#out;
  }

  #inlines(nodes: readonly Inline[], style: Style, flat: boolean): void {
    for (const node of nodes) this.#inline(node, style, flat);
  }

  #inline(node: Inline, style: Style, flat: boolean): void {
    switch (node.type) {
      case 'text':
      case 'abbreviation':
        this.#add(node.value, style);
        return;
      case 'inlineCode':
        this.#add(node.value, { ...style, plain: true });
        return;
      case 'emphasis':
      case 'strong': {
        const kind = node.type === 'strong' ? 'bold' : 'italic';
        const emphasis = flat || style.emphasis ? undefined : ({ kind, run: ++this.#run } as const);
        this.#inlines(node.children, { ...style, ...(emphasis && { emphasis }) }, flat);
        return;
      }
      case 'languageSpan': {
        const other = node.lang.toLowerCase().split('-')[0] !== this.#language;
        this.#inlines(node.children, { ...style, plain: style.plain || other }, flat);
        return;
      }
      case 'delete':
        if (fold(textOf(node.children)) === '') return;
        this.#space();
        this.#note(this.#words.deleted);
        this.#inlines(node.children, style, flat);
        this.#note(this.#words.deletedEnd);
        return;
      case 'image':
        if (fold(node.alt) === '') return;
        this.#space();
        this.#note(this.#words.picture);
        this.#add(node.alt, style);
        return;
      case 'break':
        this.#end();
        this.#newLine = true;
        return;
      case 'footnoteReference':
        this.#footnote(node.number, style);
        return;
      case 'link':
        this.#link(node, style, flat);
        return;
      default:
        node satisfies never;
    }
  }

  #link(node: Link, style: Style, flat: boolean): void {
    const words = fold(textOf(node.children));
    const address = node.url.replace(/^(?:mailto|tel):/, '');
    const bare =
      words === address || (node.url.startsWith('tel:') && words.replace(/[^\d+]/g, '') === address);
    this.#inlines(node.children, bare ? style : { ...style, link: ++this.#run }, flat);
    if (!node.showUrl || node.url.startsWith('#')) return;
    this.#add(' (', style);
    this.#add(address, { ...style, plain: true });
    this.#add(')', style);
  }

  #footnote(number: number, style: Style): void {
    this.#open ??= this.#out.pop() ?? this.#draft(style);
    this.#open.notes = [...this.#open.notes, number];
  }

  #draft(style: Style): Draft {
    const newLine = this.#newLine;
    this.#newLine = false;
    const { plain, emphasis, link } = style;
    const draft: Draft = { text: '', notes: [], newLine, glued: false, plain };
    if (emphasis) draft.emphasis = emphasis;
    if (link !== undefined) draft.link = link;
    return draft;
  }

  #add(value: string, style: Style): void {
    const parts = seen(value).split(/(\s+)/u);
    for (const part of parts) {
      if (part === '') continue;
      if (/^\s/u.test(part)) this.#end();
      else this.#part(part, style);
    }
  }

  /** Signs without cells are told by their names. */
  #part(value: string, style: Style): void {
    for (const part of value.split(this.#signs)) {
      const name = this.#words.signs[part];
      if (name !== undefined) this.#note(name);
      else if (part !== '') {
        this.#open ??= this.#draft(style);
        const open = this.#open;
        open.text += part;
        open.plain ||= style.plain || /^\S+@\S+\.\S+$|^\(?(?:https?:\/\/|www\.)/.test(open.text);
        if (/[\p{L}\p{N}]/u.test(part)) {
          if (style.emphasis && !open.emphasis) open.emphasis = style.emphasis;
          if (style.link !== undefined && open.link === undefined) open.link = style.link;
        }
      }
    }
  }

  #note(value: string): void {
    this.#space();
    const [first, ...rest] = value.split(' ');
    const words = [first!, ...rest];
    words.forEach((word, index) => {
      const draft = this.#draft({ plain: false });
      draft.text = word;
      draft.given = noteMark(index === 0, index === words.length - 1);
      this.#out.push(draft);
    });
  }

  #space(): void {
    this.#end();
  }

  #end(): void {
    if (this.#open === undefined) return;
    // The mark of a list item must not start a line by chance.
    this.#open.glued = /^(?:\d+\.)+$/.test(this.#open.text) && this.#out.length > 0;
    this.#out.push(this.#open);
    this.#open = undefined;
  }
}

/** `given` of a word of the transcriber: whether the signs stand before and behind it. */
function noteMark(first: boolean, last: boolean): string {
  return `${first ? cells('@.<') : ''}|${last ? cells('@.>') : ''}`;
}
