import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ReadBack } from '../../src/document/passage.ts';
import { readingOf } from '../../src/document/passages.ts';
import { differs, type ProofTale } from '../../src/kernel/proof-tale.ts';
import { prove } from '../../src/pipeline/prove.ts';
import { tellProof } from '../../src/pipeline/tell-proof.ts';
import { proofPage } from '../../src/report/proof-page.ts';
import { checkWithAxe } from '../../src/tools/axe.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';
import { readBody } from '../support/read-text.ts';

const { document } = readBody(`## Trees

We do not cut trees & hedges in spring.

- Oaks grow slowly

Birches grow fast.

The end.
`);
const expected = readingOf(document);
const sound: ReadBack = { ...expected, title: document.meta.title, language: 'en-GB' };
const changes = [{ kind: 'added', text: 'Made for you', reason: 'A greeting' }] as const;
const root = fileURLToPath(new URL('../..', import.meta.url));

function tale(actual: ReadBack): ProofTale {
  const proof = prove(expected, actual, changes, document.meta);
  return {
    title: document.meta.title,
    source: 'sources/report.md',
    output: 'outputs/report.html',
    counts: [{ what: 'words', total: proof.words, found: proof.found }, ...proof.structure],
    findings: proof.findings,
    changes,
    rows: tellProof(expected, actual, changes),
  };
}

const greeting = { kind: 'paragraph', text: 'Made for you' } as const;
const broken: ReadBack = {
  ...sound,
  passages: [
    greeting,
    ...expected.passages
      .filter(({ text }) => text !== 'The end.')
      .map((passage) => {
        if (passage.text.startsWith('Oaks')) return { kind: passage.kind, text: passage.text };
        return {
          ...passage,
          text: passage.text.replace('do not cut', 'cut').replace('grow fast', 'always grow fast'),
        };
      }),
    { kind: 'paragraph', text: 'Buy now!' },
  ],
};

const words = (rows: ProofTale['rows'], side: 'source' | 'output', state?: string) =>
  rows.flatMap((row) => row[side]?.parts ?? []).filter((part) => state === undefined || part.state === state);

describe('the tale', () => {
  test('of a sound output has no difference, and every word of both sides', () => {
    const { rows } = tale({ ...sound, passages: [greeting, ...expected.passages] });
    expect(rows.filter(differs)).toEqual([]);
    const all = expected.passages.map(({ text }) => text);
    expect(words(rows, 'source').map(({ text }) => text)).toEqual(all);
    expect(words(rows, 'output').map(({ text }) => text)).toEqual(['Made for you', ...all]);
    expect(words(rows, 'output', 'declared')).toEqual([{ text: 'Made for you', state: 'declared' }]);
  });

  test('of a broken one marks what was lost and added, and nothing else', () => {
    const { rows } = tale(broken);
    const told = (side: 'source' | 'output', state: string) =>
      words(rows, side, state).map(({ text }) => text.trim());
    expect(told('source', 'lost')).toEqual(['do not', 'The end.']);
    expect(told('output', 'added')).toEqual(['always', 'Buy now!']);
    expect(rows.filter(differs)).toHaveLength(5);
    expect(rows.find(({ source }) => source?.parts[0]?.text.startsWith('Oaks'))?.wrong).toContain(
      'in a list',
    );
  });
});

describe('the page', () => {
  const page = proofPage(tale(broken), '0.1.0');

  test('says each difference in words, and leads from one to the next', () => {
    expect(page).toContain('<span class="said">Lost:</span> <del>do not</del>');
    expect(page).toContain('<span class="said">Added:</span> <ins>always</ins>');
    expect(page).toContain('trees &amp; hedges');
    expect(page).not.toContain('<script');
    const rows = [...page.matchAll(/<tr id="(row\d+)"/g)].map(([, id]) => id);
    const links = [...page.matchAll(/href="#(row\d+)"/g)].map(([, id]) => id);
    expect(links).toEqual(rows);
    expect(rows).toHaveLength(5);
  });

  test('passes axe', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'allformats-proof-'));
    try {
      const files = [broken, sound].map((actual, index) => {
        const file = join(folder, `${index}.html`);
        writeFileSync(file, proofPage(tale(actual), '0.1.0'));
        return file;
      });
      const checked = mustBeChecked(context, await checkWithAxe(files, root));
      for (const file of files) expect(checked.findings.get(file)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
