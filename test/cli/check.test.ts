import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleProject } from '../../src/cli/sample-project.ts';
import { checkReportSchema } from '../../src/pipeline/check-report.ts';
import { runCli } from '../support/run-cli.ts';
import { put, tempProject } from '../support/temp-project.ts';

const report = sampleProject['sources/my-first-report.md']!;
const broken = {
  ...sampleProject,
  'sources/my-first-report.md': report.replace(
    '[Read how NHS England describes the standard]',
    '[Click here]',
  ),
};
const words = ['check', '--profile', 'plain-text'];

describe('check', () => {
  it('is content with the sample project, and tells the proof', async () => {
    const { code, out } = await runCli(tempProject(), ...words);
    expect(out).toContain('Ready: nothing that must be mended.');
    expect(out).toMatch(/Proof: 1 output read back/);
    expect(out).toMatch(/(\d+) of \1 words, 1 of 1 links/);
    expect(code).toBe(0);
  });

  it('says first what to do first', async () => {
    const { code, out } = await runCli(tempProject(broken), ...words);
    expect(code).toBe(1);
    expect(out).toMatch(/Not ready: 1 place to mend\.\nStart here: sources\/my-first-report\.md:\d+:\d+\n/);
  });

  it('says the same when nothing had to be made again', async () => {
    const root = tempProject(broken);
    const from = (out: string) => out.slice(out.indexOf('Not ready'));
    const first = await runCli(root, ...words);
    const second = await runCli(root, ...words);
    expect(from(second.out)).toBe(from(first.out));
    expect(second.code).toBe(1);
  });

  it('writes every kind of report, and its JSON is the one of --json', async () => {
    const root = tempProject(broken);
    const kinds = ['html', 'json', 'junit', 'sarif', 'earl'].flatMap((kind) => [
      '--report',
      `${kind}=reports/check.${kind}`,
    ]);
    const { out } = await runCli(root, ...words, ...kinds);
    expect(out).toContain('Wrote reports/check.sarif');
    const text = (kind: string) => readFileSync(join(root, `reports/check.${kind}`), 'utf8');
    expect(text('html')).toContain('Not ready: 1 place to mend.');
    expect(text('junit')).toContain('failures="1"');
    expect(text('earl')).toContain('"outcome": "earl:failed"');
    expect(text('sarif')).toContain('"ruleId": "content/link-words"');
    const json = checkReportSchema.parse(JSON.parse(text('json')));
    const { out: printed } = await runCli(root, ...words, '--json');
    expect(JSON.parse(printed)).toEqual(json);
  });

  it('lets known findings pass, and no new one', async () => {
    const root = tempProject(broken);
    expect((await runCli(root, ...words, '--write-baseline')).code).toBe(0);
    expect(existsSync(join(root, 'allformats-baseline.json'))).toBe(true);
    const baseline = ['--baseline', 'allformats-baseline.json'];
    const known = await runCli(root, ...words, ...baseline);
    expect(known.out).toContain('(in the baseline)');
    expect(known.code).toBe(0);
    put(
      root,
      'sources/my-first-report.md',
      `${broken['sources/my-first-report.md']}\n[Read more](https://example.org/)\n`,
    );
    expect((await runCli(root, ...words, ...baseline)).code).toBe(1);
    put(root, 'sources/my-first-report.md', report);
    expect((await runCli(root, ...words, ...baseline)).out).toContain(
      // The link, and the record of facts that did not fit it.
      '2 findings of the baseline are mended',
    );
  });

  it.each([
    [['--report', 'pdf=a.pdf'], 'write KIND=FILE, with one of html, json, junit, sarif'],
    [['--report', 'sarif'], 'write KIND=FILE'],
    [['--baseline', 'missing.json'], 'missing.json cannot be read'],
  ])('ends with 2 for %j', async (more, message) => {
    const { code, err } = await runCli(tempProject(), ...words, ...more);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('proof', () => {
  it('writes a page for each format', async () => {
    const root = tempProject();
    const proof = [
      'proof',
      join(root, 'sources/my-first-report.md'),
      '--profile',
      'html',
      '--profile',
      'plain-text',
    ];
    const { code, out, err } = await runCli(root, ...proof);
    expect(err).toBe('');
    expect(out).toMatch(
      /my-first-report\.html\.proof\.html: (\d+) of \1 words, 1 of 1 links, 3 of 3 headings/,
    );
    expect(code).toBe(0);
    const page = readFileSync(join(root, 'outputs/my-first-report/my-first-report.html.proof.html'), 'utf8');
    expect(page).toContain('The output says what the source says.');
    expect(page).not.toContain('class="different"');
  });

  it('asks for a report', async () => {
    expect((await runCli(tempProject(), 'proof')).err).toContain('Say which report');
  });
});

describe('check of files of other programs', () => {
  const page = '<!doctype html><html lang="en"><title>Parks</title><main><h1>Parks</h1>';

  it('judges them as they are, converts nothing, and says how long it took', async (context) => {
    const root = tempProject({
      'good.html': `${page}<p>Words.</p></main></html>`,
      'bad.html': `${page}<p>For more <a href="https://example.org">click here</a></p><img src="data:,"></main></html>`,
    });
    const words = ['check', 'good.html', 'bad.html', '--timings', '--fail-on', 'error'];
    const { code, out } = await runCli(root, ...words);
    if (out.includes('axe-core: not checked') && !process.env.CI) return context.skip('Needs a browser.');
    expect(out).toContain('[axe/image-alt]');
    expect(out).toContain('[page/link-words]');
    expect(out).not.toContain('good.html\n');
    expect(out).toMatch(/axe-core: \d+\.\d s, \d+\.\d s a file/);
    expect(existsSync(join(root, 'outputs'))).toBe(false);
    expect(code).toBe(1);
  }, 120_000);

  it('needs the files', async () => {
    const { code, err } = await runCli(tempProject(), 'check', 'missing.html');
    expect(err).toContain('missing.html is not there');
    expect(code).toBe(2);
  });
});

describe('explain', () => {
  it('shows the page of a rule, and of a rule of another program the page of its family', async () => {
    const own = await runCli(tempProject(), 'explain', 'content/link-words');
    expect(own.code).toBe(0);
    expect(own.out).toContain('## How to mend it');
    expect((await runCli(tempProject(), 'explain', 'source/empty-link')).out).toContain('## This fails');
    expect((await runCli(tempProject(), 'explain', 'axe/color-contrast')).out).toContain('axe-core');
  });

  it('knows no other rules', async () => {
    const { code, err } = await runCli(tempProject(), 'explain', '../../README');
    expect(err).toContain('There is no rule');
    expect(code).toBe(2);
    expect((await runCli(tempProject(), 'explain')).err).toContain('Say which rule');
  });
});

describe('statement', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/statement.md'), 'utf8');
  const details = /```yaml\n([\s\S]*?)```/.exec(guide)![1]!;

  it('writes both statements from a check and the details', async () => {
    const root = tempProject({ ...sampleProject, 'statement.yaml': details });
    await runCli(root, ...words, '--report', 'json=check.json');
    const { code, out } = await runCli(root, 'statement', '--date', '2026-11-23');
    expect(out).toContain('It says: fully compliant.');
    expect(code).toBe(0);
    const text = readFileSync(join(root, 'outputs/accessibility-statement.md'), 'utf8');
    expect(text).toContain('This statement was prepared on 4 May 2026.');
    expect((await runCli(root, 'statement', 'ais')).code).toBe(0);
    expect(readFileSync(join(root, 'outputs/accessible-information.html'), 'utf8')).toContain('28 point');
  });

  it('fails where it would not be true, and says what is missing', async () => {
    const root = tempProject({ ...sampleProject, 'statement.yaml': details });
    expect((await runCli(root, 'statement')).err).toContain('check.json cannot be read');
    await runCli(root, ...words, '--report', 'json=check.json');
    const old = await runCli(root, 'statement', '--date', '2028-01-01');
    expect(old.out).toContain('more than a year ago');
    expect(old.code).toBe(1);
    put(root, 'statement.yaml', 'organisation: A\n');
    expect((await runCli(root, 'statement')).out).toContain('statement.yaml:1:1');
    put(root, 'check.json', '{}');
    put(root, 'statement.yaml', details);
    expect((await runCli(root, 'statement')).err).toContain('does not hold the results');
    expect((await runCli(root, 'statement', 'shoe')).err).toContain('is no statement');
  });
});
