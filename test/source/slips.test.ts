import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/rules/check-document.ts';
import { findingLines, outlineOf } from '../support/outline.ts';
import { detailLines, details, readBody, readText } from '../support/read-text.ts';

const outline = (body: string): string[] =>
  outlineOf(readBody(body).document)
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/ @\d+:\d+/, ''));

/** Rule and line of each finding, the line counted in the body. */
const found = (body: string): string[] =>
  readBody(body).findings.map(({ rule, at }) => `${rule} ${(at?.line ?? 0) - detailLines}`);

describe('a box that is not closed', () => {
  const table = ':::table{caption="Parks"}\n| Park | Size |\n| --- | --- |\n| Lane | Big |\n:::\n';

  test('ends before the heading in it, and what follows is whole and at its place', () => {
    const body = `:::key-facts\n- A fact\n## Parks\n\nWords.\n\n${table}`;
    expect(found(body)).toEqual(['source/box-not-closed 1']);
    expect(outline(body)).toEqual([
      'box key-facts',
      '  list',
      '    item',
      '      paragraph A fact',
      'heading 2 #parks Parks',
      ...outline(`Words.\n\n${table}`),
    ]);
    const heading = readBody(body).document.children[1];
    expect(heading?.at?.line).toBe(detailLines + 3);
    expect(readBody(body).document.children[3]?.at?.line).toBe(detailLines + 7);
  });

  test('ends before the next box, also without an empty line between', () => {
    expect(outline(`:::note\nWords.\n${table}`)).toEqual([
      'box note',
      '  paragraph Words.',
      ...outline(table),
    ]);
  });

  test('ends with the box around it', () => {
    const body = '::::note\n:::contact\nAsk.\n::::\n\nWords.\n';
    expect(found(body)).toEqual(['source/box-not-closed 2']);
    expect(outline(body).at(-1)).toBe('paragraph Words.');
  });

  test('in a list or in code is no matter of the boxes outside', () => {
    const body = `- A\n\n  :::note\n  Words.\n\n${table}\n\`\`\`\n:::note\n\`\`\`\n`;
    expect(found(body)).toEqual(['source/box-not-closed 3']);
    expect(outline(body).slice(-8)).toEqual([...outline(table), 'code ":::note"']);
  });

  test('hides no headings from Easy Read', () => {
    const body = ':::key-facts\n- A fact\n\n## Parks\n\nWords.\n';
    const easy = ':::easy-read{covers="parks"}\n:pic[tree] Parks.\n:::\n';
    const { document } = readBody(body, easy);
    const rules = checkDocument(document).map((finding) => finding.rule);
    expect(rules).not.toContain('easy-read/coverage');
  });
});

describe('the first line of a box', () => {
  test.each([
    [':::note{title=“About Ann’s “grades”“}', 'About Ann’s “grades”'],
    [':::note{title=„Wichtig“}', 'Wichtig'],
    [':::note{title=‘Ann’s grades’}', 'Ann’s grades'],
    [':::note{title="Ann’s “good” grades"}', 'Ann’s “good” grades'],
    ['::: note {title="Grades"}', 'Grades'],
    [':::Note[Grades]', 'Grades'],
  ])('%s is read without a finding', (line, title) => {
    expect(findingLines(readBody(`${line}\nWords.\n:::\n`).findings)).toBe('');
    expect(outline(`${line}\nWords.\n:::\n`)[0]).toContain(`"${title}"`);
  });

  test.each([
    [':::note{title="Grades}', 'Grades'],
    [':::note{title="Grades"', 'Grades'],
    [':::note{title=Our grades}', 'Our grades'],
    [':::note title="Grades"', 'Grades'],
    [':::note Grades', 'Grades'],
    [':::note{title="The "best" grades"}', 'The "best" grades'],
  ])('%s is read with a finding', (line, title) => {
    expect(found(`${line}\nWords.\n:::\n`).filter((one) => !one.includes('unknown-detail'))).toEqual([
      'source/box-line 1',
    ]);
    expect(outline(`${line}\nWords.\n:::\n`)[0]).toContain(`"${title}"`);
  });

  test('quotes in sentences stay as they are', () => {
    expect(outline('She said x=“y” {a=“b”}.\n')).toEqual(['paragraph She said x=“y” {a=“b”}.']);
    expect(outline(':lang[Croeso]{lang=“cy”}\n')).toEqual(['paragraph <lang cy>Croeso</>']);
  });
});

test('a table that is not there keeps its caption', () => {
  expect(outline(':::table{caption="Parks"}\nWords.\n:::\n')).toEqual([
    'paragraph Parks',
    'paragraph Words.',
  ]);
});

test('a title that is said again moves no heading', () => {
  expect(outline('# BINS & parks\n\n## One\n'.replace('&', 'and'))).toEqual(['heading 2 #one One']);
  expect(outline('# Another\n\n## One\n')).toEqual(['heading 2 #another Another', 'heading 3 #one One']);
});

describe('a slip in the details', () => {
  const meta = readText(details).document.meta;
  test.each([
    ['a colon', 'title: Bins and parks', 'title: Bins: and parks', 'The title has a colon.'],
    ['a tab', '  email', '\temail', 'A line of the details at the top starts with a tab.'],
    [
      'an open quote',
      'title: Bins',
      'title: "Bins',
      'The title starts with a quotation mark, but does not end with one.',
    ],
    ['no colon', 'title: Bins', 'title Bins', 'There is no colon behind "title".'],
    ['no space', 'title: Bins', 'title:Bins', 'There is no space behind "title:".'],
    [
      'spaces before',
      'organisation',
      '   organisation',
      '"organisation" stands further in than the line above.',
    ],
    ['a star', 'title: Bins', 'title: *Bins', 'The title starts with *.'],
  ])('%s costs no other detail', (_, right, wrong, message) => {
    const { document, findings } = readText(details.replace(right, wrong));
    expect(findings.map((finding) => finding.message)).toEqual([message]);
    expect({ ...document.meta, title: '' }).toEqual({ ...meta, title: '' });
    expect(document.meta.title.replace(/[:*]/g, '')).toBe(meta.title);
    expect(checkDocument(document).map((finding) => finding.rule)).not.toContain('content/no-way-to-ask');
  });

  test('that cannot be guessed costs its line, and the formats are told', () => {
    const { document, findings } = readText(
      details.replace('contact:\n  email: bins@example.org', '{contact'),
    );
    expect(findings.map((finding) => finding.message)).toContain(
      'These details are missing in all formats, as they could not be read: contact.',
    );
    expect(document.meta.title).toBe(meta.title);
    expect(checkDocument(document).map((finding) => finding.rule)).not.toContain('content/no-way-to-ask');
  });

  test.each([
    ['a,b@example.org', 'no comma'],
    ['a b@example.org', 'no spaces'],
    ['a@example', 'full stop'],
    ['a@b@example.org', 'one e-mail address'],
  ])('the e-mail address %s is refused', (address, told) => {
    const { document, findings } = readText(details.replace('bins@example.org', address));
    expect(findings.map((finding) => finding.message).join()).toContain(told);
    expect(document.meta.contact.email).toBeUndefined();
  });
});
