import type { Block, Cell, Document, Inline, List, ListItem, Meta, Table } from '../../src/document/tree.ts';

const meta: Meta = {
  title: 'Workforce race equality action plan',
  organisation: 'NHS Example',
  language: 'en-GB',
  date: '2021-11',
  version: '1.0',
  contact: { telephone: [], post: [] },
  signOff: [],
};

export function text(value: string): Inline {
  return { type: 'text', value };
}

export function link(words: string, url: string): Inline {
  return { type: 'link', url, children: [text(words)] };
}

type Words = string | readonly (string | Inline)[];

export function inlines(words: Words): Inline[] {
  return (typeof words === 'string' ? [words] : words).map((one) =>
    typeof one === 'string' ? text(one) : one,
  );
}

export function p(words: Words): Block {
  return { type: 'paragraph', children: inlines(words) };
}

export function h(
  depth: 1 | 2 | 3 | 4 | 5 | 6,
  words: string,
  id = words.toLowerCase().replaceAll(' ', '-'),
): Block {
  return { type: 'heading', depth, id, children: [text(words)] };
}

export function item(...children: Block[]): ListItem {
  return { type: 'listItem', children };
}

export function list(ordered: boolean, ...children: ListItem[]): List {
  return { type: 'list', ordered, start: 1, children };
}

export function cell(...children: Block[]): Cell {
  return { children };
}

export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Cell)[])[],
): Table {
  return {
    type: 'table',
    caption,
    columns: columns.map((name) => cell(p(name))),
    rowHeaders: 1,
    groups: [
      {
        rows: rows.map((row) => ({
          cells: row.map((one) => (typeof one === 'string' ? cell(p(one)) : one)),
        })),
      },
    ],
    layout: 'records',
  };
}

export function documentOf(...children: Block[]): Document {
  return { meta, children, footnotes: [], abbreviations: [], assets: new Map() };
}

