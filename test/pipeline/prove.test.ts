import { describe, expect, test } from 'vitest';
import type { Passage, ReadBack } from '../../src/document/passage.ts';
import { bodyReadingOf, readingOf } from '../../src/document/passages.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { opening } from '../../src/plan/opening.ts';
import { detailLines, readBody } from '../support/read-text.ts';

const body = `## What we found

We planted 120 trees in the north of the town, and every one of them is alive.

The council does not cut trees in spring. It waters them each week in a dry summer.

:::table{caption="Trees"}
| Park | Trees |
| --- | --- |
| Lane Park | 45 |
:::

Read [the plan](https://example.org/plan) and [the list](https://example.org/list), then [the plan](https://example.org/plan) again.
`;

const { document } = readBody(body);
const expected = readingOf(document);
const meta = { title: document.meta.title, language: document.meta.language };
const whole: ReadBack = { ...expected, title: meta.title, language: meta.language };
const line = (text: string) => detailLines + 1 + body.split('\n').findIndex((one) => one.includes(text));

const told = (actual: ReadBack, changes: Parameters<typeof prove>[2] = []) =>
  prove(expected, actual, changes, meta).findings.map(
    ({ rule, severity, at }) => `${severity} ${rule} ${at?.line ?? '-'}`,
  );

const change = (from: string, to: string): ReadBack => {
  expect(expected.passages.some((passage) => passage.text.includes(from))).toBe(true);
  return {
    ...whole,
    passages: expected.passages.map((passage) => ({ ...passage, text: passage.text.replace(from, to) })),
  };
};

test('a whole output has no findings', () => {
  const proof = prove(expected, whole, [], meta);
  expect(proof.findings).toEqual([]);
  expect(proof.found).toBe(proof.words);
  expect(proof.words).toBeGreaterThan(60);
  expect([proof.links, proof.linksFound]).toEqual([3, 3]);
});

test('other marks, spaces and hyphens are no difference', () => {
  expect(told(change('dry summer.', 'dry sum\u00admer !'))).toEqual([]);
});

describe('each fault is an error at its line of the source', () => {
  test.each([
    ['a lost word', change('alive', ''), 'fidelity/lost', 'We planted'],
    ['a lost number', change('120 ', ''), 'fidelity/lost', 'We planted'],
    ['a changed digit', change('120', '126'), 'fidelity/lost', 'We planted'],
    ['a changed digit in a table', change('45', '46'), 'fidelity/lost', 'Lane Park'],
    ['a lost "not"', change('does not cut', 'does cut'), 'fidelity/lost', 'The council'],
    [
      'a lost sentence',
      change('It waters them each week in a dry summer.', ''),
      'fidelity/lost',
      'The council',
    ],
    [
      'a lost passage',
      { ...whole, passages: expected.passages.filter(({ text }) => text !== 'Lane Park') },
      'fidelity/lost',
      'Lane Park',
    ],
    ['swapped words', change('north of the town', 'town of the north'), 'fidelity/moved', 'We planted'],
  ])('%s', (_, actual, rule, place) => {
    expect(told(actual)).toContain(`error ${rule} ${line(place)}`);
  });

  test('swapped paragraphs', () => {
    const passages = [...expected.passages];
    const at = passages.findIndex(({ text }) => text.startsWith('We planted'));
    [passages[at], passages[at + 1]] = [passages[at + 1]!, passages[at]!];
    const lines = [line('We planted'), line('The council')].map((one) => `error fidelity/moved ${one}`);
    expect(told({ ...whole, passages }).some((one) => lines.includes(one))).toBe(true);
  });

  test('a paragraph that comes twice', () => {
    const again = expected.passages.find(({ text }) => text.startsWith('The council'))!;
    expect(told({ ...whole, passages: [...expected.passages, again] })).toEqual([
      `error fidelity/repeated ${line('The council')}`,
    ]);
  });

  test('a lost link, though the same address comes again', () => {
    expect(told({ ...whole, links: expected.links.slice(1) })).toEqual([
      `error fidelity/link-lost ${line('Read')}`,
    ]);
  });

  test('a link that leads elsewhere', () => {
    const links = expected.links.map((link, index) =>
      index === 1 ? { ...link, url: 'https://example.org/lists' } : link,
    );
    expect(told({ ...whole, links })).toEqual([`error fidelity/link-lost ${line('Read')}`]);
  });

  test('another title and another language', () => {
    expect(told({ ...whole, title: 'Parks', language: 'de' })).toEqual([
      'error fidelity/title -',
      'error fidelity/language -',
    ]);
  });

  test('an empty output', () => {
    const proof = prove(expected, { passages: [], links: [] }, [], meta);
    expect(proof.found).toBe(0);
    expect(proof.findings.filter((finding) => finding.severity === 'error').length).toBeGreaterThan(1);
  });
});

describe('added words', () => {
  const added: Passage = { kind: 'paragraph', text: 'Table 1 of many' };
  const actual = { ...whole, passages: [...expected.passages, added] };
  test('are a warning', () => expect(told(actual)).toEqual(['warning fidelity/added -']));
  test('that were declared are fine', () => {
    expect(told(actual, [{ kind: 'added', text: 'Table 1 of many', reason: 'test' }])).toEqual([]);
  });
  test('that were declared once are fine once', () => {
    const twice = { ...actual, passages: [...actual.passages, added] };
    expect(told(twice, [{ kind: 'added', text: 'Table 1 of many', reason: 'test' }])).toEqual([
      'warning fidelity/added -',
    ]);
  });
  test('of the plan are all declared', () => {
    const planned = opening(document);
    const all = readingOf(planned.document);
    const printed = all.passages.slice(
      all.passages.findIndex((one) => one.kind === 'heading' && one.level === 1),
    );
    const actual = { ...whole, passages: printed, links: all.links };
    const body = bodyReadingOf(planned.document);
    expect(prove(expected, actual, planned.changes, meta, body).findings).toEqual([]);
  });
});

