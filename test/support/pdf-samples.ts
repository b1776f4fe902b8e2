import type { Block, Cell, Document, Figure, Inline, List, Table } from '../../src/document/tree.ts';

/** Short ways to write a document by hand. */
export const text = (value: string): Inline => ({ type: 'text', value });
export const paragraph = (...words: readonly (string | Inline)[]): Block => ({
  type: 'paragraph',
  children: words.map((word) => (typeof word === 'string' ? text(word) : word)),
});
export const heading = (depth: 1 | 2 | 3 | 4 | 5 | 6, title: string): Block => ({
  type: 'heading',
  depth,
  id: title.toLowerCase().replace(/[^\p{L}\d]+/gu, '-'),
  children: [text(title)],
});
const link = (words: string, url: string, showUrl = false): Inline => ({
  type: 'link',
  url,
  children: [text(words)],
  ...(showUrl && { showUrl }),
});
export const list = (ordered: boolean, ...items: readonly (string | readonly Block[])[]): List => ({
  type: 'list',
  ordered,
  start: 1,
  children: items.map((item) => ({
    type: 'listItem',
    children: typeof item === 'string' ? [paragraph(item)] : item,
  })),
});
export const cell = (content: string | readonly Block[]): Cell => ({
  children: typeof content === 'string' ? (content === '' ? [] : [paragraph(content)]) : content,
});

/** The first row names the columns. */
export function table(
  rows: readonly (readonly (string | readonly Block[])[])[],
  options: Partial<Pick<Table, 'caption' | 'id' | 'layout' | 'rowHeaders'>> & {
    readonly group?: string;
  } = {},
): Table {
  const { group, ...rest } = options;
  const [columns = [], ...body] = rows;
  return {
    type: 'table',
    rowHeaders: 1,
    layout: 'auto',
    columns: columns.map(cell),
    groups: [
      {
        ...(group !== undefined && { title: [text(group)] }),
        rows: body.map((cells) => ({ cells: cells.map(cell) })),
      },
    ],
    ...rest,
  };
}

const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="300" height="40" y="20" fill="#005eb8"/><text x="310" y="50" font-family="Arial" font-size="24">75</text></svg>`;

export const figure = (more: Partial<Figure> = {}): Figure => ({
  type: 'figure',
  src: 'chart.svg',
  alt: 'Bar chart: 75 in 100 staff answered',
  decorative: false,
  caption: 'Staff who answered',
  description: [paragraph('The chart has one bar. It stands for 75 in 100 staff.')],
  ...more,
});

/** A document whose first block is its title. */
export function pdfDocument(children: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    meta: {
      title: 'Health & care <plan>',
      organisation: 'NHS Example',
      language: 'en-GB',
      date: '2021-11-05',
      version: '1.0',
      contact: { telephone: [], post: [] },
      signOff: [],
    },
    children: [heading(1, 'Health & care <plan>'), ...children],
    footnotes: [],
    abbreviations: [],
    assets: new Map([
      ['chart.svg', { src: 'chart.svg', mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(chart) }],
    ]),
    ...more,
  };
}

/** One of every kind of block and inline content. */
export function richDocument(): Document {
  return pdfDocument(
    [
      paragraph('What we will do so that everyone is treated fairly.'),
      {
        type: 'definitionList',
        kind: 'details',
        items: [
          { term: [text('Published by')], definition: [text('NHS Example')] },
          { term: [text('Date')], definition: [text('5 November 2021')] },
        ],
      },
      {
        type: 'box',
        kind: 'contact',
        title: 'Ask for this document in another format',
        children: [paragraph('Telephone ', link('01234 567890', 'tel:01234567890'))],
      },
      heading(2, 'What we found'),
      paragraph(
        'Words that are ',
        { type: 'strong', children: [text('bold')] },
        ', ',
        { type: 'emphasis', children: [text('stressed')] },
        ', ',
        { type: 'delete', children: [text('gone')] },
        ', ',
        { type: 'inlineCode', value: 'coded' },
        ' and ',
        { type: 'languageSpan', lang: 'cy', children: [text('Cymraeg')] },
        '. The ',
        { type: 'abbreviation', value: 'CCG', expansion: 'Clinical Commissioning Group' },
        ' agreed',
        { type: 'footnoteReference', id: 'a', number: 1 },
        '. Read ',
        link('the report of 2020', 'https://www.example.org/report', true),
        ' and ',
        link('our plan', '#our-plan'),
        '.',
        { type: 'break' },
        'A new line, an ',
        { type: 'image', src: 'chart.svg', alt: 'picture of a tick' },
        ' ✓ and → too.',
      ),
      list(false, 'First point', [paragraph('Second point'), list(true, 'Inside one', 'Inside two')]),
      { type: 'blockquote', children: [paragraph('We were heard.')] },
      table(
        [
          ['Goal', '2020', '2021'],
          ['Better health', 'Developing', 'Achieving'],
          ['Fair access', 'Achieving', 'Achieving'],
        ],
        { id: 'grades', caption: 'Grades for each goal' },
      ),
      figure({ id: 'staff-chart' }),
      heading(3, 'In detail'),
      { type: 'code', value: 'one line\n  another' },
      { type: 'thematicBreak' },
      { type: 'languagePart', lang: 'cy', children: [paragraph('Croeso i bawb.')] },
      { type: 'pageBreak' },
      heading(2, 'Our plan'),
      { type: 'box', kind: 'key-facts', children: [list(false, 'One fact')] },
      table(
        [
          ['Action', 'Progress', 'Owner'],
          ['Assess every risk', 'Done for all staff.', 'Director of Governance'],
          ['Support home working', [list(false, 'Guidance published', 'Offices opened')], 'Head of Estates'],
        ],
        { caption: 'Action plan', group: 'Supporting staff' },
      ),
      figure({ src: 'line.svg', alt: '', decorative: true, description: [] }),
      { type: 'idea', picture: 'people', children: [text('We asked our staff.')] },
      {
        type: 'definitionList',
        kind: 'glossary',
        items: [{ term: [text('Commissioning')], definition: [text('Planning and paying for care.')] }],
      },
    ],
    {
      footnotes: [
        {
          id: 'a',
          number: 1,
          children: [paragraph('At its meeting in public, ', link('minutes', 'https://example.org/m'), '.')],
        },
      ],
    },
  );
}
