import { details } from './read-text.ts';

/** A report that holds every kind of thing that an output may lose. */
export const sound = `${details}:::key-facts
- The town planted 120 trees.
- Not one of them died.
:::

## What we found

We planted 120 trees in the north of the town, and every one of them is alive. The council does not cut trees in spring.

It waters them each week in a dry summer, at a cost of £1,250.50 a year (−3.5% since 2020).

- Oaks grow slowly
  - They live for 300 years
  - They need space
- Birches grow fast
- Limes smell sweet

1. Dig a hole
2. Plant the tree
3. Water it

### Trees in each park

:::table{#trees caption="Trees in parks"}
| Park | Trees | Owner |
| --- | --- | --- |
| Lane Park | 45 | The council |
| Mill Park | 51 | A trust |
| Hill Park | 24 | The school |
:::

:::table{#plan caption="Plan of work" columns="Action | Progress | Due by"}
**Looking after trees**

- Water each young tree
  - Progress: Done twice a week
  - Due by: 31 March 2024
- Cut dead branches
  - Progress: Not started
  - Due by: 30 June 2024

**Looking after people**

- Put up benches
  - Progress:
    - Five benches are up
    - Two are broken
  - Due by: 1 May 2024
:::

Read [the tree plan](https://example.org/plan) and [the list of parks](https://example.org/list), then [the tree plan](https://example.org/plan) again.

:::figure{src="ok.svg" alt="Bar chart: 45 trees in Lane Park, 51 in Mill Park" caption="Trees in two parks"}
The first bar is Lane Park with 45 trees. The second is Mill Park with 51 trees.
:::

:::figure{src="ok.svg" alt="Map: the parks lie along the river" caption="Where the parks are"}
The river flows past Lane Park first, then past Hill Park.
:::

## What we want

> Nobody asked us about the trees.

:::note{title="About the numbers"}
We counted in May, not in June.
:::

:::lang{lang="cy"}
Croeso i'r adroddiad.
:::

Most people agree with us.[^1] Some do not.

[^1]: We asked 300 people, and 214 answered.

:::glossary
- Sapling: A young tree.
- Coppice: Trees that are cut to grow again.
:::
`;

/** What is wrong, the words of the source, and what stands there instead. */
export type Mutation = readonly [name: string, from: string, to: string];

