import type { Block, Cell, Document, Inline, Table } from '../../src/document/tree.ts';

export const text = (value: string): Inline => ({ type: 'text', value });
export const paragraph = (...children: (string | Inline)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
export const heading = (depth: 1 | 2 | 3 | 4, id: string, value: string): Block => ({
  type: 'heading',
  depth,
  id,
  children: [text(value)],
});
export const list = (...items: (string | readonly Block[])[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  children: items.map((item) => ({
    type: 'listItem',
    children: typeof item === 'string' ? [paragraph(item)] : item,
  })),
});
const cell = (value: string): Cell => ({ children: [paragraph(value)] });
export const idea = (picture: string | undefined, ...children: (string | Inline)[]): Block => ({
  type: 'idea',
  ...(picture !== undefined && { picture }),
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  at: { file: 'sources/sample.easy.md', line: 7, column: 1 },
});

export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  more: Partial<Table> = {},
): Table {
  return {
    type: 'table',
    caption: 'A table',
    columns: columns.map(cell),
    rowHeaders: 1,
    groups: [{ rows: rows.map((row) => ({ cells: row.map(cell) })) }],
    layout: 'auto',
    ...more,
  };
}

const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"><rect width="640" height="400" fill="#fff"/></svg>`;

export function documentOf(children: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    meta: {
      title: 'Equality report',
      organisation: 'NHS Anytown',
      language: 'en-GB',
      date: '2021-11-05',
      version: '1.0',
      summary: 'How we treat people fairly.',
      contact: { email: 'hello@example.nhs.uk', telephone: [], post: [] },
      signOff: [{ role: 'Board' }],
    },
    children,
    footnotes: [],
    abbreviations: [],
    assets: new Map([
      ['chart.svg', { src: 'chart.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(chart) }],
    ]),
    ...more,
  };
}

/** Every kind of block and of inline content at least once. */
export const everything = documentOf(
  [
    heading(1, 'document-title', 'Equality report'),
    paragraph('How we treat people fairly.'),
    {
      type: 'definitionList',
      kind: 'details',
      items: [
        { term: [text('Published by')], definition: [text('NHS Anytown')] },
        { term: [text('Date')], definition: [text('5 November 2021')] },
      ],
    },
    {
      type: 'box',
      kind: 'contact',
      title: 'Ask for this document in another format',
      children: [
        paragraph('Write to ', {
          type: 'link',
          url: 'mailto:hello@example.nhs.uk',
          children: [text('hello@example.nhs.uk')],
        }),
      ],
    },
    heading(2, 'what-we-found', 'What we found'),
    { type: 'box', kind: 'key-facts', children: [list('Fact one', 'Fact two')] },
    paragraph(
      'Plain, ',
      { type: 'emphasis', children: [text('stressed')] },
      ', ',
      { type: 'strong', children: [text('strong')] },
      ', ',
      { type: 'delete', children: [text('gone')] },
      ', ',
      { type: 'inlineCode', value: 'a < b' },
      ', ',
      { type: 'abbreviation', value: 'CCGs', expansion: 'Clinical Commissioning Groups' },
      ', ',
      { type: 'languageSpan', lang: 'cy', children: [text('croeso')] },
      { type: 'break' },
      'next line',
      { type: 'footnoteReference', id: 'n', number: 1 },
      ' ',
      { type: 'image', src: 'chart.svg', alt: 'small chart' },
      ' ',
      {
        type: 'link',
        url: 'https://example.org/a?b=1&c=2',
        children: [text('Read the report')],
        showUrl: true,
      },
      ' and again',
      { type: 'footnoteReference', id: 'n', number: 1 },
    ),
    heading(3, 'grades', 'Grades'),
    table(
      ['Goal', 'Grade'],
      [
        ['Health', 'Good'],
        ['Access', 'Fair'],
      ],
      { id: 'grade-table', caption: 'Our grades' },
    ),
    table(['Task', 'Progress', 'Owner', 'Due by'], [], {
      caption: 'Action plan',
      layout: 'records',
      groups: [
        {
          title: [text('Supporting staff')],
          rows: [
            {
              cells: [
                cell('Assess the risk'),
                { children: [list('Guidance published', 'Offices opened')] },
                cell('Director'),
                cell('Complete'),
              ],
            },
          ],
        },
        {
          title: [text('Surveys')],
          rows: [{ cells: [cell('Ask staff'), cell('Not started'), cell('Director'), cell('2022')] }],
        },
      ],
    }),
    heading(4, 'detail', 'A detail'),
    {
      type: 'figure',
      id: 'staff-chart',
      src: 'chart.svg',
      alt: 'Bar chart of staff',
      decorative: false,
      caption: 'Staff by year',
      description: [paragraph('The chart has two bars.'), list('2016: 5.4%', '2020: 6.8%')],
    },
    { type: 'figure', src: 'chart.svg', alt: '', decorative: true, description: [] },
    { type: 'blockquote', children: [paragraph('We were heard.')] },
    { type: 'code', value: 'first line\n  second line' },
    { type: 'thematicBreak' },
    { type: 'box', kind: 'note', title: 'About the grades', children: [paragraph('A note.')] },
    { type: 'languagePart', lang: 'ur', children: [paragraph('اردو')] },
    { type: 'pageBreak' },
    {
      type: 'list',
      ordered: true,
      start: 3,
      children: [
        { type: 'listItem', checked: true, children: [paragraph('Third')] },
        { type: 'listItem', checked: false, children: [paragraph('Fourth'), list('Inside')] },
      ],
    },
    heading(2, 'words', 'Words explained'),
    {
      type: 'definitionList',
      kind: 'glossary',
      items: [{ term: [text('Commissioning')], definition: [text('Planning and paying for services.')] }],
    },
    {
      type: 'definitionList',
      kind: 'abbreviations',
      items: [{ term: [text('CCG')], definition: [text('Clinical Commissioning Group')] }],
    },
    idea(undefined, 'An idea in a report is a paragraph.'),
  ],
  { footnotes: [{ id: 'n', number: 1, children: [paragraph('From the survey of 2020.')] }] },
);

/** An Easy Read document as the plan gives it. */
export const easyDocument = documentOf([
  heading(1, 'document-title', 'Equality report'),
  {
    type: 'box',
    kind: 'note',
    title: 'Easy Read',
    children: [paragraph('Draft, not yet checked by people with a learning disability.')],
  },
  heading(2, 'what-we-found', 'What we found'),
  idea('people', 'We looked at how we treat our staff.'),
  idea('fair', 'Staff must get ', { type: 'strong', children: [text('equal opportunities')] }, '.'),
  idea('no-such-concept', 'This idea has an unknown picture.'),
  idea(undefined, 'This idea has no picture.'),
  list('One thing', 'Another thing'),
  heading(2, 'hard-words', 'Hard words'),
  {
    type: 'definitionList',
    kind: 'glossary',
    items: [{ term: [text('Equal opportunities')], definition: [text('Everyone gets the same chance.')] }],
  },
  {
    type: 'box',
    kind: 'contact',
    title: 'Ask us',
    children: [
      paragraph({
        type: 'link',
        url: 'mailto:hello@example.nhs.uk',
        children: [text('hello@example.nhs.uk')],
      }),
    ],
  },
]);
