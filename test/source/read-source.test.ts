import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { easyReadingOf, readingOf } from '../../src/document/passages.ts';
import { findingLines, outlineOf } from '../support/outline.ts';
import { details, readBody, readText, recordOf } from '../support/read-text.ts';

const golden = join(import.meta.dirname, 'golden');

test('a report with every mark of the guide is read whole', async () => {
  const easy = readFileSync(join(golden, 'rich.easy.md'), 'utf8');
  const text = readFileSync(join(golden, 'rich.md'), 'utf8');
  const { document, findings } = readText(text, easy, recordOf(text, easy));
  await expect(outlineOf(document)).toMatchFileSnapshot('golden/rich.outline.txt');
  await expect(findingLines(findings)).toMatchFileSnapshot('golden/rich.findings.txt');
});

test('line ends and a byte order mark make no difference; the file itself is kept as it is', () => {
  const body = '## One\n\nTwo\nthree.\n\n:::note\nFour\n:::\n';
  const read = (text: string) => {
    const { document, findings } = readText(text);
    const { source, ...rest } = document;
    expect(source).toEqual({ name: 'report.md', bytes: new TextEncoder().encode(text) });
    return { rest, findings };
  };
  const plain = read(details + body);
  expect(read(`\ufeff${(details + body).replaceAll('\n', '\r\n')}`)).toEqual(plain);
  expect(read((details + body).replaceAll('\n', '\r'))).toEqual(plain);
});

describe('front matter', () => {
  const withDetail = (lines: string) => details.replace('language: en-GB\n', `language: en-GB\n${lines}`);
  const messages = (text: string) => readText(text).findings.map((finding) => finding.message);

  test('that is missing: the first heading is the title', () => {
    const { document, findings } = readText('Words.\n\n## Our parks\n');
    expect(document.meta.title).toBe('Our parks');
    expect(findings.map((finding) => finding.rule)).toEqual(['source/front-matter']);
  });

  test('that is not closed is kept as text', () => {
    const { document, findings } = readText('---\ntitle: Parks\n\nWords of mine.\n');
    const words = readingOf(document)
      .passages.map((passage) => passage.text)
      .join(' ');
    expect(words).toContain('title: Parks');
    expect(words).toContain('Words of mine.');
    expect(findings[0]?.message).toContain('not closed');
  });

  test('with one wrong way of contact keeps the others', () => {
    const { document } = readText(details.replace('bins@example.org', 'nobody\n  team: Parks team'));
    expect(document.meta.contact).toEqual({ team: 'Parks team', telephone: [], post: [] });
    expect(document.meta.title).toBe('Bins and parks');
  });

  test('refuses aliases', () => {
    const { document, findings } = readText(withDetail('summary: &a words\nversion2: *a\n'));
    expect(findings[0]?.message).toContain('aliases');
    expect(document.meta.organisation).toBe('Not stated');
  });

  test('tells of keys that come twice and of lines that are not YAML', () => {
    expect(messages(withDetail('date: 2021\n'))).toEqual([
      'The detail "date" stands twice. This one is left out: "date: 2024-05".',
    ]);
    expect(messages(withDetail('summary: "never closed\n'))).toEqual([
      'The summary starts with a quotation mark, but does not end with one.',
    ]);
  });

  test('tells of special keys like of any other', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(messages(withDetail(`${key}: evil\n`))).toEqual([
        `"${key}" is not a detail that reports have, so no reader would get it.`,
      ]);
    }
    expect(({} as { evil?: string }).evil).toBeUndefined();
  });

  test('may hold no control characters behind escapes', () => {
    expect(messages(withDetail('summary: "ring \\a bell"\n'))[0]).toContain('"summary"');
  });
});

test('links with encoded names lead to the heading', () => {
  const { document, findings } = readBody('## Café Öl\n\n[one](#café-öl) [two](#caf%C3%A9-%C3%B6l)\n');
  expect(findings).toEqual([]);
  expect(readingOf(document).links.map((link) => link.url)).toEqual(['#café-öl', '#café-öl']);
});

test('abbreviations are marked in the plural too, and never inside words', () => {
  const { document } = readBody(
    'The GPs and the GP, not GPX or AGP.\n\n:::abbreviations\n- GP: general practitioner\n:::\n',
  );
  expect(outlineOf(document)).toContain(
    'The <abbr general practitioners>GPs</> and the <abbr general practitioner>GP</>, not GPX or AGP.',
  );
});

test('links in Easy Read must lead to Easy Read', () => {
  const easy = '## Our trees\n\n:pic[tree] See [trees](#our-trees) and [the plan](#the-plan).\n';
  const { document, findings } = readBody('## The plan\n\nWords.\n', easy);
  expect(findings.map(({ rule, at }) => `${rule} ${at?.file}:${at?.line}`)).toEqual([
    'source/broken-reference sources/report.easy.md:3',
  ]);
  expect(easyReadingOf(document).links).toHaveLength(1);
});

test('an address that only Easy Read uses is used', () => {
  const { findings } = readBody(
    'Words.\n\n:::easy-read\n:pic[tree] See [trees][t].\n:::\n\n[t]: https://example.org\n',
  );
  expect(findings).toEqual([]);
});
