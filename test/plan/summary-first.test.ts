import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadBack } from '../../src/document/passage.ts';
import { bodyReadingOf } from '../../src/document/passages.ts';
import type { Document } from '../../src/document/tree.ts';
import { loadFormat } from '../../src/formats/registry.ts';
import type { Finding } from '../../src/kernel/finding.ts';
import { libraryRoot } from '../../src/kernel/library-root.ts';
import { checkClearInformation } from '../../src/pipeline/clear-information.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { expectedReading, plan } from '../../src/plan/plan.ts';
import { loadProfiles } from '../../src/profiles/load-profiles.ts';
import { outlineOf } from '../support/outline.ts';
import { readText } from '../support/read-text.ts';

const text = `---
title: Bins and parks
organisation: Anytown Council
language: en-GB
date: 2024-05
version: "1.0"
summary: What changes for bins and parks.
contact:
  telephone: ["01632 960123"]
  email: bins@example.org
  note: We answer on working days.
signOff:
  - role: Parks committee
---

:::note{title="About this edition"}
It is new.
:::

## About the plan

The plan is about bins.

:::key-facts
- We empty bins on Mondays, and [tell you](https://example.org/bins) when we cannot.
- Six parks stay open until nine.
:::

The rest is for later.

## Parks

:::key-facts
- These facts are about parks alone.
:::
`;

const { document } = readText(text);
const profile = { transforms: ['summary-first', 'name-lists', 'expand-abbreviations'] as const };
const transforms = { transforms: [...profile.transforms] };

test('the summary page has title, summary, key facts and ways to ask, and the rest keeps its order', async () => {
  const planned = plan(document, transforms);
  await expect(outlineOf(planned.document)).toMatchFileSnapshot('golden/summary-first.txt');
  expect(planned.changes.filter(({ kind }) => kind === 'moved').map(({ text: words }) => words)).toEqual([
    'We empty bins on Mondays, and tell you when we cannot.',
    'Six parks stay open until nine.',
  ]);
});

test.each([
  ['no summary', text.replace(/^summary.*\n/m, '')],
  ['no note', text.replace(/^ {2}note.*\n/m, '')],
  ['no way to ask', text.replace(/^ {2}(?:telephone|email).*\n/gm, '')],
  ['no contact at all', text.replace(/^ {2}(?:telephone|email|note).*\n/gm, '').replace('contact:\n', '')],
  ['no key facts', text.replaceAll(':::key-facts', ':::note{title="Facts"}')],
  ['no heading', text.replace(/^## .*\n/gm, '')],
])('a report with %s has the same passages in the order of its plan', (_, changed) => {
  const other = readText(changed).document;
  const planned = plan(other, transforms);
  const expected = expectedReading(other, transforms);
  const body = bodyReadingOf(planned.document);
  const language = other.meta.language;
  const readBack = { ...body, title: other.meta.title, language };
  expect(prove(expected, readBack, planned.changes, other.meta, body).findings).toEqual([]);
});

describe.each(['clear-information', 'clear-information-web'])('%s', (id) => {
  let judge: (source: Document, planned: Document) => Promise<readonly Finding[]>;
  let read: (planned: Document) => Promise<ReadBack>;
  const planned = plan(document, transforms);

  beforeAll(async () => {
    const { format: formatId, options } = loadProfiles([join(libraryRoot, 'profiles')]).find(
      (one) => one.id === id,
    )!;
    const format = (await loadFormat(formatId))!;
    const parsed = format.options.parse(options);
    read = async (written) => format.readBack((await format.write(written, parsed)).outputs);
    judge = async (source, written) => {
      const made = await format.write(written, parsed);
      const readBack = await format.readBack(made.outputs);
      const changes = [...planned.changes, ...made.changes];
      return prove(
        expectedReading(source, transforms),
        readBack,
        changes,
        source.meta,
        bodyReadingOf(planned.document),
      ).findings;
    };
  });

  test('is whole', async () => expect(await judge(document, planned.document)).toEqual([]));

  test.each([
    ['the key facts left out', planned.document.children.filter((_, index) => index !== 2)],
    [
      'the key facts where the author has them',
      [...planned.document.children.filter((_, index) => index !== 2), planned.document.children[2]!],
    ],
    ['the key facts twice', [...planned.document.children, planned.document.children[2]!]],
    ['no way to ask', planned.document.children.filter((_, index) => index !== 3)],
  ])('with %s is caught', async (_, children) => {
    const findings = await judge(document, { ...planned.document, children });
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test('has its summary on one page, or says that it has not', async () => {
    const rules = async (source: Document) => {
      const { document: made } = plan(source, transforms);
      const findings = await checkClearInformation(source, made, await read(made));
      return findings.map(({ rule }) => rule).filter((rule) => /key-facts|summary-page/.test(rule));
    };
    expect(await rules(document)).toEqual([]);
    const facts = Array.from({ length: 40 }, (_, index) => `- Fact ${index} is here.`).join('\n');
    const long = readText(text.replace('- Six parks', `${facts}\n- Six parks`)).document;
    expect(await rules(long)).toEqual(id.endsWith('web') ? [] : ['clear/summary-page']);
    const none = readText(text.replaceAll(':::key-facts', ':::note{title="Facts"}')).document;
    expect(await rules(none)).toEqual(['clear/no-key-facts']);
  });
});