/** Corruptions of the report. Each one changes what a reader learns. */
export const mutations: readonly Mutation[] = [
  ['a word is dropped', 'is alive', 'alive'],
  ['the first word of a paragraph is dropped', 'It waters', 'waters'],
  ['the last word of a paragraph is dropped', 'cut trees in spring', 'cut trees in'],
  ['"not" is dropped', 'does not cut', 'does cut'],
  ['"not" is put in', 'Some do not.', 'Some do not not.'],
  ['"not" is put into another sentence', 'Most people agree', 'Most people do not agree'],
  ['"Not" is dropped from a cell', 'Progress: Not started', 'Progress: started'],
  ['a digit is changed', '120 trees in the north', '126 trees in the north'],
  ['a digit is changed in a cell', '| 45 |', '| 46 |'],
  ['a digit is dropped', '300 years', '30 years'],
  ['the decimal point is lost', '1,250.50', '1,25050'],
  ['the decimal point is another sign', '−3.5%', '−3,5%'],
  ['the minus is lost', '(−3.5%', '(3.5%'],
  ['the per cent sign is lost', '3.5%', '3.5'],
  ['the pound sign is another one', '£1,250', '€1,250'],
  ['a date is changed', '31 March 2024', '13 March 2024'],
  ['two numbers change places', '| Lane Park | 45 |', '| Lane Park | 51 |'],
  ['a sentence is dropped', ' The council does not cut trees in spring.', ''],
  [
    'a paragraph is dropped',
    'It waters them each week in a dry summer, at a cost of £1,250.50 a year (−3.5% since 2020).\n\n',
    '',
  ],
  [
    'a paragraph comes twice',
    '## What we want\n',
    '## What we want\n\nThe council does not cut trees in spring.\n\nIt waters them each week in a dry summer.\n',
  ],
  ['words are swapped', 'north of the town', 'town of the north'],
  ['a capital is lost', 'Lane Park with 45', 'lane park with 45'],
  ['two paragraphs are one', 'in spring.\n\nIt waters', 'in spring. It waters'],
  ['a paragraph is two', 'is alive. The council', 'is alive.\n\nThe council'],
  ['a heading is another level', '### Trees in each park', '## Trees in each park'],
  ['a heading is a paragraph', '## What we want', '**What we want**'],
  [
    'a paragraph is a heading',
    'Most people agree with us.[^1] Some do not.',
    '### Most people agree with us.[^1] Some do not.',
  ],
  ['a heading is dropped', '### Trees in each park\n', ''],
  [
    'a nested list is flat',
    '  - They live for 300 years\n  - They need space',
    '- They live for 300 years\n- They need space',
  ],
  ['a point is nested that was not', '- Birches', '  - Birches'],
  [
    'a list is a paragraph',
    '- Birches grow fast\n- Limes smell sweet',
    '\nBirches grow fast\n\nLimes smell sweet',
  ],
  [
    'points are swapped',
    '- Birches grow fast\n- Limes smell sweet',
    '- Limes smell sweet\n- Birches grow fast',
  ],
  ['steps are swapped', '1. Dig a hole\n2. Plant the tree', '1. Plant the tree\n2. Dig a hole'],
  ['a point is dropped', '- Limes smell sweet\n', ''],
  ['two points are one', '- Birches grow fast\n- Limes smell sweet', '- Birches grow fast Limes smell sweet'],
  ['a row is dropped', '| Mill Park | 51 | A trust |\n', ''],
  [
    'rows are swapped',
    '| Mill Park | 51 | A trust |\n| Hill Park | 24 | The school |',
    '| Hill Park | 24 | The school |\n| Mill Park | 51 | A trust |',
  ],
  ['a column is shifted', '| Hill Park | 24 | The school |', '| Hill Park | The school | 24 |'],
  ['columns have each other’s names', '| Park | Trees | Owner |', '| Park | Owner | Trees |'],
  ['a cell has the words of another row', '| 51 | A trust |', '| 51 | The school |'],
  ['a caption is dropped', 'caption="Trees in two parks"', 'caption=""'],
  ['the title of a group is dropped', '**Looking after people**\n\n', ''],
  ['a point inside a cell is dropped', '    - Two are broken\n', ''],
  ['a link is lost', '[the list of parks](https://example.org/list)', 'the list of parks'],
  ['a link leads elsewhere', 'https://example.org/list', 'https://example.org/lists'],
  ['a link that comes again is lost', 'then [the tree plan](https://example.org/plan)', 'then the tree plan'],
  [
    'links change places',
    '[the tree plan](https://example.org/plan) and [the list of parks](https://example.org/list)',
    '[the tree plan](https://example.org/list) and [the list of parks](https://example.org/plan)',
  ],
  [
    'a link has too many words',
    '[the list of parks](https://example.org/list), then',
    '[the list of parks, then](https://example.org/list)',
  ],
  ['an alternative is dropped', ': 45 trees in Lane Park, 51 in Mill Park', ''],
  [
    'alternatives are swapped',
    'alt="Map: the parks lie along the river" caption="Where',
    'alt="Bar chart: 45 trees in Lane Park, 51 in Mill Park" caption="Where',
  ],
  ['a long description is dropped', 'The river flows past Lane Park first, then past Hill Park.\n', ''],
  ['a quotation is dropped', '> Nobody asked us about the trees.\n', ''],
  ['the title of a box is dropped', '{title="About the numbers"}', ''],
  ['words in another language are dropped', "Croeso i'r adroddiad.", 'Croeso.'],
  ['a footnote is changed', 'and 214 answered', 'and 241 answered'],
  ['a term is dropped', '- Coppice: Trees that are cut to grow again.\n', ''],
  [
    'terms have each other’s meaning',
    '- Sapling: A young tree.\n- Coppice: Trees that are cut to grow again.',
    '- Sapling: Trees that are cut to grow again.\n- Coppice: A young tree.',
  ],
  [
    'sections are swapped',
    '## What we want\n\n> Nobody asked us about the trees.',
    '> Nobody asked us about the trees.\n\n## What we want',
  ],
  ['the title is another one', 'title: Bins and parks', 'title: Parks and bins'],
  ['the organisation is another one', 'Anytown Council', 'Anytown Trust'],
  ['the date is another one', 'date: 2024-05', 'date: 2024-06'],
  ['the address to ask is another one', 'bins@example.org', 'tins@example.org'],
];

