import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../src/kernel/failure.ts';
import { runTool } from '../../src/tools/run-tool.ts';

const node = process.execPath;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended stays in the table until its parent asks for it.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
}

test('gives the exit code and both outputs, whatever the code', async () => {
  const script = 'process.stdout.write("out ä"); process.stderr.write("err"); process.exitCode = 3';
  expect(await runTool(node, ['-e', script], { seconds: 30 })).toEqual({
    code: 3,
    stdout: 'out ä',
    stderr: 'err',
  });
});

test('uses no shell and gives no standard input', async () => {
  const script = 'process.stdin.on("data", () => {}).on("end", () => console.log(process.argv[1]))';
  const run = await runTool(node, ['-e', script, '$(echo x); "y" *'], { seconds: 30 });
  expect(run.stdout).toBe('$(echo x); "y" *\n');
});

test('passes folder and environment on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'run tool '));
  const script = 'console.log(process.cwd(), process.env.COLOUR)';
  const run = await runTool(node, ['-e', script], { seconds: 30, cwd: folder, env: { COLOUR: 'plum' } });
  expect(run.stdout).toBe(`${folder} plum\n`);
});

test('a program that is not there is the failure tool-missing', async () => {
  const failure = await failureOf(runTool('no-such-program-here', [], { seconds: 5 }));
  expect(failure.code).toBe('tool-missing');
  expect(failure.message).toContain('no-such-program-here');
});

test.skipIf(process.platform === 'win32')(
  'the time limit ends the tool and what the tool started',
  async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'run-tool-')), 'pid');
    const forever = 'setInterval(() => {}, 1000)';
    const script = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forever)}]);
    require('node:fs').writeFileSync(${JSON.stringify(file)}, String(child.pid));
    ${forever}`;
    const failure = await failureOf(runTool(node, ['-e', script], { seconds: 3 }));
    expect(failure.code).toBe('tool-failed');
    expect(failure.message).toContain('3 seconds');
    await expect.poll(() => isAlive(Number(readFileSync(file, 'utf8')))).toBe(false);
  },
);

test('the output limit ends the tool', async () => {
  const script = 'const line = "x".repeat(1000); setInterval(() => process.stdout.write(line), 0)';
  const failure = await failureOf(runTool(node, ['-e', script], { seconds: 50, outputLimit: 10_000 }));
  expect(failure.code).toBe('tool-failed');
  expect(failure.message).toContain('10000 bytes');
});

test('a tool that ends while its child keeps the output open still ends', async () => {
  const script = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    console.log(child.pid); child.unref()`;
  const run = await runTool(node, ['-e', script], { seconds: 30 });
  expect(run.code).toBe(0);
  await expect.poll(() => isAlive(Number(run.stdout))).toBe(false);
});

test('a tool that is killed by a signal is a failure, not a result', async () => {
  const failure = await failureOf(
    runTool(node, ['-e', 'process.kill(process.pid, "SIGKILL")'], { seconds: 30 }),
  );
  expect(failure.code).toBe('tool-failed');
});
