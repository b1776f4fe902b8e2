import { fold, textOf } from '../document/text.ts';
import type {
  AbbreviationEntry,
  Block,
  Cell,
  Document,
  Inline,
  InlineImage,
  Table,
} from '../document/tree.ts';
import type { Position } from '../kernel/finding.ts';
import { type Coded, codedOf } from './tokens.ts';

/** What is translated as one: a heading, a paragraph, a caption … */
export interface Unit {
  /** The id of the section with the kind and its number there, such as `our-duties.paragraph-3`; an XML name token. */
  readonly id: string;
  readonly kind: UnitKind;
  /** Words of the heading above. */
  readonly section: string;
  readonly source: Coded;
  /** The most characters. NHS digital service manual: titles of at most 65 characters. */
  readonly most?: number;
  readonly at?: Position;
}

export type UnitKind =
  | 'title'
  | 'detail'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'cell'
  | 'column'
  | 'group'
  | 'caption'
  | 'alt'
  | 'box'
  | 'term'
  | 'meaning'
  | 'footnote'
  | 'idea';

/** What a walk does with each unit. No answer: there is no translation. */
export interface Walker {
  readonly language: string;
  inline(unit: Unit): readonly Inline[] | undefined;
  plain(unit: Unit): string | undefined;
}

interface Walk {
  readonly walker: Walker;
  readonly taken: Map<string, number>;
  /** Id and words of the heading above. */
  section: { readonly id: string; readonly words: string };
}

/** Every unit of a report in reading order: details, body, footnotes, Easy Read layer. */
export function unitsOf(document: Document): Unit[] {
  const units: Unit[] = [];
  walkUnits(document, {
    language: document.meta.language,
    inline: (unit) => {
      units.push(unit);
      return [];
    },
    plain: (unit) => {
      units.push(unit);
      return '';
    },
  });
  return units;
}

/**
 * The document with what the walker gives in place of each unit. What has no translation stays, marked with the language of the
 * report. Parts in another language than the report's are no units.
 */
export function walkUnits(document: Document, walker: Walker): Document {
  const walk: Walk = { walker, taken: new Map(), section: { id: 'details', words: document.meta.title } };
  const meta = walkMeta(document, walk);
  walk.section = { id: 'start', words: document.meta.title };
  const children = blocks(document.children, 'paragraph', walk);
  const footnotes = document.footnotes.map((note) => {
    walk.section = { id: `footnote-${note.number}`, words: `Footnote ${note.number}` };
    return { ...note, children: blocks(note.children, 'footnote', walk) };
  });
  walk.section = { id: 'easy-read', words: 'Easy Read' };
  const { easyRead } = document;
  const layer = easyRead && {
    ...easyRead,
    children: blocks(easyRead.children, 'paragraph', walk, 'easy-read.'),
    leftOut: easyRead.leftOut.map((one) => leftOut(one, walk)),
  };
  return { ...document, meta, children, footnotes, ...(layer && { easyRead: layer }) };
}

type LeftOut = NonNullable<Document['easyRead']>['leftOut'][number];

/** Readers are told why a section is not in Easy Read: plain words, which stay where their translation is missing. */
function leftOut(one: LeftOut, walk: Walk): LeftOut {
  walk.section = { id: `easy-read.left-out-${one.id}`, words: 'Easy Read: what is left out, and why' };
  return { ...one, why: plain('idea', one.why, walk, one.at) ?? one.why };
}

function unitOf(kind: UnitKind, nodes: readonly Inline[], walk: Walk, at?: Position, most?: number): Unit {
  const name = `${nameToken(walk.section.id)}.${kind}`;
  const count = (walk.taken.get(name) ?? 0) + 1;
  walk.taken.set(name, count);
  const id = kind === 'heading' && count === 1 ? name : `${name}-${count}`;
  return {
    id,
    kind,
    section: walk.section.words,
    source: codedOf(nodes),
    ...(most !== undefined && { most }),
    ...(at && { at }),
  };
}

/** Letters that XML allows in a name token. */
function nameToken(id: string): string {
  return id.replace(/[^\p{L}\p{Nd}._-]/gu, '_').replace(/[\u{10000}-\u{10ffff}]/gu, '_');
}

/** Numbers and addresses alone are no work for a translator. */
function isWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Plain words; `undefined` where their translation is missing. */
function plain(kind: UnitKind, value: string, walk: Walk, at?: Position, most?: number): string | undefined {
  if (!isWords(value)) return value;
  return walk.walker.plain(unitOf(kind, [{ type: 'text', value }], walk, at, most));
}

function inline(kind: UnitKind, nodes: readonly Inline[], walk: Walk, at?: Position): readonly Inline[] {
  const asSource = (): readonly Inline[] => [
    { type: 'languageSpan', lang: walk.walker.language, children: nodes },
  ];
  if (!isWords(textOf(nodes))) return nodes;
  const unit = unitOf(kind, nodes, walk, at);
  const told = isWords(textOf(withoutPictures(nodes))) ? walk.walker.inline(unit) : nodes;
  const alts = new Map<InlineImage, string | undefined>();
  for (const node of unit.source.codes.values())
    if (node.type === 'image') alts.set(node, plain('alt', node.alt, walk, node.at ?? at));
  if (told === undefined || [...alts.values()].includes(undefined)) return asSource();
  return alts.size === 0 ? told : withAlts(told, alts);
}

function withoutPictures(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'image') return [];
    return 'children' in node ? [{ ...node, children: withoutPictures(node.children) } as Inline] : [node];
  });
}

