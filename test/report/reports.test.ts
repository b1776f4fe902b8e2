import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../src/kernel/check-report.ts';
import { checkReportSchema } from '../../src/pipeline/check-report.ts';
import { baselineOf, parseBaseline, withBaseline } from '../../src/report/baseline.ts';
import { checkPage } from '../../src/report/check-page.ts';
import { checkText } from '../../src/report/check-text.ts';
import { junit } from '../../src/report/junit.ts';
import { reportWriters } from '../../src/report/report-writers.ts';
import { sarif } from '../../src/report/sarif.ts';
import { checkWithAxe } from '../../src/tools/axe.ts';
import { runTool } from '../../src/tools/run-tool.ts';
import { cleanReport, sampleReport } from '../support/check-reports.ts';
import { mustBeChecked } from '../support/must-be-checked.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const failing: CheckReport = {
  ...sampleReport,
  subjects: [
    ...sampleReport.subjects,
    {
      kind: 'source',
      path: 'sources/empty.md',
      findings: [],
      failure: { code: 'file-empty', message: 'It is empty.' },
    },
  ],
};

const packaged = (name: string) =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(name), 'utf8'));
const ajv = new Ajv({ allErrors: true, schemaId: 'auto' });
ajv.addMetaSchema(packaged('ajv/lib/refs/json-schema-draft-04.json'));
const isSarif = ajv.compile(packaged('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

describe('SARIF', () => {
  test.each([
    ['findings', sampleReport],
    ['no findings', cleanReport],
    ['a file that could not be read', failing],
    ['a baseline', withBaseline(sampleReport, baselineOf(sampleReport))],
  ])('with %s is valid against the schema of OASIS', (_, report) => {
    const log = JSON.parse(sarif(report));
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  });

  test('the schema refuses what is wrong', () => {
    const log = JSON.parse(sarif(sampleReport));
    log.runs[0].results[0].level = 'grave';
    expect(isSarif(log)).toBe(false);
  });

  test('names the rule, the line and the level of each finding', () => {
    const [run] = JSON.parse(sarif(sampleReport)).runs;
    expect(run.results).toHaveLength(5);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    }
    const [first] = run.results;
    expect(first.level).toBe('error');
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'sources/a%20report.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 12, startColumn: 3 },
    });
    expect(run.tool.driver.rules[1].properties.tags).toContain('WCAG 2.2 2.4.4');
    const lost = run.results.find((one: { ruleId: string }) => one.ruleId === 'fidelity/lost');
    expect(lost.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('outputs/a/a.html.html');
    expect(run.results.at(-1)).toMatchObject({ kind: 'review', level: 'none' });
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain(
      'veraPDF (PDF/UA-1): not checked',
    );
  });

  test('gives each finding a print that stays when lines move', () => {
    const prints = (report: CheckReport) =>
      JSON.parse(sarif(report)).runs[0].results.map(
        (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['allformats/v1'],
      );
    const before = prints(sampleReport);
    expect(new Set(before).size).toBe(before.length);
    const moved = {
      ...sampleReport,
      subjects: sampleReport.subjects.map((subject) => ({
        ...subject,
        findings: subject.findings.map((one) =>
          one.at ? { ...one, at: { ...one.at, line: one.at.line + 7 } } : one,
        ),
      })),
    };
    expect(prints(moved)).toEqual(before);
  });
});

describe('JUnit', () => {
  test('is as reviewed', async () => {
    await expect(junit(failing)).toMatchFileSnapshot('golden/check.junit.xml');
  });

  test('is well-formed for another parser, whatever the findings hold', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'allformats-junit-'));
    try {
      const file = join(folder, 'a.xml');
      writeFileSync(file, junit(failing));
      const script = 'import sys, xml.dom.minidom as x; x.parse(sys.argv[1])';
      const run = await runTool('python3', ['-c', script, file], { seconds: 60 }).catch(() => undefined);
      if (run === undefined) return context.skip('Python is not installed.');
      expect(run.stderr).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('fails a case only for what fails the check', () => {
    const count = (text: string, what: string) =>
      Number(new RegExp(`<testsuites[^>]* ${what}="(\\d+)"`).exec(text)?.[1]);
    expect(count(junit(sampleReport), 'failures')).toBe(2);
    expect(count(junit(sampleReport), 'skipped')).toBe(1);
    expect(count(junit(failing), 'errors')).toBe(1);
    expect(count(junit({ ...sampleReport, failOn: 'warning' }), 'failures')).toBe(3);
    expect(count(junit({ ...sampleReport, failOn: 'never' }), 'failures')).toBe(0);
    expect(count(junit(cleanReport), 'failures')).toBe(0);
    expect(count(junit(withBaseline(sampleReport, baselineOf(sampleReport))), 'failures')).toBe(1);
  });
});

test('the JSON report meets its schema', () => {
  for (const report of [
    sampleReport,
    cleanReport,
    failing,
    withBaseline(sampleReport, baselineOf(sampleReport)),
  ]) {
    expect(checkReportSchema.parse(JSON.parse(reportWriters.json(report)))).toEqual(report);
  }
});

describe('the baseline', () => {
  const baseline = baselineOf(sampleReport);

  test('knows each finding as often as it was there, and never a fault of the proof', () => {
    const known = (report: CheckReport) =>
      report.subjects.flatMap(({ findings }) => findings.filter((one) => one.known).map(({ rule }) => rule));
    expect(known(withBaseline(sampleReport, baseline))).toEqual([
      'content/link-words',
      'content/link-words',
      'content/title-length',
      'axe/color-contrast',
    ]);
    const [source] = sampleReport.subjects;
    const twice = { ...source!, findings: [...source!.findings, source!.findings[0]!] };
    const marked = withBaseline({ ...sampleReport, subjects: [twice] }, baseline).subjects[0]!.findings;
    expect(marked.map((one) => one.known)).toEqual([true, true, true, undefined]);
  });

  test('says how many are mended', () => {
    expect(withBaseline(sampleReport, baseline).mended).toBe(0);
    expect(withBaseline(cleanReport, baseline).mended).toBe(4);
  });

  test('comes back from its file, and refuses another one', () => {
    expect(parseBaseline(JSON.stringify(baseline), 'b.json')).toEqual(baseline);
    expect(() => parseBaseline('{}', 'b.json')).toThrow('b.json is not a baseline');
    expect(() => parseBaseline('no', 'b.json')).toThrow('b.json is not a baseline');
  });
});

describe('the terminal', () => {
  test('is as reviewed', async () => {
    await expect(`${checkText(failing).join('\n')}\n`).toMatchFileSnapshot('golden/check.txt');
    await expect(`${checkText(sampleReport).join('\n')}\n`).toMatchFileSnapshot('golden/check-findings.txt');
    await expect(`${checkText(cleanReport).join('\n')}\n`).toMatchFileSnapshot('golden/check-clean.txt');
  });
});

describe('the page', () => {
  test('escapes what findings hold and says every finding', () => {
    const page = checkPage(sampleReport);
    expect(page).not.toContain('<b>here');
    expect(page).toContain('&lt;b&gt;here &amp; now');
    expect(page).toContain('<strong>not checked</strong>. Java was not found.');
    for (const { findings } of sampleReport.subjects)
      for (const { rule } of findings) expect(page).toContain(`<code>${rule}</code>`);
    expect(parse(page).childNodes).toHaveLength(2);
    expect(page).not.toMatch(/<script|src=|https?:\/\/(?!example\.org)/);
  });

  test('passes axe', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'allformats-report-'));
    try {
      const files = [sampleReport, cleanReport, failing].map((report, index) => {
        const file = join(folder, `${index}.html`);
        writeFileSync(file, checkPage(report));
        return file;
      });
      const checked = mustBeChecked(context, await checkWithAxe(files, root));
      for (const file of files) expect(checked.findings.get(file)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