test('a notice that readers must not miss is an error when it is missing', () => {
  const text = 'Draft, not yet checked by people.';
  const notice = [{ kind: 'added', text, reason: 'Says that it is a draft.', isRequired: true }] as const;
  expect(told(whole, notice)).toEqual(['error fidelity/notice-lost -']);
  const stamped = [...whole.passages, { kind: 'paragraph', text } as const];
  expect(told({ ...whole, passages: stamped }, notice)).toEqual([]);
});

describe('declared additions', () => {
  const reason = 'test';
  const add = (text: string) => ({ kind: 'added', text, reason }) as const;
  const at = (index: number, ...texts: readonly string[]): ReadBack => ({
    ...whole,
    passages: expected.passages.toSpliced(
      index,
      0,
      ...texts.map((text) => ({ kind: 'paragraph', text }) as const),
    ),
  });
  test('a word of one is no licence for the word elsewhere', () => {
    const notice = add('This has not been checked.');
    const passages = [
      ...change('does not cut', 'does not not cut').passages,
      { kind: 'paragraph', text: notice.text },
    ];
    expect(told({ ...whole, passages } as ReadBack, [notice])).toEqual([
      `error fidelity/inserted ${line('The council')}`,
    ]);
  });
  test('one that is missing, and one that is there in part', () => {
    expect(told(whole, [add('Ask us')])).toEqual(['error fidelity/addition-lost -']);
    expect(told(at(3, 'Ask'), [add('Ask us')])).toContain('error fidelity/addition-lost -');
  });
  test('two that have changed places', () => {
    expect(told(at(3, 'First note', 'Second note'), [add('First note'), add('Second note')])).toEqual([]);
    expect(told(at(3, 'Second note', 'First note'), [add('First note'), add('Second note')])).toEqual([
      'error fidelity/addition-lost -',
    ]);
  });
  test('one that begins with the words behind it', () => {
    const text = 'We planted trees once';
    const index = expected.passages.findIndex((one) => one.text.startsWith('We planted'));
    expect(told(at(index, text), [add(text)])).toEqual([]);
  });
  test('of the plan stand where the plan has them', () => {
    const planned = at(4, 'Key facts');
    const found = (actual: ReadBack) =>
      prove(expected, actual, [add('Key facts')], meta, planned).findings.map(({ rule }) => rule);
    expect(found(planned)).toEqual([]);
    expect(found(whole)).toEqual(['fidelity/addition-lost']);
    expect(found(at(8, 'Key facts'))).toEqual(['fidelity/addition-lost', 'fidelity/added']);
  });
});

describe('languages', () => {
  const { document: bilingual } = readBody(`## Welcome

We say :lang[croeso i bawb]{lang=cy} to all.

:::lang{lang="cy"}
Diolch yn fawr.
:::
`);
  const source = readingOf(bilingual);
  const sound: ReadBack = { ...source, title: meta.title, language: 'en-GB' };
  const found = (passages: readonly Passage[]) =>
    prove(source, { ...sound, passages }, [], meta).findings.map(({ rule, message, at }) => [
      rule,
      message,
      at?.line,
    ]);
  test('are told where they are marked', () => {
    const marked = source.passages.flatMap(({ text, languages = [] }) =>
      languages.map(({ lang, start, end }) => [lang, text.slice(start, end)]),
    );
    expect(marked).toEqual([
      ['cy', 'croeso i bawb'],
      ['cy', 'Diolch yn fawr.'],
    ]);
    const { structure } = prove(source, sound, [], meta);
    expect(structure.at(-1)).toEqual({ what: 'passages in another language', total: 2, found: 2 });
  });
  test('a lost one is an error at its line', () => {
    const passages = source.passages.map(({ languages: _, ...rest }) => rest);
    expect(found(passages)).toEqual([
      [
        'fidelity/language-part',
        '"croeso i bawb" is in the language "cy" in the source and in "en-gb" in the output.',
        detailLines + 3,
      ],
      [
        'fidelity/language-part',
        '"Diolch yn fawr" is in the language "cy" in the source and in "en-gb" in the output.',
        detailLines + 6,
      ],
    ]);
  });
  test('a wrong one, one that is too long, and one too many', () => {
    const swap = (change: (passage: Passage) => Passage) => found(source.passages.map(change)).length;
    const each = (lang: string, more: number) => (passage: Passage) => ({
      ...passage,
      ...(passage.languages && {
        languages: passage.languages.map(({ start, end }) => ({ lang, start, end: end + more })),
      }),
    });
    expect(swap(each('CY', 0))).toBe(0);
    expect(swap(each('de', 0))).toBe(2);
    expect(swap(each('cy', 7))).toBe(1);
    expect(
      swap((one) =>
        one.kind === 'heading' ? { ...one, languages: [{ lang: 'fr', start: 0, end: 7 }] } : one,
      ),
    ).toBe(1);
  });
});

test('a fault says where in the output it is, and a detail where in the front matter', () => {
  const places = expected.passages.map((_, index) => ({ line: index + 1 }));
  const index = expected.passages.findIndex(({ text }) => text.includes('every one of them'));
  const { findings } = prove(expected, { ...change('of them is', 'of is'), places }, [], meta);
  expect(findings).toMatchObject([{ rule: 'fidelity/lost', outputAt: { line: index + 1 } }]);
  const other = change('Anytown Council', 'Anytown');
  const [lost] = prove(expected, other, [], meta).findings;
  expect(lost?.at).toEqual({ file: 'sources/report.md', line: 3, column: 1 });
});
