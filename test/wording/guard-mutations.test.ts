import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReports } from '../../src/pipeline/find-reports.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { readReport } from '../../src/pipeline/read-report.ts';
import { checkFacts } from '../../src/wording/check-facts.ts';
import { guard } from '../../src/wording/guard.ts';
import { type PartPair, partPairs, reportWords } from '../../src/wording/parts.ts';
import { type Line, tellingOf } from '../../src/wording/telling.ts';

const root = join(import.meta.dirname, '../..');
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** Slips of a hand, each as the places where it can happen and what may stand there afterwards. */
const slips = {
  'drops a number': [/(?<![\p{L}\p{N}.-])\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}])/gu, () => ['']],
  'changes a number': [
    /(?<![\p{L}\p{N}.-])\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}])/gu,
    (found) => [`${found}7`, '417'],
  ],
  'drops a "not"': [/ (?:not|never)\b/giu, () => ['']],
  'adds a "not"': [/\b(?:is|are|was|were|must|can|will)\b(?! not)/gu, (found) => [`${found} not`]],
  'turns "no" into "any"': [/\b[Nn]o(?= \p{L})/gu, () => ['any']],
  'turns "must" into "may"': [/\bmust\b/gu, () => ['may', 'should', 'can']],
  'turns "may" into "must"': [/\bmay\b/gu, () => ['must', 'will']],
  'turns "should" into "must"': [/\bshould\b/gu, () => ['must', 'may']],
  'turns "all" into "some"': [/\b[Aa]ll\b(?= \p{Ll})/gu, () => ['some', 'most']],
  'renames a body': [
    /(?<=\p{Ll} )(?!I\b)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)*/gu,
    () => ['Leeds Health Board', 'Ministry of Justice', 'Patel'],
  ],
  'moves a date by a month': [
    new RegExp(`\\b(?:${months})\\b(?= \\d{4})`, 'gu'),
    (found) => [found === 'June' ? 'July' : 'June'],
  ],
  'moves a date by a year': [/\b20\d\d\b/gu, (found) => [String(Number(found) + 3)]],
  'moves a date by a day': [
    new RegExp(`\\b\\d{1,2}(?= (?:${months}))`, 'gu'),
    (found) => [found === '17' ? '18' : '17'],
  ],
  'changes an address': [/[\w.]+(?=@)/gu, () => ['someone.else']],
  'changes a telephone number': [
    /\b0\d{4} \d{6}\b/gu,
    (found) => [found.replace(/\d$/, (last) => String((Number(last) + 1) % 10))],
  ],
} as const satisfies Record<string, readonly [RegExp, (found: string) => readonly string[]]>;

interface Case {
  readonly pair: PartPair;
  readonly lines: readonly Line[];
}

const reports = findReports(openProject(root), []).map((report) => {
  const { document } = readReport(root, report);
  const words = reportWords(document, document.easyRead!.children);
  const cases = partPairs(document).map((pair, at): Case => {
    const { start, end } = document.easyRead!.parts[at]!;
    return { pair, lines: words.linesOf(document.easyRead!.children.slice(start, end)) };
  });
  return { id: report.id, document, words, cases };
});

const isCaught = (
  { pair }: Case,
  lines: readonly Line[],
  words: (typeof reports)[number]['words'],
): boolean => guard(pair.report, tellingOf(lines, words.knowledge), pair.support, pair.record).length > 0;

describe.each(reports.map((report) => [report.id, report] as const))('the layer of %s', (_, report) => {
  test('keeps every guarantee', () => {
    const broken = checkFacts(report.document).flatMap(({ pair, violations }) =>
      violations.map((one) => [pair.covers, one]),
    );
    expect(broken).toEqual([]);
    expect(report.cases.every(({ pair }) => pair.hasRecord)).toBe(true);
  });

  test.each(Object.keys(slips) as (keyof typeof slips)[])('is guarded against a hand that %s', (name) => {
    const [pattern, others] = slips[name];
    const missed: string[] = [];
    for (const one of report.cases) {
      one.lines.forEach(({ text }, at) => {
        for (const match of text.matchAll(pattern)) {
          for (const other of others(match[0])) {
            const changed = text.slice(0, match.index) + other + text.slice(match.index + match[0].length);
            const lines = one.lines.with(at, { text: changed.replace(/ {2,}/g, ' ').trim() });
            if (!isCaught(one, lines, report.words)) missed.push(`${text} -> ${changed}`);
          }
        }
      });
    }
    expect(missed).toEqual([]);
  });
});

test('each slip can happen somewhere', () => {
  const text = reports
    .flatMap(({ cases }) => cases.flatMap(({ lines }) => lines.map((line) => line.text)))
    .join('\n');
  for (const [name, [pattern]] of Object.entries(slips)) expect(text.match(pattern), name).not.toBeNull();
});

test('any number that the sections lack is caught, wherever it is put', () => {
  const all = reports.flatMap((report) => report.cases.map((one) => [report, one] as const));
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.nat(),
      fc.integer({ min: 2200, max: 9_999_999 }),
      ([report, one], place, number) => {
        const at = place % one.lines.length;
        const lines = one.lines.with(at, { text: `${one.lines[at]!.text} This is ${number} people.` });
        return isCaught(one, lines, report.words);
      },
    ),
    { numRuns: 300 },
  );
});

test('a whole sentence with a fact in it cannot go unseen', () => {
  for (const { cases, words } of reports) {
    for (const one of cases) {
      one.lines.forEach(({ text }, at) => {
        const facts = tellingOf([{ text }], words.knowledge).facts;
        if (![...facts.values()].some(({ kind }) => kind !== 'term')) return;
        expect(isCaught(one, one.lines.toSpliced(at, 1), words), text).toBe(true);
      });
    }
  }
});
