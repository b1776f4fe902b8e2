// node .ci/count.mjs REPORT [NAME OF A FAILED STEP ...]
// Counts what the test report holds and prints one line; exits 1 when anything failed or no test ran.
import { readFileSync } from 'node:fs';

const [file, ...failedSteps] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
try {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  passed = report.numPassedTests;
  failed = report.numFailedTests;
  skipped = report.numPendingTests + report.numTodoTests;
  for (const suite of report.testResults) {
    if (suite.status !== 'failed' || suite.assertionResults.some((test) => test.status === 'failed'))
      continue;
    console.log(`Did not load: ${suite.name}`);
    failed += 1;
  }
} catch (error) {
  console.log(`There is no test report: ${error.message}`);
  if (!failedSteps.includes('tests')) failed += 1;
}
// The tests' own failures are in the report; the step counts only where the report knows of none.
const steps = failedSteps.filter((step) => step !== 'tests' || failed === 0);
if (passed + failed === 0) console.log('No test ran.');
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}`);
failed += steps.length;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
