import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/tree.ts';
import { draftSentence } from '../../src/drafting/draft-sentence.ts';
import { plainWords } from '../../src/drafting/plain-words.ts';
import { draftEasyRead } from '../../src/pipeline/draft-easy-read.ts';
import { findReports } from '../../src/pipeline/find-reports.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { readSource } from '../../src/source/read-source.ts';
import { checkFacts } from '../../src/wording/check-facts.ts';
import { guard } from '../../src/wording/guard.ts';
import { partPairs, reportWords } from '../../src/wording/parts.ts';
import { tellingOf } from '../../src/wording/telling.ts';

const root = join(import.meta.dirname, '../..');
const out = mkdtempSync(join(tmpdir(), 'allformats-'));
const project = { ...openProject(root), outputs: out };
const reports = findReports(project, []);

/** A report with a draft in the place of its own Easy Read version. */
function withDraft(path: string, draft: string): Document {
  return readSource({
    report: { file: 'report.md', bytes: readFileSync(path) },
    easyRead: { file: 'report.easy.md', bytes: new TextEncoder().encode(draft) },
    loadAsset: () => ({ problem: 'No pictures here.', fix: 'None.' }),
  }).document;
}

describe.each(reports.map((report) => [report.id, report] as const))('the draft of %s', (_, report) => {
  test('keeps every guarantee, and no slip of a hand goes unseen', async () => {
    const before = readFileSync(report.easyRead!, 'utf8');
    const { file, isBeside, layer } = await draftEasyRead(project, report, { listOnly: false });
    expect(isBeside).toBe(false);
    expect(readFileSync(report.easyRead!, 'utf8')).toBe(before);
    const document = withDraft(report.path, readFileSync(file!, 'utf8'));
    expect(checkFacts(document).flatMap(({ violations }) => violations)).toEqual([]);
    expect(layer!.parts.length).toBeGreaterThan(4);

    const words = reportWords(document, document.easyRead!.children);
    const slips: [RegExp, string][] = [
      [/(?<![\p{L}\p{N}.-])\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}])/gu, ''],
      [/(?<![\p{L}\p{N}.-])\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}])/gu, '417'],
      [/ not\b/g, ''],
      [/\bmust\b/g, 'may'],
      [
        /(?<=\p{Ll} )(?!January|February|March|April|May |June|July|August|September|October|November|December|I\b)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/gu,
        'Leeds Health Board',
      ],
    ];
    let tried = 0;
    partPairs(document).forEach((pair, at) => {
      const { start, end } = document.easyRead!.parts[at]!;
      const lines = words.linesOf(document.easyRead!.children.slice(start, end));
      lines.forEach(({ text }, line) => {
        for (const [pattern, other] of slips) {
          for (const { index, 0: found } of text.matchAll(pattern)) {
            const changed = {
              text: (text.slice(0, index) + other + text.slice(index + found.length)).replace(/ {2,}/g, ' '),
            };
            const easy = tellingOf(lines.with(line, changed), words.knowledge);
            expect(guard(pair.report, easy, pair.support, pair.record).length, changed.text).toBeGreaterThan(
              0,
            );
            tried++;
          }
        }
      });
    });
    expect(tried).toBeGreaterThan(20);
  });
});

test('each idea of a draft comes from a sentence of the report, and each edit has its place', async () => {
  const { layer } = await draftEasyRead(project, reports[0]!, { listOnly: false });
  const points = layer!.parts.flatMap((part) => part.points);
  expect(points.length).toBeGreaterThan(15);
  for (const { at, source, ideas, edits } of points) {
    expect(at?.line).toBeGreaterThan(1);
    expect(source).not.toBe('');
    expect(ideas.length).toBeGreaterThan(0);
    for (const { from, start, end, tier } of edits) {
      expect(end - start).toBe(from.length);
      expect(tier).toBe('A');
    }
  }
});

describe('a sentence is made easier', () => {
  const easier = (text: string, tier: 'A' | 'B' = 'A') => draftSentence(text, plainWords(text), tier).text;
  test.each([
    [
      'In order to improve, the council will commence nine reviews.',
      'To improve, the council will start 9 reviews.',
    ],
    ['The group is required to act prior to 4 May 2021.', 'The group must act before 4 May 2021.'],
    ['About 6.8% of the staff answered.', 'About 7 in 100 of the staff answered.'],
    ['We asked 40% of our staff.', 'We asked 40 in 100 of our staff.'],
    [
      'The staff were asked in May; they are still waiting.',
      'The staff were asked in May. They are still waiting.',
    ],
    [
      'The board agreed the plan, but it has not met since then.',
      'The board agreed the plan. But it has not met since then.',
    ],
    [
      'The Clinical Commissioning Group (CCG) buys care.',
      'The Clinical Commissioning Group (CCG) buys care.',
    ],
  ])('%s', (text, expected) => {
    expect(easier(text)).toBe(expected);
  });

  test('names, terms of law and quoted capitals are left alone', () => {
    const text = 'The Ensure Trust must have due regard to the Public Sector Equality Duty.';
    expect(easier(text, 'B')).toBe(text);
  });

  test('an edit that would change a fact is undone, and told', () => {
    const text = 'The plan (for 2021) is good.';
    const { text: drafted, reverted } = draftSentence(text, plainWords(text), 'B');
    expect(drafted).toBe(text);
    expect(reverted.map(({ why }) => why)).toEqual(['dropped']);
  });

  test('whatever the text, nothing breaks a guarantee, and nothing hangs', () => {
    const word = fc.constantFrom(
      'not',
      'must',
      '6.8%',
      'nine',
      'Leeds',
      '(',
      ')',
      ';',
      'prior to',
      'and it is',
      '4 May 2021',
      'a@b.org',
      ':',
      '£3m',
      'ensure',
      'żółw',
      '😀',
      ', which is',
      '\u200f',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (list) => {
        const text = list.join(' ');
        const knowledge = plainWords(text);
        const { text: drafted } = draftSentence(text, knowledge, 'B');
        const none = { near: tellingOf([], knowledge), text: '' };
        return (
          guard(tellingOf([{ text }], knowledge), tellingOf([{ text: drafted }], knowledge), none).length ===
          0
        );
      }),
      { numRuns: 300 },
    );
    for (const long of [
      'a'.repeat(20_000),
      'and '.repeat(5000),
      '('.repeat(5000),
      '9'.repeat(20_000),
      ', which is'.repeat(1000),
    ]) {
      expect(easier(long, 'B').length).toBeGreaterThan(0);
    }
  });
});