/** A planned report with every kind of block and inline content. */
export function richReport(): Document {
  const children: Block[] = [
    h(1, 'Workforce race equality action plan'),
    p('What we will do so that staff from every background are treated fairly.'),
    {
      type: 'definitionList',
      kind: 'details',
      items: [
        { term: [text('Published by')], definition: [text('NHS Example')] },
        { term: [text('Date')], definition: [text('November 2021')] },
        { term: [text('Version')], definition: [text('1.0')] },
        { term: [text('Approved by')], definition: [text('Quality Committee, 29 September 2021')] },
      ],
    },
    {
      type: 'box',
      kind: 'contact',
      title: 'Ask for this document in another format',
      children: [
        p(
          'You can ask for this document in large print, Easy Read, braille, audio, British Sign Language, or another format or language.',
        ),
        {
          type: 'definitionList',
          kind: 'details',
          items: [
            {
              term: [text('Email')],
              definition: [link('communications@example.nhs.uk', 'mailto:communications@example.nhs.uk')],
            },
            { term: [text('Telephone')], definition: [link('01234 567890', 'tel:01234567890')] },
            { term: [text('Text relay')], definition: [text('18001 01234 567890')] },
            {
              term: [text('Post')],
              definition: [
                text('NHS Example'),
                { type: 'break' },
                text('1 High Street'),
                { type: 'break' },
                text('Anytown AN1 1AA'),
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'box',
      kind: 'key-facts',
      children: [
        list(
          false,
          item(p('6.8% of very senior managers were from BME backgrounds – up from 5.4%.')),
          item(p('We will act on four goals.')),
        ),
      ],
    },
    h(2, 'What we found'),
    p([
      'The national report, ',
      link('Workforce Race Equality Standard 2020', 'https://www.england.nhs.uk/wres/2020-report.pdf'),
      ', says that “discrimination” is falling… See ',
      link('our objectives', '#our-objectives'),
      ' and ',
      link('https://www.example.org/data', 'https://www.example.org/data'),
      '.',
      { type: 'footnoteReference', id: 'one', number: 1 },
      ' We were told ',
      { type: 'strong', children: [text('not to wait')] },
      ', ',
      { type: 'delete', children: [text('to wait until 2022')] },
      ', and staff call this ',
      { type: 'abbreviation', value: 'WRES', expansion: 'Workforce Race Equality Standard' },
      '.',
    ]),
    p([
      link('Write to us', 'mailto:staff@example.nhs.uk'),
      ' or read it ',
      { type: 'emphasis', children: [text('online')] },
      '.',
    ]),
    h(3, 'Staff'),
    {
      type: 'figure',
      id: 'chart',
      src: 'staff.svg',
      alt: 'Bar chart: 6.8% of very senior managers were from BME backgrounds in 2020, up from 5.4% in 2016',
      decorative: false,
      caption: 'Very senior managers from BME backgrounds',
      description: [p('The chart has two bars.'), list(false, item(p('2016: 5.4%')), item(p('2020: 6.8%')))],
    },
    { type: 'figure', src: 'line.svg', alt: '', decorative: true, description: [] },
    h(4, 'Recruitment'),
    p([
      'The logo ',
      { type: 'image', src: 'logo.png', alt: 'NHS Example in white on blue' },
      ' stands on every advert. The file is ',
      { type: 'inlineCode', value: 'C:\\adverts\\[new]' },
      '.',
    ]),
    {
      type: 'blockquote',
      children: [p('I was the only person from my background on the panel.'), p('— A member of staff')],
    },
    {
      type: 'languagePart',
      lang: 'cy',
      children: [p('Croeso i’r adroddiad.'), p('Diolch am ei ddarllen.')],
    },
    h(2, 'Our objectives'),
    list(
      true,
      item(
        p('Make recruitment fair'),
        list(
          true,
          item(p('Train every panel')),
          item(
            p('Publish the results'),
            list(
              false,
              item(
                p('each month, on the staff pages of our website, so that everyone can see how we are doing'),
              ),
            ),
          ),
        ),
      ),
      item(
        p('Support people who work at home'),
        p('This started in 2020 and goes on for as long as people need it.'),
      ),
    ),
    {
      ...table('Action plan', ['Action', 'Progress', 'Owner', 'Due by'], []),
      groups: [
        {
          title: [text('Supporting staff')],
          rows: [
            {
              cells: [
                cell(p('Assess the risk to every member of staff')),
                cell(p('Done for all staff.')),
                cell(p('Director of Governance')),
                cell(p('Complete')),
              ],
            },
            {
              cells: [
                cell(p('Support people who work at home')),
                cell(list(false, item(p('Guidance published')), item(p('Offices opened safely')))),
                cell(p('Director of Governance')),
                cell(p('31 March 2022')),
              ],
            },
          ],
        },
        {
          title: [text('Recruitment')],
          rows: [
            {
              cells: [
                cell(p('Train every panel')),
                cell(
                  p([
                    'Half of the panels are trained: ',
                    link('training plan', 'https://www.example.org/training'),
                  ]),
                  p('The rest follow in spring.'),
                ),
                cell(p('Head of People')),
                cell(),
              ],
            },
          ],
        },
      ],
    },
    { type: 'thematicBreak' },
    {
      type: 'box',
      kind: 'note',
      title: 'About the grades',
      children: [
        p('Record 1 of 3 was added later. [sic]'),
        p('- 4 points is a fall, not a list.'),
        p('+ is a plus sign; [Figure: none] is text.'),
      ],
    },
    {
      type: 'code',
      value: 'share = bme / all\n\nif (share < 0.1) {\n\twarn("[End of code]")\n}\n[End of code]',
    },
    { type: 'pageBreak' },
    h(2, 'Words explained'),
    {
      type: 'definitionList',
      kind: 'glossary',
      items: [
        { term: [text('Commissioning')], definition: [text('Planning and paying for health services.')] },
        { term: [text('Panel')], definition: [text('The people who choose who gets a job.')] },
      ],
    },
    {
      type: 'idea',
      picture: 'people',
      children: [text('We asked staff. They told us what is wrong. We listened to Mr. Jones.')],
    },
  ];
  return {
    ...documentOf(...children),
    footnotes: [
      {
        id: 'one',
        number: 1,
        children: [
          p(['NHS England, ', link('data for 2020', 'https://www.england.nhs.uk/data?a=1&b=[2]'), '.']),
          p('Seen in May 2021.'),
        ],
      },
    ],
  };
}