export const soundEasyRead = `:::easy-read{covers="what-we-found what-we-want"}
## About our trees

:pic[tree] We planted 120 trees.

:pic[people] Not one tree died.

:pic[money] It cost £1,250 a year.

:pic[list] These trees grow here:

- oaks
- birches
- limes

## What happens next

:pic[meeting] We will **not** cut trees in spring.

:pic[calendar] We plant more on 31 March 2024.

:pic[computer] Read [the tree plan](https://example.org/plan).

:pic[letter] Then read [the list of parks](https://example.org/list).
:::

:::glossary
- Sapling: A young tree.
- Oak: A tree that grows old.
:::
`;

export const easyReadMutations: readonly Mutation[] = [
  ['a number is changed', '120 trees', '12 trees'],
  ['"Not" is dropped', 'Not one tree', 'One tree'],
  ['"not" in bold is dropped', '**not** cut', 'cut'],
  ['"not" is put in', 'We plant more', 'We do not plant more'],
  ['the pound sign is lost', '£1,250', '1,250'],
  ['the comma of a number is a point', '1,250', '1.250'],
  ['a date is changed', '31 March 2024', '31 May 2024'],
  ['an idea is dropped', ':pic[people] Not one tree died.\n\n', ''],
  [
    'ideas are swapped',
    ':pic[tree] We planted 120 trees.\n\n:pic[people] Not one tree died.',
    ':pic[people] Not one tree died.\n\n:pic[tree] We planted 120 trees.',
  ],
  ['ideas are one', 'trees.\n\n:pic[people] Not one', 'trees. Not one'],
  [
    'an idea comes twice',
    '## What happens next\n',
    '## What happens next\n\n:pic[people] It cost £1,250 a year.\n',
  ],
  ['a heading is dropped', '## What happens next\n', ''],
  ['a heading is another level', '## What happens next', '### What happens next'],
  ['a heading is an idea', '## What happens next', ':pic[people] What happens next'],
  ['headings are swapped', '## About our trees', '## What happens next'],
  ['a point is dropped', '- birches\n', ''],
  ['points are swapped', '- oaks\n- birches', '- birches\n- oaks'],
  ['a list is a paragraph', '- oaks\n- birches\n- limes', ':pic[tree] oaks birches limes'],
  ['a point is nested', '- birches', '  - birches'],
  ['points are one', '- oaks\n- birches', '- oaks birches'],
  ['a link is lost', '[the tree plan](https://example.org/plan)', 'the tree plan'],
  ['a link leads elsewhere', 'org/list', 'org/lost'],
  ['links change places', 'https://example.org/plan', 'https://example.org/list'],
  ['a link has too few words', '[the list of parks]', 'the list of [parks]'],
  ['a term is dropped', '- Oak: A tree that grows old.\n', ''],
  [
    'terms are swapped',
    '- Sapling: A young tree.\n- Oak: A tree that grows old.',
    '- Oak: A young tree.\n- Sapling: A tree that grows old.',
  ],
  ['a meaning is cut', 'A tree that grows old', 'A tree that grows'],
  ['a term is an idea', '- Sapling: A young tree.\n', ''],
  ...[
    'planted',
    'died',
    'cost',
    'year',
    'These',
    'grow',
    'limes',
    'cut',
    'spring',
    'more',
    'Read',
    'parks',
    'young',
    'will',
    'Then',
    'on',
  ].map((word): Mutation => [`"${word}" is dropped`, word, '']),
];
