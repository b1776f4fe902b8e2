import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleProject } from '../../src/cli/sample-project.ts';
import { manifestSchema } from '../../src/pipeline/manifest.ts';
import { runCli } from '../support/run-cli.ts';
import { put, tempProject } from '../support/temp-project.ts';

const report = sampleProject['sources/my-first-report.md']!;
const quick = ['--profile', 'html', '--profile', 'plain-text', '--profile', 'easy-read'];

function manifestOf(root: string) {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, 'outputs/manifest.json'), 'utf8')));
}

describe('convert', () => {
  it('makes every format of the sample project, proves it, and writes manifest and start page', async () => {
    const root = tempProject();
    const { code, out } = await runCli(root, 'convert');
    expect(out).toContain('Made 16 outputs');
    expect(code).toBe(0);
    const { outputs } = manifestOf(root);
    expect(outputs.map((output) => output.path)).toEqual([
      ...['grade-1', 'grade-2'].flatMap((grade) =>
        ['braille.brf', 'braille.pef', 'braille.txt', 'preview.html'].map(
          (file) => `outputs/my-first-report/my-first-report.braille-${grade}/${file}`,
        ),
      ),
      'outputs/my-first-report/my-first-report.clear-print-14.pdf',
      'outputs/my-first-report/my-first-report.easy-read.html',
      'outputs/my-first-report/my-first-report.easy-read-epub.epub',
      'outputs/my-first-report/my-first-report.easy-read-pdf.pdf',
      'outputs/my-first-report/my-first-report.epub.epub',
      'outputs/my-first-report/my-first-report.html.html',
      'outputs/my-first-report/my-first-report.large-print-16.pdf',
      'outputs/my-first-report/my-first-report.large-print-18.pdf',
      'outputs/my-first-report/my-first-report.large-print-20.pdf',
      'outputs/my-first-report/my-first-report.large-print-24.pdf',
      'outputs/my-first-report/my-first-report.large-print-28.pdf',
      'outputs/my-first-report/my-first-report.plain-text.txt',
      'outputs/my-first-report/my-first-report.plain-text-email.txt',
      'outputs/my-first-report/my-first-report.word.docx',
    ]);
    for (const output of outputs) {
      expect(output.findings.error, output.path).toBe(0);
      expect(output.words, output.path).toBeGreaterThan(40);
      expect(existsSync(join(root, output.path))).toBe(true);
    }
    const index = readFileSync(join(root, 'outputs/index.html'), 'utf8');
    expect(index).toContain('My first report');
    expect(index).toContain('my-first-report/my-first-report.large-print-20.pdf');
  });

  it('does no work when nothing has changed, and only what is needed when something has', async () => {
    const root = tempProject();
    await runCli(root, 'convert', ...quick);
    const again = await runCli(root, 'convert', ...quick);
    expect(again.out).toContain('Nothing has changed: all 3 outputs are up to date.');
    put(root, 'sources/my-first-report.md', report.replace('We asked 120 people.', 'We asked 121 people.'));
    const changed = await runCli(root, 'convert', ...quick);
    expect(changed.out).toContain('Made 3 outputs');
    put(root, 'sources/images/answers.svg', sampleProject['sources/images/answers.svg']!.replace('51', '52'));
    expect((await runCli(root, 'convert', ...quick)).out).toContain('Made 3 outputs');
    rmSync(join(root, 'outputs/my-first-report/my-first-report.plain-text.txt'));
    expect((await runCli(root, 'convert', ...quick)).out).toContain('Made 1 output in');
    writeFileSync(join(root, 'outputs/my-first-report/my-first-report.plain-text.txt'), 'changed by hand');
    expect((await runCli(root, 'convert', ...quick)).out).toContain('Made 1 output in');
  });

  it('gives the same bytes from two runs in two places', async () => {
    const hashes = [];
    for (const _ of [1, 2]) {
      const root = tempProject();
      await runCli(root, 'convert');
      hashes.push(manifestOf(root).outputs.map((output) => [output.path, output.sha256]));
    }
    expect(hashes[0]).toEqual(hashes[1]);
  });

  it('goes on with the other reports when one cannot be read, and tells each once', async () => {
    const root = tempProject({
      ...sampleProject,
      'sources/empty.md': '',
      'sources/binary.md': new Uint8Array([0, 1, 2, 255, 254, 0]),
    });
    const { code, out } = await runCli(root, 'convert', ...quick);
    expect(code).toBe(1);
    expect(out).toContain('Not made: sources/empty.md\n  sources/empty.md is empty.');
    expect(out.match(/binary\.md is not a text file/g)).toHaveLength(1);
    expect(manifestOf(root).outputs).toHaveLength(3);
  });

  it('takes away outputs of reports that are no more, and never other files', async () => {
    const root = tempProject({ ...sampleProject, 'sources/second.md': report });
    await runCli(root, 'convert');
    put(root, 'outputs/my-notes.txt', 'mine');
    expect(manifestOf(root).outputs).toHaveLength(41);
    rmSync(join(root, 'sources/second.md'));
    await runCli(root, 'convert');
    expect(manifestOf(root).outputs).toHaveLength(22);
    expect(existsSync(join(root, 'outputs/second/second.html.html'))).toBe(false);
    expect(existsSync(join(root, 'outputs/my-notes.txt'))).toBe(true);
  });

  it('says which report has no Easy Read layer instead of failing', async () => {
    const root = tempProject({ 'sources/alone.md': report.replace(/:::figure[\s\S]*?\n:::\n/, '') });
    const { code, out } = await runCli(root, 'convert', ...quick);
    expect(code).toBe(0);
    expect(out).toContain('1 without an Easy Read layer');
    expect(out).toContain('easy-read/missing');
  });

  it('uses a profile of the team, and refuses a wrong one before anything is written', async () => {
    const root = tempProject();
    const own =
      'id: narrow\ntitle: Narrow text\ndescription: For a small screen.\nformat: plain-text\ntransforms: [opening, links-in-full, linearise-tables]\noptions:\n  width: 40\n  flowed: false\n  lineEnding: lf\n  characters: unicode\n  contents: false\n';
    put(root, 'profiles/narrow.yaml', own);
    await runCli(root, 'convert', '--profile', 'narrow');
    const text = readFileSync(join(root, 'outputs/my-first-report/my-first-report.narrow.txt'), 'utf8');
    expect(text).toContain('84 of them');
    put(root, 'profiles/narrow.yaml', own.replace('format: plain-text', 'fromat: plain-text'));
    const { code, err } = await runCli(root, 'convert', '--profile', 'narrow');
    expect(code).toBe(2);
    expect(err).toContain('narrow.yaml');
    expect(err).toContain('fromat');
  });

  it('makes a profile that is not a default only when asked, and then keeps it up to date', async () => {
    const root = tempProject({ ...sampleProject, 'sources/second.md': report });
    const own = (id: string, more: string) =>
      `id: ${id}\ntitle: ${id}\ndescription: For a test.\nformat: plain-text\n${more}`;
    // Replaces the built-in profiles that are slow.
    for (const id of ['14', '16', '18', '20', '24', '28'].map((size) =>
      size === '14' ? 'clear-print-14' : `large-print-${size}`,
    ))
      put(root, `profiles/${id}.yaml`, own(id, 'default: false\n'));
    put(root, 'profiles/rare.yaml', own('rare', 'default: false\n'));
    const paths = () => manifestOf(root).outputs.map(({ path }) => path.replace(/^.*\//, ''));
    await runCli(root, 'convert');
    expect(paths()).not.toContain('my-first-report.rare.txt');
    expect((await runCli(root, 'list')).out).toMatch(/rare +rare \(only with --profile rare\)/);
    await runCli(root, 'convert', join(root, 'sources/second.md'), '--profile', 'rare');
    put(root, 'sources/second.md', report.replace('We asked 120 people.', 'We asked 121 people.'));
    await runCli(root, 'convert');
    expect(paths().filter((path) => path.includes('rare'))).toEqual(['second.rare.txt']);
    expect(readFileSync(join(root, 'outputs/second/second.rare.txt'), 'utf8')).toContain('121 people');
  });

  it('names file and line of every wrong option of a profile', async () => {
    const root = tempProject();
    const head = 'id: wrong\ntitle: Wrong\ndescription: Wrong.\nformat: large-print-pdf\noptions:\n';
    put(
      root,
      'profiles/wrong.yaml',
      `${head}  size: 400\n  colours:\n    text: "#777777"\n    link: "#000000"\n  leadign: 2\n`,
    );
    const { code, err } = await runCli(root, 'convert');
    expect(code).toBe(2);
    expect(err).toContain('profiles/wrong.yaml:6: options.size must be at most 40');
    expect(err).toMatch(/profiles\/wrong\.yaml:8: options\.colours\.text: .*4\.4 to 1.* at least 7 to 1/);
    expect(err).toContain('profiles/wrong.yaml:10: there is no field "options.leadign"');
    expect(existsSync(join(root, 'outputs/manifest.json'))).toBe(false);
  });

  it('leaves no temporary files', async () => {
    const root = tempProject();
    await runCli(root, 'convert', ...quick);
    expect(
      readdirSync(join(root, 'outputs/my-first-report')).filter((name) => name.endsWith('.tmp')),
    ).toEqual([]);
  });
});

describe('the command line', () => {
  it('explains itself', async () => {
    const { code, out } = await runCli(tempProject({}), '--help');
    expect(code).toBe(0);
    for (const command of ['convert', 'check', 'list', 'need', 'init'])
      expect(out).toContain(`allformats ${command}`);
  });

  it.each([
    [['convrt'], '"convrt" is not a command'],
    [['convert', '--prfile', 'html'], "Unknown option '--prfile'"],
    [['convert', '--profile', 'nothing'], 'There is no profile "nothing"'],
    [['convert', 'sources/missing.md'], 'There is no'],
    [['convert', '--fail-on', 'everything'], '"everything" is not a level'],
    [['need'], 'Say the need'],
  ])('ends with 2 and says what to do for %j', async (words, message) => {
    const { code, err } = await runCli(tempProject(), ...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('starts a project that converts without findings to mend', async () => {
    const root = tempProject({});
    expect((await runCli(root, 'init', 'team')).code).toBe(0);
    expect((await runCli(join(root, 'team'), 'convert', '--profile', 'plain-text')).code).toBe(0);
    expect((await runCli(root, 'init', 'team')).code).toBe(2);
  });

  it('lists reports, profiles and pictures', async () => {
    const root = tempProject();
    expect((await runCli(root, 'list')).out).toContain('sources/my-first-report.md');
    expect((await runCli(root, 'list')).out).toContain('957331000000109');
    expect((await runCli(root, 'list', '--pictures')).out).toContain('large-print');
  });

  it('answers needs by code and in words', async () => {
    const root = tempProject();
    expect((await runCli(root, 'need', '957331000000109')).out).toContain('Make: large-print-20');
    expect((await runCli(root, 'need', 'large', 'print', '20')).out).toContain('Make: large-print-20');
    expect((await runCli(root, 'need', 'large print')).out).toContain('Which size do you need');
    expect((await runCli(root, 'need', '1')).code).toBe(1);
  });

  it('ends with the code of the level that is asked for', async () => {
    const root = tempProject({
      ...sampleProject,
      'sources/my-first-report.md': report.replace(
        '[Read how NHS England describes the standard]',
        '[Click here]',
      ),
    });
    const words = ['convert', '--profile', 'plain-text'];
    expect((await runCli(root, ...words)).code).toBe(1);
    expect((await runCli(root, ...words, '--fail-on', 'never')).code).toBe(0);
    expect((await runCli(tempProject(), ...words, '--fail-on', 'person')).code).toBe(1);
  });
});

describe('a profile with options that its format does not know', () => {
  it('stops the run before anything is written, and names the file and the field', async () => {
    const root = tempProject();
    put(
      root,
      'profiles/wrong.yaml',
      'id: wrong\ntitle: Wrong\ndescription: Wrong.\nformat: large-print-pdf\noptions:\n  size: 9\n',
    );
    const { code, err } = await runCli(root, 'convert');
    expect(code).toBe(2);
    expect(err).toContain('wrong.yaml');
    expect(err).toContain('options.size');
    expect(existsSync(join(root, 'outputs'))).toBe(false);
  });
});

describe('links between the formats of a report', () => {
  it('stay the same whichever formats are asked for', async () => {
    const root = tempProject();
    await runCli(root, 'convert');
    const again = await runCli(root, 'convert', '--profile', 'html');
    expect(again.out).toContain('Nothing has changed: the output is up to date.');
  });

  it('lead to the Easy Read page also when its layer stands in the report', async () => {
    const { 'sources/my-first-report.easy.md': layer, ...rest } = sampleProject;
    const root = tempProject({ ...rest, 'sources/my-first-report.md': `${report}\n${layer}` });
    await runCli(root, 'convert', ...quick);
    const page = readFileSync(join(root, 'outputs/my-first-report/my-first-report.html.html'), 'utf8');
    expect(page).toContain('href="my-first-report.easy-read.html"');
    expect(page).toContain('href="my-first-report.plain-text.txt"');
  });
});

describe('what a person would not expect', () => {
  it('is told: files that are no reports, and Easy Read files without one', async () => {
    const root = tempProject({
      ...sampleProject,
      'sources/plan.docx': 'PK',
      'sources/alone.easy.md': ':::easy-read\n:::\n',
      'sources/images/notes.png': 'x',
    });
    const { out } = await runCli(root, 'convert');
    expect(out).toContain('Not converted: sources/plan.docx');
    expect(out).toContain('Not converted: sources/alone.easy.md\n  There is no report beside it');
    expect(out).not.toContain('notes.png');
  });

  it('is said at the end: mistakes in the text of a report', async () => {
    const root = tempProject({
      ...sampleProject,
      'sources/my-first-report.md': report.replace('## What we found', '#### What we found'),
    });
    const { out } = await runCli(root, 'convert', '--profile', 'plain-text');
    expect(out).toMatch(/In the reports there is something to mend before you publish: 1 to mend.*\.$/);
  });

  it.each([
    ['braille', 'Make: braille-grade-2'],
    ['audio', 'Make: audio'],
    ['a studio script', 'Make: spoken-script'],
    ['BSL', 'allformats does not make British Sign Language yet'],
    ['a BSL video', 'Make: bsl-pack'],
    ['204331000000107', 'Make: bsl-pack'],
    ['Requires lipspeaker', 'Make: interpreter-pack'],
    ['367741000000102', 'Make: reader-script'],
    ['a Welsh translation', 'allformats does not make translations yet'],
    ['bigger letters', 'Make: large-print-20'],
  ])('is answered: the need "%s"', async (words, answer) => {
    expect((await runCli(tempProject(), 'need', words)).out).toContain(answer);
  });

  it('leaves no empty folder of a report that is no more', async () => {
    const root = tempProject({ ...sampleProject, 'sources/second.md': report });
    await runCli(root, 'convert');
    rmSync(join(root, 'sources/second.md'));
    await runCli(root, 'convert');
    expect(existsSync(join(root, 'outputs/second'))).toBe(false);
  });
});

describe('the Easy Read page', () => {
  it('tells how to reach the publisher, from the report where its own words do not', async () => {
    const root = tempProject();
    await runCli(root, 'convert', '--profile', 'easy-read');
    const page = () =>
      readFileSync(join(root, 'outputs/my-first-report/my-first-report.easy-read.html'), 'utf8');
    expect(page()).toContain('mailto:communications@example.org');
    const layer = sampleProject['sources/my-first-report.easy.md']!;
    put(
      root,
      'sources/my-first-report.easy.md',
      layer.replace(
        '## What people',
        ':pic[email] Our email is communications@example.org.\n\n## What people',
      ),
    );
    await runCli(root, 'convert', '--profile', 'easy-read');
    expect(page()).not.toContain('Ask for this document in another format');
  });
});
