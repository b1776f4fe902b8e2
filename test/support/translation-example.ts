import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Finding } from '../../src/kernel/finding.ts';
import { readXliff } from '../../src/translation/read-xliff.ts';
import { translateDocument } from '../../src/translation/translate-document.ts';
import { readText } from './read-text.ts';

const folder = join(import.meta.dirname, '../translation/examples');
const name = (id: string) => id.replace('translation/', '');

/** What is found in an example: `passes`, or the one of a finding. */
export function exampleFindings(id: string): readonly Finding[] {
  const { document } = readText(readFileSync(join(folder, 'report.md')));
  const bytes = readFileSync(join(folder, `${name(id)}.xlf`));
  return translateDocument(document, readXliff({ file: `${name(id)}.xlf`, bytes })).findings;
}

/** The unit that a finding is about, failing and as it should be, for its page. */
export function translationExample(id: string) {
  const findings = exampleFindings(id).filter(({ rule }) => rule === id);
  expect(findings.length).toBeGreaterThan(0);
  const lines = readFileSync(join(folder, `${name(id)}.xlf`), 'utf8').split('\n');
  const start = findings[0]!.at!.line - 1;
  const unit = lines.slice(start, lines.indexOf('    </unit>', start) + 1);
  const right = readFileSync(join(folder, 'passes.xlf'), 'utf8').split('\n');
  const place = right.findIndex((line) => line.includes(/id="([^"]+)"/.exec(lines[start]!)![0]));
  const passes = right.slice(place, right.indexOf('    </unit>', place) + 1);
  return { fails: outdented(unit), findings, passes: outdented(passes) };
}

function outdented(lines: readonly string[]): string {
  return lines.map((line) => line.slice(4)).join('\n');
}
