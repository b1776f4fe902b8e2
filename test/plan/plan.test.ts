import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { easyReadingOf, readingOf } from '../../src/document/passages.ts';
import { tokensOf, wordsOf } from '../../src/document/tokens.ts';
import type { Document } from '../../src/document/tree.ts';
import { visitBlocks } from '../../src/document/visit.ts';
import type { DeclaredChange } from '../../src/kernel/change.ts';
import { plan } from '../../src/plan/plan.ts';
import { transformNames } from '../../src/profiles/profile.ts';
import { outlineOf } from '../support/outline.ts';
import { readBody, readText, recordOf } from '../support/read-text.ts';

const golden = join(import.meta.dirname, '../source/golden');
const richText = readFileSync(join(golden, 'rich.md'), 'utf8');
const richEasy = readFileSync(join(golden, 'rich.easy.md'), 'utf8');
const rich = readText(richText, richEasy, recordOf(richText, richEasy)).document;

/** The words of what a writer prints. */
function printed({ children, footnotes, meta }: Document): string[] {
  const without = {
    ...meta,
    title: '',
    organisation: '',
    date: '',
    version: '',
    signOff: [],
    contact: { telephone: [], post: [] },
  };
  const { summary: _, ...empty } = without;
  return tokensOf(
    readingOf({ meta: empty, children, footnotes, abbreviations: [], assets: new Map() }).passages,
  ).map(({ word }) => word);
}

function minus(words: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of taken) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

const declared = (changes: readonly DeclaredChange[]) =>
  changes.filter(({ kind }) => kind === 'added').flatMap(({ text }) => wordsOf(text));

const sourceWords = tokensOf(readingOf(rich).passages).map(({ word }) => word);

describe('each transform adds exactly what it declares', () => {
  test('opening', () => {
    const { document, changes } = plan(rich, { transforms: ['opening'] });
    expect(minus(printed(document), sourceWords).sort()).toEqual(declared(changes).sort());
    expect(minus(sourceWords, printed(document))).toEqual([]);
  });

  test('summary-first', () => {
    const { document, changes } = plan(rich, { transforms: ['summary-first'] });
    expect(minus(printed(document), sourceWords).sort()).toEqual(declared(changes).sort());
    expect(minus(sourceWords, printed(document))).toEqual([]);
  });

  test.each(['name-lists', 'expand-abbreviations'] as const)('%s', (name) => {
    const { document, changes } = plan(rich, { transforms: [name] });
    expect(changes.length).toBeGreaterThan(0);
    expect(minus(printed(document), printed(rich)).sort()).toEqual(declared(changes).sort());
    expect(minus(printed(rich), printed(document))).toEqual([]);
  });

  test('easy-read-layer', () => {
    const { document, changes } = plan(rich, { transforms: ['easy-read-layer'] });
    const layer = tokensOf(easyReadingOf(rich).passages).map(({ word }) => word);
    expect(minus(printed(document), layer).sort()).toEqual(declared(changes).sort());
    expect(minus(layer, printed(document))).toEqual([]);
  });

  test('links-in-full and linearise-tables change no word', () => {
    const links = plan(rich, { transforms: ['links-in-full'] });
    expect(printed(links.document)).toEqual(printed(rich));
    expect(outlineOf(links.document).match(/ in full>/g)).toHaveLength(2);
    // Each writer prints addresses in its own way, and declares those that it prints as words.
    expect(declaredCount(links.changes)).toBe(0);
    const tables = plan(rich, { transforms: ['linearise-tables'] });
    expect(printed(tables.document)).toEqual(printed(rich));
    const all = [...visitBlocks(tables.document.children)].filter((block) => block.type === 'table');
    expect(all.map((table) => table.layout)).toEqual(['records', 'records', 'records']);
  });
});

test('links-in-full never puts an address inside a word', () => {
  const { document } = readText('---\ntitle: T\n---\n\n## P\n\nRead [link](https://example.org)s here.\n');
  const { document: planned, changes } = plan(document, { transforms: ['links-in-full'] });
  expect(printed(planned).join(' ')).toContain('Read links https example org here');
  expect(changes.map(({ text }) => text)).toEqual([' (https://example.org)']);
});

function declaredCount(changes: readonly DeclaredChange[]): number {
  return changes.filter(({ kind }) => kind === 'added').length;
}

test('a report planned by all transforms for reports', async () => {
  const transforms = transformNames.filter((name) => !/summary|layer|cards|pack|script|moon/.test(name));
  await expect(outlineOf(plan(rich, { transforms }).document)).toMatchFileSnapshot('golden/report.txt');
});

test('an Easy Read version', async () => {
  await expect(outlineOf(plan(rich, { transforms: ['easy-read-layer'] }).document)).toMatchFileSnapshot(
    'golden/easy-read.txt',
  );
});

test('a draft says so, and a report without a layer gives none', () => {
  const { document } = readBody('Words.\n', ':pic[tree] We plant trees.\n');
  expect(outlineOf(plan(document, { transforms: ['easy-read-layer'] }).document)).toContain(
    'Draft, not yet checked by people with a learning disability.',
  );
  expect(() => plan(readBody('Words.\n').document, { transforms: ['easy-read-layer'] })).toThrow(
    'has no Easy Read layer',
  );
});

test('an abbreviation in a link is explained behind it, and only once', () => {
  const { document } = readBody(
    '## CCG\n\n[The *CCG* plan](https://example.org) of the CCG.\n\n:::abbreviations\n- CCG: Clinical Commissioning Group\n:::\n',
  );
  const outline = outlineOf(plan(document, { transforms: ['expand-abbreviations'] }).document);
  expect(outline).toContain(
    '</> plan</> (Clinical Commissioning Group) of the <abbr Clinical Commissioning Group>CCG</>.',
  );
  expect(outline.match(/ \(Clinical/g)).toHaveLength(1);
});

test('ids stay unique and depths whole, whatever the author calls the headings', () => {
  const body =
    '## Document title\n\nSee [it](#document-title).\n\n### Deep\n\nWords.\n\n:::glossary\n- Bin: A place.\n:::\n\n:::glossary\n- Park: A place.\n:::\n\n#### Deeper\n';
  const { document } = plan(readBody(body).document, { transforms: ['opening', 'name-lists'] });
  const headings = document.children.filter((block) => block.type === 'heading');
  expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length);
  expect(headings.map(({ depth }) => depth)).toEqual([1, 2, 3, 3, 3, 4]);
  expect(headings.some(({ id }) => id === 'document-title')).toBe(true);
});

test('no way of contact gives no empty box', () => {
  const { document } = plan(readText('Words.\n').document, { transforms: ['opening'] });
  expect(outlineOf(document)).not.toContain('Ask for this document');
});
