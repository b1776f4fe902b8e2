import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const program = join(import.meta.dirname, '../.ci/count.mjs');

function count(report: object | undefined, ...failedSteps: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), 'count-')), 'report.json');
  if (report !== undefined) writeFileSync(file, JSON.stringify(report));
  const run = spawnSync(process.execPath, [program, file, ...failedSteps], { encoding: 'utf8' });
  return { last: run.stdout.trim().split('\n').at(-1), code: run.status };
}

const report = (numbers: Record<string, number>, testResults: object[] = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...numbers,
});
const broken = { name: 'broken.test.ts', status: 'failed', assertionResults: [] };
const failing = { name: 'failing.test.ts', status: 'failed', assertionResults: [{ status: 'failed' }] };

test.each([
  ['all passed', count(report({ numPassedTests: 7 })), '7 passed, 0 failed', 0],
  [
    'some skipped',
    count(report({ numPassedTests: 7, numPendingTests: 2 })),
    '7 passed, 0 failed, 2 skipped',
    0,
  ],
  [
    'one failed',
    count(report({ numPassedTests: 6, numFailedTests: 1 }, [failing]), 'tests'),
    '6 passed, 1 failed',
    1,
  ],
  ['a file did not load', count(report({ numPassedTests: 6 }, [broken]), 'tests'), '6 passed, 1 failed', 1],
  [
    'vitest failed for another reason',
    count(report({ numPassedTests: 6 }), 'tests'),
    '6 passed, 1 failed',
    1,
  ],
  [
    'lint and types failed',
    count(report({ numPassedTests: 6 }), 'lint', 'type check'),
    '6 passed, 2 failed',
    1,
  ],
  ['no test ran', count(report({})), '0 passed, 0 failed', 1],
  ['there is no report', count(undefined, 'tests'), '0 passed, 1 failed', 1],
  ['there is no report, and nobody said so', count(undefined), '0 passed, 1 failed', 1],
])('when %s', (_, { last, code }, line, exit) => {
  expect(last).toBe(line);
  expect(code).toBe(exit);
});
