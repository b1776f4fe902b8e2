import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { sampleProject } from '../src/cli/sample-project.ts';
import { tempProject } from './support/temp-project.ts';

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.js');
const guide = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text!) as unknown);

const step = z.strictObject({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.literal('bash').optional(),
  if: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.array(z.enum(['push', 'pull_request'])),
  jobs: z.record(z.string(), z.strictObject({ 'runs-on': z.string(), steps: z.array(step) })),
});
const gitlab = z.record(
  z.string(),
  z.strictObject({
    image: z.string(),
    script: z.array(z.string()),
    artifacts: z.strictObject({
      when: z.literal('always'),
      paths: z.array(z.string()),
      reports: z.strictObject({ junit: z.string() }),
    }),
  }),
);
const action = z
  .strictObject({
    name: z.string(),
    description: z.string(),
    author: z.string(),
    branding: z.strictObject({ icon: z.string(), color: z.string() }),
    inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
    runs: z.strictObject({ using: z.literal('composite'), steps: z.array(step) }),
  })
  .parse(parse(readFileSync(join(root, 'action.yml'), 'utf8')));

/** Steps that install programs: npm test has done that already. Every other line is run. */
const isInstallation = (line: string) => /setup\/tools\.mjs"?$/.test(line.trim());

/** A program called npx, that starts the one that was built here. No browser and no Java: these tests are about the steps. */
function environment(): NodeJS.ProcessEnv {
  const bin = mkdtempSync(join(tmpdir(), 'npx '));
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(bin, 'npx'), 0o755);
  const { CI: _, ...env } = process.env;
  return {
    ...env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    CHROME_PATH: join(bin, 'none'),
    VNU_JAR: join(bin, 'none'),
    VERAPDF_JAR: join(bin, 'none'),
  };
}

function run(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      out += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

function mustBeBuilt(context: TestContext): void {
  if (existsSync(program)) return;
  if (process.env.CI) throw new Error('Not checked: the program is not built.');
  context.skip('The program is not built: npm run build.');
}

const broken = {
  ...sampleProject,
  'sources/my-first-report.md': sampleProject['sources/my-first-report.md']!.replace(
    '[Read how NHS England describes the standard]',
    '[Click here]',
  ),
};

describe('the examples of the guide', () => {
  test('are two for GitHub and one for GitLab, in their form', () => {
    expect(examples).toHaveLength(3);
    const [first] = Object.values(workflow.parse(examples[0]).jobs);
    const used = first!.steps.find(({ uses }) => uses?.includes('allformats@'));
    for (const name of Object.keys(used!.with!)) expect(Object.keys(action.inputs)).toContain(name);
    workflow.parse(examples[1]);
    gitlab.parse(examples[2]);
  });

  const scripts = {
    GitHub: () => Object.values(workflow.parse(examples[1]).jobs)[0]!.steps.flatMap((one) => one.run ?? []),
    GitLab: () => Object.values(gitlab.parse(examples[2]))[0]!.script,
  } as const;

  test.for(['GitHub', 'GitLab'] as const)(
    'the steps for %s run, and fail a report that shuts readers out',
    { timeout: 180_000 },
    async (name, context) => {
      mustBeBuilt(context);
      const lines = scripts[name]().filter((line) => !isInstallation(line));
      expect(lines.length).toBeGreaterThan(0);
      const script = lines.join('\n');
      // One format is enough here.
      const quick = script.replace('allformats check', 'allformats check --profile plain-text');
      const good = await run(quick, tempProject(), environment());
      expect(good.out).toContain('Ready');
      expect(good.code).toBe(0);
      const bad = tempProject(broken);
      const { code, out } = await run(quick, bad, environment());
      expect(code).toBe(1);
      const written = [...quick.matchAll(/--report \w+=(\S+)/g)].map(([, file]) => join(bad, file!));
      expect(written).toHaveLength(2);
      for (const file of written) expect(existsSync(file), file).toBe(true);
      const last = out.trimEnd().split('\n').slice(-8).join('\n');
      expect(last).toMatch(
        /What to do now\n {2}1\. Look at sources\/my-first-report\.md:\d+:\d+\. The link "Click here"/,
      );
      expect(last).toContain('2. Mend it: ');
      expect(last).toContain('3. Why, with examples: npx allformats explain content/link-words');
    },
  );
});

describe('the action', () => {
  const steps = action.runs.steps.filter((one) => one.run !== undefined);
  const evaluate = (value: string, inputs: Readonly<Record<string, string>>) =>
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      const given = inputs[name] ?? action.inputs[name]?.default;
      if (given === undefined) throw new Error(`There is no input ${name}.`);
      return given;
    });

  async function act(cwd: string, inputs: Readonly<Record<string, string>>) {
    const base = { ...environment(), GITHUB_ACTION_PATH: root, GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    let last = { code: 0 as number | null, out: '' };
    for (const one of steps) {
      const env = Object.fromEntries(
        Object.entries(one.env ?? {}).map(([name, value]) => [name, evaluate(value, inputs)]),
      );
      if (!isInstallation(one.run!)) last = await run(one.run!, cwd, { ...base, ...env });
    }
    return { ...last, summary: readFileSync(join(cwd, 'summary.md'), 'utf8') };
  }

  test('has a shell for each step, uses no input inside a script, and uploads the reports whatever happens', () => {
    for (const one of steps) {
      expect(one.shell).toBe('bash');
      expect(one.run).not.toContain('${{');
    }
    expect(action.runs.steps.at(-1)).toMatchObject({ if: 'always()' });
  });

  test('checks what it is told to, writes every report and a summary, and ends with the code of the check', async (context) => {
    mustBeBuilt(context);
    const project = tempProject(broken);
    const failed = await act(project, { strict: 'false', paths: 'sources/my-first-report.md' });
    expect(failed.code).toBe(1);
    expect(failed.summary).toContain('What to do now');
    for (const kind of ['html', 'json', 'junit', 'sarif', 'earl'])
      expect(existsSync(join(project, `allformats-reports/check.${kind}`)), kind).toBe(true);
    const never = await act(project, { strict: 'false', 'fail-on': 'never' });
    expect(never.code).toBe(0);
    // Without a browser and Java nobody can say that all is well.
    expect((await act(project, { 'fail-on': 'never' })).code).toBe(2);
  }, 300_000);
});
