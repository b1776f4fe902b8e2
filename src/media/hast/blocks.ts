import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type {
  Block,
  Box,
  DefinitionList,
  Idea,
  Inline,
  List,
  ListItem,
  PageBreak,
} from '../../document/tree.ts';
import { direction } from '../../document/writing-direction.ts';
import { type HastContext, nextId, report } from './context.ts';
import { figure } from './figure.ts';
import { fixedWords } from './fixed-words.ts';
import { unseen } from './inlines.ts';
import { lines } from './lines.ts';
import { table } from './table.ts';

type Handlers = {
  readonly [K in Block['type']]: (node: Extract<Block, { type: K }>, context: HastContext) => Element;
};

const handlers: Handlers = {
  heading: (node, context) =>
    h(`h${node.depth}`, { id: node.id }, context.inlines(withoutAbbreviations(node.children))),
  paragraph: (node, context) => h('p', context.inlines(node.children)),
  list,
  table,
  figure,
  blockquote: (node, context) => h('blockquote', context.blocks(node.children)),
  code: (node) => h('pre', h('code', node.value)),
  thematicBreak: () => h('hr'),
  box,
  definitionList,
  languagePart: (node, context) =>
    h('div', { lang: node.lang, dir: direction(node.lang) }, context.blocks(node.children)),
  pageBreak,
  idea,
};

/** Orca takes a heading with a marked short form in it for several headings, and says "heading" for each piece. */
function withoutAbbreviations(nodes: readonly Inline[]): Inline[] {
  return nodes.map((node): Inline => {
    if (node.type === 'abbreviation')
      return { type: 'text', value: node.value, ...(node.at && { at: node.at }) };
    return 'children' in node ? ({ ...node, children: withoutAbbreviations(node.children) } as Inline) : node;
  });
}

/** A mark says nothing on a page that is read in a browser; in a book it is a place with the number of the printed page. */
function pageBreak({ page }: PageBreak, context: HastContext): Element {
  if (page === undefined) return h('div', { className: ['page-break'] });
  if (!context.options.hasPageList) return h('div', { className: ['page-mark'] });
  return h('div', { id: nextId('page', context), role: 'doc-pagebreak', ariaLabel: page });
}

/** Each block on a line of its own, so that people can compare two pages. */
export function toBlocks(nodes: readonly Block[], context: HastContext): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    const handler = handlers[node.type] as (node: Block, context: HastContext) => Element;
    return [handler(node, context), { type: 'text', value: '\n' }];
  });
}

function list(node: List, context: HastContext): Element {
  const loose = node.children.some(
    (item) => item.children.filter(({ type }) => type === 'paragraph').length > 1,
  );
  const items = node.children.map((item) => h('li', listItem(item, loose, context)));
  if (!node.ordered) return h('ul', lines(items));
  return h('ol', node.start === 1 ? {} : { start: node.start }, lines(items));
}

function listItem(item: ListItem, loose: boolean, context: HastContext): ElementContent[] {
  const [first, ...others] = item.children;
  const mark = item.checked === undefined ? [] : [check(item.checked, context)];
  if (loose || first?.type !== 'paragraph') return [...mark, ...context.blocks(item.children)];
  return [...mark, ...context.inlines(first.children), ...context.blocks(others)];
}

function check(done: boolean, context: HastContext): Element {
  const { body } = context.furniture;
  const name = `${done ? body.done : body.notDone}: `;
  return h('span', { className: ['check', done ? 'check-done' : 'check-open'] }, unseen(name, context));
}

function box(node: Box, context: HastContext): Element {
  const title = node.title ?? context.furniture.boxes[node.kind];
  if (node.title === undefined) {
    context.changes.push({ kind: 'added', text: title, reason: 'Names a box that has no title.' });
  }
  const id = nextId('box', context);
  const content = [
    h(
      'p',
      {
        className: ['box-title'],
        id,
        ...(node.title === undefined && fixedWords(context.document.meta.language)),
      },
      title,
    ),
    ...context.blocks(node.children),
  ];
  const properties = { className: ['box', `box-${node.kind}`], ariaLabelledBy: id };
  // It stands beside the details of the document, and there Orca leaves out the title of a part that has it as its name.
  if (node.kind === 'contact') return h('section', { className: properties.className }, content);
  if (node.kind === 'note') return h('div', { ...properties, role: 'note' }, content);
  // Screen readers list regions by name: a second one of the same name is a group.
  if (context.regions.has(title)) return h('div', { ...properties, role: 'group' }, content);
  context.regions.add(title);
  return h('section', properties, content);
}

function definitionList(node: DefinitionList, context: HastContext): Element {
  const items = node.items.map((item) =>
    h('div', h('dt', context.inlines(item.term)), h('dd', context.inlines(item.definition))),
  );
  return h('dl', { className: [node.kind] }, lines(items));
}

/** The words carry the meaning, so the picture has no alternative text: a screen reader would say everything twice. */
function idea(node: Idea, context: HastContext): Element {
  const text = h('p', context.inlines(node.children));
  const { pictureUrl } = context.options;
  if (pictureUrl === undefined) return text;
  const url = node.picture === undefined ? undefined : pictureUrl(node.picture);
  if (url !== undefined) {
    return h('div', { className: ['idea'] }, h('img', { src: url, alt: '', width: 96, height: 96 }), text);
  }
  // An idea that names no picture was reported when it was read.
  if (node.picture !== undefined) {
    const message = `No picture is called "${node.picture}". The idea is shown without one.`;
    const fix = '"npx allformats list --pictures" shows all concepts.';
    report(context, 'no-picture', 'warning', message, fix, node.at);
  }
  return h('div', { className: ['idea', 'idea-without-picture'] }, text);
}