function withAlts(nodes: readonly Inline[], alts: ReadonlyMap<InlineImage, string | undefined>): Inline[] {
  return nodes.map((node): Inline => {
    if (node.type === 'image') return { ...node, alt: alts.get(node) ?? node.alt };
    return 'children' in node ? ({ ...node, children: withAlts(node.children, alts) } as Inline) : node;
  });
}

function walkMeta({ meta }: Document, walk: Walk): Document['meta'] {
  const at = (path: string) => meta.places?.get(path) ?? meta.places?.get(path.replace(/\..*$/, ''));
  const tell = (path: string, value: string, kind: UnitKind = 'detail', most?: number): string => {
    if (!isWords(value)) return value;
    const unit = unitOf(kind, [{ type: 'text', value }], walk, at(path), most);
    return walk.walker.plain({ ...unit, id: `details.${path}` }) ?? value;
  };
  const some = (path: string, value: string | undefined) => value && tell(path, value);
  const { contact } = meta;
  const title = tell('title', meta.title, 'title', 65);
  const summary = some('summary', meta.summary);
  const organisation = tell('organisation', meta.organisation);
  const version = tell('version', meta.version);
  const signOff = meta.signOff.map((sign, at) => ({ ...sign, role: tell(`signOff.${at + 1}`, sign.role) }));
  const team = some('contact.team', contact.team);
  const replyWithin = some('contact.replyWithin', contact.replyWithin);
  const note = some('contact.note', contact.note);
  return {
    ...meta,
    title,
    ...(summary && { summary }),
    organisation,
    version,
    signOff,
    contact: {
      ...contact,
      ...(team && { team }),
      ...(replyWithin && { replyWithin }),
      ...(note && { note }),
    },
  };
}

function blocks(children: readonly Block[], kind: UnitKind, walk: Walk, prefix = ''): Block[] {
  return children.map((child) => block(child, kind, walk, prefix));
}

function block(node: Block, kind: UnitKind, walk: Walk, prefix: string): Block {
  const inside = (children: readonly Block[], one: UnitKind = kind) => blocks(children, one, walk, prefix);
  /** A caption or name is plain words and cannot be marked: without it the whole block stays as it was. */
  const unless = (parts: readonly (string | undefined)[], made: () => Block): Block =>
    parts.includes(undefined)
      ? { type: 'languagePart', lang: walk.walker.language, children: [node] }
      : made();
  switch (node.type) {
    case 'heading':
      walk.section = { id: prefix + node.id, words: fold(textOf(node.children)) };
      return { ...node, children: inline('heading', node.children, walk, node.at) };
    case 'paragraph':
      return { ...node, children: inline(kind, node.children, walk, node.at) };
    case 'idea':
      return { ...node, children: inline('idea', node.children, walk, node.at) };
    case 'list': {
      const items = node.children.map((item) => ({ ...item, children: inside(item.children, 'item') }));
      return { ...node, children: items };
    }
    case 'table': {
      const caption = node.caption === undefined ? '' : plain('caption', node.caption, walk, node.at);
      const table = walkTable(node, walk, prefix);
      return unless([caption], () => ({ ...table, ...(caption && { caption }) }));
    }
    case 'figure': {
      const caption = node.caption === undefined ? '' : plain('caption', node.caption, walk, node.at);
      const alt = plain('alt', node.alt, walk, node.at);
      const description = inside(node.description);
      return unless([caption, alt], () => ({
        ...node,
        alt: alt ?? '',
        description,
        ...(caption && { caption }),
      }));
    }
    case 'box': {
      const title = node.title === undefined ? '' : plain('box', node.title, walk, node.at);
      const within = inside(node.children);
      return unless([title], () => ({ ...node, children: within, ...(title && { title }) }));
    }
    case 'blockquote':
      return { ...node, children: inside(node.children) };
    case 'definitionList': {
      const items = node.items.map((item) => ({
        ...item,
        term: inline('term', item.term, walk, item.at),
        definition: inline('meaning', item.definition, walk, item.at),
      }));
      return { ...node, items };
    }
    case 'languagePart':
    case 'code':
    case 'thematicBreak':
    case 'pageBreak':
      return node;
    default:
      return node satisfies never;
  }
}

function walkTable(table: Table, walk: Walk, prefix: string): Table {
  const cell = (one: Cell, kind: UnitKind): Cell => ({
    ...one,
    children: blocks(one.children, kind, walk, prefix),
  });
  return {
    ...table,
    columns: table.columns.map((one) => cell(one, 'column')),
    groups: table.groups.map((group) => ({
      ...group,
      ...(group.title && { title: inline('group', group.title, walk, group.at) }),
      rows: group.rows.map((row) => ({ ...row, cells: row.cells.map((one) => cell(one, 'cell')) })),
    })),
  };
}

/** Abbreviations as the lists of a document explain them. */
export function abbreviationsIn(children: readonly Block[]): AbbreviationEntry[] {
  return children.flatMap((node): AbbreviationEntry[] => {
    if (node.type === 'box' || node.type === 'languagePart') return abbreviationsIn(node.children);
    if (node.type !== 'definitionList' || node.kind !== 'abbreviations') return [];
    return node.items.flatMap(({ term, definition, at }) => {
      const [short, expansion] = [fold(textOf(term)), fold(textOf(definition))];
      return short === '' || expansion === '' ? [] : [{ short, expansion, ...(at && { at }) }];
    });
  });
}
