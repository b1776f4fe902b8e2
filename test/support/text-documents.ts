import fc from 'fast-check';
import type { Block, Cell, Document, Inline, ListItem } from '../../src/document/tree.ts';
import { documentOf } from './text-samples.ts';

/** Words that look like the marks of a plain text, and signs that are hard to carry. */
const traps = [
  '+',
  '++',
  '+++',
  '+4',
  '+ A',
  '-',
  '- x',
  '--',
  '-- ',
  '1.',
  '1. x',
  '1.2. x',
  '12',
  '3.5',
  '[',
  ']',
  '[]',
  '\\',
  '\\[',
  '\\\\',
  '\\-',
  '\\+1',
  '[Table: x]',
  '[Figure: none]',
  '[Quote]',
  '[Code]',
  '[End of code]',
  '[End of table]',
  '[End of document]',
  '[Contents]',
  '[note 1]',
  '[sic]',
  '[deleted: x]',
  '[picture: x]',
  '[level 7]',
  '[done]',
  '[not done]',
  '[empty]',
  '[About this text: x]',
  '[Records: 2. Each tells: A;  B]',
  '[x:  https://example.org/ ]',
  '[x: y ]',
  'Record 1 of 3',
  'Record 2 of 2',
  'A:',
  'Owner: x',
  'Owner:  x',
  'What it shows:  x',
  '>',
  'From here',
  '; ',
  ': ',
  ':',
  '—',
  ' — x',
  '–',
  '…',
  '“',
  '’',
  '•',
  '• x',
  '\u00a0',
  '\t',
  '\n',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\ufeff',
  '👩‍👩‍👧',
  '✓',
  '🙂',
  'שלום',
  'مرحبا',
  'é',
  'e\u0301',
  '漢字',
  'Dr. A',
  'End. Start',
  'x'.repeat(120),
  '£5',
  'a@b.uk',
  '01234 567890',
  'see section "X"',
  '"',
  '(',
  ')',
];

const words = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...traps) },
      { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', ''), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, index) => part + gaps[index]).join('')),
  );

const url = fc.constantFrom(
  'https://example.org/a',
  'https://example.org/?a=1&b=[2]',
  'https://example.org/x_(y)',
  'https://example.org/a\\b',
  'mailto:a@b.uk',
  'mailto:a@b.uk?subject=x',
  'tel:01234567890',
  'tel:+441234567890',
  '#one',
  '#two',
  'https://example.org/ü',
);

const plain: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: words.map((value): Inline => ({ type: 'text', value })) },
  { weight: 1, arbitrary: words.map((value): Inline => ({ type: 'inlineCode', value })) },
  { weight: 1, arbitrary: words.map((value): Inline => ({ type: 'abbreviation', value, expansion: 'x' })) },
  { weight: 1, arbitrary: words.map((alt): Inline => ({ type: 'image', src: 'x.png', alt })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'footnoteReference', id: 'n', number: 1 }) },
);

const link: fc.Arbitrary<Inline> = fc.oneof(
  fc.tuple(url, words, fc.array(plain, { maxLength: 2 })).map(
    ([to, value, more]): Inline => ({
      type: 'link',
      url: to,
      children: [{ type: 'text', value: `x${value}` }, ...more],
    }),
  ),
  fc
    .constantFrom(
      ['https://example.org/a', 'https://example.org/a'],
      ['a@b.uk', 'mailto:a@b.uk'],
      ['01234 567890', 'tel:01234567890'],
    )
    .map(([value, to]): Inline => ({ type: 'link', url: to!, children: [{ type: 'text', value: value! }] })),
);

const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 8, arbitrary: plain },
    { weight: 2, arbitrary: link },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('strong', 'emphasis', 'delete'), fc.array(tie('inline'), { maxLength: 3 }))
        .map(([type, children]): Inline => ({ type, children }) as Inline),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('inline'), { maxLength: 3 })
        .map((children): Inline => ({ type: 'languageSpan', lang: 'cy', children })),
    },
  ),
}));

const run = fc.array(inline, { minLength: 1, maxLength: 5 });
const caption = fc.option(words, { nil: undefined });

function withCaption(value: string | undefined): { caption?: string } {
  return value === undefined ? {} : { caption: value };
}

const { block } = fc.letrec<{ block: Block; blocks: Block[]; cell: Cell }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  cell: tie('blocks').map((children): Cell => ({ children })),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: run.map((children): Block => ({ type: 'paragraph', children })) },
    { weight: 1, arbitrary: run.map((children): Block => ({ type: 'idea', children })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 6 }), run)
        .map(([depth, children]): Block => ({ type: 'heading', depth: depth as 2, id: 'one', children })),
    },
    { weight: 1, arbitrary: words.map((value): Block => ({ type: 'code', value })) },
    { weight: 1, arbitrary: fc.constantFrom<Block>({ type: 'thematicBreak' }, { type: 'pageBreak' }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(run, run), { minLength: 1, maxLength: 3 }).map(
        (items): Block => ({
          type: 'definitionList',
          kind: 'glossary',
          items: items.map(([term, definition]) => ({ term, definition })),
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.boolean(),
          fc.array(fc.tuple(tie('blocks'), fc.constantFrom(undefined, true, false)), {
            minLength: 1,
            maxLength: 3,
          }),
        )
        .map(
          ([ordered, items]): Block => ({
            type: 'list',
            ordered,
            start: 1,
            children: items.map(
              ([children, checked]): ListItem => ({
                type: 'listItem',
                children,
                ...(checked !== undefined && { checked }),
              }),
            ),
          }),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('key-facts', 'note', 'contact'), caption, tie('blocks')).map(
        ([kind, title, children]): Block => ({
          type: 'box',
          kind: kind as 'note',
          ...(title && { title }),
          children,
        }),
      ),
    },
    { weight: 1, arbitrary: tie('blocks').map((children): Block => ({ type: 'blockquote', children })) },
    {
      weight: 1,
      arbitrary: tie('blocks').map((children): Block => ({ type: 'languagePart', lang: 'cy', children })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(caption, fc.option(words, { nil: '' }), tie('blocks')).map(
        ([title, alt, description]): Block => ({
          type: 'figure',
          src: 'x.svg',
          alt,
          decorative: alt === '',
          ...withCaption(title),
          description,
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 3 }).chain((width) =>
        fc
          .tuple(
            caption,
            fc.array(run, { minLength: width, maxLength: width }),
            fc.array(
              fc.tuple(
                fc.option(run, { nil: undefined }),
                fc.array(fc.array(tie('cell'), { minLength: width, maxLength: width }), { maxLength: 2 }),
              ),
              { maxLength: 2 },
            ),
          )
          .map(
            ([title, names, groups]): Block => ({
              type: 'table',
              ...withCaption(title),
              columns: names.map((children) => ({ children: [{ type: 'paragraph', children }] })),
              rowHeaders: 1,
              layout: 'records',
              groups: groups.map(([heading, rows]) => ({
                ...(heading && { title: heading }),
                rows: rows.map((cells) => ({ cells })),
              })),
            }),
          ),
      ),
    },
  ),
}));

/** Documents of every shape, full of words that look like marks. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .tuple(fc.array(block, { maxLength: 5 }), fc.array(fc.array(block, { maxLength: 2 }), { maxLength: 2 }))
  .map(([children, notes]) => ({
    ...documentOf(...children),
    footnotes: notes.map((blocks, index) => ({ id: `n${index}`, number: index + 1, children: blocks })),
  }));
