import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/kernel/finding.ts';
import { checkDocument } from '../../src/rules/check-document.ts';
import { rules } from '../../src/rules/registry.ts';
import { findingLines } from '../support/outline.ts';
import { readBody, readText } from '../support/read-text.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const folderOf = (id: string) => id.replace('/', '-');

function check(id: string, name: 'fails' | 'passes'): readonly Finding[] {
  const path = (ending: string) => join(import.meta.dirname, folderOf(id), `${name}${ending}`);
  const easy = path('.easy.md');
  const text = readFileSync(path('.md'));
  const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  const { document, findings } = readText(text, textOf(easy), textOf(path('.easy.lock.yaml')));
  expect(findingLines(findings)).toBe('');
  return checkDocument(document).filter((finding) => finding.rule === id);
}

test('each rule has a folder of examples and is in the registry', () => {
  expect(folders.sort()).toEqual(rules.map(({ id }) => folderOf(id)).sort());
  const files = readdirSync(join(import.meta.dirname, '../../src/rules')).filter((name) =>
    name.endsWith('.ts'),
  );
  const texts = files.map((name) => readFileSync(join(import.meta.dirname, '../../src/rules', name), 'utf8'));
  expect(texts.filter((text) => /: Rule = \{/.test(text))).toHaveLength(rules.length);
});

test('ids come once, and each rule names what it serves', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, title, clauses } of rules) {
    expect(id).toMatch(/^(content|easy-read)\/[a-z-]+$/);
    expect(title).toMatch(/^[A-Z]/);
    expect(clauses.length).toBeGreaterThan(0);
  }
});

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  test('finds what is wrong', async () => {
    const findings = check(id, 'fails');
    expect(findings.length).toBeGreaterThan(0);
    await expect(findingLines(findings)).toMatchFileSnapshot(`${folderOf(id)}/findings.txt`);
  });

  test('is content with what is right', () => {
    expect(findingLines(check(id, 'passes'))).toBe('');
  });
});

test.each([
  ['digits', '1'.repeat(20_000)],
  ['dots and digits', '1.'.repeat(10_000)],
  ['letters', 'a'.repeat(20_000)],
  ['capitals', 'A'.repeat(20_000)],
  ['signs at', 'a@'.repeat(900)],
  ['dots', '.'.repeat(20_000)],
])('a long word of %s is no trouble in a report, a link or Easy Read', (_, word) => {
  const { document } = readBody(`${word} x\n\n[${word} x](https://example.org)\n`, `:pic[a] ${word} x\n`);
  expect(checkDocument(document).some(({ rule }) => rule === 'easy-read/checked-by-people')).toBe(true);
});
