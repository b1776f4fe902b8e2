import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { easyReadingOf, readingOf } from '../src/document/passages.ts';
import { wordsOf } from '../src/document/tokens.ts';
import { countFindings } from '../src/kernel/finding.ts';
import { findReports } from '../src/pipeline/find-reports.ts';
import { openProject } from '../src/pipeline/project.ts';
import { readReport } from '../src/pipeline/read-report.ts';
import { findingLines } from './support/outline.ts';

const root = join(import.meta.dirname, '..');
const reports = findReports(openProject(root), []);
const published = join(root, '../shared/seeds');

describe.each(reports.map((report) => [report.id, report] as const))('%s', (_, report) => {
  const { document, findings } = readReport(root, report);

  test('has no errors, and an Easy Read version', () => {
    expect(findingLines(findings.filter((finding) => finding.severity === 'error'))).toBe('');
    expect(countFindings(findings).error).toBe(0);
    expect(readingOf(document).passages.length).toBeGreaterThan(50);
    expect(easyReadingOf(document).passages.length).toBeGreaterThan(10);
  });

  test('holds what the published texts hold, in its own words', (context) => {
    if (!existsSync(published)) return context.skip('The published texts are not beside the project.');
    const source = readFileSync(report.path, 'utf8');
    const texts = readdirSync(published).map((name) => readFileSync(join(published, name), 'utf8'));
    const text = texts.reduce((best, one) => (likeness(one, source) > likeness(best, source) ? one : best));
    const have = new Set(factsOf(source));
    expect(
      [...new Set(factsOf(text))].filter((fact) => !have.has(fact)),
      basename(report.path),
    ).toEqual([]);
    expect(sharedRuns(text, source)).toEqual([]);
    return undefined;
  });
});

/** Numbers and addresses, whatever the layout: without the numbers of sections and of pages in a list of contents. */
function factsOf(text: string): string[] {
  const addresses = text.match(/https?:\/\/[^\s<>")\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
  const rest = text
    .replace(/https?:\/\/\S+|mailto:\S+|\S+@\S+/g, ' ')
    .replace(/^\s*\d\.0\s|\.{3,}\s*\d+$|^(?:\D+)\t\d{1,2}$/gm, ' ')
    .replace(/(?<=\d{4,}) (?=\d{3,})/g, '')
    .replace(/\b(20\d\d)\s?[-/–]\s?(\d\d)\b/g, '$1 20$2')
    .replace(/\b(\d?\d)[/.](\d?\d)[/.](?:20)?(\d\d)\b/g, '$1 20$3');
  const numbers = rest.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const plain = numbers.map((one) => one.replace(/^0(?=\d$)/, ''));
  return [...addresses.map((one) => one.replace(/[.,;:?]+$/, '').toLowerCase()), ...plain];
}

/** How many of the rarer words are shared. */
function likeness(text: string, source: string): number {
  const words = new Set(wordsOf(text).filter((word) => word.length > 6));
  const own = new Set(wordsOf(source).filter((word) => word.length > 6));
  return [...words].filter((word) => own.has(word)).length / (words.size + 1);
}

/** Names of publications that are longer than a run. */
const titles = ['Integration and Innovation working together to improve health and social care for all'];

/** Runs of 10 or more words that both have; runs of names (words with capitals, numbers and little words) are no copying. */
function sharedRuns(text: string, source: string): string[] {
  const size = 10;
  const runs = (words: readonly string[]) =>
    words.slice(0, -size + 1).map((_, at) => words.slice(at, at + size).join(' '));
  const theirs = new Set(runs(wordsOf(text)));
  const words = wordsOf(source.replace(/https?:\/\/\S+|mailto:\S+/g, ' ')).join(' ');
  const own = titles.reduce((text, title) => text.replaceAll(title, '(title)'), words).split(' ');
  return runs(own).filter((run) => theirs.has(run) && !isNames(run));
}

function isNames(run: string): boolean {
  const plain = run.split(' ').filter((word) => /^\p{Ll}/u.test(word) && word.length > 3);
  return plain.length <= 2;
}
